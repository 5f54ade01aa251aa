"""What every store does with judgements: keeps each once, in order, for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.model import Judgement, Place, Ruling, Selector, Span
from twosource.stores.base import Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .made import FIRE, STRIKE, arrival

HOSTILE = "<script>alert(1)</script> '; DROP TABLE judgements; -- \ud800 \x00 😀"
PASSAGE = Selector(page="sha256:1", start=3, end=8, exact="Carla")
PLACE = Place(
    id="place:1", name="Ytre", country=None, lat=60.5, lon=5.0, precision="town", gazetteer_id=None, mentions=()
)
ENTRIES = [
    Judgement.of("merge_actors", at="2031-06-12T08:00:00.000000Z", who="Ann", why="one", passages=(PASSAGE, PASSAGE)),
    Judgement.of("wrong", at="2031-06-12T07:00:00.000000Z", who=HOSTILE, why=HOSTILE, ruling=Ruling(verdict="apart")),
    Judgement.of(
        "place", at="2031-06-12T09:00:00.000000Z", who="Bo", why="", passages=(PASSAGE,), ruling=Ruling(place=PLACE)
    ),
    Judgement.of(
        "date",
        at="2031-06-12T09:30:00.000000Z",
        who="Bo",
        why="a",
        articles=("article:1",),
        ruling=Ruling(span=Span(earliest="2031-06-01", latest=None)),
    ),
    Judgement.of("undo", at="2031-06-12T10:00:00.000000Z", who="Bo", why="", ruling=Ruling(judgement="judgement:1")),
]


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


def test_entries_come_back_as_they_were_in_the_order_they_were_kept(store: Store) -> None:
    with store.writer() as writer:
        assert writer.add_judgements(ENTRIES[:3]) == 3
        assert writer.add_judgements(ENTRIES[3:]) == 2
    with store.view() as view:
        assert view.judgements() == ENTRIES
        assert view.judgements(3) == ENTRIES[3:]
        assert view.judgements(5) == []


def test_keeping_twice_changes_nothing(store: Store) -> None:
    with store.writer() as writer:
        writer.add_judgements(ENTRIES)
        assert writer.add_judgements([*ENTRIES[:2], ENTRIES[0]]) == 0
        more = Judgement.of("wrong", at="2031-06-13T08:00:00.000000Z", who="Cy", why="new")
        assert writer.add_judgements([ENTRIES[1], more]) == 1
    with store.view() as view:
        assert view.judgements(4) == [ENTRIES[4], more]
        assert view.judgements(5) == [more]


def test_articles_by_their_pages(store: Store) -> None:
    made = [arrival(FIRE, "a.txt", outlet="Post"), arrival(STRIKE, "b.txt"), arrival(FIRE, "a.txt", outlet="Courier")]
    with store.writer() as writer:
        writer.keep(made)
    ids = [one.reading.article.id for one in made]
    with store.view() as view:
        assert view.articles_on([made[0].reading.page.id, "sha256:none"]) == [ids[0], ids[2]]
        assert view.articles_on([]) == []


def test_a_view_stands_still(store: Store) -> None:
    with store.view() as view, store.writer() as writer:
        writer.add_judgements(ENTRIES)
        assert view.judgements() == []


def test_what_fails_together_leaves_nothing(store: Store) -> None:
    with store.writer() as writer, pytest.raises(RuntimeError), writer.together():
        writer.add_judgements(ENTRIES)
        raise RuntimeError
    with store.view() as view:
        assert view.judgements() == []


def test_entries_can_be_neither_changed_nor_deleted(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with SqliteStore(path, create=True).writer() as writer:
        writer.add_judgements(ENTRIES)
    connection = sqlite3.connect(path)
    for statement in ("UPDATE judgements SET entry = ''", "DELETE FROM judgements"):
        with pytest.raises(sqlite3.IntegrityError, match="judgements are never"):
            connection.execute(statement)
    connection.close()
