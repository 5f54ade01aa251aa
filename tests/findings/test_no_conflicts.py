"""What only seems to be in conflict: other doers, one quotation on two days, page stamps, forecasts, two votes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings.assertions import Assertion
from twosource.findings.gather import gather
from twosource.findings.no_conflicts import (
    NO_CONFLICT,
    are_some,
    is_none,
    long_before,
    of_others,
    one_expected,
    other_votes,
    over_days,
    page_stamps,
    same_words,
)
from twosource.findings.stances import is_charge
from twosource.model import Actor, Mention, Reading, Time, Timex

from .wire import at, quote, reading, record

DAY = "2031-05-05"


def dated(found: Reading, words: str, day: str) -> Reading:
    time = Time(
        id=f"time:{found.article.id}", article=found.article.id, selector=at(found, words),
        timex=Timex(type="DATE", value=day), earliest=day, latest=day, basis="text",
    )  # fmt: skip
    return replace(found, times=(time,))


def only(found: Reading, *names: str) -> Assertion:
    """The one assertion of a report of one sentence; `names` are actors that it names."""
    actors = tuple(
        Actor(
            id=f"actor:{name}", name=name, names=(name,), kind="person", named=True,
            mentions=(Mention(selector=at(found, name), form="name"),),
        )
        for name in names
    )  # fmt: skip
    (assertion,) = gather(replace(record(found), actors=actors))
    return assertion


def test_every_reason_explains_itself() -> None:
    assert all(seems.__doc__ and seems.__doc__.endswith(".") for seems, _ in NO_CONFLICT)


@pytest.mark.parametrize(
    ("line", "of_two"),
    [
        ("Police held 12 people at another match in Halden", True),
        ("Police again held 12 people in Halden", True),
        ("Police held 12 more people in Halden", True),
        ("Police held more than 12 people in Halden", False),
        ("Police held 12 people in Halden", False),
    ],
)
def test_what_is_told_of_another_one_is_in_no_conflict(line: str, of_two: bool) -> None:
    one, two = only(reading("a", "Police held 37 people at a match in Halden")), only(reading("b", line))
    assert is_none(one, two, "quantity") is of_two


@pytest.mark.parametrize(
    ("second", "name", "of_two"),
    [
        ("Bo Lind has spent 19 seasons with the club", "Bo Lind", True),
        ("Ann Roe has spent 19 seasons with the club", "Ann Roe", False),
        ("The club has Bo Lind for 19 seasons now", "Bo Lind", False),
    ],
)
def test_seasons_of_two_players_are_in_no_conflict(second: str, name: str, of_two: bool) -> None:
    mine = only(reading("a", "Ann Roe has spent 11 seasons with the club"), "Ann Roe")
    theirs = only(reading("b", second), name)
    assert of_others(mine, theirs) is of_two
    assert is_none(mine, theirs, "quantity") is of_two
    assert not is_none(mine, theirs, "actor")


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ("Today my friends in this valley asked me to step aside and I will", True),
        ("She was asked today to leave the race by half of the council", False),
    ],
)
def test_a_today_in_one_quotation_is_one_day(second: str, same: bool) -> None:
    mine = only(reading("a", "Today my friends in this valley asked me to step aside and I will"))
    assert same_words(mine, only(reading("b", second))) is same


@pytest.mark.parametrize(
    ("line", "words", "stamped"),
    [
        ("HALDEN Mon May 5, 2031 7:03 am EDT the mill was closed", "Mon May 5, 2031 7:03 am EDT", True),
        ("HALDEN the mill was closed on May 5, 2031", "May 5, 2031", False),
        ("HALDEN the mill was closed at 7:03 am", "7:03 am", False),
    ],
)
def test_when_a_page_came_out_is_no_time_of_what_it_tells(line: str, words: str, stamped: bool) -> None:
    mine = only(dated(reading("a", line), words, DAY))
    assert page_stamps(mine, only(reading("b", "The mill was closed at noon"))) is stamped


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        ("Bankers had predicted that sales would fall by 12 percent", True),
        ("Sales fell by 12 percent, far more than predicted", False),
    ],
)
def test_what_was_expected_is_not_what_came(second: str, apart: bool) -> None:
    mine = only(reading("a", "Sales fell by 16 percent in April"))
    assert one_expected(mine, only(reading("b", second))) is apart


def test_what_economists_expect_is_expected_where_only_the_sentence_says_so() -> None:
    told = quote(reading("b", "Bankers expected that sales would fall by 12 percent"), "sales would fall by 12 percent")
    assertions = gather(record(told))
    assert any(one_expected(only(reading("a", "Sales fell by 16 percent in April")), one) for one in assertions)


@pytest.mark.parametrize(("day", "background"), [("2029-03-01", True), ("2031-04-30", False)])
def test_a_trial_of_years_ago_was_another(day: str, background: bool) -> None:
    mine = only(dated(reading("a", "The trial of the mayor was closed in Halden then", day=DAY), "then", day))
    theirs = only(reading("b", "The trial of the mayor was closed in Skive", day=DAY))
    assert long_before(mine, theirs) is background
    assert not is_none(mine, theirs, "quantity")


@pytest.mark.parametrize(
    ("second", "two"),
    [("by 71 to 40", True), ("by 58 votes to 54", False), ("by 58 votes to 55", False), ("after a day of talk", False)],
)
def test_two_votes_with_no_number_in_common_are_two(second: str, two: bool) -> None:
    mine = only(reading("a", "The council had closed the road by 58 to 54"))
    assert other_votes(mine, only(reading("b", f"The council had closed the road {second}"))) is two


@pytest.mark.parametrize(
    ("second", "longer"),
    [("Shootings left 26 hurt over the weekend", True), ("Shootings left 26 hurt on Sunday", False)],
)
def test_a_weekend_counts_more_than_a_night(second: str, longer: bool) -> None:
    mine, theirs = only(reading("a", "Shootings left eight hurt in one night")), only(reading("b", second))
    assert over_days(mine, theirs) is longer
    assert is_none(mine, theirs, "quantity") is longer


def test_those_in_hospital_are_some_of_the_hurt() -> None:
    some = only(reading("a", "Sixteen people were treated for gunshot wounds"))
    hurt = only(reading("b", "At least 20 people were hurt at the party"))
    assert are_some(some, hurt) and not are_some(hurt, some) and not are_some(some, some)


def test_a_denial_is_no_conflict_with_what_is_only_suggested() -> None:
    assert is_charge(only(reading("a", "Researchers wrote that Ann Roe could have been the informer")).at)
    assert is_charge(only(reading("a", "Ann Roe was now and then identified as the informer")).at)
    assert not is_charge(only(reading("a", "Researchers wrote that Ann Roe was the informer")).at)
