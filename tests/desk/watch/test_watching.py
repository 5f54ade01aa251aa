"""Round after round: when the next one begins, what ends it, and what it outlives."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.desk.watch.conftest import ALLOWED
from tests.desk.watch.made import SetClock
from tests.desk.watch.server import Site, html, item, refused, rss
from tests.desk.watch.test_rounds import FIRE
from twosource.api import Options
from twosource.desk.watch.from_web import from_web
from twosource.desk.watch.polls import INTERVAL
from twosource.desk.watch.rounds import Brought, Means
from twosource.desk.watch.watching import watch
from twosource.errors import StoreBusy
from twosource.pages.opml import Subscription
from twosource.stores.base import Store
from twosource.stores.memory import MemoryStore
from twosource.stores.sqlite import SqliteStore


class Rounds:
    """Watches for so many rounds, and notes when each ended."""

    def __init__(self, store: Store, most: int) -> None:
        self.clock, self.ended, self.most = SetClock(), [0.0], most
        self.brought: list[list[Brought]] = []
        fetch = partial(from_web, allow_hosts=ALLOWED)
        self.means = Means(
            store=store,
            options=Options(analyzer="rules"),
            fetch=fetch,
            clock=self.clock,
            chance=Random(1),
            stopped=lambda: len(self.brought) >= self.most,
        )
        self.begun = self.clock.now()

    def __call__(self, brought: list[Brought]) -> None:
        self.brought.append(brought)
        self.ended.append(self.clock.now() - self.begun)


@pytest.fixture
def feeds(site: Site) -> list[Subscription]:
    site.answers["/fire"] = html("Warehouse burns in Tarvik", *FIRE)
    site.answers["/rss"] = rss(item(site.at("/fire"), "Warehouse burns in Tarvik"))
    return [Subscription(title="News", address=site.at("/rss"))]


def test_a_round_begins_when_something_is_due(site: Site, feeds: list[Subscription]) -> None:
    rounds = Rounds(MemoryStore(), 6)
    watch(rounds.means, feeds, rounds)
    gaps = [later - earlier for earlier, later in zip(rounds.ended[1:], rounds.ended[2:], strict=False)]
    assert gaps == pytest.approx([INTERVAL] * 4 + [gaps[-1]], abs=10)
    assert site.paths() == ["/rss", "/fire", "/rss", "/rss", "/rss", "/rss", "/fire"]


def test_it_ends_when_all_feeds_have(site: Site) -> None:
    site.answers["/rss"] = refused(410)
    rounds = Rounds(MemoryStore(), 99)
    watch(rounds.means, [Subscription(title="News", address=site.at("/rss"))], rounds)
    assert len(rounds.brought) == 1


def test_it_outlives_another_process_that_writes_for_long(feeds: list[Subscription], tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    SqliteStore(path, create=True)
    rounds = Rounds(SqliteStore(path, patience=0.05), 1)
    watch(Rounds(SqliteStore(path), 0).means, feeds, rounds)  # knows the feeds, and does nothing yet
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    told: list[str] = []

    def on_busy(error: StoreBusy) -> None:
        told.append(str(error))
        other.execute("ROLLBACK")

    watch(rounds.means, feeds, rounds, on_busy)
    other.close()
    assert len(told) == 1
    assert "another process is writing" in told[0]
    assert rounds.brought[0][0].tally.new == 1
