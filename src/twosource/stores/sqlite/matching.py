"""Queries of FTS5: articles that hold all words, and which of them match best."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from twosource.stores.base.articles import weighed_words


def all_of(words: Iterable[str]) -> str:
    """The query for all these words."""
    return " ".join(f'"{word}"' for word in words)


def best(connection: sqlite3.Connection, words: str, numbers: Sequence[int]) -> list[int]:
    """The articles of these numbers, all of which match, the best first."""
    asked = (  # without the `+` FTS5 would look each of them up by itself
        "SELECT rowid FROM words WHERE words MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) "
        "ORDER BY rank, rowid"
    )
    found = connection.execute(asked, (all_of(weighed_words(words)), json.dumps(numbers)))
    return [number for (number,) in found]
