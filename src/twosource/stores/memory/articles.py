"""Articles in memory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from twosource.model import Reading
from twosource.stores.base.arrivals import Arrival
from twosource.stores.base.articles import (
    Counts,
    Rejected,
    Row,
    StoryRow,
    kept_form,
    row_of,
    search_words,
    searched_text,
)
from twosource.stores.base.facets import Facet, facets_of


@dataclass(slots=True)
class Articles:
    """What is kept of articles."""

    readings: dict[str, Reading] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    rejected: dict[Rejected, None] = field(default_factory=dict)
    read_by: dict[str, str] = field(default_factory=dict)
    filed: dict[str, tuple[tuple[Facet, ...], str | None]] = field(default_factory=dict)
    """The facets and the day by which an article is found."""

    def copy(self) -> Articles:
        """What is kept now, whatever is added later."""
        return Articles(*(dict(getattr(self, name)) for name in self.__slots__))

    def restore(self, before: Articles) -> None:
        """Makes it what it was."""
        for name in self.__slots__:
            setattr(self, name, getattr(before, name))


class MemoryArticleWriter:
    """See `ArticleWriter`."""

    def __init__(self, kept: Articles) -> None:
        self._kept = kept

    def keep(self, arrivals: Sequence[Arrival]) -> int:
        """See `ArticleWriter.keep`."""
        before = len(self._kept.readings)
        for arrival in arrivals:
            page = arrival.reading.page
            filed = facets_of(arrival.reading), row_of(0, arrival.reading).day
            self._kept.filed.setdefault(arrival.reading.article.id, filed)
            self._kept.raw.setdefault(page.id, page.raw)
            self._kept.read_by.setdefault(arrival.reading.article.id, arrival.made_by)
            self._kept.readings.setdefault(arrival.reading.article.id, kept_form(arrival.reading))
        return len(self._kept.readings) - before

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """See `ArticleWriter.reject`."""
        for one in rejected:
            self._kept.rejected.setdefault(one)

    def assign(self, stories: Mapping[str, str]) -> None:
        """See `ArticleWriter.assign`."""
        self._kept.stories.update(stories)


class MemoryArticleView:
    """See `ArticleView`."""

    def __init__(self, kept: Articles) -> None:
        self._kept = kept

    def counts(self) -> Counts:
        """See `ArticleView.counts`."""
        kept = self._kept
        return Counts(articles=len(kept.readings), stories=len(set(kept.stories.values())), rejected=len(kept.rejected))

    def articles(self) -> Iterator[str]:
        """See `ArticleView.articles`."""
        yield from self._kept.readings

    def rows(self) -> Iterator[Row]:
        """See `ArticleView.rows`."""
        for number, (article, reading) in enumerate(self._kept.readings.items(), 1):
            row = row_of(number, reading, self._kept.stories.get(article, ""))
            yield replace(row, day=self._kept.filed[article][1])

    def rows_in(self, story: str) -> list[Row]:
        """See `ArticleView.rows_in`."""
        return [row for row in self.rows() if row.story == story != ""]

    def rows_of(self, articles: Iterable[str]) -> list[Row]:
        """See `ArticleView.rows_of`."""
        known = {row.article: row for row in self.rows()}
        return [known[article] for article in articles]

    def stories(self, skip: int, most: int) -> list[StoryRow]:
        """See `ArticleView.stories`."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows():
            if row.story:
                groups.setdefault(row.story, []).append(row)
        latest_first = sorted(groups.values(), key=lambda g: (max(r.day or "" for r in g), g[-1].number), reverse=True)
        return [_story_row(group) for group in latest_first[skip : skip + most]]

    def readings(self, articles: Iterable[str]) -> Iterator[Reading]:
        """See `ArticleView.readings`."""
        for article in articles:
            yield self._kept.readings[article]

    def read_by(self, article: str) -> str:
        """See `ArticleView.read_by`."""
        return self._kept.read_by[article]

    def raw(self, page: str) -> bytes:
        """See `ArticleView.raw`."""
        return self._kept.raw[page]

    def _found(self, words: str) -> dict[str, int]:
        """Article to how often it says the words, in the order of arrival."""
        wanted = search_words(words)
        found = {}
        for article, reading in self._kept.readings.items():
            text = f"{row_of(0, reading).headline} {searched_text(reading)}"
            own = Counter(word.lower() for word in re.findall(r"\w+", text))
            if wanted and all(own[word] for word in wanted):
                found[article] = sum(own[word] for word in wanted)
        return found

    def rejected(self) -> Iterator[Rejected]:
        """See `ArticleView.rejected`."""
        yield from self._kept.rejected


def _story_row(rows: Sequence[Row]) -> StoryRow:
    days = sorted(row.day for row in rows if row.day)
    first, last = (days[0], days[-1]) if days else (None, None)
    return StoryRow(story=rows[0].story, articles=len(rows), first=first, last=last)
