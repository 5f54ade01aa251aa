from datetime import date

import pytest

from twosource.circumstances import periods


def test_a_month_moved_from_its_last_day_stays_within_the_month() -> None:
    assert periods.moved(date(2019, 3, 31), "M", -1) == date(2019, 2, 28)


@pytest.mark.parametrize("unit", ["D", "W", "M", "Q", "Y", "E", "C"])
def test_nothing_lies_beyond_the_calendar(unit: str) -> None:
    assert periods.moved(date(9999, 12, 31), unit, 10**9) is None
    assert periods.moved(date(1, 1, 1), unit, -1) is None


def test_seasons_weeks_and_quarters_have_their_days() -> None:
    assert periods.season_of(2018, "WI").last == date(2019, 2, 28)
    assert periods.week_of(date(2019, 5, 16)).first == date(2019, 5, 13)
    assert periods.quarter_of(2019, 2).last == date(2019, 6, 30)
    assert periods.years_of(1980, 10).value == "198X"


@pytest.mark.parametrize(("year", "day"), [(2016, "2016-03-27"), (2019, "2019-04-21"), (2038, "2038-04-25")])
def test_easter_falls_where_the_church_puts_it(year: int, day: str) -> None:
    assert periods.easter(year).isoformat() == day


def test_the_end_of_a_year_is_its_last_third() -> None:
    end = periods.clipped(periods.year_of(2019), "END", None)
    assert (end.first, end.last) == (date(2019, 9, 1), date(2019, 12, 31))
