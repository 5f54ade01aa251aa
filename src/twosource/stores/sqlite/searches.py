"""Saved searches in SQLite."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict

from twosource.stores.base.facets import Search
from twosource.stores.base.searches import SavedSearch
from twosource.stores.sqlite.transactions import Transactions

_SAVED = "SELECT search, name, asked, made, read FROM searches"


class SqliteSearchWriter(Transactions):
    """See `SearchWriter`."""

    def save_search(self, saved: SavedSearch) -> None:
        """See `SearchWriter.save_search`."""
        row = (saved.id, saved.name, json.dumps(asdict(saved.search)), saved.made, saved.read)
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO searches (search, name, asked, made, read) VALUES (?, ?, ?, ?, ?)", row
            )

    def read_search(self, search: str, upto: int) -> None:
        """See `SearchWriter.read_search`."""
        with self.transaction() as connection:
            connection.execute("UPDATE searches SET read = max(read, ?) WHERE search = ?", (upto, search))

    def forget_search(self, search: str) -> None:
        """See `SearchWriter.forget_search`."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM searches WHERE search = ?", (search,))


class SqliteSearchView:
    """See `SearchView`."""

    _connection: sqlite3.Connection

    def saved_searches(self) -> list[SavedSearch]:
        """See `SearchView.saved_searches`."""
        return [_saved(*row) for row in self._connection.execute(f"{_SAVED} ORDER BY number")]

    def saved_search(self, search: str) -> SavedSearch | None:
        """See `SearchView.saved_search`."""
        row = self._connection.execute(f"{_SAVED} WHERE search = ?", (search,)).fetchone()
        return _saved(*row) if row else None

    def last_arrival(self) -> int:
        """See `SearchView.last_arrival`."""
        return int(self._connection.execute("SELECT ifnull(max(number), 0) FROM articles").fetchone()[0])


def _saved(search: str, name: str, asked: str, made: str, read: int) -> SavedSearch:
    return SavedSearch(id=search, name=name, search=Search(**json.loads(asked)), made=made, read=read)
