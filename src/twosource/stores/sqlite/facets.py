"""Facets in SQLite: a search is one selection of article numbers, made from indexes alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache

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
from twosource.stores.sqlite.facet_days import range_words
from twosource.stores.sqlite.matching import all_of, best
from twosource.vocab.countries import countries

Condition = tuple[str, tuple[object, ...]]
"""Part of a WHERE and its values."""

_NAMED = "SELECT rowid FROM facet_names WHERE facet_names MATCH ?"
_WITH = {
    "corroborated": "corroborated > 0",
    "updated": "updated > 0",
    "differs": "differs > 0",
    "single_origin": "corroborated + updated + differs = 0",
}
NOBODY = "nobody"
"""A word of no article in the index of facets."""
MOST_VALUES = 200
"""Facets that one search looks up in the index; of more, as of all places of a country, the articles are listed."""
FEW_STORIES = 5000
"""Stories with a standing, up to which their articles are listed first; of more, each article that is met is asked."""
LIT, UNLIT = "\ue000", "\ue001"
"""What FTS5 puts around the words it found: of the private use area, so that a text holds them hardly ever."""


class SqliteFacetView:
    """See `FacetView`."""

    _connection: sqlite3.Connection
    _last: tuple[Search, tuple[int, bool, list[int]]] | None = None

    def find(self, search: Search, most: int, skip: int = 0) -> Found:
        """See `FacetView.find`."""
        count, more, numbers = self._ordered(search, skip + most)
        chosen = [(number,) for number in numbers[skip : skip + most]]
        found = (self._connection.execute("SELECT article FROM articles WHERE number = ?", n) for n in chosen)
        return Found(count=count, more=more, articles=tuple(cursor.fetchone()[0] for cursor in found))

    def tally(self, search: Search, most: int) -> Tally:
        """See `FacetView.tally`."""
        numbers = self._ordered(search, COUNTED)[2][:COUNTED]
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
            "WHERE number = (SELECT number FROM articles WHERE article = ?) "
            "AND kind IN (SELECT value FROM json_each(?)) ORDER BY f.times DESC, key"
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

    def _ordered(self, search: Search, wanted: int) -> tuple[int, bool, list[int]]:
        """How many agree, whether more do, the first so many numbers, or more, as they are shown; found once."""
        wanted = min(max(wanted, COUNTED), base.RANKED)
        last = self._last
        if last is None or last[0] != search or len(last[1][2]) < min(wanted, last[1][0]):
            self._last = last = (search, self._agreeing(search, wanted))
        return last[1]

    def _agreeing(self, search: Search, wanted: int) -> tuple[int, bool, list[int]]:
        """See `_ordered`; of too many the last are shown, and looked up alone: 10,000 took SQLite 10 ms."""
        sql, values, plain = self._selection(search)
        numbers = self._first(f"{sql} ORDER BY rowid", values, base.RANKED + 1)
        if len(numbers) <= base.RANKED:
            return len(numbers), False, numbers[::-1] if search.newest else self._sorted(search, numbers)
        latest = self._first(f"{sql} ORDER BY rowid DESC", values, wanted)
        if not plain:  # to count them all would take up to 50 ms of 100,000 articles
            return base.RANKED, True, latest
        return self._connection.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0], False, latest  # noqa: S608

    def _first(self, sql: str, values: tuple[object, ...], most: int) -> list[int]:
        return [number for (number,) in self._connection.execute(f"{sql} LIMIT {most}", values)]

    def _sorted(self, search: Search, numbers: list[int]) -> list[int]:
        """The best match first, or the latest day."""
        if search_words(search.words):
            return best(self._connection, search.words, numbers)
        asked = (
            "SELECT number FROM articles INDEXED BY articles_listed WHERE number IN (SELECT value FROM json_each(?)) "
            "ORDER BY day DESC, number DESC"
        )
        return [number for (number,) in self._connection.execute(asked, (json.dumps(numbers),))]

    def _selection(self, search: Search) -> tuple[str, tuple[object, ...], bool]:
        """Selects the row ids of the articles that agree, with the values; whether one index tells it all."""
        terms = list(self._terms(search))
        index = " AND ".join(f"({' OR '.join(values) or NOBODY})" for values in terms if len(values) <= MOST_VALUES)
        conditions = [_having(values) for values in terms if len(values) > MOST_VALUES]
        wanted = all_of(search_words(search.words))
        table = "articles INDEXED BY articles_listed"
        if index:
            table, conditions = "facet_index", [("facet_index MATCH ?", (index,)), *conditions]
            if wanted:
                conditions.append(("+rowid IN (SELECT rowid FROM words WHERE words MATCH ?)", (wanted,)))
        elif wanted:
            table, conditions = "words", [("words MATCH ?", (wanted,)), *conditions]
        conditions += self._standing(search, table.partition(" ")[0])
        where = " AND ".join(sql for sql, _ in conditions) or "1"
        values = tuple(value for _, given in conditions for value in given)
        return f"SELECT rowid FROM {table} WHERE {where}", values, len(conditions) <= 1  # noqa: S608

    def _terms(self, search: Search) -> Iterator[list[str]]:
        """For each thing asked the words of the index of facets of which an article has one."""
        if search.since or search.until:
            ends = self._connection.execute("SELECT min(day), max(day) FROM articles").fetchone()
            yield range_words(search.since, search.until, ends)
        for kind, words in search.named():
            yield self._values(kind, words)
        if search.type:
            yield self._values("type", search.type)

    def _standing(self, search: Search, table: str) -> Iterator[Condition]:
        """What no index of words tells."""
        if search.after:
            yield "rowid > ?", (search.after,)
        if search.status:
            stories = f"SELECT story FROM works WHERE {_WITH[search.status]}"  # noqa: S608
            others = f"SELECT number FROM work_articles WHERE story IN ({stories})"  # noqa: S608
            few = f"SELECT count(*) FROM ({stories} LIMIT {FEW_STORIES + 1})"  # noqa: S608
            if self._connection.execute(few).fetchone()[0] <= FEW_STORIES:
                own = f"SELECT number FROM articles WHERE story IN ({stories} AND own)"  # noqa: S608
                yield f"+rowid IN ({own} UNION ALL {others})", ()
            else:
                own = f"FROM articles AS own INDEXED BY articles_listed WHERE own.number = {table}.rowid"
                yield f"((SELECT story {own}) IN ({stories} AND own) OR +rowid IN ({others}))", ()

    def _values(self, kind: FacetKind, words: str) -> list[str]:
        """The words in the index for the facets with these names: one for all of a country, if it is named."""
        named, country = _names(kind, words), _country_called(words) if kind == "place" else None
        asked = f"SELECT value FROM facet_values WHERE value IN ({_NAMED}) AND country IS NOT ?"  # noqa: S608
        found = self._connection.execute(asked, (named, country or ""))
        return [*([f"c{country}"] if country else []), *(f"v{value}" for (value,) in found)]


@cache
def _countries() -> dict[str, str]:
    return {" ".join(name_words(country.name)): iso3 for iso3, country in countries().items()}


def _country_called(words: str) -> str | None:
    return _countries().get(" ".join(name_words(words)))


def _having(values: list[str]) -> Condition:
    """That an article has one of very many facets."""
    listed = json.dumps([int(value.removeprefix("v")) for value in values])
    return "+rowid IN (SELECT number FROM facets WHERE value IN (SELECT value FROM json_each(?)))", (listed,)


def _called(kind: FacetKind, words: str) -> tuple[str, tuple[str, ...]]:
    if not words.strip():
        return "kind = ?", (kind,)
    return f"value IN ({_NAMED})", (_names(kind, words, "*"),)


def _names(kind: FacetKind, words: str, end: str = "") -> str:
    """The query of FTS5 for names of a kind with all these words; end `*`: the last need not be written to its end."""
    wanted = name_words(words) or ["\ue000"]  # marks alone name nobody
    return f'kind : "{kind}" AND name : (' + " AND ".join(f'"{word}"' for word in wanted) + f"{end})"


def _parts(snippet: str) -> Iterator[Part]:
    """What FTS5 marked, as runs on one line."""
    for n, run in enumerate(" ".join(snippet.split()).split(LIT)):
        lit, _, rest = run.partition(UNLIT) if n else ("", "", run)
        yield from ((words, found) for words, found in ((lit, True), (rest, False)) if words)
