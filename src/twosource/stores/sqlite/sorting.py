"""How far the sorting of articles into stories has come, in SQLite. Weights are kept to the last bit."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

from twosource.stores.base.articles import Told, whole_day
from twosource.stores.base.sorting import Listed, SortedArticle, SortedStory, SortingChange
from twosource.stores.sqlite.transactions import Transactions

_UNSORTED = (
    "SELECT article, words.headline, body, day, top FROM words JOIN articles ON number = words.rowid "
    "WHERE words.rowid > (SELECT last FROM sorting) ORDER BY words.rowid LIMIT ?"
)
_ADD = "INSERT INTO sorting_articles (number, article, terms) SELECT ?, number, ? FROM articles WHERE article = ?"
_HELD = "INSERT INTO sorting_terms (term, held) VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET held = excluded.held"
_UNDER = (
    "INSERT INTO sorting_lists (term, articles) VALUES (?, ?) "
    "ON CONFLICT (term) DO UPDATE SET articles = excluded.articles"
)
_COUNTS = (
    "UPDATE sorting SET count = ?1, opened = ?2, "
    "last = (SELECT coalesce(max(article), 0) FROM sorting_articles WHERE number = ?1 - 1)"
)
_SORTED = "FROM sorting_articles AS sorted JOIN articles ON articles.number = sorted.article WHERE sorted.number = ?"


class SqliteSortingWriter(Transactions):
    """See `SortingWriter`."""

    def sorted_counts(self) -> tuple[int, int]:
        """See `SortingWriter.sorted_counts`."""
        count, opened = self._row("SELECT count, opened FROM sorting") or (0, 0)
        return count, opened

    def unsorted(self, most: int) -> list[Told]:
        """See `SortingWriter.unsorted`."""
        with self.transaction() as connection:
            return [
                Told(article=article, text=f"{headline}\n{body}", day=whole_day(day), top=top)
                for article, headline, body, day, top in connection.execute(_UNSORTED, (most,))
            ]

    def articles_holding(self, term: str) -> int:
        """See `SortingWriter.articles_holding`."""
        row = self._row("SELECT held FROM sorting_terms WHERE term = ?", term)
        return int(row[0]) if row else 0

    def articles_under(self, term: str) -> Listed:
        """See `SortingWriter.articles_under`."""
        row = self._row("SELECT articles FROM sorting_lists WHERE term = ?", term)
        return _listed(row[0]) if row else ()

    def sorted_article(self, number: int) -> SortedArticle:
        """See `SortingWriter.sorted_article`."""
        row = self._row(f"SELECT articles.article, day, top, terms {_SORTED}", number)
        if row is None:
            raise KeyError(number)
        article, day, top, terms = row
        return SortedArticle(article=article, terms=_terms(terms), day=whole_day(day), top=top)

    def story_of_sorted(self, number: int) -> str:
        """See `SortingWriter.story_of_sorted`."""
        row = self._row(f"SELECT story {_SORTED}", number)
        if row is None:
            raise KeyError(number)
        return str(row[0])

    def sorted_story(self, story: str) -> SortedStory:
        """See `SortingWriter.sorted_story`."""
        row = self._row("SELECT opened, articles FROM sorting_stories WHERE story = ?", story)
        if row is None:
            raise KeyError(story)
        return SortedStory(order=row[0], articles=_numbers(row[1]))

    def keep_sorting(self, change: SortingChange) -> None:
        """See `SortingWriter.keep_sorting`."""
        with self.transaction() as connection:
            for number, (article, terms) in enumerate(change.terms.items(), change.count - len(change.terms)):
                if not connection.execute(_ADD, (number, _packed_terms(terms), article)).rowcount:
                    raise KeyError(article)
            connection.executemany(_HELD, change.held.items())
            connection.executemany(_UNDER, [(term, _packed_list(listed)) for term, listed in change.under.items()])
            stories = [(s, kept.order, _packed(kept.articles)) for s, kept in change.stories.items() if kept]
            connection.executemany("REPLACE INTO sorting_stories (story, opened, articles) VALUES (?, ?, ?)", stories)
            gone = [(story,) for story, kept in change.stories.items() if not kept]
            connection.executemany("DELETE FROM sorting_stories WHERE story = ?", gone)
            connection.execute(_COUNTS, (change.count, change.opened))

    def _row(self, asked: str, *of: str | int) -> tuple[Any, ...] | None:
        with self.transaction() as connection:
            row: tuple[Any, ...] | None = connection.execute(asked, of).fetchone()
            return row


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _numbers(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _packed_list(listed: Listed) -> bytes:
    return struct.pack(f"<{len(listed)}I{len(listed)}d", *(n for n, _ in listed), *(w for _, w in listed))


def _listed(packed: bytes) -> Listed:
    length = len(packed) // 12
    found = struct.unpack(f"<{length}I{length}d", packed)
    return tuple(zip(found[:length], found[length:], strict=True))


def _packed_terms(terms: Mapping[str, float]) -> bytes:
    weights: bytes = struct.pack(f"<I{len(terms)}d", len(terms), *terms.values())
    return weights + "\n".join(terms).encode()


def _terms(packed: bytes) -> dict[str, float]:
    (length,) = struct.unpack_from("<I", packed)
    weights = struct.unpack_from(f"<{length}d", packed, 4)
    terms = packed[4 + 8 * length :].decode().split("\n") if length else []
    return dict(zip(terms, weights, strict=True))
