"""The timeline as it is drawn: a day that is known is a dot, one that is not a bar from the first day to the last."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from twosource.formats.words import day_words, span_words
from twosource.model import Entry, Event, Record, Span

WIDTH = 120
"""Units of the picture that a timeline is long."""
EDGE = 5
"""Room at either end, so that a dot there is whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One date of a timeline: its words, its entries, where it lies; `start` and `end` are units of the picture.

    `range`: from when to when it can have been, in words; empty where the day is known.
    """

    date: str
    words: str
    range: str
    entries: tuple[Entry, ...]
    start: float
    end: float
    drawn: bool
    """Whether there are other days to lie before or after."""


def timeline(record: Record) -> list[When]:
    """The dates of a record's timeline in order, on one scale."""
    events = {event.id: event for event in record.events}
    entries = sorted(record.timeline, key=lambda entry: entry.date)
    groups = [tuple(found) for _, found in groupby(entries, key=lambda entry: entry.date)]
    ends = [_ends(group, events) for group in groups]
    low = min((first for first, _ in ends), default=date.min)
    whole = (max((last for _, last in ends), default=low) - low).days
    return [_when(group, first, last, low, whole) for group, (first, last) in zip(groups, ends, strict=True)]


def _when(entries: tuple[Entry, ...], first: date, last: date, low: date, whole: int) -> When:
    def at(day: date) -> float:
        return round(EDGE + (WIDTH - 2 * EDGE) * (day - low).days / max(1, whole), 1)

    known = entries[0].precision == "day"
    return When(
        date=entries[0].date,
        words=day_words(entries[0].date),
        range="" if known else span_words(Span(earliest=first.isoformat(), latest=last.isoformat())),
        entries=entries,
        start=at(first),
        end=at(last),
        drawn=whole > 0,
    )


def _ends(entries: Sequence[Entry], events: dict[str, Event]) -> tuple[date, date]:
    """The first and the last day that a date can have been: as its events tell, else the whole month or year."""
    first, last = _calendar(entries[0])
    told = [[ends for ends in _told(entry, events) if first <= ends[0] <= ends[1] <= last] for entry in entries]
    if not all(told):
        return first, last
    return min(low for found in told for low, _ in found), max(high for found in told for _, high in found)


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
