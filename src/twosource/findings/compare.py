"""What two assertions have in common or apart: acts, days, hours, towns, starts, kinds of event."""

from __future__ import annotations

import re

from twosource.findings.assertions import Assertion
from twosource.findings.counts import PERSON_CONCEPTS, counted
from twosource.vocab.concepts import opposites


def shared_acts(one: Assertion, two: Assertion) -> frozenset[str]:
    """Words of both for what happened: their common marks but names, numbers, and what is counted."""
    heads = {counted(q) for a in (one, two) for q in a.quantities}
    return frozenset(m for m in one.told & two.told if m[0] != "#" and m not in heads and m not in PERSON_CONCEPTS)


def share_action(one: Assertion, two: Assertion) -> bool:
    """Whether both tell of the same kind of event, or share a word for what happened."""
    return same_event_type(one, two) or bool(shared_acts(one, two))


def phases_apart(one: Assertion, two: Assertion) -> bool:
    """Whether each tells what the other has the opposite of: who was missing, who was found."""
    mine, theirs = one.told - two.told, two.told - one.told
    return any((here, there) in opposites() for here in mine for there in theirs)


def either_asks(one: Assertion, two: Assertion) -> bool:
    """Whether one of them is a question in its report's own words ("Why did they wait?"), which asserts nothing."""
    return any(a.said is None and a.at.exact.rstrip(" .").endswith("?") for a in (one, two))


def days_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both name days and no two of them overlap."""
    mine, theirs = _days(one), _days(two)
    return bool(mine and theirs) and not _overlap(mine, theirs)


def begins_meet(one: Assertion, two: Assertion) -> bool:
    """Whether both tell when the same thing began, and it can be the same day."""
    if one.begin is None or two.begin is None or not one.begin.what & two.begin.what:
        return False
    return _overlap([one.begin.days], [two.begin.days])


def hours_apart(one: Assertion, two: Assertion) -> bool:
    """Whether each names one time of the clock, and these lie more than `HOURS` apart."""
    mine, theirs = _clock(one), _clock(two)
    return mine is not None and theirs is not None and abs(mine - theirs) > HOURS * 60


HOURS = 1
"""Between times of the clock that reports give for one moment, "about" and "just after" allowed for."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)")


def _clock(assertion: Assertion) -> int | None:
    """Minutes after midnight of its only time of the clock."""
    found = [m for t in assertion.times if (m := _CLOCK.search(t.timex.value))]
    return int(found[0].group(1)) * 60 + int(found[0].group(2)) if len(found) == 1 else None


def days_meet(one: Assertion, two: Assertion) -> bool:
    """Whether two of the days, weeks or months that they name overlap."""
    return _overlap([d for d in _days(one) if _within_month(*d)], [d for d in _days(two) if _within_month(*d)])


def _days(assertion: Assertion) -> list[tuple[str, str]]:
    stated = [(t.earliest, t.latest) for t in assertion.times]
    return [(first, last) for first, last in stated if first and last]


def _overlap(mine: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> bool:
    return any(a <= d and c <= b for a, b in mine for c, d in theirs)


def _within_month(first: str, last: str) -> bool:
    return first[:7] == last[:7]


def places_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both name towns and none is named by both."""
    mine = {p.id for p in one.places if p.precision == "town"}
    theirs = {p.id for p in two.places if p.precision == "town"}
    return bool(mine and theirs) and not mine & theirs


def shared_towns(one: Assertion, two: Assertion) -> frozenset[str]:
    """The towns that both name."""
    return frozenset(p.id for p in one.places if p.precision == "town") & {p.id for p in two.places}


def same_event_type(one: Assertion, two: Assertion) -> bool:
    """Whether both hold an event of the same type, statements aside, both as done or both as not done."""
    mine = {(e.type, e.realis == "negated") for e in one.events if e.type != "STATEMENT"}
    return any((e.type, e.realis == "negated") in mine for e in two.events)
