"""The timeline as it is drawn: a day that is known is a dot, one that is not a bar from the first day to the last."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from twosource.formats.words import day_words, span_words
from twosource.model import Entry, Event, Record, Selector, Span

WIDTH = 120
"""Units of the picture that a timeline is long."""
EDGE = 6
"""Room at either end, so that a dot there is whole."""
NEAR = timedelta(days=183)
"""How far from the middle date a day may lie to stretch the scale: one look back by years would press all else flat."""


@dataclass(frozen=True, slots=True)
class Lit:
    """Words of an entry, and whether they name its date."""

    words: str
    lit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One date of a timeline: its words and entries, the words that name it, and where it lies in the picture.

    `times`: expressions of time that name it; `claims`: of the findings that fall on it.
    `start` and `end`: units of the picture, None where it lies too far from the others to be drawn.
    `told`: how well it is known, in words; empty where the day is.
    """

    date: str
    words: str
    told: str
    entries: tuple[Entry, ...]
    times: tuple[Selector, ...]
    claims: tuple[Selector, ...]
    start: float | None
    end: float | None

    def lit(self, entry: Entry) -> list[Lit]:
        """The words of an entry on one line, and of them those that name this date: one sentence can name several."""
        whole, at = entry.text, entry.text.start
        found: list[Lit] = []
        for named in sorted((s for s in self.times if whole.covers(s)), key=lambda s: s.start):
            if named.start >= at:
                found += [Lit(_between(whole, at, named.start), lit=False), Lit(named.exact, lit=True)]
                at = named.end
        return [*found, Lit(_between(whole, at, whole.end), lit=False)]


@dataclass(frozen=True, slots=True)
class _Scale:
    low: date
    high: date

    def shows(self, first: date, last: date) -> bool:
        """Whether something from one day to another lies on it, at least in part."""
        return self.low < self.high and first <= self.high and last >= self.low

    def at(self, day: date) -> float:
        """Where a day lies, or the edge that it lies beyond."""
        share = (min(max(day, self.low), self.high) - self.low).days / (self.high - self.low).days
        return round(EDGE + (WIDTH - 2 * EDGE) * share, 1)


def timeline(record: Record) -> list[When]:
    """The dates of a record's timeline in order, on one scale."""
    events = {event.id: event for event in record.events}
    entries = sorted(record.timeline, key=lambda entry: entry.date)
    groups = [tuple(found) for _, found in groupby(entries, key=lambda entry: entry.date)]
    ends = [_ends(group, events) for group in groups]
    scale = _scale(ends)
    return [_when(record, group, *own, scale) for group, own in zip(groups, ends, strict=True)]


def _scale(ends: Sequence[tuple[date, date]]) -> _Scale:
    if not ends:
        return _Scale(date.min, date.min)
    middle = ends[len(ends) // 2][0]
    days = [day for pair in ends for day in pair if abs(day - middle) <= NEAR]
    return _Scale(min(days), max(days))


def _when(record: Record, entries: tuple[Entry, ...], first: date, last: date, scale: _Scale) -> When:
    told = ""
    if entries[0].precision != "day":
        narrower = (first, last) != _calendar(entries[0])
        span = span_words(Span(earliest=first.isoformat(), latest=last.isoformat())) if narrower else ""
        told = f"day not told: {span}" if span else "day not told"
    return When(
        date=entries[0].date,
        words=day_words(entries[0].date),
        told=told,
        entries=entries,
        times=tuple(_times(record, entries)),
        claims=tuple(_claims(record, entries)),
        start=scale.at(first) if scale.shows(first, last) else None,
        end=scale.at(last) if scale.shows(first, last) else None,
    )


def _between(selector: Selector, start: int, end: int) -> str:
    """The words of a selector from one place of its page to another."""
    return selector.exact[start - selector.start : end - selector.start]


def _times(record: Record, entries: Sequence[Entry]) -> Iterator[Selector]:
    """The expressions of time that name the date of these entries."""
    pages, length = {page.id for page in record.pages}, len(entries[0].date)
    for time in record.times:
        same = (time.earliest or "")[:length] == entries[0].date == (time.latest or "")[:length]
        if same and time.selector.page in pages:
            yield time.selector


def _claims(record: Record, entries: Sequence[Entry]) -> Iterator[Selector]:
    """The claims of the findings that these entries refer to."""
    refs = {ref for entry in entries for ref in entry.refs}
    claims = {claim for finding in record.findings if finding.id in refs for claim in finding.claims}
    yield from (claim.selector for claim in record.claims if claim.id in claims)


def _ends(entries: Sequence[Entry], events: dict[str, Event]) -> tuple[date, date]:
    """The first and the last day that a date can have been: as its events tell, else the whole month or year."""
    first, last = _calendar(entries[0])
    told = [[ends for ends in _told(entry, events) if first <= ends[0] <= ends[1] <= last] for entry in entries]
    if not all(told):
        return first, last
    every: Iterable[tuple[date, date]] = [ends for found in told for ends in found]
    return min(low for low, _ in every), max(high for _, high in every)


def _told(entry: Entry, events: dict[str, Event]) -> Iterator[tuple[date, date]]:
    """What the events of an entry say of their time."""
    for ref in entry.refs:
        time = events[ref].time if ref in events else None
        if time and min(len(time.earliest or ""), len(time.latest or "")) >= len("2031-05-05"):
            yield date.fromisoformat(str(time.earliest)[:10]), date.fromisoformat(str(time.latest)[:10])


def _calendar(entry: Entry) -> tuple[date, date]:
    first = date.fromisoformat((entry.date + "-01-01")[:10])
    if entry.precision == "day":
        return first, first
    month = 12 if entry.precision == "year" else first.month
    return first, date(first.year, month, monthrange(first.year, month)[1])
