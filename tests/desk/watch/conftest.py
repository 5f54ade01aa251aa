"""A watch over sites on the loopback, by a clock that the tests set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.desk.watch.made import SetClock
from tests.desk.watch.server import Site, serving
from twosource.api import Options
from twosource.desk.watch.from_web import from_web
from twosource.desk.watch.rounds import Brought, Means
from twosource.desk.watch.tally import Tally
from twosource.desk.watch.watching import watch
from twosource.pages.opml import Subscription
from twosource.stores.base import Row, Store, WatchedFeed, WatchedPage
from twosource.stores.sqlite import SqliteStore

HOUR = 3600
ALLOWED = ("127.0.0.1", "127.0.0.2", "127.0.0.3", "localhost")


@dataclass
class Watcher:
    """Watches by a clock of its own and tells what came of it."""

    store: Store
    clock: SetClock = field(default_factory=SetClock)
    allowed: tuple[str, ...] = ALLOWED
    rounds: list[list[Brought]] = field(default_factory=list)

    def once(self, *feeds: str) -> list[Brought]:
        """One round over these feeds."""
        means = Means(
            store=self.store,
            options=Options(analyzer="rules"),
            fetch=partial(from_web, allow_hosts=self.allowed),
            clock=self.clock,
            chance=Random(5),
        )
        rounds: list[list[Brought]] = []
        watch(means, [Subscription(title=feed, address=feed) for feed in feeds], rounds.append, once=True)
        self.rounds += rounds
        return rounds[0]

    def tally(self, *feeds: str) -> Tally:
        """What one round over these feeds brought in all."""
        total = Tally()
        for brought in self.once(*feeds):
            total.add(brought.tally)
        return total

    def later(self, seconds: float = HOUR) -> Watcher:
        """The same, so many seconds later."""
        self.clock.time += seconds
        return self

    def rows(self) -> list[Row]:
        """The articles of the desk."""
        with self.store.view() as view:
            return list(view.rows())

    def headlines(self) -> list[str]:
        """Of the articles of the desk."""
        return [row.headline for row in self.rows()]

    def reasons(self) -> list[str]:
        """Why what is in quarantine is there."""
        with self.store.view() as view:
            return [one.reason for one in view.rejected()]

    def feed(self, address: str) -> WatchedFeed:
        """What is known of a feed."""
        with self.store.view() as view:
            return next(feed for feed in view.feeds() if feed.feed == address)

    def page(self, address: str) -> WatchedPage:
        """What is known of a page."""
        with self.store.view() as view:
            found = view.watched_page(address)
        assert found is not None
        return found


@pytest.fixture
def watcher(tmp_path: Path) -> Watcher:
    return Watcher(SqliteStore(tmp_path / "desk.sqlite", create=True))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def other() -> Iterator[Site]:
    with serving("127.0.0.2") as found:
        yield found
