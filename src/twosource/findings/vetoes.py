"""What keeps two assertions out of one finding, however alike their words are: a table of named functions."""

from __future__ import annotations

from collections.abc import Callable

from twosource.findings.assertions import Assertion
from twosource.findings.compare import begins_meet, days_apart, places_apart, to_come_and_done
from twosource.findings.sums import counts_of_two_things, sums_of_two_things


def another_day(one: Assertion, two: Assertion) -> bool:
    """They name days, and none that can be the same; what they say of one start is told apart from these."""
    return days_apart(one, two) and not begins_meet(one, two)


def another_place(one: Assertion, two: Assertion) -> bool:
    """They name towns, and none in common."""
    return places_apart(one, two)


def another_speaker(one: Assertion, two: Assertion) -> bool:
    """They are statements of different named people or bodies, and not of what their countries do together."""
    together = one.partners and one.partners == two.partners
    return one.by_name and two.by_name and not one.sides & two.sides and not together


def other_sums(one: Assertion, two: Assertion) -> bool:
    """They give sums, shares, measures or counts of different things."""
    return sums_of_two_things(one, two) or counts_of_two_things(one, two)


def another_moment(one: Assertion, two: Assertion) -> bool:
    """What one says is still to come the other tells as done."""
    return to_come_and_done(one, two)


VETOES: tuple[Callable[[Assertion, Assertion], bool], ...] = (
    another_day,
    another_place,
    another_speaker,
    other_sums,
    another_moment,
)
"""Two assertions of a growing group that one of these holds apart are never brought together by a third."""


def vetoes(one: Assertion, two: Assertion) -> bool:
    """Whether any of them speaks."""
    return any(veto(one, two) for veto in VETOES)
