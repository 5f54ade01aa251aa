"""What a desk keeps of articles: how they come in, what a list, a search and the sorting into stories see of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from twosource.model import BODY_ROLES, Reading

if TYPE_CHECKING:
    from twosource.stores.base.arrivals import Arrival

SEARCHED_ROLES = BODY_ROLES | {"subhead"}
LOOKED_FOR = 8
"""Words of a search: of 32 that are in nearly all of 100,000 articles FTS5 ran through all lists, 70 ms of processor
time, 110 at the 95th percentile; of eight 27 and 50. A sentence is found by its eight longest words, too."""
WEIGHED_WORDS = 4
"""Words by which matches are weighed."""
RANKED = 10_000
"""Matches that are weighed against each other: to weigh 5,000 takes SQLite 10 ms, 100,000 140 ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An input that could not be read: its own id, and the reason, which says where it stands and what to do."""

    input_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a list of articles shows; `number` counts arrivals from 1, `story` is empty until it is known."""

    number: int
    article: str
    page: str
    headline: str
    outlet: str | None
    day: str | None
    story: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """What a list of stories shows: how many articles, the ISO days of the earliest and the latest (None: undated)."""

    story: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What sorts an article into a story: its headline and, below it, its text, its ISO day, the vector of its top."""

    article: str
    text: str
    day: str | None
    top: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a store holds."""

    articles: int
    stories: int
    rejected: int


class ArticleWriter(Protocol):
    """Puts articles into a store."""

    def keep(self, arrivals: Sequence[Arrival]) -> int:
        """Keeps articles; those that are kept already change nothing. How many were new."""
        ...

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """Puts inputs into quarantine; one that is there already, for the same reason, changes nothing."""
        ...

    def assign(self, stories: Mapping[str, str]) -> None:
        """Puts articles, by id, into stories."""
        ...


class ArticleView(Protocol):
    """Reads the articles of a store."""

    def counts(self) -> Counts:
        """How much the store holds."""
        ...

    def articles(self) -> Iterator[str]:
        """The ids of all articles, in no order that is told."""
        ...

    def rows(self) -> Iterator[Row]:
        """All articles in the order of their arrival."""
        ...

    def rows_in(self, story: str) -> list[Row]:
        """The articles of one story in the order of their arrival; none where no story has this id."""
        ...

    def rows_of(self, articles: Iterable[str]) -> list[Row]:
        """The rows of these articles, in the order asked for; raises KeyError for one that is not kept."""
        ...

    def stories(self, skip: int, most: int) -> list[StoryRow]:
        """At most so many stories after the first `skip`: those of the latest day first, undated ones at the end."""
        ...

    def readings(self, articles: Iterable[str]) -> Iterator[Reading]:
        """What was found in these articles, in the order asked for; raises KeyError for one that is not kept."""
        ...

    def read_by(self, article: str) -> str:
        """What found what is kept of an article (`Arrival.made_by`); raises KeyError for one that is not kept."""
        ...

    def raw(self, page: str) -> bytes:
        """The bytes of a capture as they came; raises KeyError where it is not kept."""
        ...

    def rejected(self) -> Iterator[Rejected]:
        """The quarantine, in the order of arrival."""
        ...


def row_of(number: int, reading: Reading, story: str = "") -> Row:
    """The row of an article."""
    article = reading.article
    day = article.published.value if article.published else None
    headline = " ".join(article.headline.exact.split()) if article.headline else ""
    return Row(
        number=number,
        article=article.id,
        page=article.page,
        headline=headline,
        outlet=article.outlet,
        day=day,
        story=story,
    )


def searched_text(reading: Reading) -> str:
    """The words of an article that a search looks at, beside its headline."""
    blocks = (b for b in reading.article.blocks if b.role in SEARCHED_ROLES)
    return "\n".join(reading.page.text[b.start : b.end] for b in blocks)


def search_words(words: str) -> list[str]:
    """The words that a search looks for, each once, in their order: of more than LOOKED_FOR the longest."""
    return _longest(_words(words), LOOKED_FOR)


def words_left_out(words: str) -> list[str]:
    """The words that a search does not look for, because it has so many that are longer."""
    wanted = search_words(words)
    return [word for word in _words(words) if word not in wanted]


def _words(words: str) -> list[str]:
    return list(dict.fromkeys(word.lower() for word in re.findall(r"\w+", words)))


def _longest(words: list[str], most: int) -> list[str]:
    """So many of the words, which tell most, in their order."""
    longest = set(sorted(words, key=len, reverse=True)[:most])
    return [word for word in words if word in longest]


def weighed_words(words: str) -> list[str]:
    """Those of them by which matches are weighed: the longest four, for FTS5 runs through all lists to weigh, too."""
    return _longest(search_words(words), WEIGHED_WORDS)


def told_of(reading: Reading) -> Told:
    """What sorts this article into a story."""
    row = row_of(0, reading)
    text = f"{row.headline}\n{searched_text(reading)}"
    return Told(article=row.article, text=text, day=whole_day(row.day), top=reading.top)


def whole_day(day: str | None) -> str | None:
    """An ISO day; None for a month, a year or nothing."""
    return day if day and len(day) == len("2031-05-05") else None


def kept_form(reading: Reading) -> Reading:
    """A reading as a store gives it back: without its capture, what encoding that is in, markup and analysis."""
    page = replace(reading.page, raw=b"", markup=None, offsets=None, encoding="utf-8")
    return replace(reading, page=page, analysis=None)
