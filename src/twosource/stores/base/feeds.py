"""What a desk keeps of the feeds it watches: each feed, the pages its entries lead to, and what their hosts ask for.

All times are whole seconds of Unix time. A row replaces the one of its key.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFeed:
    """A feed and when it is asked next; `next_poll` None: never again, it is gone.

    `feed` is its address as the user gave it, `address` where it is now; `failures` counts those since it last came.
    """

    feed: str
    address: str
    title: str = ""
    etag: str | None = None
    modified: str | None = None
    next_poll: int | None = 0
    polled: int | None = None
    failures: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPage:
    """A page that an entry leads to, what its feed says of it, and when it is looked at next (None: never again).

    `looks` counts those since it was kept, the first included, `failures` those that gave nothing before. `content` is
    the entry's own text, of the media type `content_type`, kept until the page itself came. `kept_from`: "page", "feed"
    where the page could not be had, "" for neither. `gone`: since when the server says that it is not there (404, 410).
    """

    address: str
    feed: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    content: str | None = None
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    next_look: int | None = 0
    looks: int = 0
    failures: int = 0
    kept_from: str = ""
    gone: int | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What a host asks for: its robots.txt, to be asked again at `until`; `wait`: nothing is fetched before.

    `host` is scheme, name and port; `robots` is empty where there is none, None where it could not be had.
    """

    host: str
    robots: str | None = None
    until: int = 0
    wait: int = 0


class FeedWriter(Protocol):
    """Keeps what a watch knows."""

    def put_feeds(self, feeds: Sequence[WatchedFeed]) -> None:
        """Keeps these feeds."""
        ...

    def add_pages(self, pages: Sequence[WatchedPage]) -> int:
        """Keeps those pages whose addresses are not known yet; how many that were."""
        ...

    def put_pages(self, pages: Sequence[WatchedPage]) -> None:
        """Keeps these pages."""
        ...

    def put_host(self, host: Host) -> None:
        """Keeps what a host asks for."""
        ...


class FeedView(Protocol):
    """Reads what a watch knows."""

    def feeds(self) -> list[WatchedFeed]:
        """All feeds in the order in which they were first kept."""
        ...

    def pages_due(self, feed: str, now: int, most: int) -> list[WatchedPage]:
        """At most so many pages of a feed that are due: the longest due first, then the first kept."""
        ...

    def next_due(self, feeds: Collection[str]) -> int | None:
        """When the next of these feeds, or of their pages, is due; None where none ever is."""
        ...

    def watched_page(self, address: str) -> WatchedPage | None:
        """What is known of the page at this address."""
        ...

    def pages_gone(self) -> Iterator[WatchedPage]:
        """The pages that were kept and are no longer there, in the order in which they were first kept."""
        ...

    def host(self, host: str) -> Host | None:
        """What this host asks for, where that is known."""
        ...
