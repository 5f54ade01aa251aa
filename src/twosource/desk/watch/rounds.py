"""One round of a watch: asks the feeds that are due, looks at the pages that are due, hands what came to the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from twosource.api import Options
from twosource.desk.watch.clock import Clock
from twosource.desk.watch.couriers import Processes
from twosource.desk.watch.crawl import Crawl, RobotsRefused
from twosource.desk.watch.errands import Came, Errand, Fetch
from twosource.desk.watch.hosts import Hosts
from twosource.desk.watch.looks import (
    after_failure,
    after_feed_text,
    after_page,
    after_unreadable,
    capture_from_feed,
    capture_of,
    is_fetchable,
)
from twosource.desk.watch.polls import after_answer, after_no_answer
from twosource.desk.watch.taking import Taken, take_in
from twosource.desk.watch.tally import Tally
from twosource.errors import InputError
from twosource.pages import Capture
from twosource.pages.fetch import Fetched
from twosource.stores.base import Rejected, Store, WatchedFeed, WatchedPage

MOST_PAGES = 30
"""Pages of one feed that are looked at in a round, so that an archive does not keep the news of others waiting."""
SECONDS = 600
"""Of a round, after which no fetch begins; what is left over is due in the next one."""
BATCH = 20
"""Pages that are handed to the desk together: with the whole analysis a few seconds' worth …"""
BATCH_BYTES = 32 * 2**20
"""… or as many as have so many bytes: a hostile site has pages of 20 MiB …"""
PATIENCE = 10.0
"""… or as many as came in so many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a watch works with; `stopped` says whether it is to end."""

    store: Store
    options: Options
    fetch: Fetch
    clock: Clock
    chance: Random
    stopped: Callable[[], bool] = lambda: False


