"""Where and when articles were seen: the same tests on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.stores.base import Sighting, Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore

from .made import FIRE, STRIKE, arrival

ONE, TWO = arrival(FIRE, "fire.txt"), arrival(STRIKE, "strike.txt")
FIRST, SECOND = (one.reading.article.id for one in (ONE, TWO))
MORNING, EVENING = "2031-05-05T08:00:00+00:00", "2031-05-05T20:00:00+00:00"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)
    with made.writer() as writer:
        writer.keep([ONE, TWO])
    yield made


def at(article: str, address: str, retrieved: str | None = None) -> Sighting:
    return Sighting(article=article, address=address, retrieved=retrieved)


def test_each_sighting_is_kept_once(store: Store) -> None:
    with store.writer() as writer:
        writer.note_sightings([at(SECOND, "post.example/b", EVENING), at(FIRST, "post.example/a")])
        writer.note_sightings([at(FIRST, "post.example/a"), at(SECOND, "post.example/b", EVENING)])
    with store.view() as view:
        assert view.sightings([FIRST, SECOND]) == [at(FIRST, "post.example/a"), at(SECOND, "post.example/b", EVENING)]
        assert view.sightings(["article:none"]) == []


def test_articles_of_an_address_come_in_the_order_of_arrival(store: Store) -> None:
    with store.writer() as writer:
        writer.note_sightings([at(SECOND, "post.example/a", EVENING)])
        writer.note_sightings([at(FIRST, "post.example/a", MORNING), at(SECOND, "post.example/a", MORNING)])
    with store.view() as view:
        assert view.articles_at(["post.example/a", "post.example/none"]) == [SECOND, FIRST]
        assert view.articles_at([]) == []


def test_what_is_seen_again_is_seen_where_it_stood(store: Store) -> None:
    with store.writer() as writer:
        writer.note_sightings([at(FIRST, "post.example/a", MORNING)])
        writer.note_seen_again({FIRST: EVENING, SECOND: EVENING})
        writer.note_seen_again({FIRST: EVENING})
    with store.view() as view:
        assert view.sightings([FIRST, SECOND]) == [
            at(FIRST, "post.example/a", MORNING),
            at(FIRST, "post.example/a", EVENING),
        ]


def test_what_fails_with_others_is_not_kept(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writer() as writer, writer.together():
        writer.note_sightings([at(FIRST, "post.example/a")])
        raise RuntimeError
    with store.view() as view:
        assert view.sightings([FIRST]) == []
