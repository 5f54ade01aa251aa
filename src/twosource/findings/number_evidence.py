"""What the numbers of two assertions say for or against their being the same."""

from __future__ import annotations

from twosource.findings.compare import share_action, shared_acts
from twosource.findings.counts import (
    compatible,
    large_counts,
    numbers_agree,
    numbers_apart,
    same_figures,
    same_large_counts,
)
from twosource.findings.pairs import Pair

OFTEN = 2
"""Telling words in common that stand for one act."""


def same_count(pair: Pair) -> float:
    """Both give numbers for the same thing that can be true together; in full where they also share what happened."""
    if not numbers_agree(pair.one, pair.two):
        return 0.0
    return 1.0 if share_action(pair.one, pair.two) and same_large_counts(pair.one, pair.two) else 0.5


def same_figure(pair: Pair) -> float:
    """Both give the same share or measure, or the same large number, and have a name or another word in common."""
    return float(len(pair.shared) > 1 and same_figures(pair.one, pair.two))


def only_count(pair: Pair) -> float:
    """Both count as many of one kind of thing, or of a crowd, and neither report gives another count of that kind."""
    if not pair.one.quantities or not pair.two.quantities:
        return 0.0
    mine, theirs = large_counts(pair.one), large_counts(pair.two)
    alike = [key for key, a in mine for other, b in theirs if key == other and a.unit == b.unit and compatible(a, b)]
    reports = (pair.one.article, pair.two.article)
    only = any(all(len(pair.by.counts.get((r, key), ())) == 1 for r in reports) for key in alike)
    return float(only and bool(without_numbers(pair.told)))


def same_counted(pair: Pair) -> float:
    """Both count the same kind of thing in the same act, and share who or where, or much of what they tell."""
    if not same_large_counts(pair.one, pair.two):
        return 0.0
    acts = shared_acts(pair.one, pair.two)
    named = sum(mark[0] == "@" for mark in pair.shared)
    return float(len(acts) >= OFTEN or (len(acts) == 1 and named >= OFTEN))


def other_number(pair: Pair) -> float:
    """Their numbers count different things, or cannot be true together."""
    return float(numbers_apart(pair.one, pair.two) and not same_counted(pair))


def without_numbers(told: frozenset[str]) -> frozenset[str]:
    """The words among the marks."""
    return frozenset(m for m in told if m[0] != "#")
