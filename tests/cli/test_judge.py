"""The commands that correct a desk."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.command import FERRY, RULES, TUG, run, run_anew, said
from twosource.desk.folder import open_desk
from twosource.desk.judged import history_of


@pytest.fixture(scope="module")
def unjudged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the desk `mine` is, with two reports."""
    folder = tmp_path_factory.mktemp("judge")
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "tug.txt").write_text(TUG)
    run("desk", "init", "mine", cwd=folder)
    run("add", "ferry.txt", "tug.txt", "--desk", "mine", *RULES, cwd=folder)
    return folder


@pytest.fixture
def desk(unjudged: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return shutil.copytree(unjudged, tmp_path, dirs_exist_ok=True)


def first(desk: Path) -> tuple[str, str]:
    """A story and an article of it."""
    with open_desk(desk / "mine").view() as view:
        row = next(iter(view.rows()))
    return row.story, row.article


def test_a_correction_is_made_listed_undone_redone_and_taken_to_another_desk(desk: Path) -> None:
    story, article = first(desk)
    date = (
        "desk",
        "judge",
        "mine",
        story,
        "date",
        article,
        "--is",
        "2031-05-06",
        "--why",
        "a\tstamp",
        "--by",
        "Ann Roe",
    )
    made = run_anew(*date, cwd=desk)
    assert (made.status, made.err) == (0, "")
    judgement = made.out.partition(":")[0] + ":" + made.out.split(":")[1]
    assert run(*date, cwd=desk).out == made.out
    listed = run("desk", "judgements", "mine", cwd=desk).out
    assert listed.rstrip("\n").split("\t")[0] == judgement
    assert listed.rstrip("\n").split("\t")[2:] == ["Ann Roe", "Date corrected", "published: 2031-05-06", "a stamp"]
    assert run("desk", "undo", "mine", "--by", "Bo", cwd=desk).out.startswith(
        f"undone: {judgement}, Date corrected by Ann"
    )
    assert "(undone)" in run("desk", "judgements", "mine", cwd=desk).out
    nothing = run("desk", "undo", "mine", cwd=desk)
    assert (nothing.status, nothing.err) == (2, "twosource: there is nothing to undo: no judgement is in force\n")
    assert run("desk", "redo", "mine", judgement[:16], "--by", "Bo", cwd=desk).status == 0
    run("desk", "judgements", "mine", "-o", "ours.jsonl", cwd=desk)
    kinds = [json.loads(line)["kind"] for line in (desk / "ours.jsonl").read_text().splitlines()]
    assert kinds == ["date", "undo", "redo"]
    run("desk", "init", "theirs", cwd=desk)
    take = ("desk", "judge", "theirs", "--from", "ours.jsonl")
    assert run(*take, cwd=desk).out == "3 new entries, 0 known already\n"
    assert run(*take, cwd=desk).out == "0 new entries, 3 known already\n"


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        ([], 2, "name a story, a kind and what is judged, or a file with --from"),
        (["story:none", "date", "article:1", "--is", "2031", "--why", "x"], 2, "there is no such story"),
        (["STORY", "date", "ARTICLE", "--is", "soon", "--why", "x"], 2, "soon: 2031-05-05"),
        (["STORY", "date", "ARTICLE", "--is", "2031"], 2, "why? Give a reason"),
        (["STORY", "date", "ARTICLE", "--is", "2031", "--why", "x", "--by", " "], 2, "who decides? Give a name"),
        (["--from", "none.jsonl"], 1, "none.jsonl: it cannot be read (No such file or directory)"),
        (["--from", "ferry.txt"], 1, "ferry.txt: line 1: no JSON"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(desk: Path, arguments: list[str], status: int, reason: str) -> None:
    story, article = first(desk)
    given = [{"STORY": story, "ARTICLE": article}.get(a, a) for a in arguments]
    told = said("desk", "judge", "mine", *given, cwd=desk)
    assert (told.status, told.out) == (status, "")
    assert told.err.startswith("twosource: ")
    assert reason in told.err
    with open_desk(desk / "mine").view() as view:
        assert not history_of(view).judgements
