"""Watched feeds in SQLite."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import astuple, fields
from typing import Any

from twosource.stores.base.feeds import Host, WatchedFeed, WatchedPage
from twosource.stores.sqlite.articles import clean
from twosource.stores.sqlite.transactions import Transactions


def _names(row: type[WatchedFeed | WatchedPage | Host]) -> list[str]:
    return [field.name for field in fields(row)]


def _put(table: str, row: type[WatchedFeed | WatchedPage | Host]) -> str:
    """Inserts a row or replaces all but the key, its first column, so that its number stays."""
    names = _names(row)
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    changed = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT ({names[0]}) DO UPDATE SET {changed}"  # noqa: S608


def _get(table: str, row: type[WatchedFeed | WatchedPage | Host]) -> str:
    return f"SELECT {', '.join(_names(row))} FROM {table}"  # noqa: S608


_PUT_FEED, _GET_FEEDS = _put("feeds", WatchedFeed), _get("feeds", WatchedFeed)
_PUT_PAGE, _GET_PAGES = _put("watched_pages", WatchedPage), _get("watched_pages", WatchedPage)
_PUT_HOST, _GET_HOSTS = _put("hosts", Host), _get("hosts", Host)
_ADD_PAGE = _PUT_PAGE.partition(" DO UPDATE")[0] + " DO NOTHING"
_CONTENT = _names(WatchedPage).index("content")


class SqliteFeedWriter(Transactions):
    """See `FeedWriter`."""

    def put_feeds(self, feeds: Sequence[WatchedFeed]) -> None:
        """See `FeedWriter.put_feeds`."""
        with self.transaction() as connection:
            connection.executemany(_PUT_FEED, map(_sendable, feeds))

    def add_pages(self, pages: Sequence[WatchedPage]) -> int:
        """See `FeedWriter.add_pages`."""
        rows = list(map(_page_row, pages))
        with self.transaction() as connection:
            return sum(connection.execute(_ADD_PAGE, row).rowcount for row in rows)

    def put_pages(self, pages: Sequence[WatchedPage]) -> None:
        """See `FeedWriter.put_pages`."""
        rows = list(map(_page_row, pages))
        with self.transaction() as connection:
            connection.executemany(_PUT_PAGE, rows)

    def put_host(self, host: Host) -> None:
        """See `FeedWriter.put_host`."""
        with self.transaction() as connection:
            connection.execute(_PUT_HOST, _sendable(host))


def _sendable(row: WatchedFeed | WatchedPage | Host) -> list[Any]:
    """The values of a row; lone surrogates, which SQLite cannot hold, are replaced."""
    return [clean(x) if isinstance(x, str) else x for x in astuple(row)]


def _page_row(page: WatchedPage) -> list[Any]:
    row = _sendable(page)
    if page.content is not None:
        row[_CONTENT] = zlib.compress(row[_CONTENT].encode())
    return row


class SqliteFeedView:
    """See `FeedView`."""

    _connection: sqlite3.Connection

    def feeds(self) -> list[WatchedFeed]:
        """See `FeedView.feeds`."""
        return [_feed(row) for row in self._connection.execute(f"{_GET_FEEDS} ORDER BY number")]

    def pages_due(self, feed: str, now: int, most: int) -> list[WatchedPage]:
        """See `FeedView.pages_due`."""
        asked = f"{_GET_PAGES} WHERE feed = ? AND next_look <= ? ORDER BY next_look, number LIMIT ?"
        return [_page(row) for row in self._connection.execute(asked, (feed, now, most))]

    def next_due(self, feeds: Collection[str]) -> int | None:
        """See `FeedView.next_due`."""
        asked = (
            "SELECT min(next_poll) FROM feeds WHERE feed = ?1 "
            "UNION ALL SELECT min(next_look) FROM watched_pages WHERE feed = ?1 AND next_look IS NOT NULL"
        )
        found = (time for feed in feeds for (time,) in self._connection.execute(asked, (feed,)))
        return min((time for time in found if time is not None), default=None)

    def watched_page(self, address: str) -> WatchedPage | None:
        """See `FeedView.watched_page`."""
        row = self._connection.execute(f"{_GET_PAGES} WHERE address = ?", (address,)).fetchone()
        return _page(row) if row else None

    def pages_gone(self) -> Iterator[WatchedPage]:
        """See `FeedView.pages_gone`."""
        asked = f"{_GET_PAGES} WHERE gone IS NOT NULL AND kept_from != '' ORDER BY number"
        yield from map(_page, self._connection.execute(asked))

    def host(self, host: str) -> Host | None:
        """See `FeedView.host`."""
        row = self._connection.execute(f"{_GET_HOSTS} WHERE host = ?", (host,)).fetchone()
        return Host(**dict(zip(_names(Host), row, strict=True))) if row else None


def _feed(row: Sequence[Any]) -> WatchedFeed:
    return WatchedFeed(**dict(zip(_names(WatchedFeed), row, strict=True)))


def _page(row: Sequence[Any]) -> WatchedPage:
    values = dict(zip(_names(WatchedPage), row, strict=True))
    if values["content"] is not None:
        values["content"] = zlib.decompress(values["content"]).decode()
    return WatchedPage(**values)
