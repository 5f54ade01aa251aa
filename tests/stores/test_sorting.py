"""What stores keep of the sorting into stories: the same tests on the one in memory and on SQLite."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.stores.base import Arrival, SortedArticle, SortedStory, SortingChange, Store, Writer, told_of
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .made import FIRE, STRIKE, arrival


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    yield MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)


@pytest.fixture
def both() -> list[Arrival]:
    return [arrival(FIRE), arrival(STRIKE, "strike.txt")]


def sort_first(writer: Writer, both: list[Arrival]) -> None:
    """Keeps both and sorts the first one."""
    writer.keep(both)
    fire = both[0].reading.article.id
    writer.assign({fire: "story:1"})
    writer.keep_sorting(
        SortingChange(
            count=1,
            opened=3,
            held={"fire": 2, "tarvik": 1},
            under={"tarvik": ((0, 1 / 3),)},
            terms={fire: {"tarvik": math.pi / 7, "fire": 1e-300, "ünder": 0.1}},
            stories={"story:1": SortedStory(order=2, articles=(0,)), "story:2": None},
        )
    )


def test_nothing_is_sorted_at_first(store: Store, both: list[Arrival]) -> None:
    with store.writer() as writer:
        assert (writer.sorted_counts(), writer.unsorted(5)) == ((0, 0), [])
        writer.keep(both)
        assert writer.unsorted(5) == [told_of(one.reading) for one in both]
        assert writer.unsorted(1) == [told_of(both[0].reading)]
        assert (writer.articles_holding("fire"), writer.articles_under("fire")) == (0, ())


def test_what_was_sorted_is_given_back_to_the_last_bit(store: Store, both: list[Arrival]) -> None:
    with store.writer() as writer:
        sort_first(writer, both)
    told = told_of(both[0].reading)
    with store.writer() as writer:
        assert writer.sorted_counts() == (1, 3)
        assert [one.article for one in writer.unsorted(5)] == [both[1].reading.article.id]
        assert (writer.articles_holding("fire"), writer.articles_holding("none")) == (2, 0)
        assert writer.articles_under("tarvik") == ((0, 1 / 3),)
        terms = {"tarvik": math.pi / 7, "fire": 1e-300, "ünder": 0.1}
        found = writer.sorted_article(0)
        assert found == SortedArticle(article=told.article, terms=terms, day=told.day, top=told.top)
        assert list(found.terms) == list(terms), "sums depend on the order"
        assert writer.story_of_sorted(0) == "story:1"
        assert writer.sorted_story("story:1") == SortedStory(order=2, articles=(0,))


def test_a_change_replaces_what_was(store: Store, both: list[Arrival]) -> None:
    with store.writer() as writer:
        sort_first(writer, both)
        strike = both[1].reading.article.id
        many = tuple(range(40))
        writer.keep_sorting(
            SortingChange(
                count=2,
                opened=4,
                held={"fire": 3},
                under={"tarvik": tuple((n, n / 7) for n in many)},
                terms={strike: {}},
                stories={"story:1": None, "story:4": SortedStory(order=4, articles=(1, 0))},
            )
        )
        assert (writer.sorted_counts(), writer.unsorted(5)) == ((2, 4), [])
        assert (writer.articles_holding("fire"), writer.articles_holding("tarvik")) == (3, 1)
        assert writer.articles_under("tarvik") == tuple((n, n / 7) for n in many)
        assert writer.sorted_article(1).terms == {}
        assert writer.sorted_story("story:4").articles == (1, 0)
        with pytest.raises(KeyError):
            writer.sorted_story("story:1")


def test_what_is_not_sorted_is_a_key_error(store: Store, both: list[Arrival]) -> None:
    with store.writer() as writer:
        sort_first(writer, both)
        with pytest.raises(KeyError):
            writer.sorted_article(1)
        with pytest.raises(KeyError):
            writer.story_of_sorted(1)
        with pytest.raises(KeyError):
            writer.sorted_story("story:2")
        with pytest.raises(KeyError):
            writer.keep_sorting(SortingChange(count=2, opened=3, terms={"article:none": {}}))
        assert writer.sorted_counts() == (1, 3)


def test_a_change_that_is_undone_with_all_else(store: Store, both: list[Arrival]) -> None:
    with store.writer() as writer:
        with pytest.raises(OSError, match="no"), writer.together():
            sort_first(writer, both)
            raise OSError("no")
        assert (writer.sorted_counts(), writer.unsorted(5)) == ((0, 0), [])
        assert (writer.articles_holding("fire"), writer.articles_under("tarvik")) == (0, ())
