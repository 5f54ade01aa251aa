"""Why two assertions are thought to be the same by what they tell of: a deed, a plan, a denial, a start, a description.

These need few words in common.
"""

from __future__ import annotations

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.compare import begins_meet, same_event_type, shared_towns
from twosource.findings.hours import hours_of_one, minutes_apart
from twosource.findings.marks import concepts_in
from twosource.findings.number_evidence import OFTEN, without_numbers
from twosource.findings.pairs import Pair
from twosource.vocab.events import OWN_TYPES
from twosource.vocab.finding_words import finding_words


def same_deed(pair: Pair) -> float:
    """Both tell that the same party did the same thing on the same day."""
    return float(not _deeds(pair.one).isdisjoint(_deeds(pair.two)))


@worked_out_once
def _deeds(assertion: Assertion) -> frozenset[tuple[str, str, str]]:
    """Who did what on which day, of its events that happened on one: actor id, concept, ISO day."""
    return frozenset(
        (party.actor, act, event.time.earliest)
        for event in assertion.events
        if event.realis == "asserted" and event.type not in OWN_TYPES and event.time and event.time.earliest
        for party in event.actors
        for act in concepts_in(event.anchor.exact.split())
        if party.actor and event.time.earliest == event.time.latest
    )


def same_hour(pair: Pair) -> float:
    """Both tell at which hour the same kind of thing was, and neither report gives it another hour."""
    if not (hours := hours_of_one(pair.one, pair.two, pair.by.hours)):
        return 0.0
    apart = minutes_apart(*hours)
    return float(apart <= SOON or (apart <= LONG and any(m[0] == "@" for m in pair.shared)))


SOON, LONG = 20, 360
"""Minutes between the hours of one thing: within the first of 25 such pairs of the press 24 told the same; farther
apart, where they also name one party or place, reports may differ on it, and more than `LONG` apart it is of two.
"""


def same_undertaking(pair: Pair) -> float:
    """Both tell that the same countries do something together, and with what or where."""
    if pair.one.negative or pair.two.negative or not pair.one.partners or _offers(pair.one) != _offers(pair.two):
        return 0.0
    return float(pair.one.partners == pair.two.partners and _told_beside(pair, pair.one.partners) >= OFTEN)


@worked_out_once
def _offers(assertion: Assertion) -> bool:
    """Whether it is only offered or asked for: "offered to build the bridge together"."""
    return not finding_words("offers").isdisjoint(assertion.whole.exact.lower().split())


def same_plan(pair: Pair) -> float:
    """Both tell of something still to come, on the same day or in the same weeks, with what or where in common."""
    one, two = pair.one.planned, pair.two.planned
    if not one or not two or one[0] > two[1] or two[0] > one[1]:
        return 0.0
    told, towns = pair.told, shared_towns(pair.one, pair.two)
    if one == two and one[0] == one[1]:
        return 1.0 if towns or told or same_event_type(pair.one, pair.two) else 0.0
    if one == two and one[0][:7] == one[1][:7] and towns and told:
        return 1.0  # "in Rome in September"
    return 1.0 if len(told) >= OFTEN else 0.0


def same_denial(pair: Pair) -> float:
    """The same side says in both that the same thing is not so, or that it did such a thing to the same other one."""
    both = pair.one.negative and pair.two.negative and (pair.one.denied or pair.two.denied)
    if not both or pair.one.sides.isdisjoint(pair.two.sides) or not pair.told:
        return 0.0
    all_of_one = pair.told in (without_numbers(pair.one.told), without_numbers(pair.two.told))
    return float(all_of_one or _told_beside(pair, pair.one.sides | pair.two.sides) >= OFTEN)


def _told_beside(pair: Pair, names: frozenset[str]) -> int:
    """How many telling words and names both hold, days and these names aside."""
    return len(pair.told) + sum(mark[0] == "@" and mark not in names for mark in pair.shared)


def same_begin(pair: Pair) -> float:
    """Both tell when the same thing began, and it can be the same day: "nine days into" and "earlier this month"."""
    return float(begins_meet(pair.one, pair.two))


def same_description(pair: Pair) -> float:
    """Both describe the same named person or place, in a word of the same meaning."""
    one, two = pair.one.names_of, pair.two.names_of
    return float(one is not None and one == two and bool(pair.told))


APART = (same_plan, same_deed, same_hour, same_undertaking, same_denial, same_begin, same_description)
"""Reasons that need no words in common."""
