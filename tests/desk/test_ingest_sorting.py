"""Sorting a desk's articles as they come: the stories are those of one uninterrupted clustering, however it was cut."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stores.made import arrival
from twosource.desk.ingest import sorting
from twosource.desk.ingest.intake import Intake
from twosource.stores.base import Arrival, Store, told_of
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore
from twosource.stories import cluster

COMMON = [f"{a}{b}" for a in ("tor", "mel", "vin", "dak", "sul", "per") for b in ("ma", "ne", "ri", "lo", "tu")]


@cache
def report(happening: int, number: int, day: int) -> Arrival:
    """A report with half of its words from its happening; every third has no top, and no day where it is 0."""
    chance = random.Random(f"{happening} {number}")
    own = [f"{word}{happening:x}q" for word in COMMON[:12]]
    words = [chance.choice(own if chance.random() < 0.5 else COMMON) for _ in range(30)]
    text = f"{' '.join(words[:6]).title()}\n\n{' '.join(words[6:])} said it of report {number}.\n"
    made = arrival(text, f"{happening}-{number}.txt", **({"date": f"2031-05-{day:02}"} if day else {}))
    found = replace(made.reading, top=b"" if number % 3 == 0 else top(happening, number))
    return Arrival(reading=found, made_by=made.made_by)


def top(happening: int, number: int) -> bytes:
    near = np.random.default_rng(happening).normal(size=16)
    vector = near + np.random.default_rng(number).normal(size=16)
    return (vector / np.linalg.norm(vector)).astype("<f2").tobytes()


def clustered(stream: Sequence[Arrival]) -> dict[str, str]:
    told = (told_of(one.reading) for one in stream)
    return dict(cluster((one.article, one.text, one.day, one.top) for one in told))


def sorted_in(store: Store, stream: Sequence[Arrival], cuts: Sequence[int]) -> dict[str, str]:
    """The story of each article where a new process begins at each cut."""
    for begin, end in pairwise([0, *sorted(cuts), len(stream)]):
        with store.writer() as writer:
            intake = Intake(store, writer)
            for at in range(begin, end, 3):
                intake.take(stream[at : min(at + 3, end)])
    with store.view() as view:
        return {row.article: row.story for row in view.rows()}


STREAM = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30), st.integers(0, 20)), max_size=40)


@settings(max_examples=25, deadline=None)
@given(stream=STREAM, cuts=st.lists(st.integers(0, 40), max_size=5))
def test_the_stories_are_those_of_one_clustering(
    tmp_path_factory: pytest.TempPathFactory, stream: list[tuple[int, int, int]], cuts: list[int]
) -> None:
    arrivals = list({one.reading.article.id: one for one in (report(*drawn) for drawn in stream)}.values())
    cuts = [cut for cut in cuts if cut <= len(arrivals)]
    expected = clustered(arrivals)
    assert sorted_in(MemoryStore(), arrivals, cuts) == expected
    path = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    assert sorted_in(SqliteStore(path, create=True), arrivals, cuts) == expected


@pytest.fixture
def long() -> list[Arrival]:
    """Three happenings with up to 40 reports each, so that some stories grow past those whose reports can move."""
    chance = random.Random(2)
    return [report(chance.choice((0, 0, 1, 2)), number, number % 5) for number in range(90)]


def test_they_are_where_little_is_remembered(
    tmp_path: Path, long: list[Arrival], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MOST_TERMS", "MOST_LISTS", "MOST_REPORTS"):
        monkeypatch.setattr(sorting, name, 4)
    expected = clustered(long)
    assert max(list(expected.values()).count(story) for story in expected.values()) > 12
    assert sorted_in(SqliteStore(tmp_path / "desk.sqlite", create=True), long, [10, 50]) == expected


def test_they_are_where_two_processes_take_turns(tmp_path: Path, long: list[Arrival]) -> None:
    path = tmp_path / "desk.sqlite"
    store = SqliteStore(path, create=True)
    with store.writer() as one, SqliteStore(path).writer() as other:
        intakes = [Intake(store, one), Intake(store, other)]
        for turn, at in enumerate(range(0, len(long), 5)):
            intakes[turn % 2].take(long[at : at + 5])
    assert sorted_in(SqliteStore(path), [], []) == clustered(long)


def test_articles_that_an_earlier_version_kept_are_sorted_first(
    tmp_path: Path, long: list[Arrival], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "AT_ONCE", 7)
    store = SqliteStore(tmp_path / "desk.sqlite", create=True)
    with store.writer() as writer:
        writer.keep(long[:40])
        writer.assign({one.reading.article.id: "story:earlier" for one in long[:40]})
    assert sorted_in(store, long[40:], []) == clustered(long)


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_a_batch_that_fails_leaves_nothing_behind(
    kind: str, tmp_path: Path, long: list[Arrival], monkeypatch: pytest.MonkeyPatch
) -> None:
    store: Store = MemoryStore() if kind == "memory" else SqliteStore(tmp_path / "desk.sqlite", create=True)
    with store.writer() as writer:
        intake = Intake(store, writer)
        intake.take(long[:20])
        with monkeypatch.context() as patched, pytest.raises(OSError, match="no"):
            patched.setattr(writer, "assign", _fail)
            intake.take(long[20:40])
        with store.view() as view:
            assert view.counts().articles == 20
            assert all(row.story for row in view.rows())
        intake.take(long[30:])
        assert intake.touched
    assert sorted_in(store, [], []) == clustered(long[:20] + long[30:])


def _fail(stories: object) -> None:
    raise OSError("no")
