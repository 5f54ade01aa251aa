"""Whom a report means by "both countries", and who does what it says is done together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from twosource.vocab.finding_words import finding_words

JOINT = "joint"
"""The concept of what several do together."""
TIMES = 2
"""How many times as often as any third country the two that a report is about are named in it, and how many times as
often as the second the first may be named: more often, and it is about the first alone."""
LEAST = 2
"""How often each of the two is named at least."""


@cache
def _both() -> re.Pattern[str]:
    """Both of two countries: "the two governments", not "the two states that …", which says itself which they are."""
    kinds = "|".join(sorted(finding_words("countries")))
    said = "|".join(sorted(finding_words("says which")))
    return re.compile(rf"\b(?:both|the two)(?: neighbou?ring)? (?:{kinds})\b(?!,? (?:{said})\b)", re.IGNORECASE)


def both_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the text speaks of "both countries" and the like: start and end."""
    return (found.span() for found in _both().finditer(text))


def two_of(named: Iterable[str]) -> frozenset[str]:
    """The two marks that stand there most, about as often as each other and more often than any third; else none."""
    ranked = [*Counter(named).most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    first, second, third = (often for _, often in ranked)
    if second < LEAST or first > TIMES * second or second < TIMES * third:
        return frozenset()
    return frozenset(mark for mark, _ in ranked[:2])


def partners(marks: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """The countries that do together what these marks tell: the report's two, unless others are named."""
    if JOINT not in marks:
        return frozenset()
    named = frozenset(mark for mark in marks if mark.startswith(COUNTRY))
    found = two if named <= two else named
    return found if len(found) > 1 else frozenset()


COUNTRY = "@country:"
