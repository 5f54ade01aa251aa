from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from evaluation.language.__main__ import main
from evaluation.language.attribution import said_and_mentioned, written
from evaluation.language.labelling import labels
from evaluation.language.report import Row, report
from evaluation.language.tables import tables
from evaluation.shared import DATA
from tests.evaluation.labelled_by_hand import FERRY, HARBOUR, Told, given
from training.language.labelled import Labelled

TOLD = {
    FERRY.words: given(FERRY, ["O", "B-PER", "I-PER", *["O"] * 5]),
    HARBOUR.words: given(HARBOUR, ["O", "B-GPE", "I-GPE", "B-PER", "O", "O"]),
}


def test_sentences_of_one_article_are_labelled_together() -> None:
    told = Told(TOLD)
    labels(told, [FERRY, FERRY, HARBOUR])
    assert told.asked == [2, 1]


def test_sentences_of_no_article_are_labelled_as_annotate_does() -> None:
    told = Told(TOLD)
    singles = [Labelled(set="x", genre="news", text=str(i), words=FERRY.words) for i in range(50)]
    assert len(labels(told, singles)) == 50
    assert told.asked == [40, 10]


def test_words_are_written_as_a_page_has_them() -> None:
    words = ("He", "said", ":", '"', "I", "do", "n't", "know", ".", '"', "(", "AP", ")", "Baha", "'s", "US", "-", "led")
    page = written([words, ("Yes", ".")])
    assert page.text == "He said: \"I don't know.\" (AP) Baha's US-led\nYes."
    assert [page.text[a:b] for own in page.places for a, b in own] == [*words, "Yes", "."]


def test_parts_and_mentions_are_right_where_their_words_are() -> None:
    parts = [("Mayor Lena Brandt", "speaker"), ("said", "cue"), ("ferry sank", "content")]
    said, mentioned = said_and_mentioned(Told({}, parts, [("Lena", "person"), ("ferry", "event")]), [FERRY])
    assert list(said) == ["all", "speaker", "cue", "content"]
    assert (said["all"].right, said["all"].found, said["all"].gold) == (2, 3, 3)
    assert (said["content"].right, said["content"].found, said["content"].gold) == (0, 1, 1)
    assert list(mentioned) == ["all", "event", "object", "person"]
    assert (mentioned["all"].right, mentioned["all"].found, mentioned["all"].gold) == (1, 2, 2)


def test_what_is_found_in_sentences_without_labels_is_passed_over() -> None:
    said, mentioned = said_and_mentioned(Told({}, [("nobody", "speaker")], [("Selby", "place")]), [HARBOUR])
    assert said["all"].found == mentioned["all"].found == 0


def test_rows_are_by_set_genre_and_label() -> None:
    found = report(Told(TOLD), {"own-dev": [FERRY, HARBOUR]}, Path())
    rows = {(row.table, row.by, row.of): row.figures for row in found.rows}
    assert rows["syntax", "all", ""] == {"UPOS": 100, "feats": 87.5, "UAS": 100, "LAS": 100, "words": 8}
    assert rows["names", "all", ""] == {"P": 66.7, "R": 100, "F1": 80, "gold": 2}
    assert rows["names", "genre", "disaster"]["F1"] == 100
    assert rows["names", "label", "PER"] == {"P": 50, "R": 100, "F1": 66.7, "gold": 1}
    assert rows["attribution", "label", "cue"]["gold"] == 1
    assert ("syntax", "genre", "disaster") not in rows, "one genre alone is the whole"
    assert found.speed["words"] == 14


def test_the_tables_show_every_row_and_say_what_is_not_given() -> None:
    found = report(Told(TOLD), {"own-dev": [FERRY, HARBOUR]}, Path())
    printed = "\n".join(tables(found))
    assert "own-dev                         66.7   100.0    80.0       2" in printed
    assert "              disaster         100.0" in printed
    assert "Attribution: exact spans\nthe analyzer gives none" in printed
    assert "words 14, words a second" in printed


def test_a_report_can_be_kept_as_json() -> None:
    found = report(Told(TOLD), {"own-dev": [FERRY]}, Path())
    kept = json.loads(json.dumps(asdict(found)))
    assert [Row(**row) for row in kept["rows"]] == found.rows


def test_without_the_data_one_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--analyzer", "rules", "--data", str(tmp_path / "nowhere")]) == 2
    error = capsys.readouterr().err
    assert "nowhere" in error
    assert "--data FOLDER" in error


def test_an_analyzer_that_does_not_exist_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--analyzer", "rulez", "--data", str(tmp_path)]) == 2
    assert "'rulez'" in capsys.readouterr().err


@pytest.mark.skipif(not (DATA / "syntax").is_dir(), reason="the data folder is not here")
def test_one_set_is_measured_and_an_unknown_one_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--analyzer", "rules", "--data", str(DATA), "--sets", "own-dev", "--json", str(tmp_path / "f")]) == 0
    assert {row["set"] for row in json.loads((tmp_path / "f").read_text())["rows"]} == {"own-dev"}
    assert main(["--analyzer", "rules", "--data", str(DATA), "--sets", "own"]) == 2
    assert "own-dev" in capsys.readouterr().err
