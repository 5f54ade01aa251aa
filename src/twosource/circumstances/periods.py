"""Calendar periods: days, weeks, months, seasons, years with their TIMEX3 value and their first and last day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_DAYS_IN = {"D": 1, "W": 7, "W2": 14, "K": 7}


class Period(NamedTuple):
    """A stretch of the calendar; `first` and `last` are None where the text does not determine them."""

    value: str
    first: date | None = None
    last: date | None = None


UNKNOWN = Period("")
"""A period that is named but cannot be resolved."""


def day_of(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), day, day)


FIRST_YEAR, LAST_YEAR = 100, 9000
"""Years reckoned with; inside them a period can be widened without leaving the calendar of Python (1 to 9999)."""


def valid_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day or the year is none of those reckoned with."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def month_of(year: int, month: int) -> Period:
    """One month of a year between 1 and 9999."""
    last = calendar.monthrange(year, month)[1]
    return Period(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last))


def year_of(year: int) -> Period:
    """One year."""
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def years_of(first: int, count: int) -> Period:
    """A decade (198X) or a century (18XX) by its first year, as EDTF writes them."""
    digits = 3 if count == 10 else 2
    value = f"{first:04}"[:digits] + "X" * (4 - digits)
    return Period(value, date(max(first, 1), 1, 1), date(first + count - 1, 12, 31))


def quarter_of(year: int, quarter: int) -> Period:
    """One quarter, 1 to 4."""
    begin, end = month_of(year, 3 * quarter - 2), month_of(year, 3 * quarter)
    return Period(f"{year:04}-Q{quarter}", begin.first, end.last)


def half_of(year: int, half: int) -> Period:
    """One half of a year, 1 or 2."""
    begin, end = month_of(year, 6 * half - 5), month_of(year, 6 * half)
    return Period(f"{year:04}-H{half}", begin.first, end.last)


def season_of(year: int, season: str) -> Period:
    """A season of the northern half of the globe (SP, SU, FA, WI); a winter begins in the December of its year."""
    begin = month_of(year, _SEASON_MONTHS[season])
    months = year * 12 + _SEASON_MONTHS[season] + 1
    return Period(f"{year:04}-{season}", begin.first, month_of(months // 12, months % 12 + 1).last)


def week_of(day: date) -> Period:
    """The ISO week that holds `day`, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Period(f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the ISO week that holds `day`."""
    week = week_of(day)
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    return Period(f"{week.value}-WE", saturday, saturday + timedelta(days=1))


def enclosing(day: date, unit: str) -> Period:
    """The day, week, weekend, month, quarter, year, decade or century (D W K M Q Y E C) that holds `day`."""
    simple = {"D": day_of, "W": week_of, "W2": week_of, "K": weekend_of}
    if unit in simple:
        return simple[unit](day)
    if unit == "M":
        return month_of(day.year, day.month)
    if unit == "Q":
        return quarter_of(day.year, (day.month + 2) // 3)
    size = {"E": 10, "C": 100}.get(unit)
    return year_of(day.year) if size is None else years_of(day.year - day.year % size, size)


def moved(day: date, unit: str, count: float) -> date | None:
    """`day` moved by `count` units; None beyond the years reckoned with. A month's end stays in its month."""
    try:
        if unit in _DAYS_IN:
            there = day + timedelta(days=round(count * _DAYS_IN[unit]))
            return valid_day(there.year, there.month, there.day)
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS_IN[unit])
        year, month = divmod(months, 12)
        return valid_day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError):
        return None


def clipped(period: Period, mod: str | None, today: date | None) -> Period:
    """`period` cut by a modifier: its beginning, middle or end; `today` parts "earlier" from "later"."""
    first, last = period.first, period.last
    if first is None or last is None or mod not in ("START", "MID", "END"):
        return period
    third = timedelta(days=(last - first).days // 3)
    if mod == "START":
        return period._replace(last=today if today and first <= today <= last else first + third)
    if mod == "END":
        return period._replace(first=today if today and first <= today <= last else last - third)
    return period._replace(first=first + third, last=last - third)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian method)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
