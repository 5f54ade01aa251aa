"""Watched feeds in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from twosource.stores.base.feeds import Host, WatchedFeed, WatchedPage


@dataclass(slots=True)
class Watched:
    """What a watch knows."""

    feeds: dict[str, WatchedFeed] = field(default_factory=dict)
    pages: dict[str, WatchedPage] = field(default_factory=dict)
    hosts: dict[str, Host] = field(default_factory=dict)

    def copy(self) -> Watched:
        """What is known now, whatever is added later."""
        return Watched(dict(self.feeds), dict(self.pages), dict(self.hosts))

    def restore(self, before: Watched) -> None:
        """Makes it what it was."""
        self.feeds, self.pages, self.hosts = before.feeds, before.pages, before.hosts


class MemoryFeedWriter:
    """See `FeedWriter`."""

    _watched: Watched

    def put_feeds(self, feeds: Sequence[WatchedFeed]) -> None:
        """See `FeedWriter.put_feeds`."""
        self._watched.feeds.update({feed.feed: feed for feed in feeds})

    def add_pages(self, pages: Sequence[WatchedPage]) -> int:
        """See `FeedWriter.add_pages`."""
        before = len(self._watched.pages)
        for page in pages:
            self._watched.pages.setdefault(page.address, page)
        return len(self._watched.pages) - before

    def put_pages(self, pages: Sequence[WatchedPage]) -> None:
        """See `FeedWriter.put_pages`."""
        self._watched.pages.update({page.address: page for page in pages})

    def put_host(self, host: Host) -> None:
        """See `FeedWriter.put_host`."""
        self._watched.hosts[host.host] = host


class MemoryFeedView:
    """See `FeedView`."""

    _watched: Watched

    def feeds(self) -> list[WatchedFeed]:
        """See `FeedView.feeds`."""
        return list(self._watched.feeds.values())

    def pages_due(self, feed: str, now: int, most: int) -> list[WatchedPage]:
        """See `FeedView.pages_due`."""
        due = [(p.next_look, p) for p in self._watched.pages.values() if p.feed == feed and p.next_look is not None]
        return [page for at, page in sorted(due, key=lambda one: one[0]) if at <= now][:most]

    def next_due(self, feeds: Collection[str]) -> int | None:
        """See `FeedView.next_due`."""
        times = [feed.next_poll for feed in self._watched.feeds.values() if feed.feed in feeds]
        times += [page.next_look for page in self._watched.pages.values() if page.feed in feeds]
        return min((time for time in times if time is not None), default=None)

    def watched_page(self, address: str) -> WatchedPage | None:
        """See `FeedView.watched_page`."""
        return self._watched.pages.get(address)

    def pages_gone(self) -> Iterator[WatchedPage]:
        """See `FeedView.pages_gone`."""
        yield from (p for p in self._watched.pages.values() if p.gone is not None and p.kept_from)

    def host(self, host: str) -> Host | None:
        """See `FeedView.host`."""
        return self._watched.hosts.get(host)
