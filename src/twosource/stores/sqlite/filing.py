"""Files articles in SQLite under what they are found by, and files them anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from twosource.stores.base.facets import Facet
from twosource.stores.sqlite.facet_days import day_words
from twosource.stores.sqlite.transactions import Transactions

_COUNT = (
    "INSERT INTO facet_values (kind, key, name, country, title, articles, times) VALUES (?, ?, ?, ?, ?, 1, ?) "
    "ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1, times = times + excluded.times, "
    "country = {country}, title = {title} RETURNING value, articles"
)
_ADD = _COUNT.format(country="ifnull(excluded.country, country)", title="ifnull(excluded.title, title)")
_ADD_AGAIN = _COUNT.format(country="ifnull(country, excluded.country)", title="ifnull(title, excluded.title)")
"""What is filed anew is not what came last: the office and country that are known stay."""


def keep_facets(
    connection: sqlite3.Connection, number: int, facets: Iterable[Facet], day: str | None, add: str = _ADD
) -> None:
    """Keeps the facets of a new article and its day."""
    filed = []
    for facet in facets:
        told = (facet.kind, facet.key, facet.name, facet.country, facet.title, facet.times)
        value, articles = connection.execute(add, told).fetchone()
        if articles == 1:
            words = (value, facet.kind, facet.searched)
            connection.execute("INSERT INTO facet_names (rowid, kind, name) VALUES (?, ?, ?)", words)
        row = (value, number, facet.times)
        connection.execute("INSERT INTO facets (value, number, times) VALUES (?, ?, ?)", row)
        filed.append((value, facet))
    index = (number, _index_words(filed, day))
    connection.execute("INSERT INTO facet_index (rowid, words) VALUES (?, ?)", index)


class SqliteFacetWriter(Transactions):
    """See `FacetWriter`."""

    def file_anew(self, article: str, facets: Sequence[Facet], day: str | None) -> None:
        """See `FacetWriter.file_anew`."""
        with self.transaction() as connection:
            row = connection.execute("SELECT number, day FROM articles WHERE article = ?", (article,)).fetchone()
            if row is None:
                raise KeyError(article)
            _drop_facets(connection, *row)
            connection.execute("UPDATE articles SET day = ? WHERE number = ?", (day, row[0]))
            keep_facets(connection, row[0], facets, day, _ADD_AGAIN)


def _drop_facets(connection: sqlite3.Connection, number: int, day: str | None) -> None:
    """Takes an article out of all that it was filed under; a facet of no article goes.

    These indexes keep no contents: FTS5 forgets a row when it is told the words that were put into it.
    """
    asked = (
        "SELECT value, kind, name, country, f.times FROM facets AS f JOIN facet_values USING (value) WHERE number = ?"
    )
    rows = connection.execute(asked, (number,)).fetchall()
    known = [(value, Facet(kind=kind, name=name, country=land, times=times)) for value, kind, name, land, times in rows]
    forget = "INSERT INTO facet_index (facet_index, rowid, words) VALUES ('delete', ?, ?)"
    connection.execute(forget, (number, _index_words(known, day)))
    connection.execute("DELETE FROM facets WHERE number = ?", (number,))
    for value, facet in known:
        less = "UPDATE facet_values SET articles = articles - 1, times = times - ? WHERE value = ? RETURNING articles"
        if not connection.execute(less, (facet.times, value)).fetchone()[0]:
            forget = "INSERT INTO facet_names (facet_names, rowid, kind, name) VALUES ('delete', ?, ?, ?)"
            connection.execute(forget, (value, facet.kind, facet.searched))
            connection.execute("DELETE FROM facet_values WHERE value = ?", (value,))


def _index_words(facets: Iterable[tuple[int, Facet]], day: str | None) -> str:
    """The words that an article has in the index: of its day, its facets by their numbers, its countries."""
    words = day_words(day)
    for value, facet in facets:
        words += [f"v{value}", *([f"c{facet.country}"] if facet.kind == "place" and facet.country else [])]
    return " ".join(dict.fromkeys(words))
