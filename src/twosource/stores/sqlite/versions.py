"""Sightings in SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from twosource.stores.base.versions import Sighting
from twosource.stores.sqlite.articles import clean
from twosource.stores.sqlite.transactions import Transactions


class SqliteVersionWriter(Transactions):
    """See `VersionWriter`."""

    def note_sightings(self, sightings: Sequence[Sighting]) -> None:
        """See `VersionWriter.note_sightings`."""
        rows = [(s.article, clean(s.address), s.retrieved or "") for s in sightings]
        with self.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO sightings (article, address, retrieved) VALUES (?, ?, ?)", rows
            )

    def note_seen_again(self, seen: Mapping[str, str]) -> None:
        """See `VersionWriter.note_seen_again`."""
        asked = (
            "INSERT OR IGNORE INTO sightings (article, address, retrieved) "
            "SELECT DISTINCT article, address, ? FROM sightings WHERE article = ?"
        )
        with self.transaction() as connection:
            connection.executemany(asked, [(at, article) for article, at in seen.items()])


class SqliteVersionView:
    """See `VersionView`."""

    _connection: sqlite3.Connection

    def sightings(self, articles: Iterable[str]) -> list[Sighting]:
        """See `VersionView.sightings`."""
        asked = "SELECT article, address, retrieved FROM sightings WHERE article = ? ORDER BY retrieved, number"
        found = (row for article in articles for row in self._connection.execute(asked, (article,)))
        return [Sighting(article=a, address=address, retrieved=at or None) for a, address, at in found]

    def articles_at(self, addresses: Iterable[str]) -> list[str]:
        """See `VersionView.articles_at`."""
        asked = "SELECT min(number), article FROM sightings WHERE address = ? GROUP BY article"
        found = {row for address in addresses for row in self._connection.execute(asked, (clean(address),))}
        return list(dict.fromkeys(article for _, article in sorted(found)))
