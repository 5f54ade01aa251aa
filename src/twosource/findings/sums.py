"""Sums, shares and measures: which of two assertions' cannot be the same, and whether their numbers clash at all."""

from __future__ import annotations

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.counts import compatible, is_vague, only_named, same_counts
from twosource.findings.marks import concepts_in, words_of
from twosource.findings.no_counts import adds_to
from twosource.findings.sizes import of_one_size
from twosource.model import Quantity, Selector


def amounts_apart(one: Assertion, two: Assertion) -> tuple[Quantity, Quantity] | None:
    """The sum, share or measure that either gives, one each and in the same unit, where these cannot be the same."""
    apart = (pair for pair in _single_amounts(one, two) if not compatible(*pair))
    return next((pair for pair in apart if not _of_two_things(one, two, pair)), None)


def sums_of_two_things(one: Assertion, two: Assertion) -> bool:
    """Whether each gives one sum, share or measure, and not of one thing: of another country, or of another size.

    "Over $200,000" can be $5.4 million, and is not meant for it.
    """
    pairs = _single_amounts(one, two)
    return any(not of_one_size(*p) or (not compatible(*p) and _of_two_things(one, two, p)) for p in pairs)


def counts_of_two_things(one: Assertion, two: Assertion) -> bool:
    """Whether reports of one day count the same kind of thing, and none of their counts is of the other's size."""
    if one.published != two.published:
        return False
    pairs = same_counts(one, two)
    if not pairs or any(of_one_size(*p) for p in pairs):
        return False
    return not any(is_vague(q) or only_named(q) for pair in pairs for q in pair)


def _single_amounts(one: Assertion, two: Assertion) -> list[tuple[Quantity, Quantity]]:
    """The amounts of both in each unit in which either gives but one."""
    if not one.quantities or not two.quantities:
        return []
    mine, theirs = _amounts(one), _amounts(two)
    both = sorted(mine.keys() & theirs.keys())
    return [(mine[unit][0], theirs[unit][0]) for unit in both if len(mine[unit]) == len(theirs[unit]) == 1]


def _of_two_things(one: Assertion, two: Assertion, pair: tuple[Quantity, Quantity]) -> bool:
    here, there = pair
    low, high = sorted(map(_middle, pair))
    return high > 2 * low or _of_other_countries(one, here, two, there) or _of_other_things(one, here, two, there)


def _of_other_things(one: Assertion, here: Quantity, two: Assertion, there: Quantity) -> bool:
    """Whether the words after both say what they measure, and share none: "in new spending", "budget proposal".

    Where either has no words after it, those before both count, too: "has agreed $7bn", "the cost has reached $4bn".
    """
    if not (here.unit or "").isupper():
        return False  # of percent it is said of what before, too
    mine, theirs = _words_after(one, here), _words_after(two, there)
    if mine and theirs:
        return not mine & theirs
    return (mine | _words_before(one, here)).isdisjoint(theirs | _words_before(two, there))


def _words_after(assertion: Assertion, quantity: Quantity) -> frozenset[str]:
    return concepts_in(assertion.at.exact[quantity.selector.end - assertion.at.start :].split()[:LATER])


def _words_before(assertion: Assertion, quantity: Quantity) -> frozenset[str]:
    return concepts_in(assertion.at.exact[: quantity.selector.start - assertion.at.start].split()[-LATER:])


def _of_other_countries(one: Assertion, here: Quantity, two: Assertion, there: Quantity) -> bool:
    """Whether they measure what is of two countries: "$60bn of American goods", "$34 billion in Chinese goods"."""
    mine, theirs = _country_after(one, here), _country_after(two, there)
    return bool(mine and theirs) and not mine & theirs


def _country_after(assertion: Assertion, quantity: Quantity) -> frozenset[str]:
    """The countries that the next `NEXT` words name."""
    after = assertion.at.exact[quantity.selector.end - assertion.at.start :]
    near = " ".join(after.split()[:LATER])
    end = quantity.selector.end
    marks = words_of(Selector(page=assertion.at.page, start=end, end=end + len(near), exact=near))
    return frozenset(m for m in marks if m.startswith("@country:"))


NEXT = 3
"""Words after an amount that tell of what it is: "in Chinese goods"."""


LATER = 6
"""Words after a sum, or before it, among which that stands which it buys."""


def _middle(quantity: Quantity) -> float:
    return quantity.point or quantity.min or quantity.max or 0.0


@worked_out_once
def _amounts(assertion: Assertion) -> dict[str, list[Quantity]]:
    """By unit, what it gives of money, of percent, or with a decimal point ("magnitude 6.1")."""
    found: dict[str, list[Quantity]] = {}
    for quantity in assertion.quantities:
        broken = quantity.point is not None and not float(quantity.point).is_integer()
        unit = quantity.unit or ("decimal" if broken else "")
        if assertion.at.exact[: quantity.selector.start - assertion.at.start].endswith("("):
            continue  # the same in another currency
        measured = unit in ("%", "decimal") or (unit.isupper() and not adds_to(assertion, quantity))
        if measured and not quantity.ordinal:
            found.setdefault(unit, []).append(quantity)
    return found


def counts_clash(one: Assertion, two: Assertion) -> bool:
    """Whether both count the same kind of thing, and none of their counts can be the same."""
    pairs = same_counts(one, two)
    if amounts_apart(one, two):
        return True
    return bool(pairs) and not any(compatible(a, b) for a, b in pairs)
