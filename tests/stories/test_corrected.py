"""Tolls that are corrected, and the last of the dead by whose rank a toll is told."""

from __future__ import annotations

from dataclasses import replace

from twosource.model import Quantity, Reading
from twosource.stories import describe_stories

from .reports import reading, record, toll

FIRST = reading("first", "Blast kills 38 in Brenn", "A lorry blew up in Brenn, killing 38 people.", day="2031-05-05")
FEWER = reading("fewer", "Brenn blast kills 35", "A lorry blew up in Brenn, killing 35 people.", day="2031-05-06")
REVISED = reading("revised", "Brenn toll revised to 35", "A lorry blew up in Brenn.", day="2031-05-06")
SIXTH = reading("sixth", "Six die in Orsa", "Six people died in Orsa.", day="2031-05-06")
SEVENTH = reading("seventh", "Seventh body found in Orsa", "Crews found a seventh body in Orsa.", day="2031-05-06")


def killed(*told: tuple[Reading, Quantity]) -> list[tuple[float | None, str]]:
    found = describe_stories(record(*(r for r, _ in told), quantities=tuple(q for _, q in told))).stories[0].figures
    return [(f.point, f.status) for f in found]


def test_a_later_toll_that_is_lower_overrules_only_as_a_correction() -> None:
    before = FIRST, toll(FIRST, "38", 38, 38)
    assert killed(before, (FEWER, toll(FEWER, "35", 35, 35))) == [(None, "differs")]
    assert killed(before, (REVISED, toll(REVISED, "35", 35, 35))) == [(35, "updated")]


def test_a_seventh_body_is_newer_than_six_dead() -> None:
    last = replace(toll(SEVENTH, "seventh", 7, 7), ordinal=True)
    assert killed((SIXTH, toll(SIXTH, "Six", 6, 6)), (SEVENTH, last)) == [(7, "updated")]
