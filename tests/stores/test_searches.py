"""Searches that a reader keeps: the same tests on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from twosource.stores.base import SavedSearch, Search, Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .made import FIRE, STRIKE, arrival

ROE = SavedSearch(id="search:1", name="Roe", search=Search(speaker="Ann Roe", since="2031"), made="2031-05-05", read=0)
PAY = SavedSearch(id="search:2", name="Pay", search=Search(words="pay"), made="2031-05-06", read=1)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


def test_searches_are_kept_in_order_and_each_once(store: Store) -> None:
    with store.writer() as writer:
        for saved in (PAY, ROE, replace(PAY, name="Again")):
            writer.save_search(saved)
    with store.view() as view:
        assert view.saved_searches() == [PAY, ROE]
        assert view.saved_search("search:1") == ROE
        assert view.saved_search("search:none") is None


def test_what_is_read_stays_read(store: Store) -> None:
    with store.writer() as writer:
        writer.save_search(ROE)
        writer.read_search("search:1", 7)
        writer.read_search("search:1", 3)
        writer.read_search("search:none", 9)
    with store.view() as view:
        assert view.saved_search("search:1") == replace(ROE, read=7)


def test_a_search_can_be_forgotten(store: Store) -> None:
    with store.writer() as writer:
        writer.save_search(ROE)
        writer.forget_search("search:1")
        writer.forget_search("search:1")
    with store.view() as view:
        assert view.saved_searches() == []


def test_the_last_arrival_is_told(store: Store) -> None:
    with store.view() as view:
        assert view.last_arrival() == 0
    with store.writer() as writer:
        writer.keep([arrival(FIRE), arrival(STRIKE)])
    with store.view() as view:
        assert view.last_arrival() == 2
