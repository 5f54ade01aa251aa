"""The timeline: what findings tell of a day, month or year that the reports themselves name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from twosource.briefs.asides import reckons_from
from twosource.briefs.days import Day, Naming, day_of, named_days
from twosource.briefs.lines import Lines
from twosource.briefs.reports import Reports
from twosource.model import Claim, Entry, Event, Finding, Record, Selector, Time

MOST = 24
"""Entries of a timeline: the best of each day first, then the second of each, from the days that matter most."""
TOLD = frozenset({"asserted", "ongoing", "planned", "historical"})
"""An event that is denied or only imagined falls on no day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A finding on a date, with the records that place it there."""

    day: Day
    finding: Finding
    refs: tuple[str, ...]
    text: Selector


class _Source(NamedTuple):
    """A claim with the day that its event, by its id, or its own words give; `aside`: it only reckons from it."""

    day: Day
    claim: Claim
    ref: str | None
    aside: bool


@dataclass(frozen=True, slots=True)
class _Placing:
    """What puts claims on days."""

    events: dict[str, Event]
    times: Mapping[str, list[Time]]
    is_aside: Callable[[Selector], bool]
    lines: Lines

    def by_events(self, claims: Sequence[Claim]) -> list[_Source]:
        """The days of events that are told to have been or to be planned."""
        found = []
        for claim in claims:
            event = self.events.get(claim.ref or "")
            if event and event.time and event.realis in TOLD:
                day, at = day_of(event.time.earliest, event.time.latest), event.time.selector
                if day and not (at and self.lines.gives_no_day(at)):
                    found.append(_Source(day, claim, event.id, at is not None and self.is_aside(at)))
        return found

    def by_words(self, claims: Sequence[Claim]) -> list[_Source]:
        """The days that the claims name themselves."""
        found = []
        for claim in claims:
            for time in self.times.get(claim.selector.page, ()):
                if claim.selector.covers(time.selector) and time.timex.type in ("DATE", "TIME"):
                    day = day_of(time.earliest, time.latest)
                    if day and not self.lines.gives_no_day(time.selector):
                        found.append(_Source(day, claim, None, self.is_aside(time.selector)))
        return found


def find_timeline(record: Record) -> Record:
    """The record with its timeline, the days that matter most first; one entry for a finding and date."""
    claims = {c.id: c for c in record.claims}
    events = {e.id: e for e in record.events}
    by_page: dict[str, list[Time]] = defaultdict(list)
    for time in record.times:
        by_page[time.selector.page].append(time)
    lines = Lines(Reports(record))
    placing = _Placing(events, by_page, reckons_from(record.pages), lines)
    dated = [d for f in record.findings for d in _dated(f, [claims[c] for c in f.claims], placing)]
    naming = named_days(record)
    days = sorted(_by_day(dated, lines).items(), key=lambda day: _day_rank(day[0], day[1], naming))
    kept = {id(d) for d in _in_turns([found for _, found in days])}
    entries = (_entry(d, _named_by(day, found, naming)) for day, found in days for d in found if id(d) in kept)
    return replace(record, timeline=tuple(entries))


def _by_day(dated: list[Dated], lines: Lines) -> dict[Day, list[Dated]]:
    """What is told of each day: first what most origins tell and what an event dates, then in the order of the text;
    what is told already, in the same words or nearly, once.
    """
    found: dict[Day, list[Dated]] = defaultdict(list)
    for one in sorted(dated, key=_rank):
        if len(found[one.day]) < MOST and lines.is_new(one.text, (other.text for other in found[one.day])):
            found[one.day].append(one)
    return found


def _rank(dated: Dated) -> tuple[int, bool, Selector]:
    return -dated.finding.origins, len(dated.refs) < 2, dated.text


def _day_rank(day: Day, found: list[Dated], naming: Mapping[Day, Naming]) -> tuple[int, int, bool, str]:
    """Named by most origins, then by most reports; days before months and years."""
    reports = naming[day].reports if day in naming else 0
    return -_named_by(day, found, naming), -reports, day.precision != "day", day.date


def _named_by(day: Day, found: list[Dated], naming: Mapping[Day, Naming]) -> int:
    """How many origins put something on that day: they name it, or their words are dated otherwise."""
    named = naming[day].origins if day in naming else 0
    return max(named, *(d.finding.origins for d in found))


def _in_turns(days: list[list[Dated]]) -> list[Dated]:
    """The first of each day, then the second of each, `MOST` in all."""
    turns = max(map(len, days), default=0)
    return list(chain.from_iterable([found[n] for found in days if n < len(found)] for n in range(turns)))[:MOST]


def _entry(dated: Dated, origins: int) -> Entry:
    day = dated.day
    return Entry(date=day.date, precision=day.precision, refs=dated.refs, text=dated.text, origins=origins)


def _dated(finding: Finding, claims: list[Claim], placing: _Placing) -> Iterator[Dated]:
    """The finding under each date that its events give, or else that its own words name; of each date once.

    A year or month does not count where its line gives a day too: "later this year" and "on 3 December". A day that a
    sentence only reckons from does not where it gives another: "found on Sunday, a day after the collision".
    """
    sources = placing.by_events(claims) or placing.by_words(claims)
    found: dict[Day, list[_Source]] = defaultdict(list)
    for source in sources:
        found[source.day].append(source)
    firm = {placing.lines.line(_words(finding, [s.claim], claims)) for s in sources if not s.aside}
    for day, own in found.items():
        refs = dict.fromkeys(s.ref for s in own if s.ref)
        text = placing.lines.line(_words(finding, [s.claim for s in own], claims))
        aside = all(s.aside for s in own) and text in firm
        if not aside and placing.lines.stands(text) and not _gives_finer(day, text, found, placing):
            yield Dated(day, finding, (*refs, finding.id), text)


def _gives_finer(day: Day, text: Selector, found: Mapping[Day, Sequence[_Source]], placing: _Placing) -> bool:
    """Whether a year or month has a day of its own in the finding, or the line of it names any day firmly."""
    if day.precision == "year" and any(other.date.startswith(f"{day.date}-") for other in found):
        return True
    times = [
        t for t in placing.times.get(text.page, ()) if text.covers(t.selector) and not placing.is_aside(t.selector)
    ]
    named = (day_of(t.earliest, t.latest) for t in times if t.timex.type in ("DATE", "TIME"))
    return day.precision != "day" and any(other is not None and other.precision == "day" for other in named)


def _words(finding: Finding, dated: Sequence[Claim], claims: Sequence[Claim]) -> Selector:
    """The finding's words where they give the day, or else those of a report that does: a toll has risen since."""
    if any(finding.text.page == c.selector.page and finding.text.overlaps(c.selector) for c in dated):
        return finding.text
    own = dated[0].selector
    return max((c.selector for c in claims if c.selector.covers(own)), key=lambda s: (s.end - s.start, s), default=own)
