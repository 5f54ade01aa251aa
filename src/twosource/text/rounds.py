"""Rounds of reporting on one day: which reports are surely later than others, by the hour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

KNOWN, UNKNOWN = timedelta(hours=1), timedelta(hours=6)
"""What lies between two rounds where all zones are known, and where a page prints a time without its zone: then most
pairs of zones in which one event is reported are no farther apart."""


def rounds(published: Mapping[str, tuple[str, str | None]]) -> dict[str, str]:
    """For each report, from its day and its full time (ISO 8601; None if unknown), what sorts it among the others.

    That is the day, with "#1" and on for later rounds of it: "2031-05-05" is before "2031-05-05#1". A day on which one
    of the reports gives no time has one round.
    """
    by_day: dict[str, list[str]] = {}
    for report, (day, _) in published.items():
        by_day.setdefault(day[:10], []).append(report)
    found: dict[str, str] = {}
    for day, reports in by_day.items():
        times = {r: _moment(published[r][1]) for r in reports}
        for number, own in enumerate(_apart(times)):
            found |= dict.fromkeys(own, f"{day}#{number}" if number else day)
    return found


def _moment(at: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(at) if at else None
    except ValueError:
        return None


def _apart(times: Mapping[str, datetime | None]) -> Iterator[Sequence[str]]:
    """The reports of a day in rounds, the earliest first; all in one where a time is unknown."""
    known = sorted((_in_utc(t), t.tzinfo is not None, report) for report, t in times.items() if t)
    if len(known) < len(times):
        yield list(times)
        return
    current: list[str] = []
    for i, (at, zoned, report) in enumerate(known):
        least = KNOWN if zoned and known[i - 1][1] else UNKNOWN
        if i and at - known[i - 1][0] >= least:
            yield current
            current = []
        current.append(report)
    yield current


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
