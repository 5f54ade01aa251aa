"""When a feed is asked, and what follows from its answer: pages to look at, another address, or its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from urllib.parse import urldefrag

from twosource.desk.watch.backoff import wait_after
from twosource.desk.watch.errands import Came
from twosource.errors import InputError
from twosource.model import content_id
from twosource.pages import Capture
from twosource.pages.entries import captures_of
from twosource.pages.feeds import Entry, Feed
from twosource.pages.fetch import AnswerRefused
from twosource.stores.base import WatchedFeed, WatchedPage

INTERVAL = 900
"""Seconds from one answer of a feed to the next question."""
MOST_ENTRIES = 100
"""Entries of one answer that are looked at, the newest: feeds have 10 to 50, an archive has thousands."""
MOST_ADDRESS = 2000
"""Characters of an address that is followed."""
MOST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A feed after its answer, the pages its entries lead to, and how many older entries were passed over."""

    feed: WatchedFeed
    pages: tuple[WatchedPage, ...] = ()
    passed_over: int = 0


def after_answer(feed: WatchedFeed, came: Came, now: float) -> Poll:
    """The feed when it answered: with entries, or that nothing changed (304)."""
    assert came.fetched is not None
    asked = replace(feed, polled=int(now), next_poll=int(now) + INTERVAL, failures=0, error="")
    asked = replace(asked, address=came.fetched.moved or feed.address)
    if came.feed is None:
        return Poll(feed=asked)
    entries = _newest(came.feed.entries)
    title = (came.feed.title or feed.title)[:MOST_TITLE]
    answered = replace(asked, title=title, etag=came.fetched.etag, modified=came.fetched.modified)
    pages = tuple(_page(answered, entry, int(now)) for entry in entries)
    return Poll(feed=answered, pages=pages, passed_over=len(came.feed.entries) - len(entries))


def after_no_answer(feed: WatchedFeed, error: InputError, now: float, chance: Random) -> WatchedFeed:
    """The feed when it did not answer, or with something else than a feed; 410 says that it will not come back."""
    if isinstance(error, AnswerRefused) and error.status == 410:
        reason = f"{feed.address}: the server says that this feed has ended (410): take it out of your list"
        return replace(feed, next_poll=None, failures=feed.failures + 1, error=reason)
    failures = feed.failures + 1
    return replace(
        feed, failures=failures, next_poll=int(now) + wait_after(failures, chance, error, now), error=str(error)
    )


def _newest(entries: Sequence[Entry]) -> Sequence[Entry]:
    """At most MOST_ENTRIES, in the order of the feed; by day where it has more, and the first where days are none."""
    if len(entries) <= MOST_ENTRIES:
        return entries
    days = [(entry.published or entry.updated or "")[:10] for entry in entries]
    chosen = sorted(range(len(entries)), key=days.__getitem__, reverse=True)[:MOST_ENTRIES]
    return [entries[n] for n in sorted(chosen)]


def _page(feed: WatchedFeed, entry: Entry, now: int) -> WatchedPage:
    text = _own_text(entry)
    return WatchedPage(
        address=_address(feed, entry),
        feed=feed.feed,
        title=entry.title[:MOST_TITLE] if entry.title else None,
        date=entry.published or entry.updated,
        outlet=feed.title or None,
        content=text.raw.decode() if text else None,
        content_type=text.media_type if text else None,
        next_look=now,
    )


def _address(feed: WatchedFeed, entry: Entry) -> str:
    """Where the entry leads, less the place within the page; a name of ours where it leads nowhere."""
    if entry.url and len(entry.url) <= MOST_ADDRESS:
        return urldefrag(entry.url).url
    # An entry without an id goes by its number, which will be another's tomorrow.
    own = entry.id if not entry.id.isdecimal() else content_id("entry", entry.title, entry.html, entry.text)
    return f"entry:{feed.feed}#{own[:MOST_ADDRESS]}"


def _own_text(entry: Entry) -> Capture | None:
    """What the entry itself holds under its title, where that is more than a teaser."""
    if not entry.whole:
        return None
    found = next(captures_of(Feed(title=None, entries=(entry,)), ""))
    return found if isinstance(found, Capture) else None
