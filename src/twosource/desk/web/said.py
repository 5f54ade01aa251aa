"""All that somebody is reported to have said, in every story of a desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.desk.corrected import corrected
from twosource.desk.web.alike import same_name, surname_parts
from twosource.desk.web.story import place, story_path
from twosource.formats.shown import one_line, opening
from twosource.model import Actor, Quote, Reading
from twosource.stores.base import Found, Row, Search, View

REPORTS_A_PAGE = 20
"""Reports looked into at once: each takes 5 ms to unpack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One quote, and where it can be read."""

    quote: Quote
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidIn:
    """What one report has somebody say."""

    row: Row
    heading: str
    name: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a part of the reports have somebody say; `found`: how many reports quote somebody of these words."""

    name: str
    offices: tuple[str, ...]
    reports: tuple[SaidIn, ...]
    found: int

    @property
    def count(self) -> int:
        """How many quotes."""
        return sum(len(r.sayings) for r in self.reports)


def said_by(view: View, name: str, part: int = 1) -> Said:
    """The quotes, in a part of the reports, whose speaker is called by this name; that all are one, nobody can say."""
    words, skip = surname_parts(name), (part - 1) * REPORTS_A_PAGE
    ends = Search(speaker=f"{words[0]} {words[-1]}") if words else None
    found = view.find(ends, REPORTS_A_PAGE, skip) if ends else Found(count=0, articles=())
    offices: Counter[str] = Counter()
    reports = []
    for row, reading in zip(view.rows_of(found.articles), corrected(view, found.articles), strict=True):
        speakers = {a.id: a for a in reading.actors if a.named and _is_called(a, name)}
        offices.update(one_line(o.title) for a in speakers.values() for o in a.offices)
        sayings = tuple(_sayings(row, reading, speakers))
        if sayings:
            called = speakers[sayings[0].quote.speaker or ""].name
            heading = row.headline or opening(reading.article, reading.page)
            reports.append(SaidIn(row=row, heading=heading, name=called, sayings=sayings))
    common = tuple(title for title, _ in offices.most_common(4))
    return Said(name=one_line(name), offices=common, reports=tuple(reports), found=found.count)


def _sayings(row: Row, reading: Reading, speakers: dict[str, Actor]) -> Iterator[Saying]:
    path = f"{story_path(row.story)}/reports?show={row.article}"
    for quote in reading.quotes:
        if quote.speaker in speakers:
            yield Saying(quote=quote, href=f"{path}#{place(quote.content[0])}")


def _is_called(actor: Actor, name: str) -> bool:
    return any(same_name(one, name) for one in {actor.name, *actor.names})
