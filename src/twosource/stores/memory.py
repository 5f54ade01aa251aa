"""A store in memory: what the seam means, in as few words as possible. Gone when the process ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from twosource.model import Reading
from twosource.stores import base
from twosource.stores.base import (
    Arrival,
    Counts,
    Rejected,
    Row,
    StoryRow,
    Told,
    kept_form,
    row_of,
    search_words,
    searched_text,
    told_of,
)


@dataclass(frozen=True, slots=True)
class _Kept:
    readings: dict[str, Reading] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    rejected: dict[Rejected, None] = field(default_factory=dict)

    def copy(self) -> _Kept:
        """What is kept now, whatever is added later."""
        return _Kept(dict(self.readings), dict(self.raw), dict(self.stories), dict(self.rejected))


class MemoryStore:
    """See `Store`."""

    def __init__(self) -> None:
        self._kept = _Kept()

    @contextmanager
    def writer(self) -> Iterator[MemoryWriter]:
        """See `Store.writer`."""
        yield MemoryWriter(self._kept)

    @contextmanager
    def view(self) -> Iterator[MemoryView]:
        """See `Store.view`."""
        yield MemoryView(self._kept.copy())


class MemoryWriter:
    """See `Writer`."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept

    def keep(self, arrivals: Sequence[Arrival]) -> int:
        """See `Writer.keep`."""
        before = len(self._kept.readings)
        for arrival in arrivals:
            page = arrival.reading.page
            self._kept.raw.setdefault(page.id, page.raw)
            self._kept.readings.setdefault(arrival.reading.article.id, kept_form(arrival.reading))
        return len(self._kept.readings) - before

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """See `Writer.reject`."""
        for one in rejected:
            self._kept.rejected.setdefault(one)

    def assign(self, stories: Mapping[str, str]) -> None:
        """See `Writer.assign`."""
        self._kept.stories.update(stories)


class MemoryView:
    """See `View`."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept

    def counts(self) -> Counts:
        """See `View.counts`."""
        kept = self._kept
        return Counts(articles=len(kept.readings), stories=len(set(kept.stories.values())), rejected=len(kept.rejected))

    def rows(self) -> Iterator[Row]:
        """See `View.rows`."""
        for number, (article, reading) in enumerate(self._kept.readings.items(), 1):
            yield row_of(number, reading, self._kept.stories.get(article, ""))

    def rows_in(self, story: str) -> list[Row]:
        """See `View.rows_in`."""
        return [row for row in self.rows() if row.story == story != ""]

    def rows_of(self, articles: Iterable[str]) -> list[Row]:
        """See `View.rows_of`."""
        known = {row.article: row for row in self.rows()}
        return [known[article] for article in articles]

    def stories(self, skip: int, most: int) -> list[StoryRow]:
        """See `View.stories`."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows():
            if row.story:
                groups.setdefault(row.story, []).append(row)
        latest_first = sorted(groups.values(), key=lambda g: (max(r.day or "" for r in g), g[-1].number), reverse=True)
        return [_story_row(group) for group in latest_first[skip : skip + most]]

    def told(self) -> Iterator[Told]:
        """See `View.told`."""
        yield from map(told_of, self._kept.readings.values())

    def readings(self, articles: Iterable[str]) -> Iterator[Reading]:
        """See `View.readings`."""
        for article in articles:
            yield self._kept.readings[article]

    def raw(self, page: str) -> bytes:
        """See `View.raw`."""
        return self._kept.raw[page]

    def matches(self, words: str) -> int:
        """See `View.matches`."""
        return len(self._found(words))

    def search(self, words: str, most: int = 1000, skip: int = 0) -> list[str]:
        """See `View.search`; the article that says the words most often is the best match."""
        found = self._found(words)
        if len(found) > base.RANKED:
            return list(reversed(found))[skip : skip + most]
        return sorted(found, key=lambda article: -found[article])[skip : skip + most]

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
        """See `View.rejected`."""
        yield from self._kept.rejected


def _story_row(rows: Sequence[Row]) -> StoryRow:
    days = sorted(row.day for row in rows if row.day)
    first, last = (days[0], days[-1]) if days else (None, None)
    return StoryRow(story=rows[0].story, articles=len(rows), first=first, last=last)
