"""Days of the calendar: read from ISO 8601, and counted from without leaving it."""

from __future__ import annotations

from datetime import date


def day_of(iso: str | None) -> date | None:
    """The day of an ISO day or moment, None where it is none or coarser."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def days_from(day: date, days: int) -> date:
    """The day so many days later (earlier, if negative), at most the calendar's last and at least its first.

    People date reports by hand, and 9999-12-31 is a date.
    """
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
