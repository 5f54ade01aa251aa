"""In which town an assertion says that something was, and how far apart two towns are."""

from __future__ import annotations

import math

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.model import Place, Selector
from twosource.vocab.finding_words import finding_words

OUTWARDS = 80
"""Characters before a town in which words say that the happening was there ("in the northern town of")."""
WAY = 4
"""Words before "in" in which "to" or "from" says that the town is where something was going ("to a prison in")."""
NEAR = 60.0
"""Kilometres within which a report may name the next larger town."""
DIAMETER = 12742.0
"""Of the Earth, in kilometres."""


@worked_out_once
def town(assertion: Assertion) -> tuple[Place, Selector] | None:
    """The only town that it says something was in, and the words."""
    named = [(p, s) for p, s in assertion.towns if _said_before(assertion, s, "whereabouts")]
    return named[0] if len({p.id for p, _ in named}) == 1 else None


@worked_out_once
def towns(assertion: Assertion) -> set[str]:
    """The ids of the towns that it names, but those it says something came from or was going to."""
    return {p.id for p, s in assertion.towns if not _said_before(assertion, s, "ways")}


def elsewhere(one: Assertion, two: Assertion) -> bool:
    """Whether each says that it was in one town, and these lie too far apart for both to be meant."""
    if not one.towns or not two.towns:
        return False
    mine, theirs = town(one), town(two)
    if mine is None or theirs is None or towns(one) & towns(two):
        return False
    return kilometres(mine[0], theirs[0]) >= NEAR


def kilometres(one: Place, two: Place) -> float:
    """How far apart two places are; 0 where that is not known, so that nothing is made of it."""
    if one.lat is None or two.lat is None or one.lon is None or two.lon is None:
        return 0.0
    a, b = math.radians(one.lat), math.radians(two.lat)
    across = math.sin((b - a) / 2) ** 2
    across += math.cos(a) * math.cos(b) * math.sin(math.radians(two.lon - one.lon) / 2) ** 2
    return DIAMETER * math.asin(min(1.0, math.sqrt(across)))


def _said_before(assertion: Assertion, at: Selector, words: str) -> bool:
    """Whether one of those words stands before the town; "in" does not count after "to a prison" or "a firm based"."""
    before = assertion.at.exact[: at.start - assertion.at.start][-OUTWARDS:].lower().split()
    while before and before[-1] in finding_words("before a town"):
        before.pop()
    if not before or before[-1] not in finding_words(words):
        return False
    at_home = before[-2:-1] and before[-2].strip(",(") in finding_words("at home")
    on_the_way = words == "whereabouts" and set(before[-1 - WAY : -1]) & finding_words("ways")
    return not (on_the_way or at_home)
