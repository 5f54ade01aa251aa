"""What numbers count, whether they can be true together, and which are no count of the happening at all."""

from __future__ import annotations

import re

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.sizes import is_rounded
from twosource.model import Quantity
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.counted import PERSON_CONCEPTS, PERSONS, counted, only_number
from twosource.vocab.countries import demonyms
from twosource.vocab.finding_words import finding_words
from twosource.vocab.numbers import number_words

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
    return (low <= other_high and other_low <= high) or is_rounded(one, two)


def implied(one: Quantity, two: Quantity) -> bool:
    """Whether who says `two` says `one` as well: "eleven" is "at least eight", and not the other way round."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    return low <= other_low and other_high <= high


@worked_out_once
def counted_things(assertion: Assertion) -> tuple[tuple[Quantity, str], ...]:
    """Its quantities of which it is known what they count, each with that."""
    return tuple((q, key) for q in assertion.quantities if (key := counted(q)))


def same_counts(one: Assertion, two: Assertion) -> list[tuple[Quantity, Quantity]]:
    """Quantities of both that count the same thing in the same unit."""
    if not one.quantities or not two.quantities:
        return []
    mine, theirs = counted_things(one), counted_things(two)
    return [(a, b) for a, key in mine for b, other in theirs if key == other and a.unit == b.unit]


def tells_also(member: Assertion, number: Quantity) -> bool:
    """Whether the sentence gives that number, too: "seven men, including four in Tarvik" beside four."""
    known = number_words()
    words = {word.strip(".,;:()—").replace(",", "").lower() for word in member.whole.exact.split()}
    told = {known[word].value for word in words if word in known and known[word].kind in ("unit", "ten")}
    return number.point is not None and (_figure(number.point).replace(",", "") in words or number.point in told)


def persons_apart(one: Quantity, two: Quantity) -> bool:
    """Whether either counts persons of one kind, and not of the same: "two officers" beside six people."""
    mine, theirs = (_kind_of_persons(q) for q in (one, two))
    return mine != theirs


def _kind_of_persons(quantity: Quantity) -> str | None:
    words = quantity.of.exact.split() if quantity.of else []
    root = stem(words[-1]) if words else ""
    kind = concepts().get(root, root)
    return kind if kind in PERSON_CONCEPTS - ANYBODY else None


def of_two_peoples(one: Quantity, two: Quantity) -> bool:
    """Whether one of them counts people of a country, and the other does not: "26 Egyptians", "45 people"."""
    return _people(one) != _people(two)


def _people(quantity: Quantity) -> frozenset[str]:
    """The countries whose people it counts."""
    words = quantity.of.exact.split() if quantity.of else []
    return frozenset(iso3 for w in words for form in (w, w.removesuffix("s")) if (iso3 := demonyms().get(form)))


ANYBODY = frozenset({"people", "victim", "resident", "citizen", "neighbour"})


def happenings(assertion: Assertion) -> float:
    """How many happenings its counts are of: 3 in "seven were killed in three shootings", 1 where it gives none."""
    told = (q for q in assertion.quantities if q.of and q.of.exact.lower().split()[-1:] != [])
    found = [q.min or 1.0 for q in told if q.of and q.of.exact.lower().split()[-1] in finding_words("happenings")]
    return max(found, default=1.0)


MANY = 5
"""A count from which it tells of which things it is; two or three of something are everywhere."""


def same_large_counts(one: Assertion, two: Assertion) -> bool:
    """Whether both count the same kind of thing, and many of it."""
    return any(min(a.min or 0, b.min or 0) >= MANY for a, b in same_counts(one, two))


def is_vague(quantity: Quantity) -> bool:
    """Whether it is a word such as "several" or "dozens", which is in conflict with nothing."""
    known = number_words()
    return any(
        w in known and known[w].kind == "vague" for w in re.findall(r"[a-z]{1,20}", quantity.selector.exact.lower())
    )


CROWD = 100
"""Persons from which on a report tells of one crowd of them, and not of another."""


def large_counts(assertion: Assertion) -> tuple[tuple[str, Quantity], ...]:
    """By what is counted its counts of many things, or of a crowd; tolls and what has a unit aside."""
    told = ((PERSONS if key == CROWDED else key, q) for q, key in counted_things(assertion))
    whole = ((key, q) for key, q in told if ":" not in key and not (_OF.search(_before(assertion, q)) or is_vague(q)))
    return tuple((key, q) for key, q in whole if bounds(q)[0] >= (CROWD * (1 - HEDGE) if key == PERSONS else MANY))


def _before(assertion: Assertion, quantity: Quantity) -> str:
    """The few characters before the quantity."""
    return assertion.at.exact[: quantity.selector.start - assertion.at.start][-len(" of the  ") :]


_OF = re.compile(r"\bof(?: the)? $", re.I)
CROWDED = "role:participants"


def numbers_agree(one: Assertion, two: Assertion) -> bool:
    """Whether some number of both counts the same thing and can be the same."""
    return any(compatible(a, b) for a, b in same_counts(one, two))


def same_figures(one: Assertion, two: Assertion) -> bool:
    """Whether both give the same share or measure, or the same number from a thousand on; sums name bills and deals."""
    return bool(one.quantities and two.quantities) and not _figures(one).isdisjoint(_figures(two))


FIGURE = 1000
"""From here on it is no coincidence that two reports of one story give the same number."""


@worked_out_once
def _figures(assertion: Assertion) -> frozenset[tuple[float, str]]:
    told = ((q.point, q.unit or "") for q in assertion.quantities if q.point is not None and not q.ordinal)
    return frozenset(
        (n, unit)
        for n, unit in told
        if unit == "%" or ((n >= FIGURE or not float(n).is_integer()) and not unit.isupper() and "year" not in unit)
    )


TELLING = 20
"""From here on a number is rare enough to tell of one thing in a story."""
NAMES_A_DEAL = 1e9
"""Sums from here on name bills and deals, of which reports say many things."""
_NAME_BEFORE = re.compile(r"[a-z,]\s+(?:[A-Z]\w*&)?[A-Z]\w*\s+$")
"""What ends in a word with a capital inside a sentence: the number after it is part of a name."""


@worked_out_once
def telling_numbers(assertion: Assertion) -> frozenset[tuple[float, str]]:
    """Its counts, sums, shares and measures of twenty and more, each with its unit.

    No ages and durations, which stay with one person through all that is told, no part of a name ("the S&P 500"),
    and no digits that open a sentence: they are what is left of one that was cut (".357 Magnum").
    """
    at = assertion.at
    found = [q for q in assertion.quantities if only_number(q) is not None and _tells(q)]
    written = [(q, at.exact[: q.selector.start - at.start]) for q in found]
    alone = [q for q, before in written if before.strip() or not q.selector.exact[:1].isdecimal()]
    named = {q.id for q, before in written if q.unit is None and _NAME_BEFORE.search(before)}
    return frozenset((only_number(q) or 0.0, q.unit or "") for q in alone if q.id not in named)


def _tells(quantity: Quantity) -> bool:
    number, unit = _centre(quantity), quantity.unit or ""
    if quantity.ordinal or "year" in unit or (unit.isupper() and number >= NAMES_A_DEAL):
        return False
    return number >= TELLING or unit == "%"


ROUNDED = 0.85
"""A number is told as a round one if it is this part of it or more."""


def rounded_alike(one: Assertion, two: Assertion) -> bool:
    """Whether both give one number of twenty and more, the one of them rounded, of the same kind of thing."""
    pairs = [(_centre(a), _centre(b)) for a, b in same_counts(one, two) if compatible(a, b) and _tells(a) and _tells(b)]
    return any(min(pair) >= TELLING and min(pair) >= ROUNDED * max(pair) for pair in pairs)


def _centre(quantity: Quantity) -> float:
    """The number, or the middle of a range; where one end is open, the other."""
    number = only_number(quantity)
    return number if number is not None else ((quantity.min or 0.0) + (quantity.max or 0.0)) / 2


def numbers_apart(one: Assertion, two: Assertion) -> bool:
    """Whether both hold exact numbers and none of them can be the same."""
    if not one.quantities or not two.quantities:
        return False
    mine, theirs = _exact(one), _exact(two)
    return bool(mine and theirs) and not any(compatible(a, b) for a in mine for b in theirs)


@worked_out_once
def _exact(assertion: Assertion) -> tuple[Quantity, ...]:
    return tuple(q for q in assertion.quantities if q.point is not None and not q.ordinal)


def value_text(quantity: Quantity) -> str:
    """The quantity in figures: "14", "at least 12", "10 to 15", "about 200"."""
    about = "about " if quantity.approximate else ""
    if quantity.point is not None:
        return f"{about}{_figure(quantity.point)}"
    if quantity.max is None:
        return f"at least {_figure(quantity.min or 0)}"
    if quantity.min is None:
        return f"at most {_figure(quantity.max)}"
    return f"{about}{_figure(quantity.min)} to {_figure(quantity.max)}"


def _figure(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"
