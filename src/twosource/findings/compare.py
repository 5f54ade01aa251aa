"""What two assertions have in common or apart: acts, days, hours, towns, starts, kinds of event."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.findings.assertions import Assertion, Days, worked_out_once
from twosource.findings.counts import counted_things
from twosource.findings.hours import hour_in, minutes_apart
from twosource.findings.moments import is_bare_clock
from twosource.vocab.concepts import opposites
from twosource.vocab.counted import PERSON_CONCEPTS
from twosource.vocab.events import OWN_TYPES


def shared_acts(one: Assertion, two: Assertion) -> frozenset[str]:
    """Words of both for what happened: their common marks but names, numbers, and what is counted."""
    heads = {key for a in (one, two) if a.quantities for _, key in counted_things(a)}
    return frozenset(m for m in one.told & two.told if m[0] != "#" and m not in heads and m not in PERSON_CONCEPTS)


def share_action(one: Assertion, two: Assertion) -> bool:
    """Whether both tell of the same kind of event, or share a word for what happened."""
    return same_event_type(one, two) or bool(shared_acts(one, two))


def phases_apart(one: Assertion, two: Assertion) -> bool:
    """Whether each tells what the other has the opposite of: who was missing, who was found."""
    if _opposites_of(one).isdisjoint(two.told):
        return False
    mine, theirs = one.told - two.told, two.told - one.told
    return any((here, there) in opposites() for here in mine for there in theirs)


@worked_out_once
def _opposites_of(assertion: Assertion) -> frozenset[str]:
    """The opposites of what it tells."""
    return frozenset(there for here, there in opposites() if here in assertion.told)


def to_come_and_done(one: Assertion, two: Assertion) -> bool:
    """Whether what one says is still to come the other tells as done: "is to sign the bill", "signed the bill"."""
    return is_done_in(one, two) or is_done_in(two, one)


def is_done_in(plan: Assertion, done: Assertion) -> bool:
    """Whether the second tells as done, and not as still to come, what the first says is still to come."""
    return bool((plan.to_come - plan.done) & (done.done - done.to_come))


def either_asks(one: Assertion, two: Assertion) -> bool:
    """Whether one of them is a question in its report's own words ("Why did they wait?"), which asserts nothing."""
    return _asks(one) or _asks(two)


@worked_out_once
def _asks(assertion: Assertion) -> bool:
    ends = (at.exact.rstrip(" .)\"'”’") for at in (assertion.at, assertion.whole))  # a clause is cut before its mark
    return assertion.said is None and any(end.endswith("?") for end in ends)


def days_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both name days and no two of them overlap."""
    if not one.times or not two.times:
        return False
    mine, theirs = _days(one), _days(two)
    return bool(mine and theirs) and not _overlap(mine, theirs)


def begins_meet(one: Assertion, two: Assertion) -> bool:
    """Whether both tell when the same thing began, and it can be the same day."""
    if one.begin is None or two.begin is None or not one.begin.what & two.begin.what:
        return False
    return _overlap([one.begin.days], [two.begin.days])


def hours_apart(one: Assertion, two: Assertion) -> bool:
    """Whether each names one time of the clock, and these lie more than `HOURS` apart, around midnight too."""
    if not one.times or not two.times:
        return False
    mine, theirs = hour_in(one), hour_in(two)
    return mine is not None and theirs is not None and minutes_apart(mine, theirs) > HOURS * 60


HOURS = 1
"""Between times of the clock that reports give for one moment, "about" and "just after" allowed for."""


def dates_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both name days, weeks or months and no two of them overlap; years aside."""
    mine, theirs = _days_of_a_month(one), _days_of_a_month(two)
    return bool(mine and theirs) and not _overlap(mine, theirs)


def days_meet(one: Assertion, two: Assertion) -> bool:
    """Whether two of the days, weeks or months that they name overlap."""
    return bool(one.times and two.times) and _overlap(_days_of_a_month(one), _days_of_a_month(two))


@worked_out_once
def _days(assertion: Assertion) -> tuple[Days, ...]:
    stated = [(t.earliest, t.latest) for t in assertion.times if not is_bare_clock(t.selector)]
    return tuple((first, last) for first, last in stated if first and last)


@worked_out_once
def _days_of_a_month(assertion: Assertion) -> tuple[Days, ...]:
    return tuple((first, last) for first, last in _days(assertion) if first[:7] == last[:7])


def _overlap(mine: Sequence[Days], theirs: Sequence[Days]) -> bool:
    return any(a <= d and c <= b for a, b in mine for c, d in theirs)


def places_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both name towns and none is named by both."""
    if not one.places or not two.places:
        return False
    mine, theirs = _towns(one), _towns(two)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def shared_towns(one: Assertion, two: Assertion) -> frozenset[str]:
    """The towns that both name."""
    return _towns(one) & {p.id for p in two.places}


@worked_out_once
def _towns(assertion: Assertion) -> frozenset[str]:
    return frozenset(p.id for p in assertion.places if p.precision == "town")


def same_event_type(one: Assertion, two: Assertion) -> bool:
    """Whether both hold an event of the same type of PLOVER, both as done or both as not done."""
    return bool(one.events and two.events) and not _acts(one).isdisjoint(_acts(two))


@worked_out_once
def _acts(assertion: Assertion) -> frozenset[tuple[str, bool]]:
    """The types of its events, those of PLOVER, each with whether it is negated."""
    return frozenset((e.type, e.realis == "negated") for e in assertion.events if e.type not in OWN_TYPES)
