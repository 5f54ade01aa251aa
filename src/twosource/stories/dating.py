"""By which days a toll is dated: the story's own, or earlier ones, whose toll is that of another happening."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from twosource.model import Span, Time
from twosource.text.days import day_of, days_from

Days = tuple[date, date]
"""The first and the last."""
EARLIER = 4
"""Days before the story's day from which a dated toll is that of another happening."""
LONG = 20
"""Days that a stretch of time spans from which a toll over it ("this year") is no single happening's."""


def dating(at: int, times: Sequence[Time]) -> Days | None:
    """Of the times of a sentence the days that stand nearest to `at`."""
    return min(((abs(t.selector.start - at), days) for t in times if (days := days_of(t))), default=(0, None))[1]


def is_past(days: Days | None, when: Span | None) -> bool:
    """Whether these are days before the story's, or a long time."""
    if days is None:
        return False
    limit = days_from(day(when.earliest), -EARLIER) if when and when.earliest else None
    return is_long(days) or (limit is not None and days[1] < limit)


def is_long(days: Days) -> bool:
    """Whether it is a stretch of weeks and more."""
    return (days[1] - days[0]).days > LONG


def is_then(days: Days | None, when: Span | None) -> bool:
    """Whether these are the story's own days."""
    if days is None or when is None or not (when.earliest and when.latest):
        return False
    return day(when.earliest) <= days[0] and days[1] <= day(when.latest)


def days_of(time: Time) -> Days | None:
    """The days of a time; None where they are not known."""
    if time.earliest is None or time.latest is None:
        return None
    return day(time.earliest), day(time.latest)


def day(iso: str) -> date:
    """The day of an ISO date or moment; the last of the calendar where it is none."""
    return day_of(iso) or date.max
