"""Two assertions of different reports, what they share, and the record that they are compared by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from twosource.findings.assertions import Assertion
from twosource.findings.counts import large_counts, telling_numbers
from twosource.findings.hours import Hours, hours_of
from twosource.findings.meanings import Meanings
from twosource.findings.weights import Weights


@dataclass(frozen=True, slots=True)
class Standard:
    """What the assertions of a record are compared by: how much each mark tells in it, and what its sentences mean."""

    weights: Weights
    meanings: Meanings
    told: Mapping[str, frozenset[str]]
    """By article the marks of all its assertions."""
    counts: Mapping[tuple[str, str], frozenset[float]]
    """By article and what is counted, how many of it the article gives: of one thing it may give several numbers."""

    numbers: Mapping[tuple[str, tuple[float, str]], frozenset[int]]
    """By article and telling number the sentences that give it."""
    details: Mapping[tuple[str, str], frozenset[int]]
    """By article and mark of a number or a length of time the sentences below the headline that give it."""
    hours: Hours

    @classmethod
    def of(cls, assertions: Sequence[Assertion]) -> Standard:
        """The standard for these assertions, all those of a record."""
        told: dict[str, set[str]] = defaultdict(set)
        counts: dict[tuple[str, str], set[float]] = defaultdict(set)
        numbers: dict[tuple[str, tuple[float, str]], set[int]] = defaultdict(set)
        details: dict[tuple[str, str], set[int]] = defaultdict(set)
        for assertion in assertions:
            for mark in () if assertion.headline else assertion.marks:
                if mark[0] == "#":
                    details[assertion.article, mark].add(assertion.sentence)
            told[assertion.article].update(assertion.marks)
            for key, quantity in large_counts(assertion):
                counts[assertion.article, key].add(quantity.min or 0.0)
            for number in telling_numbers(assertion):
                numbers[assertion.article, number].add(assertion.sentence)
        by_article = {article: frozenset(marks) for article, marks in told.items()}
        return cls(
            Weights(assertions),
            Meanings(assertions),
            by_article,
            _frozen(counts),
            _frozen(numbers),
            _frozen(details),
            hours_of(assertions),
        )


Key = TypeVar("Key")
Member = TypeVar("Member")


def _frozen(found: Mapping[Key, set[Member]]) -> dict[Key, frozenset[Member]]:
    return {key: frozenset(values) for key, values in found.items()}


class Pair:
    """Two assertions of different articles of a record: the marks of both, those that are neither names nor days.

    No dataclass: of 60 reports there are 20,000 pairs, and most are given up after a look.
    """

    __slots__ = ("_values", "by", "one", "shared", "told", "two")

    def __init__(self, one: Assertion, two: Assertion, by: Standard) -> None:
        self.one, self.two, self.by = one, two, by
        self.shared = one.marks & two.marks
        self.told = one.told & two.told
        self._values: dict[Callable[[Pair], float], float] = {}

    def value(self, function: Callable[[Pair], float]) -> float:
        """What one of the functions below says of the pair; each is asked once."""
        known = self._values.get(function)
        if known is None:
            known = self._values[function] = function(self)
        return known


def in_common(pair: Pair) -> float:
    """How much the marks of both tell."""
    return pair.by.weights.sum(pair.shared)


def coverage(pair: Pair) -> float:
    """How much of the assertion that tells less is in the other."""
    least = min(pair.by.weights.of(pair.one), pair.by.weights.of(pair.two))
    return pair.value(in_common) / least if least else 0.0


def plain_coverage(pair: Pair) -> float:
    """How much of the assertion that tells less is in the other, what all reports of the story say counted in full."""
    weights = pair.by.weights
    least = min(weights.plain(pair.one.marks), weights.plain(pair.two.marks))
    return weights.plain(pair.shared) / least if least else 0.0
