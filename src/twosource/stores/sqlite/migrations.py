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
