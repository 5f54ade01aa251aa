"""The commands of a desk, from an empty folder to what it holds."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import FERRY, RULES, TUG, page, run, said


def test_a_desk_is_made_filled_and_looked_at(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY)
    (tmp_path / "tug.html").write_text(page(TUG))
    (tmp_path / "empty.txt").write_text("")
    made = run("desk", "init", "mine", cwd=tmp_path)
    assert (made.status, made.err) == (0, "")
    assert "twosource add INPUT… --desk mine" in made.out
    added = run("add", "ferry.txt", "tug.html", "empty.txt", "--desk", "mine", *RULES, cwd=tmp_path)
    assert added.status == 1
    assert added.out == "2 new in 1 story, 0 known already, 1 failed (1 not readable): twosource desk quarantine mine\n"
    assert "empty.txt" in added.err
    again = run("add", "ferry.txt", "--desk", "mine", *RULES, cwd=tmp_path)
    assert (again.status, again.out) == (0, "0 new, 1 known already, none failed\n")
    status = run("desk", "status", "mine", cwd=tmp_path).out
    assert status.startswith("2 articles of ")
    assert status.endswith("1 input in quarantine\n")
    quarantine = run("desk", "quarantine", "mine", cwd=tmp_path).out
    assert quarantine.startswith("empty.txt\t")


def test_what_is_no_desk_says_how_to_make_one(tmp_path: Path) -> None:
    for arguments in (["desk", "status", "here"], ["add", "a.txt", "--desk", "here"]):
        told = said(*arguments, cwd=tmp_path)
        assert (told.status, told.out) == (1, "")
        assert told.err == "twosource: here: no desk is here: make one with `twosource desk init here`\n"


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    told = said("desk", "init", ".", cwd=tmp_path)
    assert told.status == 1
    assert "this folder holds other files: name a new one" in told.err
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_second_desk_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    said("desk", "init", "mine", cwd=tmp_path)
    assert "a desk is here already" in said("desk", "init", "mine", cwd=tmp_path).err
