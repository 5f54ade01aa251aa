"""The timeline: what findings tell of a day, month or year that the reports themselves name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from twosource.model import Claim, Entry, Event, Finding, Record, Selector, Time

MOST = 24
"""Entries of a timeline; those of most origins are kept, then those that events date to the day."""
TOLD = frozenset({"asserted", "ongoing", "planned", "historical"})
"""An event that is denied or only imagined falls on no day."""

Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A finding on a date, with the records that place it there."""

    date: str
    precision: Precision
    finding: Finding
    refs: tuple[str, ...]


def find_timeline(record: Record) -> Record:
    """The record with its timeline, by date; one entry for a finding and date."""
    claims = {c.id: c for c in record.claims}
    events = {e.id: e for e in record.events}
    by_page: dict[str, list[Time]] = {}
    for time in record.times:
        by_page.setdefault(time.selector.page, []).append(time)
    dated = [d for f in record.findings for d in _dated(f, [claims[c] for c in f.claims], events, by_page)]
    kept = sorted(dated, key=_rank)[:MOST]
    entries = (Entry(date=d.date, precision=d.precision, refs=d.refs, text=d.finding.text) for d in kept)
    return replace(record, timeline=tuple(sorted(entries, key=lambda e: (e.date, e.precision, e.text))))


def _rank(dated: Dated) -> tuple[int, bool, bool, Selector, str]:
    """Most origins first, then what an event dates, to the day, then the order of the text."""
    return -dated.finding.origins, len(dated.refs) < 2, dated.precision != "day", dated.finding.text, dated.date


def _dated(
    finding: Finding, claims: list[Claim], events: dict[str, Event], times: dict[str, list[Time]]
) -> Iterator[Dated]:
    """The finding under each date that its events give, or else that its own words name; of each date once."""
    found: dict[tuple[str, Precision], list[str]] = {}
    for claim in claims:
        event = events.get(claim.ref or "")
        if event and event.time and event.realis in TOLD:
            _add(found, event.time.earliest, event.time.latest, event.id)
    if not found:
        for claim in claims:
            for time in times.get(claim.selector.page, ()):
                if claim.selector.covers(time.selector) and time.timex.type in ("DATE", "TIME"):
                    _add(found, time.earliest, time.latest)
    for (date, precision), refs in found.items():
        yield Dated(date, precision, finding, (*dict.fromkeys(refs), finding.id))


def _add(found: dict[tuple[str, Precision], list[str]], earliest: str | None, latest: str | None, *refs: str) -> None:
    date = _date(earliest, latest)
    if date:
        found.setdefault(date, []).extend(refs)


def _date(earliest: str | None, latest: str | None) -> tuple[str, Precision] | None:
    """The day, month or year that holds both ends; None where nothing finer than a century does."""
    if not earliest or not latest:
        return None
    if earliest[:10] == latest[:10] and len(earliest) >= 10:
        return earliest[:10], "day"
    if earliest[:7] == latest[:7]:
        return earliest[:7], "month"
    return (earliest[:4], "year") if earliest[:4] == latest[:4] else None
