"""What a person reads of a watch: a line for a round, a feed, a page that is gone."""

from __future__ import annotations

from datetime import datetime

from twosource.desk.watch.rounds import Brought
from twosource.desk.watch.tally import tally_words
from twosource.formats.words import plural, printable
from twosource.stores.base import WatchedFeed, WatchedPage


def when(time: int) -> str:
    """A time (Unix seconds) by the clock of this machine: 2031-05-05 14:05."""
    try:
        return f"{datetime.fromtimestamp(time):%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return "never"


def line_of(brought: Brought) -> str:
    """What a round brought of a feed, in a line; empty where all is as it was."""
    name = brought.feed.title or brought.feed.feed
    counted = tally_words(brought.tally) if brought.tally.tells else ""
    if brought.failed:  # the reason begins with the address
        return "; ".join(filter(None, [*brought.said, counted]))
    parts = [part for part in (counted, *brought.said) if part]
    return f"{name}: {'; '.join(parts)}" if parts else ""


def feed_words(feed: WatchedFeed) -> str:
    """Address, tab, title, tab, how the feed stands."""
    moved = f"; moved to {feed.address}" if feed.address != feed.feed else ""
    return printable("\t".join((feed.feed, feed.title or "-", _state(feed) + moved)))


def _state(feed: WatchedFeed) -> str:
    came = f"last came {when(feed.polled)}" if feed.polled is not None else "has not come yet"
    if feed.next_poll is None:
        return f"ended: {feed.error}"
    if feed.failures:
        return f"failed {plural(feed.failures, 'time')}, {came}, next {when(feed.next_poll)}: {feed.error}"
    return f"{came}, next {when(feed.next_poll) if feed.next_poll else 'when the watch runs'}"


def gone_words(page: WatchedPage) -> str:
    """Address, tab, title, tab, since when a page is gone."""
    since = when(page.gone or 0)
    return printable("\t".join((page.address, page.title or "-", f"gone from its site since {since}; kept here")))
