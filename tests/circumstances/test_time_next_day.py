"""Reports that are dated a day early, by a clock of another zone or by when they first went up."""

import pytest

from tests.circumstances.made import times

# Published on Thursday, 16 May 2019.
OF_THE_DAY_AFTER = [
    "A fire broke out early Friday.",
    "A fire broke out early Friday morning.",
    "A fire broke out early on Friday.",
    "A fire broke out on Friday morning.",
    "A fire broke out earlier Friday.",
    "A mill caught fire at 2 a.m. Friday, the fire service said early on Friday.",
    "No one had been found as of Friday.",
    "No one had been found as of Friday evening.",
    "Police said Friday that the mill was empty.",
    "Police said on Friday that the mill was empty.",
    "Police said late Friday that the mill was empty.",
    "Police on Friday said that the mill was empty.",
    "Police on Friday evening said that the mill was empty.",
    "She said so in an interview on Friday.",
    "The mill burned down on Friday. Police said on Friday that it was empty.",
    "The fire began late Thursday night. It was out early Friday.",
]
OF_SIX_DAYS_BEFORE = [
    "A fire broke out on Friday.",
    "Friday's fire killed a miller.",
    "A fire broke out last Friday morning.",
    "A fire broke out last Friday. It was out early Friday.",
    "Those arrested on Friday told nothing.",
]


def _fridays(text: str, day: str) -> set[str]:
    return {str(t.earliest) for t in times(text, day) if "Friday" in t.selector.exact}


@pytest.mark.parametrize("text", OF_THE_DAY_AFTER)
def test_what_was_said_or_happened_early_on_the_next_weekday_is_of_that_day(text: str) -> None:
    assert _fridays(text, "2019-05-16") == {"2019-05-17"}


@pytest.mark.parametrize("text", OF_SIX_DAYS_BEFORE)
def test_without_such_a_sign_a_weekday_is_the_last_one(text: str) -> None:
    assert _fridays(text, "2019-05-16") == {"2019-05-10"}


@pytest.mark.parametrize("day", ["2019-05-17", "2019-05-18", "2019-05-20"])
@pytest.mark.parametrize("text", OF_THE_DAY_AFTER)
def test_from_that_day_on_it_is_the_last_one_as_ever(text: str, day: str) -> None:
    assert _fridays(text, day) == {"2019-05-17"}


def test_what_such_a_day_rests_on_is_told() -> None:
    said, due = times("Police said early Friday that it was over. The hearing will be on Friday.", "2019-05-16")
    assert (said.basis, due.basis) == ("day_after", "published")


def test_a_night_before_midnight_keeps_its_own_day() -> None:
    (night,) = times("A fire broke out late Thursday night.", "2019-05-17")
    assert (night.earliest, night.timex.value) == ("2019-05-16", "2019-05-16TNI")


def test_the_last_day_of_the_calendar_has_no_day_after() -> None:
    assert times("Police said Saturday that it was over.", "9999-12-31")
