"""The watch itself: round after round, until it is ended or nothing is left to watch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.desk.watch.crawl import TICK
from twosource.desk.watch.rounds import Brought, Means, Round
from twosource.errors import StoreBusy
from twosource.pages.opml import Subscription
from twosource.stores.base import WatchedFeed

REST = 30.0
"""Seconds from the end of one round to the beginning of the next, at least."""


def watch(
    means: Means,
    feeds: Sequence[Subscription],
    on_round: Callable[[list[Brought]], None],
    on_busy: Callable[[StoreBusy], None] = lambda _: None,
    *,
    once: bool = False,
) -> None:
    """Watches these feeds until `means.stopped()`, or through what is due `once`; `on_round` hears of each round.

    What it knows is in the store: the next watch goes on from there, as does the next round where another process has
    written for too long, which `on_busy` hears of; with `once` StoreBusy is raised.
    """
    watched = _known(means, feeds)
    while not means.stopped():
        try:
            on_round(Round(means, watched).run())
        except StoreBusy as error:
            if once:
                raise
            on_busy(error)
        due = next_due(means, watched)
        if once or due is None:
            return
        _wait(means, max(due, means.clock.now() + REST))


def next_due(means: Means, feeds: Sequence[str]) -> int | None:
    """When the next of these feeds or of their pages is due (Unix seconds); None where all feeds have ended."""
    with means.store.view() as view:
        return view.next_due(feeds)


def _known(means: Means, feeds: Sequence[Subscription]) -> list[str]:
    """The addresses of the feeds as given; the store knows each of them then."""
    with means.store.view() as view:
        known = {feed.feed for feed in view.feeds()}
    new = [f for f in feeds if f.address not in known]
    if new:
        with means.store.writer() as writer:
            writer.put_feeds([WatchedFeed(feed=f.address, address=f.address, title=_title(f)) for f in new])
    return [feed.address for feed in feeds]


def _title(feed: Subscription) -> str:
    """Its title in the list; one that is only its address says nothing of who publishes it."""
    return feed.title if feed.title != feed.address else ""


def _wait(means: Means, until: float) -> None:
    while not means.stopped() and (left := until - means.clock.now()) > 0:
        means.clock.sleep(min(TICK, left))
