"""Queries of FTS5, and which of the articles that match them match best."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from twosource.stores.base.articles import weighed_words


def all_of(words: Iterable[str]) -> str:
    """The query of FTS5 for all these words."""
    return " ".join(f'"{word}"' for word in words)


def best(connection: sqlite3.Connection, words: str, numbers: Sequence[int], most: int, skip: int) -> list[int]:
    """At most so many of the articles of these numbers, all of which match, after the first `skip`: the best first."""
    asked = (  # without the `+` FTS5 would look each of them up by itself
        "SELECT rowid FROM words WHERE words MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) "
        "ORDER BY rank, rowid LIMIT ? OFFSET ?"
    )
    weighed = all_of(weighed_words(words))
    return [number for (number,) in connection.execute(asked, (weighed, json.dumps(numbers), most, skip))]
