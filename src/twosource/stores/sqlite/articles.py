"""Articles in SQLite."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.model import Reading
from twosource.stores.base.arrivals import Arrival, Form, Packed
from twosource.stores.base.articles import Counts, Rejected, Row, StoryRow
from twosource.stores.sqlite.filing import keep_facets
from twosource.stores.sqlite.latest import MANY, stories_around
from twosource.stores.sqlite.transactions import Transactions


class SqliteArticleWriter(Transactions):
    """See `ArticleWriter`."""

    def keep(self, arrivals: Sequence[Arrival]) -> int:
        """See `ArticleWriter.keep`."""
        forms = [arrival.form for arrival in arrivals]  # made here, where a reading comes: that needs no lock
        with self.transaction() as connection:
            return sum(_keep(connection, form, a.made_by) for form, a in zip(forms, arrivals, strict=True))

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """See `ArticleWriter.reject`."""
        with self.transaction() as connection:
            rows = [(r.input_id, r.reason) for r in rejected]
            connection.executemany("INSERT OR IGNORE INTO rejected (input_id, reason) VALUES (?, ?)", rows)

    def assign(self, stories: Mapping[str, str]) -> None:
        """See `ArticleWriter.assign`."""
        with self.transaction() as connection:
            rows = [(story, article) for article, story in stories.items()]
            connection.executemany("UPDATE articles SET story = ? WHERE article = ?", rows)


def _keep(connection: sqlite3.Connection, form: Form, made_by: str) -> bool:
    """Whether the article is new."""
    row, packed = form.row, form.packed
    connection.execute("INSERT OR IGNORE INTO captures (page, raw) VALUES (?, ?)", (row.page, form.capture))
    added = connection.execute(
        "INSERT OR IGNORE INTO articles (article, page, headline, outlet, day, made_by, given, top, record) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        (row.article, row.page, clean(row.headline), row.outlet, row.day, made_by,
         packed.given, packed.top, packed.record),
    ).fetchone()  # fmt: skip
    if added is None:
        return False
    words = (added[0], clean(row.headline), clean(form.searched))
    connection.execute("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)", words)
    keep_facets(connection, added[0], form.facets, row.day)
    if packed.vectors:
        connection.execute("INSERT INTO vectors (article, claims) VALUES (?, ?)", (row.article, packed.vectors))
    return True


def clean(text: str) -> str:
    """Text that SQLite can hold: lone surrogates are replaced, in what is searched and listed only."""
    return text.encode("utf-8", "replace").decode("utf-8")


_ROWS = "SELECT number, article, page, headline, outlet, day, story FROM articles"


class SqliteArticleView:
    """See `ArticleView`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def counts(self) -> Counts:
        """See `ArticleView.counts`."""
        asked = (
            "SELECT (SELECT count(*) FROM articles), "
            "(SELECT count(DISTINCT story) FROM articles WHERE story != ''), (SELECT count(*) FROM rejected)"
        )
        articles, stories, rejected = self._connection.execute(asked).fetchone()
        return Counts(articles=articles, stories=stories, rejected=rejected)

    def articles(self) -> Iterator[str]:
        """See `ArticleView.articles`."""
        for (article,) in self._connection.execute("SELECT article FROM articles"):  # its index alone is read
            yield article

    def rows(self) -> Iterator[Row]:
        """See `ArticleView.rows`."""
        yield from map(_row, self._connection.execute(f"{_ROWS} ORDER BY number"))

    def rows_in(self, story: str) -> list[Row]:
        """See `ArticleView.rows_in`."""
        found = self._connection.execute(f"{_ROWS} WHERE story = ? AND story != '' ORDER BY number", (clean(story),))
        return list(map(_row, found))

    def rows_of(self, articles: Iterable[str]) -> list[Row]:
        """See `ArticleView.rows_of`."""
        found = []
        for article in articles:
            values = self._connection.execute(f"{_ROWS} WHERE article = ?", (article,)).fetchone()
            if values is None:
                raise KeyError(article)
            found.append(_row(values))
        return found

    def stories(self, skip: int, most: int) -> list[StoryRow]:
        """See `ArticleView.stories`."""
        found, before = stories_around(self._connection, skip, most)
        if len(found) > MANY:
            return self._stories("story != ''", skip, most)
        return self._stories("story IN (SELECT value FROM json_each(?))", before, most, json.dumps(found))

    def _stories(self, wanted: str, skip: int, most: int, *values: str) -> list[StoryRow]:
        """The stories whose articles are `wanted`, an expression of SQL written by us."""
        asked = (
            f"SELECT story, count(*), min(nullif(day, '')), max(nullif(day, '')) FROM articles WHERE {wanted} "  # noqa: S608
            "GROUP BY story ORDER BY max(day) DESC, max(number) DESC LIMIT ? OFFSET ?"
        )
        return [
            StoryRow(story=story, articles=articles, first=first, last=last)
            for story, articles, first, last in self._connection.execute(asked, (*values, most, skip))
        ]

    def readings(self, articles: Iterable[str]) -> Iterator[Reading]:
        """See `ArticleView.readings`."""
        asked = "SELECT given, top, record, claims FROM articles LEFT JOIN vectors USING (article) WHERE article = ?"
        for article in articles:
            row = self._connection.execute(asked, (article,)).fetchone()
            if row is None:
                raise KeyError(article)
            given, top, record, vectors = row
            yield Packed(given=given, top=top, record=record, vectors=vectors or b"").reading()

    def read_by(self, article: str) -> str:
        """See `ArticleView.read_by`."""
        row = self._connection.execute("SELECT made_by FROM articles WHERE article = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        return str(row[0])

    def raw(self, page: str) -> bytes:
        """See `ArticleView.raw`."""
        row = self._connection.execute("SELECT raw FROM captures WHERE page = ?", (page,)).fetchone()
        if row is None:
            raise KeyError(page)
        return zlib.decompress(row[0])

    def rejected(self) -> Iterator[Rejected]:
        """See `ArticleView.rejected`."""
        for input_id, reason in self._connection.execute("SELECT input_id, reason FROM rejected ORDER BY number"):
            yield Rejected(input_id=input_id, reason=reason)


def _row(values: tuple[int, str, str, str, str | None, str | None, str]) -> Row:
    number, article, page, headline, outlet, day, story = values
    return Row(number=number, article=article, page=page, headline=headline, outlet=outlet, day=day, story=story)
