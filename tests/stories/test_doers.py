"""Tolls of which other reports give a part: without those who did it, or of one of two sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.model import Figure, Origin
from twosource.stories import describe_stories
from twosource.stories.doers import without_doers

from .reports import at, reading, record, toll

DAY = "2031-05-06"
TWO = reading("two", "Two stabbed to death in Orsa", "A man killed two clerks in Orsa on Tuesday.", day=DAY)
THREE = reading("three", "Stabbing in Orsa", "Three people, including the attacker, died in Orsa.", day=DAY)
NINE = reading("nine", "Nine guards die in Brenn", "Rebels killed nine guards in Brenn on Tuesday.", day=DAY)
SIDES = reading("sides", "Clash in Brenn", "Nine guards and 15 rebels died in Brenn on Tuesday.", day=DAY)


@pytest.mark.parametrize(
    ("after", "left"),
    [
        (" people, including the attacker, died.", (11,)),
        (" people were killed, including both gunmen.", (10,)),
        (" people including three suspected bombers were killed.", (9,)),
        (" people were killed, not including the attacker.", ()),
        (" people died, including a nurse.", ()),
        (" died.", ()),
    ],
)
def test_a_toll_may_count_those_who_did_it(after: str, left: tuple[float, ...]) -> None:
    assert without_doers(12, after) == left


def killed(*counted: Figure) -> list[tuple[float | None, str]]:
    return [(f.point, f.status) for f in counted if f.role == "killed"]


def test_two_dead_and_three_with_the_attacker_agree() -> None:
    counts = (toll(TWO, "two", 2, 2), toll(THREE, "Three", 3, 3))
    found = describe_stories(record(TWO, THREE, quantities=counts, origins=origins("two", "three"))).stories[0]
    assert killed(*found.figures) == [(3, "corroborated")]


def test_the_dead_of_one_side_are_a_part_of_those_of_both() -> None:
    guards = replace(toll(SIDES, "Nine", 9, 9), of=at(SIDES, "guards"))
    counts = (toll(NINE, "nine", 9, 9), guards, toll(SIDES, "15", 15, 15))
    found = describe_stories(record(NINE, SIDES, quantities=counts, origins=origins("nine", "sides"))).stories[0]
    assert killed(*found.figures) == [(24, "corroborated")]


def origins(*articles: str) -> tuple[Origin, ...]:
    return tuple(Origin(id=f"o:{a}", articles=(a,)) for a in articles)
