"""Queries of FTS5: how many articles hold all words, and which of them match best."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from twosource.stores.base import articles as base
from twosource.stores.base.articles import search_words, weighed_words


def all_of(words: Iterable[str]) -> str:
    """The query for all these words."""
    return " ".join(f'"{word}"' for word in words)


def count_matches(connection: sqlite3.Connection, words: str) -> int:
    """How many articles hold all the words of a search."""
    if not (wanted := all_of(search_words(words))):
        return 0
    return int(connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (wanted,)).fetchone()[0])


def matches(connection: sqlite3.Connection, words: str, most: int, skip: int) -> tuple[int, list[int]]:
    """How many those are, and the numbers of at most so many after the first `skip`: the best, of many the latest."""
    if not (wanted := all_of(search_words(words))):
        return 0, []
    asked = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid"  # forwards: backwards takes a third more
    numbers = [number for (number,) in connection.execute(f"{asked} LIMIT ?", (wanted, base.RANKED + 1))]
    if len(numbers) <= base.RANKED:
        return len(numbers), best(connection, words, numbers, most, skip)
    latest = connection.execute(f"{asked} DESC LIMIT ? OFFSET ?", (wanted, most, skip))
    return count_matches(connection, words), [number for (number,) in latest]


def best(connection: sqlite3.Connection, words: str, numbers: Sequence[int], most: int, skip: int) -> list[int]:
    """At most so many of the articles of these numbers, all of which match, after the first `skip`: the best first."""
    asked = (  # without the `+` FTS5 would look each of them up by itself
        "SELECT rowid FROM words WHERE words MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) "
        "ORDER BY rank, rowid LIMIT ? OFFSET ?"
    )
    weighed = all_of(weighed_words(words))
    return [number for (number,) in connection.execute(asked, (weighed, json.dumps(numbers), most, skip))]
