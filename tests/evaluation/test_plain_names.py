from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.language.plain_names import SETS, own_tags, plain_names, plain_spans
from tests.evaluation.labelled_by_hand import given
from training.language.labelled import Labelled

OURS = SETS["worldwide"][1]


def test_a_place_with_a_government_is_a_place_and_other_labels_are_no_names() -> None:
    assert plain_spans(["B-GPE", "I-GPE", "O", "B-NORP", "B-PER"], OURS) == {(0, 2, "LOC"), (4, 5, "PER")}
    assert plain_spans(["B-LOC", "I-GPE"], OURS) == {(0, 2, "LOC")}


def test_spans_may_begin_with_an_inner_mark() -> None:
    assert plain_spans(["I-PER", "I-PER", "I-ORG", "B-ORG"], OURS) == {(0, 2, "PER"), (2, 3, "ORG"), (3, 4, "ORG")}


def test_buildings_are_places_for_uner_alone() -> None:
    assert plain_spans(["B-FAC"], OURS) == set()
    assert plain_spans(["B-FAC"], SETS["uner-ewt-dev"][1]) == {(0, 1, "LOC")}


def test_tags_are_found_for_some_of_the_sentences_of_a_file() -> None:
    file = [(("One",), ("O",)), (("Two",), ("B-PER",)), (("Two",), ("O",))]
    assert own_tags([("Two",)], iter(file)) == [("B-PER",)]
    with pytest.raises(ValueError, match="no sentence 'Three'"):
        own_tags([("Three",)], iter(file))


def files(folder: Path) -> None:
    (folder / "names").mkdir()
    row = {"w": ["Mr", "Oduya", "left", "Lamu"], "t": ["B-PER", "I-PER", "O", "B-LOC"]}
    (folder / "names" / "worldwide_eval_only.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    wikigold = "-DOCSTART- O\n\nMr I-PER\nOduya I-PER\nleft O\nLamu I-LOC\n\n"
    (folder / "names" / "wikigold.conll").write_text(wikigold, encoding="utf-8")
    uner = "# newdoc id = a\n1\tMr\tB-PER\t-\n2\tOduya\tI-PER\t-\n3\tleft\tO\t-\n4\tLamu\tB-LOC\t-\n"
    (folder / "names" / "uner-ewt-dev.iob2").write_text(uner, encoding="utf-8")


@pytest.mark.parametrize("name", sorted(SETS))
def test_the_tags_of_the_set_itself_are_counted(tmp_path: Path, name: str) -> None:
    files(tmp_path)
    s = Labelled(set=name, genre="news", text="1", words=("Mr", "Oduya", "left", "Lamu"))
    found = plain_names(tmp_path, name, [s], [given(s, ["O", "B-PER", "O", "B-GPE"])])
    assert (found.right, found.found, found.gold) == (1, 2, 2)
