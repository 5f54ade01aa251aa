"""Days as words of an index: a range of years is a few whole years, months and days, not 3,650 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from twosource.stores.base.facets import first_day, last_day

_DAY = timedelta(days=1)


def day_words(day: str | None) -> list[str]:
    """The words of an article's day: its year, its month and itself; none where it is not known."""
    known = first_day(day)
    return [f"y{known:%Y}", f"m{known:%Y%m}", f"d{known:%Y%m%d}"] if known else []


def range_words(since: str, until: str, within: tuple[str | None, str | None]) -> list[str]:
    """The words that hold for just the days from one to another; `within`: the first and last day that any has."""
    ends = first_day(since) or date.min, last_day(until) or date.max
    known = first_day(within[0]) or date.max, last_day(within[1]) or date.min
    return list(_covering(max(ends[0], known[0]), min(ends[1], known[1])))


def _covering(day: date, last: date) -> Iterator[str]:
    """The largest parts of the calendar first: each day lies in just one."""
    while day <= last:
        year_end, month_end = last_day(f"{day:%Y}"), last_day(f"{day:%Y-%m}")
        if year_end and year_end <= last and (day.month, day.day) == (1, 1):
            yield f"y{day:%Y}"
            day = year_end
        elif month_end and month_end <= last and day.day == 1:
            yield f"m{day:%Y%m}"
            day = month_end
        else:
            yield f"d{day:%Y%m%d}"
        if day == date.max:
            return
        day += _DAY
