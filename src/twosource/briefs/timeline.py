"""The timeline: what findings tell of a day, month or year that the reports themselves name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from twosource.briefs.clauses import is_notice
from twosource.briefs.days import Day, Naming, day_of, named_days
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


def find_timeline(record: Record) -> Record:
    """The record with its timeline, the days that matter most first; one entry for a finding and date."""
    claims = {c.id: c for c in record.claims}
    events = {e.id: e for e in record.events}
    by_page: dict[str, list[Time]] = defaultdict(list)
    for time in record.times:
        by_page[time.selector.page].append(time)
    dated = [d for f in record.findings for d in _dated(f, [claims[c] for c in f.claims], events, by_page)]
    naming = named_days(record)
    days = sorted(_by_day(dated).items(), key=lambda day: _day_rank(day[0], day[1], naming))
    kept = {id(d) for d in _in_turns([found for _, found in days])}
    entries = (_entry(d, _named_by(day, found, naming)) for day, found in days for d in found if id(d) in kept)
    return replace(record, timeline=tuple(entries))


def _by_day(dated: list[Dated]) -> dict[Day, list[Dated]]:
    """What is told of each day: first what most origins tell and what an event dates, then in the order of the text."""
    found: dict[Day, list[Dated]] = defaultdict(list)
    told: set[tuple[Day, str]] = set()
    for one in sorted(dated, key=_rank):
        words = (one.day, one.text.exact)
        if words not in told:  # copies of one text tell a day once
            found[one.day].append(one)
        told.add(words)
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


def _dated(
    finding: Finding, claims: list[Claim], events: dict[str, Event], times: Mapping[str, list[Time]]
) -> Iterator[Dated]:
    """The finding under each date that its events give, or else that its own words name; of each date once.

    A year does not count where one of its months or days is given too: "later this year" and "on 3 December".
    """
    found: dict[Day, list[tuple[Claim, str | None]]] = defaultdict(list)
    for claim in claims:
        event = events.get(claim.ref or "")
        if event and event.time and event.realis in TOLD:
            _add(found, event.time.earliest, event.time.latest, (claim, event.id))
    if not found:
        for claim in claims:
            for time in times.get(claim.selector.page, ()):
                if claim.selector.covers(time.selector) and time.timex.type in ("DATE", "TIME"):
                    _add(found, time.earliest, time.latest, (claim, None))
    for day, sources in found.items():
        if day.precision != "year" or not any(other.date.startswith(f"{day.date}-") for other in found):
            refs = dict.fromkeys(ref for _, ref in sources if ref)
            text = _text(finding, [c for c, _ in sources], claims)
            if not is_notice(text.exact):
                yield Dated(day, finding, (*refs, finding.id), text)


def _text(finding: Finding, dated: Sequence[Claim], claims: Sequence[Claim]) -> Selector:
    """The finding's words where they give the day, or else those of a report that does: a toll has risen since."""
    if any(finding.text.page == c.selector.page and finding.text.overlaps(c.selector) for c in dated):
        return finding.text
    own = dated[0].selector
    return max((c.selector for c in claims if c.selector.covers(own)), key=lambda s: (s.end - s.start, s), default=own)


def _add(
    found: dict[Day, list[tuple[Claim, str | None]]],
    earliest: str | None,
    latest: str | None,
    source: tuple[Claim, str | None],
) -> None:
    day = day_of(earliest, latest)
    if day:
        found[day].append(source)
