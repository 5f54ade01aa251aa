"""Taking reports into a desk: what is new, what is known, what fails, and which stories there are then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores.made import FIRE, STRIKE
from twosource.api import Options
from twosource.desk import ingest
from twosource.desk.ingest import Added, add
from twosource.desk.ingest.progress import Progress
from twosource.stores.base import Row, Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

OPTIONS = Options(analyzer="rules")
FIRE_AGAIN = (
    "Fire in Tarvik destroys warehouse\n\nTARVIK - The warehouse that burned in Tarvik on Monday was empty, the fire "
    "brigade said on Tuesday. Three people were hurt when its roof fell in, and police questioned two men.\n"
)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports of two happenings, and a row that is none."""
    texts = {"fire": FIRE, "strike": STRIKE, "again": FIRE_AGAIN}
    rows = [{"id": name, "text": text, "date": "2031-05-06"} for name, text in texts.items()]
    lines = [*map(json.dumps, rows), '{"id": "bad"}']
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def rows(store: Store) -> list[Row]:
    with store.view() as view:
        return list(view.rows())


def test_reports_are_kept_and_sorted_into_stories(store: Store, reports: Path) -> None:
    assert add(store, [reports], OPTIONS) == Added(new=3, failures={"not readable": 1}, stories=2)
    fire, strike, again = rows(store)
    assert fire.story == again.story != strike.story
    assert all(row.story for row in rows(store))


def test_what_fails_is_in_quarantine_with_its_line_and_the_rest_goes_on(store: Store, reports: Path) -> None:
    add(store, [reports, reports.parent / "missing.txt"], OPTIONS)
    with store.view() as view:
        (row, missing) = view.rejected()
    assert (row.input_id, missing.input_id) == ("bad", "missing.txt")
    assert "reports.jsonl" in row.reason
    assert "4" in row.reason
    assert len(rows(store)) == 3


def _never(capture: object, analyzer: str) -> None:
    raise AssertionError("nothing is read again")


def test_adding_again_changes_nothing_and_reads_nothing(
    store: Store, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, [reports], OPTIONS)
    before = rows(store)
    monkeypatch.setattr(ingest, "read_to_keep", _never)
    assert add(store, [reports], OPTIONS) == Added(known=3, failures={"not readable": 1})
    assert rows(store) == before


def test_one_input_given_twice_is_kept_once(store: Store, reports: Path) -> None:
    assert add(store, [reports, reports], OPTIONS) == Added(new=3, known=3, failures={"not readable": 2}, stories=2)


def test_a_run_that_was_ended_goes_on(store: Store, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "BATCH", 1)
    seen: list[str] = []

    class EndAtTheThird(Progress):
        def read(self, outcome: object) -> None:
            seen.append(str(outcome))
            if len(seen) == 3:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(store, [reports], OPTIONS, EndAtTheThird())
    assert len(rows(store)) == 2
    assert add(store, [reports], OPTIONS) == Added(new=1, known=2, failures={"not readable": 1}, stories=1)
    apart = MemoryStore()
    add(apart, [reports], OPTIONS)
    assert rows(store) == rows(apart), "the same desk as of a run that was not ended"


def test_a_story_grows_by_what_comes_later(store: Store, tmp_path: Path) -> None:
    for name, text in (("a.txt", FIRE), ("b.txt", STRIKE), ("c.txt", FIRE_AGAIN)):
        (tmp_path / name).write_text(text)
        add(store, [tmp_path / name], OPTIONS)
    one, other, again = rows(store)
    assert one.story == again.story != other.story
