"""`twosource explain ID RECORD.json` on what `brief` and `read` wrote, and on files that are no records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import FERRY, TUG, page, rows_file, run, run_anew, said
from twosource.formats.facts import FACTS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief of two reports as JSON, and the lines of `read`, one of them a failure."""
    folder = tmp_path_factory.mktemp("explained")
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "tug.html").write_text(page(TUG))
    run("brief", "ferry.txt", "tug.html", "--one-story", "-o", "brief.json", cwd=folder)
    rows_file(folder / "rows.jsonl", [{"id": "a", "text": FERRY}, {"id": "bad"}, {"id": "b", "text": TUG}])
    run("read", "rows.jsonl", "-o", "read.jsonl", cwd=folder)
    return folder


def test_every_id_of_a_brief_is_explained_in_words_of_its_reports(folder: Path) -> None:
    record = json.loads((folder / "brief.json").read_text())
    finding = record["findings"][0]
    told = run_anew("explain", finding["id"], "brief.json", cwd=folder)
    assert told.status == 0
    assert " ".join(finding["text"]["exact"].split()) in " ".join(told.out.split())
    for field in ("actors", "origins", "stories", "articles"):
        assert record[field][0]["id"] in said("explain", record[field][0]["id"], "brief.json", cwd=folder).out


def test_lines_of_read_are_searched_for_the_one_that_holds_the_id(folder: Path) -> None:
    *_, last = (json.loads(line) for line in (folder / "read.jsonl").read_text().splitlines())
    kind = next(field for field, _ in FACTS.values() if last[field])
    told = run("explain", last[kind][0]["id"], "read.jsonl", cwd=folder)
    assert (told.status, last[kind][0]["id"] in told.out) == (0, True)


def test_a_record_that_was_laid_out_by_hand_is_read_too(folder: Path) -> None:
    record = json.loads((folder / "brief.json").read_text())
    (folder / "pretty.json").write_text(json.dumps(record, indent=2))
    wanted = record["findings"][0]["id"]
    pretty, brief = (said("explain", wanted, name, cwd=folder) for name in ("pretty.json", "brief.json"))
    assert (pretty.status, pretty.out) == (0, brief.out)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{}", "no record: a JSON object whose format is twosource.record/1 is wanted"),
        ("not json", "line 1: no record"),
        ("", "it holds no record"),
        ("[" * 100_000, "line 1: no record"),
        ('{"format": "twosource.record/1"}', "'pages' is missing"),
    ],
)
def test_what_is_no_record_says_what_to_give(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "x.json").write_text(content)
    told = said("explain", "finding:1", "x.json", cwd=tmp_path)
    assert told.status == 1
    assert told.err.startswith("twosource: x.json: ")
    assert message in told.err
    assert "give a file that `twosource brief --format json`" in told.err


def test_an_unknown_id_is_a_wrong_call(folder: Path) -> None:
    told = said("explain", "finding:zzzz", "brief.json", cwd=folder)
    assert (told.status, told.out) == (2, "")
    assert "finding:zzzz: the record holds nothing of this id" in told.err
