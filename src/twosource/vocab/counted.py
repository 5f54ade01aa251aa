"""What a number counts, so that two reports' numbers for one thing meet: a toll's role, persons, a kind of thing."""

from __future__ import annotations

from functools import cache

from twosource.model import Quantity
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.countries import countries
from twosource.vocab.counts import person_nouns
from twosource.vocab.word_sets import word_set

PERSONS = "people"
PERSON_CONCEPTS = word_set("concepts of persons")
AMONG_PERSONS = frozenset(
    {PERSONS, *(f"role:{r}" for r in ("arrested", "displaced", "participants", "aboard", "evacuated", "rescued"))}
)
"""Counts of people who live; a statement may name them by what became of them before."""
LEAST_MEN = 5
"""Letters of a word in -men that names persons ("firemen"), without "men" itself, which is in a table."""


def counted(quantity: Quantity) -> str | None:
    """What is counted: the role of a toll, "people" for whatever persons are called, or the concept of the word."""
    if (
        (quantity.ordinal and not quantity.role)
        or quantity.ratio
        or "year" in (quantity.unit or "")
        or "-year" in quantity.selector.exact
    ):
        return None
    if quantity.role:
        return f"role:{quantity.role}"
    words = [w for w in quantity.of.exact.replace("-", " ").split() if w[:1].isalpha()] if quantity.of else []
    if not words:
        return f"unit:{quantity.unit}" if quantity.unit else None
    word = words[-1].strip(".,;:")
    root = stem(word)
    return PERSONS if _names_persons(word) else concepts().get(root, root) or None


def only_number(quantity: Quantity) -> float | None:
    """The one number that it is told by: itself, or the end that is given ("up to 180"); None for a range."""
    if quantity.point is not None or (quantity.min is not None and quantity.max is not None):
        return quantity.point
    return quantity.min if quantity.min is not None else quantity.max


def same_thing(one: Quantity, two: Quantity) -> bool:
    """Whether both, in statements that are one, count the same thing in one unit: "31 men", "20 who are detained"."""
    mine, theirs = counted(one), counted(two)
    if mine is None or one.unit != two.unit:
        return False
    return mine == theirs or {mine, theirs} <= AMONG_PERSONS


def _names_persons(word: str) -> bool:
    return (
        word.lower() in person_nouns()
        or concepts().get(stem(word)) in PERSON_CONCEPTS
        or word in _demonyms()
        or (word.lower().endswith(("men", "women")) and len(word) > LEAST_MEN)
    )


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word for country in countries().values() for word in country.demonyms)
