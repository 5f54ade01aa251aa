"""What can be true together: numbers with their ranges and hedges, days, places, kinds of event."""

from __future__ import annotations

from twosource.findings.assertions import Assertion
from twosource.model import Quantity
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts

UNBOUNDED = 1e18
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
    """What is counted: the role of a toll, or the concept of the last word that the number stands before."""
    if quantity.ordinal or quantity.ratio:
        return None
    if quantity.role:
        return f"role:{quantity.role}"
    if quantity.of is None:
        return f"unit:{quantity.unit}" if quantity.unit else None
    words = [w for w in quantity.of.exact.replace("-", " ").split() if w[:1].isalpha()]
    root = stem(words[-1].strip(".,;:")) if words else ""
    return concepts().get(root, root) or None


def adds_to(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it is what came to a count ("two more bodies"), not the count."""
    following = assertion.at.exact[quantity.selector.end - assertion.at.start :].lower().split(maxsplit=1)
    words = [*quantity.selector.exact.lower().split(), *following[:1]]
    return "than" not in words and bool({"more", "further", "additional", "another"} & set(words))


def same_count(one: Assertion, two: Assertion) -> list[tuple[Quantity, Quantity]]:
    """Quantities of both that count the same thing in the same unit."""
    return [
        (a, b)
        for a in one.quantities
        for b in two.quantities
        if counted(a) and counted(a) == counted(b) and a.unit == b.unit
    ]


def numbers_agree(one: Assertion, two: Assertion) -> bool:
    """Whether some number of both counts the same thing and can be the same."""
    return any(compatible(a, b) for a, b in same_count(one, two))


def numbers_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both hold exact numbers and none of them can be the same."""
    mine = [q for q in one.quantities if q.point is not None and not q.ordinal]
    theirs = [q for q in two.quantities if q.point is not None and not q.ordinal]
    return bool(mine and theirs) and not any(compatible(a, b) for a in mine for b in theirs)


def days_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both name days and no two of them overlap."""
    mine, theirs = _days(one), _days(two)
    return bool(mine and theirs) and not _overlap(mine, theirs)


def days_meet(one: Assertion, two: Assertion) -> bool:
    """Whether two of the days, weeks or months that they name overlap."""
    return _overlap([d for d in _days(one) if _within_month(*d)], [d for d in _days(two) if _within_month(*d)])


def _days(assertion: Assertion) -> list[tuple[str, str]]:
    stated = [(t.earliest, t.latest) for t in assertion.times]
    stated += [(e.time.earliest, e.time.latest) for e in assertion.events if e.time and e.time.selector]
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


def same_event_type(one: Assertion, two: Assertion) -> bool:
    """Whether both hold an event of the same type, statements aside, both as done or both as not done."""
    mine = {(e.type, e.realis == "negated") for e in one.events if e.type != "STATEMENT"}
    return any((e.type, e.realis == "negated") in mine for e in two.events)
