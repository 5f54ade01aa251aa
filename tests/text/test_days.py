"""Counting days never leaves the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.text.days import days_from


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2031, 2, 28), 1, date(2031, 3, 1)),
        (date(2032, 3, 1), -1, date(2032, 2, 29)),
        (date(9999, 12, 30), 366, date.max),
        (date(1, 1, 5), -30, date.min),
    ],
)
def test_days_are_counted_as_far_as_the_calendar_goes(day: date, days: int, expected: date) -> None:
    assert days_from(day, days) == expected
