"""What can be true together: numbers with their ranges and hedges, days, places, kinds of event."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.findings.assertions import Assertion
from twosource.findings.marks import is_demonym
from twosource.model import Quantity
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.counts import person_nouns
from twosource.vocab.finding_words import finding_words

UNBOUNDED = 1e18
LEAST_MEN = 5
"""Letters of a word in -men that names persons ("firemen"), without "men" itself, which is in a table."""
HEDGE = 0.2
"""Part by which "about" widens a number on either side; "nearly two dozen" is used of 19 and of 23."""


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that it can mean: "at least 12" has no upper bound, "about 200" is 160 to 240.

    "a man was killed" tells of one, not that there was no other: it has no upper bound either.
    """
    low = quantity.min if quantity.min is not None else 0.0
    high = quantity.max if quantity.max is not None and not only_named(quantity) else UNBOUNDED
    slack = HEDGE if quantity.approximate and quantity.point is not None else 0.0
    return low * (1 - slack), high * (1 + slack)


def only_named(quantity: Quantity) -> bool:
    """Whether it is a single one by its article ("a man"), not counted by a numeral ("one man", "1 dead")."""
    return quantity.point == 1 and not any(w in ("one", "1", "single") for w in quantity.selector.exact.lower().split())


def compatible(one: Quantity, two: Quantity) -> bool:
    """Whether both can be true at one time."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    return low <= other_high and other_low <= high


def counted(quantity: Quantity) -> str | None:
    """What is counted: the role of a toll, "people" for whatever persons are called, or the concept of the word."""
    if quantity.ordinal or quantity.ratio or "year" in (quantity.unit or "") or "-year" in quantity.selector.exact:
        return None
    if quantity.role:
        return f"role:{quantity.role}"
    words = [w for w in quantity.of.exact.replace("-", " ").split() if w[:1].isalpha()] if quantity.of else []
    if not words:
        return f"unit:{quantity.unit}" if quantity.unit else None
    word = words[-1].strip(".,;:")
    root = stem(word)
    return PERSONS if _names_persons(word) else concepts().get(root, root) or None


PERSONS = "people"
_PERSON_CONCEPTS = frozenset({
    "people", "worker", "resident", "neighbour", "citizen", "migrant", "student", "teacher", "soldier", "police",
    "fighter", "victim", "suspect", "captive", "child", "woman", "man", "girl", "boy", "teen", "strike", "protest",
})  # fmt: skip


def _names_persons(word: str) -> bool:
    return (
        word.lower() in person_nouns()
        or concepts().get(stem(word)) in _PERSON_CONCEPTS
        or is_demonym(word)
        or (word.lower().endswith(("men", "women")) and len(word) > LEAST_MEN)
    )


def adds_to(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it comes to a count or is a part of one: "two more bodies", "her and three others", "two of his sons"."""
    text, at = assertion.at.exact.lower(), assertion.at.start
    following = text[quantity.selector.end - at :].split(maxsplit=3)[:2]
    preceding = text[: quantity.selector.start - at].split()[-1:]
    words = {*quantity.selector.exact.lower().split(), *(w.strip(",.;") for w in following)}
    if "than" in words:
        return False
    if following[:1] == ["of"] and following[1:2] != ["them"] and len(following) > 1:
        return following[1] in finding_words("possessives") | {"the", "these", "those"}
    added = bool(words & finding_words("additive"))
    return added or (bool(words & {"other", "others"}) and bool(set(preceding) & finding_words("counts as well")))


OLD = 10
"""Days before the report from which what it dates is another happening, or background."""


def is_background(assertion: Assertion) -> bool:
    """Whether its counts are those of other days or of many happenings, not of the one told of."""
    words = set(assertion.at.exact.lower().replace(",", " ").split())
    if words & finding_words("background counts"):
        return True
    oldest = (assertion.published - timedelta(days=OLD)).isoformat() if assertion.published else ""
    return any(t.latest < oldest for t in assertion.times if t.latest)


def same_counts(one: Assertion, two: Assertion) -> list[tuple[Quantity, Quantity]]:
    """Quantities of both that count the same thing in the same unit."""
    return [
        (a, b)
        for a in one.quantities
        for b in two.quantities
        if a.unit == b.unit and counted(a) and counted(a) == counted(b)
    ]


MANY = 5
"""A count from which it tells of which things it is; two or three of something are everywhere."""


def same_large_counts(one: Assertion, two: Assertion) -> bool:
    """Whether both count the same kind of thing, and many of it."""
    return any(min(a.min or 0, b.min or 0) >= MANY for a, b in same_counts(one, two))


def counts_clash(one: Assertion, two: Assertion) -> bool:
    """Whether both count the same kind of thing, and none of their counts can be the same."""
    pairs = same_counts(one, two)
    return bool(pairs) and not any(compatible(a, b) for a, b in pairs)


def numbers_agree(one: Assertion, two: Assertion) -> bool:
    """Whether some number of both counts the same thing and can be the same."""
    return any(compatible(a, b) for a, b in same_counts(one, two))


def numbers_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both hold exact numbers and none of them can be the same."""
    mine = [q for q in one.quantities if q.point is not None and not q.ordinal]
    theirs = [q for q in two.quantities if q.point is not None and not q.ordinal]
    return bool(mine and theirs) and not any(compatible(a, b) for a in mine for b in theirs)


def shared_acts(one: Assertion, two: Assertion) -> frozenset[str]:
    """Words of both for what happened: their common marks but names, numbers, and what is counted."""
    heads = {counted(q) for a in (one, two) for q in a.quantities}
    return frozenset(m for m in one.told & two.told if m[0] != "#" and m not in heads and m not in _PERSON_CONCEPTS)


def share_action(one: Assertion, two: Assertion) -> bool:
    """Whether both tell of the same kind of event, or share a word for what happened."""
    return same_event_type(one, two) or bool(shared_acts(one, two))


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
