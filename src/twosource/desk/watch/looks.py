"""When a page is looked at, and what follows from what came: a capture, another look, or a note that it is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from twosource.desk.watch.backoff import wait_after
from twosource.desk.watch.robots import host_of
from twosource.errors import FetchRefused, InputError, PageTooLarge
from twosource.model import Given
from twosource.pages import Capture
from twosource.pages.fetch import AnswerRefused, Fetched
from twosource.stores.base import WatchedPage

HOUR = 3600
GAPS = (HOUR, 5 * HOUR, 18 * HOUR, 48 * HOUR)
"""Seconds from one look at a page that was kept to the next: after 1, 6, 24 and 72 hours, when corrections come."""
TRIES = 3
"""Looks at a page that never came, before it is given up."""
GONE = (404, 410)
_MAY_PASS = (408, 425, 429)
"""Answers of the 4xx kind that say to come again."""


def given_of(page: WatchedPage) -> Given:
    """What its feed says of a page; the same at every look, so that the same bytes are the same article."""
    url = page.address if is_fetchable(page) else None
    return Given(input_id=page.address, title=page.title, date=page.date, outlet=page.outlet, url=url)


def is_fetchable(page: WatchedPage) -> bool:
    """Whether there is a page: an entry without an address goes by a name that is none of the web."""
    try:
        return bool(host_of(page.address))
    except ValueError:
        return False


def capture_of(page: WatchedPage, fetched: Capture) -> Capture:
    """The page as it came, with what the feed says of it."""
    return replace(fetched, given=given_of(page))


def capture_from_feed(page: WatchedPage, now: float) -> Capture | None:
    """The entry's own text in place of its page, None where it has none; location and a note say that it is that."""
    if not page.content:
        return None
    return Capture(
        location=f"{page.feed}#{page.address}",
        raw=page.content.encode("utf-8", "replace"),
        media_type=page.content_type,
        given=given_of(page),
        encoding="utf-8",
        retrieved=datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds"),
        notes=(f"{page.address}: the page itself could not be had: this is the text that its feed gives",),
    )


def after_page(page: WatchedPage, fetched: Fetched, now: float) -> WatchedPage:
    """The page when it came and was taken in, or is as it was (304)."""
    looked = _looked(page, now)
    return replace(
        looked,
        etag=fetched.etag or (page.etag if fetched.status == 304 else None),
        modified=fetched.modified or (page.modified if fetched.status == 304 else None),
        kept_from="page",
        content=None,
        content_type=None,
        failures=0,
        gone=None,
        error="",
    )


def after_failure(page: WatchedPage, error: InputError, now: float, chance: Random) -> WatchedPage:
    """The page when it did not come.

    One that was kept before is looked at again as planned, but for 410, which says that it will not come back. One that
    was never kept is tried again, unless that would change nothing.
    """
    status = error.status if isinstance(error, AnswerRefused) else 0
    if page.kept_from:
        gone = (page.gone or int(now)) if status in GONE else page.gone
        looked = replace(_looked(page, now), gone=gone, error=str(error))
        return replace(looked, next_look=None) if status == 410 else looked
    failures = page.failures + 1
    given_up = failures >= TRIES or _is_final(error, status)
    again = None if given_up else int(now) + wait_after(failures, chance, error, now)
    return replace(page, failures=failures, next_look=again, error=str(error))


def after_unreadable(page: WatchedPage, error: InputError, now: float) -> WatchedPage:
    """The page when it came but holds no report: one that was kept before may hold one again."""
    looked = _looked(page, now) if page.kept_from else replace(page, failures=page.failures + 1, next_look=None)
    return replace(looked, error=str(error))


def after_feed_text(page: WatchedPage) -> WatchedPage:
    """The page when the entry's own text was taken in its place."""
    return replace(page, kept_from="feed", content=None, content_type=None, next_look=None)


def _looked(page: WatchedPage, now: float) -> WatchedPage:
    looks = page.looks + 1
    return replace(page, looks=looks, next_look=int(now) + GAPS[looks - 1] if looks <= len(GAPS) else None)


def _is_final(error: InputError, status: int) -> bool:
    if isinstance(error, FetchRefused | PageTooLarge):
        return True
    return 400 <= status < 500 and status not in _MAY_PASS
