"""What a desk of an earlier version lacks in tables that it has already; tables that are new come by their scripts."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from twosource.stores.sqlite.fill import fill_facets


def from_1(connection: sqlite3.Connection) -> None:
    """Version 2: what articles are found by beside their words."""
    fill_facets(connection)


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: from_1}
"""By the version they start from; each runs within one transaction with all others that are needed."""


def add_column(connection: sqlite3.Connection, table: str, column: str, declared: str) -> None:
    """Adds a column, where a script has not made it with the whole table; the names are ours, never a user's."""
    if all(row[1] != column for row in connection.execute(f"PRAGMA table_info({table})")):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declared}")
