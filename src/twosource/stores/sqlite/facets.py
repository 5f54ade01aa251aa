"""Facets in SQLite: a search is one selection of article numbers, made from indexes alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from twosource.stores.base import articles as base
from twosource.stores.base.articles import search_words
from twosource.stores.base.facets import (
    AROUND,
    COUNTED,
    KINDS,
    Facet,
    FacetKind,
    Found,
    Known,
    Part,
    Search,
    Tally,
    name_words,
)
from twosource.stores.sqlite.matching import all_of, best

Condition = tuple[str, tuple[object, ...]]
"""Part of a WHERE and its values."""

_ADD = (
    "INSERT INTO facet_values (kind, key, name, country, title, articles, times) VALUES (?, ?, ?, ?, ?, 1, ?) "
    "ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1, times = times + excluded.times, "
    "country = ifnull(excluded.country, country), title = ifnull(excluded.title, title) RETURNING value, articles"
)
_NAMED = "SELECT rowid FROM facet_names WHERE facet_names MATCH ?"
_WITH = {
    "corroborated": "corroborated > 0",
    "updated": "updated > 0",
    "differs": "differs > 0",
    "single_origin": "corroborated + updated + differs = 0",
}
NOBODY = "\ue000"
"""A word that no name holds: marks alone are looked for as this."""
LIT, UNLIT = "\ue000", "\ue001"
"""What FTS5 puts around the words it found: of the private use area, so that a text holds them hardly ever."""


def keep_facets(connection: sqlite3.Connection, number: int, facets: Iterable[Facet]) -> None:
    """Keeps the facets of a new article."""
    for facet in facets:
        told = (facet.kind, facet.key, facet.name, facet.country, facet.title, facet.times)
        value, articles = connection.execute(_ADD, told).fetchone()
        if articles == 1:
            words = (value, facet.kind, facet.searched)
            connection.execute("INSERT INTO facet_names (rowid, kind, name) VALUES (?, ?, ?)", words)
        row = (value, number, facet.times)
        connection.execute("INSERT INTO facets (value, number, times) VALUES (?, ?, ?)", row)


class SqliteFacetView:
    """See `FacetView`."""

    _connection: sqlite3.Connection

    def find(self, search: Search, most: int, skip: int = 0) -> Found:
        """See `FacetView.find`."""
        count, numbers = self._first(search, most, skip)
        found = (self._connection.execute("SELECT article FROM articles WHERE number = ?", (n,)) for n in numbers)
        return Found(count=count, articles=tuple(cursor.fetchone()[0] for cursor in found))

    def tally(self, search: Search, most: int) -> Tally:
        """See `FacetView.tally`."""
        _, numbers = self._first(search, COUNTED, 0)
        asked = (
            "SELECT kind, name, country, title, n, s FROM (SELECT value, count(*) AS n, sum(times) AS s FROM facets "
            "WHERE number IN (SELECT value FROM json_each(?)) GROUP BY value) JOIN facet_values USING (value) "
            "ORDER BY n DESC, key"
        )
        facets: dict[FacetKind, list[Known]] = {kind: [] for kind in KINDS}
        for kind, name, country, title, articles, times in self._connection.execute(asked, (json.dumps(numbers),)):
            if len(facets[kind]) < most:
                known = Known(kind=kind, name=name, country=country, title=title, articles=articles, times=times)
                facets[kind].append(known)
        return Tally(of=len(numbers), facets=facets)

    def excerpt(self, article: str, words: Iterable[str]) -> list[Part]:
        """See `FacetView.excerpt`."""
        row = self._connection.execute("SELECT number FROM articles WHERE article = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        wanted = " OR ".join(f'"{word}"' for word in search_words(" ".join(words)))
        if not wanted:
            return []
        asked = "SELECT snippet(words, 1, ?, ?, '…', ?) FROM words WHERE words MATCH ? AND rowid = ?"
        found = self._connection.execute(asked, (LIT, UNLIT, 2 * AROUND, wanted, row[0])).fetchone()
        return list(_parts(found[0])) if found else []

    def facets_in(self, article: str, kinds: Iterable[FacetKind]) -> list[Facet]:
        """See `FacetView.facets_in`."""
        asked = (
            "SELECT kind, name, f.times, CASE kind WHEN 'place' THEN country END "
            "FROM facets AS f JOIN facet_values USING (value) "
            "WHERE number = (SELECT number FROM articles WHERE article = ?) AND kind IN (SELECT value FROM json_each(?)) ORDER BY f.times DESC, key"
        )
        rows = self._connection.execute(asked, (article, json.dumps(list(kinds))))
        return [Facet(kind=k, name=name, times=n, country=country) for k, name, n, country in rows]

    def named(self, kind: FacetKind, words: str, most: int, skip: int = 0) -> list[Known]:
        """See `FacetView.named`."""
        where, values = _called(kind, words)
        asked = (
            f"SELECT kind, name, country, title, articles, times FROM facet_values WHERE {where} "  # noqa: S608
            "ORDER BY times DESC, key LIMIT ? OFFSET ?"
        )
        rows = self._connection.execute(asked, (*values, most, skip))
        return [
            Known(kind=k, name=name, country=country, title=title, articles=articles, times=times)
            for k, name, country, title, articles, times in rows
        ]

    def count_named(self, kind: FacetKind, words: str) -> int:
        """See `FacetView.count_named`."""
        where, values = _called(kind, words)
        counted = self._connection.execute(f"SELECT count(*) FROM facet_values WHERE {where}", values)  # noqa: S608
        return int(counted.fetchone()[0])

    def _first(self, search: Search, most: int, skip: int) -> tuple[int, list[int]]:
        """How many agree, and the numbers of at most so many after the first `skip`."""
        where, values = _where(search)
        asked = f"SELECT number, day FROM articles INDEXED BY articles_listed WHERE {where}"  # noqa: S608
        rows = self._connection.execute(asked, values).fetchall()
        if len(rows) > base.RANKED or search.newest:
            rows.sort(reverse=True)
        elif _matching(search):
            return len(rows), best(self._connection, search.words, [number for number, _ in rows], most, skip)
        else:
            rows.sort(key=lambda row: (row[1] or "", row[0]), reverse=True)
        return len(rows), [number for number, _ in rows[skip : skip + most]]


def _where(search: Search) -> tuple[str, tuple[object, ...]]:
    conditions = list(_conditions(search)) or [("1", ())]
    return " AND ".join(sql for sql, _ in conditions), tuple(value for _, values in conditions for value in values)


def _conditions(search: Search) -> Iterator[Condition]:
    if search.after:
        yield "number > ?", (search.after,)
    if search.since:
        yield "day >= ?", (search.since,)
    if search.until:
        yield "day <= ?", (search.until + "~",)  # a month stands before the end of it: "2031-05" < "2031-05~"
    if wanted := _matching(search):
        yield "number IN (SELECT rowid FROM words WHERE words MATCH ? AND rowid > ?)", (wanted, search.after)
    for kind, words in search.named():
        yield _having(f"value IN ({_NAMED})", _names(kind, words), search.after)
    if search.type:
        one = "value = (SELECT value FROM facet_values WHERE kind = 'type' AND key = ?)"
        yield _having(one, " ".join(name_words(search.type)), search.after)
    if search.status:
        stories = f"SELECT story FROM works WHERE {_WITH[search.status]}"  # noqa: S608
        yield f"number IN (SELECT number FROM articles WHERE story IN ({stories}))", ()  # noqa: S608


def _having(which: str, value: str, after: int) -> Condition:
    return f"number IN (SELECT number FROM facets WHERE {which} AND number > ?)", (value, after)  # noqa: S608


def _matching(search: Search) -> str:
    """The query of FTS5 for all the words; empty where none are looked for."""
    return all_of(search_words(search.words))


def _called(kind: FacetKind, words: str) -> tuple[str, tuple[str, ...]]:
    if not words.strip():
        return "kind = ?", (kind,)
    return f"value IN ({_NAMED})", (_names(kind, words, "*"),)


def _names(kind: FacetKind, words: str, end: str = "") -> str:
    """The query of FTS5 for names of a kind with all these words; end `*`: the last need not be written to its end."""
    wanted = name_words(words) or [NOBODY]
    return f'kind : "{kind}" AND name : (' + " AND ".join(f'"{word}"' for word in wanted) + f"{end})"


def _parts(snippet: str) -> Iterator[Part]:
    """What FTS5 marked, as runs on one line."""
    for n, run in enumerate(" ".join(snippet.split()).split(LIT)):
        lit, _, rest = run.partition(UNLIT) if n else ("", "", run)
        yield from ((words, found) for words, found in ((lit, True), (rest, False)) if words)
