"""What an add says before and after: how many inputs there are to come, and of what kinds those are that failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource import errors
from twosource.desk.folder import make_desk
from twosource.desk.ingest.expected import expected
from twosource.desk.ingest.failures import KINDS, kind_of
from twosource.errors import InputError


def test_files_rows_and_what_is_missing_are_counted(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.html").write_text("a")
    (tmp_path / "in" / "deep" / "b.txt").write_text("b")
    (tmp_path / "in" / "deep" / ".hidden").write_text("c")
    (tmp_path / "rows.jsonl").write_text('{"id": "a"}\n{"id": "b"}\n{"id": "c"}')
    make_desk(tmp_path / "in" / "desk")
    assert expected([tmp_path / "in"]) == 2
    assert expected([tmp_path / "rows.jsonl"]) == 3
    assert expected([tmp_path / "in", str(tmp_path / "rows.jsonl"), tmp_path / "missing.txt"]) == 6
    assert expected([]) == 0


@pytest.mark.parametrize("name", ["-", "https://post.example.org/a", "a.warc.gz", "feed.xml", "rows.json"])
def test_what_may_hold_any_number_is_not(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("a.txt", "a.warc.gz", "feed.xml", "rows.json"):
        Path(file).write_text("a")
    assert expected(["a.txt", name]) is None


def test_every_error_of_an_input_has_a_kind() -> None:
    kinds = [kind for kind, _ in KINDS]
    assert kinds[-1] is InputError
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, InputError):
            assert kind_of(error("x")) == dict(KINDS)[error]
