"""Days that may be counted from without leaving the calendar."""

from __future__ import annotations

from datetime import date


def days_from(day: date, days: int) -> date:
    """The day so many days later (earlier, if negative), at most the calendar's last and at least its first.

    People date reports by hand, and 9999-12-31 is a date.
    """
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
