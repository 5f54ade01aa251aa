"""When something began, by the day nearest to the word for it and of happenings alone; and what is still to come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings.assertions import Begin
from twosource.findings.gather import gather
from twosource.findings.moments import is_bare_clock
from twosource.model import Reading, Time, Timex

from .wire import at, reading, record


def dated(found: Reading, **days: str) -> Reading:
    """The report with these words, underscores for blanks, as days."""
    times = tuple(
        Time(
            id=f"time:{words}", article=found.article.id, selector=at(found, words.replace("_", " ")),
            timex=Timex(type="DATE", value=day), earliest=day, latest=day, basis="text",
        )
        for words, day in days.items()
    )  # fmt: skip
    return replace(found, times=times)


def begun(found: Reading) -> Begin | None:
    (assertion,) = gather(record(found))
    return assertion.begin


@pytest.mark.parametrize(
    "line",
    [
        "The miners walked out on Monday over a rule in force since Sunday",
        "Under a rule in force since Sunday the strike began on Monday",
    ],
)
def test_it_began_on_the_day_nearest_to_the_word_for_it(line: str) -> None:
    begin = begun(dated(reading("a", line), Monday="2031-05-05", Sunday="2031-05-04"))
    assert begin is not None and begin.days == ("2031-05-05", "2031-05-05")


def test_only_happenings_begin() -> None:
    begin = begun(dated(reading("a", "The port workers began a strike over pay on Monday"), Monday="2031-05-05"))
    assert begin is not None and begin.what == {"strike"}
    assert begun(dated(reading("a", "The port workers began to go home on Monday"), Monday="2031-05-05")) is None


@pytest.mark.parametrize(
    ("line", "planned"),
    [
        ("Ministers are to sit down in Vik on Monday", True),
        ("Ministers will sit down in Vik on Monday", True),
        ("Ministers sat down in Vik on Monday", False),  # a day that was read wrongly
    ],
)
def test_what_is_to_come_on_a_weekday_is_a_plan(line: str, planned: bool) -> None:
    (assertion,) = gather(record(dated(reading("a", line), Monday="2031-05-12")))
    assert assertion.planned == (("2031-05-12", "2031-05-12") if planned else None)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("about 11:18 p.m.", True),
        ("noon", True),
        ("ten past three", True),
        ("shortly after half past six", True),
        ("half past six on Friday", False),
        ("tonight", False),
        ("9 May", False),
    ],
)
def test_a_time_of_the_clock_alone_names_no_day(words: str, bare: bool) -> None:
    assert is_bare_clock(at(reading("a", f"It began {words}"), words)) is bare


def test_what_was_about_to_begin_at_a_time_of_the_clock_is_no_plan() -> None:
    line = "At twenty past six, with the play about to begin"
    (assertion,) = gather(record(dated(reading("a", line), twenty_past_six="2031-05-12")))
    assert assertion.planned is None