@dataclass(slots=True, kw_only=True)
class Brought:
    """What a round brought of one feed; `said`: what a person should know of it beside the counts."""

    feed: WatchedFeed
    tally: Tally = field(default_factory=Tally)
    answered: bool = False
    failed: bool = False
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A capture that is to be handed over, and the page it is of: as it will be then where it is the page itself."""

    page: WatchedPage
    capture: Capture
    fetched: Fetched | None


class Round:
    """One round over these feeds (their addresses as given)."""

    def __init__(self, means: Means, feeds: Sequence[str]) -> None:
        self._means, self._store, self._clock = means, means.store, means.clock
        deadline = self._clock.now() + SECONDS
        hosts = Hosts(means.store)
        couriers = Processes(means.fetch)
        self._crawl = Crawl(couriers, means.clock, hosts, deadline=deadline, stopped=means.stopped)
        with self._store.view() as view:
            known = {feed.feed: feed for feed in view.feeds()}
        self._brought = {feed: Brought(feed=known[feed]) for feed in feeds}
        self._waiting: list[_Waiting] = []
        self._since = 0.0

    def run(self) -> list[Brought]:
        """Does all that is due; what each feed brought."""
        now = self._clock.now()
        for brought in self._brought.values():
            if brought.feed.next_poll is not None and brought.feed.next_poll <= now:
                self._crawl.add(_errand_of_feed(brought.feed))
            else:
                self._look_at_pages(brought)
        for came in self._crawl.come():
            if came is not None:
                self._came(came)
            if self._waiting and self._is_enough():
                self._hand_over()
        self._hand_over()
        return list(self._brought.values())

    def _came(self, came: Came) -> None:
        subject = came.errand.subject
        if isinstance(subject, WatchedFeed):
            brought = self._brought[subject.feed]
            self._feed_came(brought, came)
            self._look_at_pages(brought)
        elif isinstance(subject, WatchedPage):
            self._page_came(subject, came)

    def _feed_came(self, brought: Brought, came: Came) -> None:
        now = self._clock.now()
        if came.error is not None:
            brought.feed = after_no_answer(brought.feed, came.error, now, self._means.chance)
            brought.failed = True
            brought.said.append(brought.feed.error)
            self._note(brought.feed, [Rejected(input_id=brought.feed.feed, reason=brought.feed.error)])
            return
        poll = after_answer(brought.feed, came, now)
        if poll.feed.address != brought.feed.address:
            brought.said.append(f"it has moved to {poll.feed.address}")
        if poll.passed_over:
            brought.said.append(f"{poll.passed_over} older entries passed over")
        brought.feed, brought.answered = poll.feed, True
        self._note(poll.feed, pages=poll.pages)
        self._look_at_texts(poll.pages)

    def _note(self, feed: WatchedFeed, rejected: Sequence[Rejected] = (), pages: Sequence[WatchedPage] = ()) -> None:
        with self._store.writer() as writer, writer.together():
            writer.put_feeds([feed])
            writer.add_pages(pages)
            writer.reject(rejected)

    def _look_at_pages(self, brought: Brought) -> None:
        with self._store.view() as view:
            due = view.pages_due(brought.feed.feed, int(self._clock.now()), MOST_PAGES)
        for page in due:
            if is_fetchable(page):
                self._crawl.add(_errand_of_page(page))
            else:
                self._not_to_be_had(page, InputError(f"{page.address}: this entry has no address of a web page"))

    def _look_at_texts(self, pages: Sequence[WatchedPage]) -> None:
        """Hands over the texts of entries that stand for their pages: the feed may have corrected them."""
        with self._store.view() as view:
            known = [(view.watched_page(page.address), page) for page in pages if page.content]
        for before, page in known:
            if before is not None and before.kept_from == "feed" and before.feed == page.feed:
                self._fall_back(replace(before, content=page.content, content_type=page.content_type))

    def _page_came(self, page: WatchedPage, came: Came) -> None:
        if came.fetched is None:
            assert came.error is not None
            self._not_to_be_had(page, came.error)
        elif came.fetched.capture is None:
            self._tally(page).unchanged += 1
            self._put([after_page(page, came.fetched, self._clock.now())])
        else:
            self._wait(_Waiting(page, capture_of(page, came.fetched.capture), came.fetched))

    def _not_to_be_had(self, page: WatchedPage, error: InputError) -> None:
        """Nothing came of a page: notes it; where it is given up the feed's own text is taken in its place."""
        tally, now = self._tally(page), self._clock.now()
        after = after_failure(page, error, now, self._means.chance)
        if isinstance(error, RobotsRefused):
            tally.refused += 1
        elif after.gone and not page.gone:
            tally.gone += 1
        elif after.next_look is not None:
            tally.later += 1
        if page.kept_from or after.next_look is not None:
            self._put([after])
        elif not self._fall_back(after):
            tally.failed += not isinstance(error, RobotsRefused)
            self._put([after], [Rejected(input_id=page.address, reason=str(error))])

    def _fall_back(self, page: WatchedPage) -> bool:
        """Whether the entry has a text of its own that can stand for its page; it is handed over then."""
        capture = capture_from_feed(page, self._clock.now())
        if capture is not None:
            self._wait(_Waiting(page, capture, None))
        return capture is not None

    def _wait(self, waiting: _Waiting) -> None:
        if not self._waiting:
            self._since = self._clock.now()
        self._waiting.append(waiting)

    def _is_enough(self) -> bool:
        if len(self._waiting) >= BATCH or self._clock.now() - self._since >= PATIENCE:
            return True
        return sum(len(one.capture.raw) for one in self._waiting) >= BATCH_BYTES

    def _hand_over(self) -> None:
        """Hands over what waits; a page is noted after the desk has it, so that one that got lost is fetched again."""
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            became = take_in(self._store, [one.capture for one in waiting], self._means.options)
            self._put([self._after_taking(one, became[one.page.address]) for one in waiting])

    def _after_taking(self, one: _Waiting, became: Taken | InputError) -> WatchedPage:
        tally, now, page = self._tally(one.page), self._clock.now(), one.page
        if isinstance(became, InputError):
            after = after_unreadable(page, became, now)
            if page.kept_from or one.fetched is None or not self._fall_back(after):
                tally.failed += 1
            return after
        if became is Taken.KNOWN:
            tally.unchanged += one.fetched is not None
        elif page.kept_from:
            tally.changed += 1
        else:
            tally.new += 1
            tally.from_feed += one.fetched is None
        return after_page(page, one.fetched, now) if one.fetched else after_feed_text(page)

    def _put(self, pages: Sequence[WatchedPage], rejected: Sequence[Rejected] = ()) -> None:
        with self._store.writer() as writer, writer.together():
            writer.put_pages(pages)
            writer.reject(rejected)

    def _tally(self, page: WatchedPage) -> Tally:
        return self._brought[page.feed].tally


def _errand_of_feed(feed: WatchedFeed) -> Errand:
    return Errand(subject=feed, address=feed.address, accept="feed", etag=feed.etag, modified=feed.modified)


def _errand_of_page(page: WatchedPage) -> Errand:
    return Errand(subject=page, address=page.address, accept="page", etag=page.etag, modified=page.modified)
