"""The numbers of a toll: how they are written, and whether they agree, moved on, or are of one thing at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from twosource.briefs.differences import are_apart, by, in_time
from twosource.model import Figure, Quantity, Record, Selector, Variant
from twosource.vocab.numbers import number_words

FARTHEST = 50
"""Times the least number of a toll that the greatest one of reports that differ on it can be."""
ROUGHLY = 0.05
"""Part of a number by which a rough one may be another."""


def moving(figure: Figure, record: Record) -> Sequence[Variant]:
    """The numbers that agree ("at least 14" and 37) and of which each was given later than the one before, in time;
    none where they are one number, or were given at one time; a crowd is counted once ("thousands", 6,000).
    """
    still = figure.status != "corroborated" or figure.role == "participants" or alike(figure, record)
    given = {} if still else _given(figure, record)
    values = in_time([Variant(value=number, selectors=tuple(at)) for number, at in given.items()], record)
    least = {q.selector: q.min for q in record.quantities}
    numbers = {least.get(v.selectors[0]) for v in values}
    return values if len(numbers) == len(values) > 1 and None not in numbers and are_apart(values, record) else ()


def is_one(figure: Figure) -> bool:
    """Whether its numbers can be of one thing: a hundred dead and a billion that may be ill are not in dispute."""
    return figure.status != "differs" or figure.max <= FARTHEST * max(1, figure.min)


def alike(figure: Figure, record: Record) -> bool:
    """Whether its numbers are one that some give roughly: 48 and "nearly 50"."""
    counts = [q for q in record.quantities if q.selector in figure.selectors]
    values = [v for q in counts if (v := q.point or q.max or q.min)]
    return any(q.approximate for q in counts) and bool(values) and max(values) - min(values) <= ROUGHLY * max(values)


def by_amount(figure: Figure, record: Record) -> list[str]:
    """Each number that the reports give, with those who give it, where no finding says so."""
    return [f"{number} ({by(at, record)})" for number, at in _given(figure, record).items()]


def _given(figure: Figure, record: Record) -> dict[str, list[Selector]]:
    """The passages of the figure by the number that they give."""
    count = {q.selector: q for q in record.quantities}
    given: dict[str, list[Selector]] = defaultdict(list)
    for at in figure.selectors:
        if at in count:
            given[_amount_of(count[at])].append(at)
        elif any(w.isdecimal() or w in number_words() for w in re.findall(r"\w+", at.exact.lower())):
            given[at.exact].append(at)  # but no name, by which a report counts one: "Roe was killed"
    return given


def _amount_of(quantity: Quantity) -> str:
    low, high, point = quantity.min, quantity.max, quantity.point
    if point is not None:
        return f"{'about ' if quantity.approximate else ''}{'at least ' if high is None else ''}{_number(point)}"
    if low is not None and high is not None:
        return f"{_number(low)} to {_number(high)}"
    if low is None and high is None:
        return quantity.selector.exact
    return f"at least {_number(low)}" if low is not None else f"up to {_number(high or 0)}"


def amount(figure: Figure) -> str:
    """The number as the reports taken together give it: "at least 14", "about 20 to 25"."""
    about = "about " if figure.approximate else ""
    if figure.point is not None:
        return f"{about}{_number(figure.point)}"
    if figure.max > figure.min:
        return f"{about}{_number(figure.min)} to {_number(figure.max)}"
    return f"at least {_number(figure.min)}"


def _number(value: float) -> str:
    """The number with commas, however great it is."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"
