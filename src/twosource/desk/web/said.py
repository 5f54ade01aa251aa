"""All that somebody is reported to have said, in every story of a desk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.desk.web.story import place, story_path
from twosource.formats.views import one_line
from twosource.model import Actor, Quote, Reading
from twosource.stores.base import Row, View

MOST_REPORTS = 100
"""Reports looked into, the latest first: each takes 5 ms to unpack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One quote, and where it can be read."""

    quote: Quote
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidIn:
    """What one report has somebody say."""

    row: Row
    name: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What reports have somebody say; `more`: reports that hold the name and were not looked into."""

    name: str
    offices: tuple[str, ...]
    reports: tuple[SaidIn, ...]
    more: int

    @property
    def count(self) -> int:
        """How many quotes."""
        return sum(len(r.sayings) for r in self.reports)


def said_by(view: View, name: str) -> Said:
    """All quotes whose speaker a report calls by this name; nobody can say that all of them are one person."""
    words = _words(name)
    found = view.rows_of(view.search(" ".join({words[0]: 0, words[-1]: 0}))) if words else []
    found.sort(key=lambda row: (row.day or "", row.number), reverse=True)
    offices: Counter[str] = Counter()
    reports = []
    for row, reading in zip(found, view.readings(r.article for r in found[:MOST_REPORTS]), strict=False):
        speakers = {a.id: a for a in reading.actors if a.named and _is_called(a, words)}
        offices.update(one_line(o.title) for a in speakers.values() for o in a.offices)
        sayings = tuple(_sayings(row, reading, speakers))
        if sayings:
            reports.append(SaidIn(row=row, name=speakers[sayings[0].quote.speaker or ""].name, sayings=sayings))
    common = tuple(title for title, _ in offices.most_common(4))
    return Said(name=one_line(name), offices=common, reports=tuple(reports), more=max(0, len(found) - MOST_REPORTS))


def _sayings(row: Row, reading: Reading, speakers: dict[str, Actor]) -> Iterator[Saying]:
    path = f"{story_path(row.story)}/reports?show={row.article}"
    for quote in reading.quotes:
        if quote.speaker in speakers:
            yield Saying(quote=quote, href=f"{path}#{place(quote.content[0])}")


def _is_called(actor: Actor, words: list[str]) -> bool:
    return any(_same(_words(name), words) for name in {actor.name, *actor.names})


def _same(one: list[str], other: list[str]) -> bool:
    """Whether two names can be one: the words of the shorter, two at least, all stand in the longer."""
    short, long = sorted((set(one), set(other)), key=len)
    return short == long or (len(short) > 1 and short <= long)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
