from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.shared import DATA
from training.language.labelled import Labelled
from training.language.sets.marks import LABELS
from training.language.sets.phrases import phrase_names
from training.language.sets.re3d import re3d
from training.language.sets.uner import uner
from training.language.sets.wikigold import wikigold
from training.language.sets.worldwide import worldwide


def shown(sentence: Labelled) -> dict[str, tuple[str, ...]]:
    assert sentence.names is not None
    return dict(zip(sentence.words, sentence.names, strict=True))


def test_wikigold_is_read_by_documents_and_its_o_may_be_a_date(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    rows = "The O\n{n} O\nteam O\nof O\nKenya I-LOC\nmet O\nPresident I-PER\nRoe I-PER\n\n-DOCSTART- O\n\n"
    text = "".join(rows.format(n=1990 + number) for number in range(6))
    (tmp_path / "names" / "wikigold.conll").write_text(text, encoding="utf-8")
    train, dev = wikigold(tmp_path, "train"), wikigold(tmp_path, "dev")
    assert [s.text for s in dev] == ["wikigold-005"]
    assert len(train) == 5
    found = shown(train[0])
    assert found["1990"] == ("O", "B-DATE")
    assert found["Kenya"] == ("B-GPE",)
    assert (found["President"], found["Roe"]) == (("O",), ("B-PER",))


def test_a_row_that_is_no_word_and_tag_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "wikigold.conll").write_text("The O\nfoo\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        wikigold(tmp_path, "train")


def test_uner_leaves_open_what_it_does_not_tell_of(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    rows = (
        "# newdoc id = d1\n1\tWe\tO\t-\t-\n2\tsaw\tO\t-\t-\n3\tFrench\tO\t-\t-\n4\tin\tO\t-\t-\n5\tZorbl\tB-LOC\t-\t-\n"
    )
    (tmp_path / "names" / "uner-ewt-dev.iob2").write_text(rows, encoding="utf-8")
    (sentence,) = uner(tmp_path)
    found = shown(sentence)
    assert sentence.text == "d1"
    assert found["We"] == found["saw"] == ("O",)
    assert found["French"] == ("O", "B-NORP", "B-EVENT", "B-MISC")
    assert found["Zorbl"] == ("B-GPE", "B-LOC", "B-FAC")


def test_worldwide_words_and_tags_must_be_as_many(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    path = tmp_path / "names" / "worldwide_eval_only.jsonl"
    path.write_text(json.dumps({"w": ["Ana"], "sp": None, "t": ["B-PER"]}) + "\n", encoding="utf-8")
    assert worldwide(tmp_path)[0].names == (("B-PER",),)
    path.write_text(json.dumps({"w": ["Ana"], "sp": None, "t": []}) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: 1 words but 0 tags"):
        worldwide(tmp_path)


def test_re3d_spans_of_characters_become_names_of_words(tmp_path: Path) -> None:
    text = "Minister Ana Roe left northern Kenya in December 2014. She spoke."
    folder = tmp_path / "re3d" / "press"
    folder.mkdir(parents=True)
    spans = [("Person", "Minister Ana Roe"), ("Location", "northern Kenya"), ("Temporal", "December 2014")]
    rows = [
        {"documentId": "d", "begin": text.index(words), "end": text.index(words) + len(words), "type": kind}
        for kind, words in [*spans, ("Person", "She")]
    ]
    (folder / "documents.jsonl").write_text(json.dumps({"_id": "d", "text": text}) + "\n", encoding="utf-8")
    (folder / "entities.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    first, second = re3d(tmp_path, "train")
    found = shown(first)
    assert (found["Minister"], found["Ana"], found["Roe"]) == (("O",), ("B-PER",), ("I-PER",))
    assert (found["northern"], found["Kenya"]) == (("O",), ("B-GPE",))
    assert (found["December"], found["2014"]) == (("B-DATE",), ("I-DATE",))
    assert second.names == (("O",), ("O",), ("O",))


@pytest.mark.parametrize(
    ("text", "kind", "want"),
    [
        ("the opposition forces", "Organisation", []),
        ("the Kurdish YPG", "Organisation", [("Kurdish", "NORP"), ("YPG", "ORG")]),
        ("Kenya", "Organisation", [("Kenya", "GPE")]),
        ("Zorbl , Kenya", "Location", [("Zorbl", "GPE LOC FAC"), ("Kenya", "GPE")]),
        ("Kenya territory", "Location", [("Kenya", "GPE")]),
        ("the Foreign Secretary", "Organisation", []),
        ("six tons", "Quantity", []),
    ],
)
def test_phrases_hold_names_or_none(text: str, kind: str, want: list[tuple[str, str]]) -> None:
    words = text.split(" ")
    found = phrase_names(words, 0, len(words), kind)
    assert [(" ".join(words[s.start : s.end]), " ".join(s.labels)) for s in found if s.sure] == want


@pytest.mark.parametrize(
    ("load", "least"),
    [
        (lambda: wikigold(DATA, "train") + wikigold(DATA, "dev"), 1600),
        (lambda: uner(DATA), 2000),
        (lambda: worldwide(DATA), 2200),
        (lambda: re3d(DATA, "train") + re3d(DATA, "dev"), 500),
    ],
)
def test_the_whole_of_a_set_is_read(load: Callable[[], list[Labelled]], least: int) -> None:
    if not DATA.is_dir():
        pytest.skip(f"the data folder {DATA} is not here")
    sentences = load()
    allowed = {"O", *(f"{begin}-{label}" for label in LABELS for begin in "BI")}
    assert len(sentences) >= least
    for sentence in sentences:
        assert sentence.names is not None and len(sentence.names) == len(sentence.words)
        assert all(marks and set(marks) <= allowed for marks in sentence.names)
