"""What the numbers of two assertions say for or against their being the same."""

from __future__ import annotations

from twosource.findings.compare import share_action, shared_acts
from twosource.findings.counts import (
    compatible,
    large_counts,
    numbers_agree,
    numbers_apart,
    rounded_alike,
    same_figures,
    same_large_counts,
    telling_numbers,
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


def one_number(pair: Pair) -> float:
    """Both give one number, neither report gives it elsewhere, and their sentences are nearest or share three words."""
    if not pair.one.quantities or not pair.two.quantities:
        return 0.0
    alike = pair.by.meanings.likeness(pair.one, pair.two)
    given = [n for n in telling_numbers(pair.one) & telling_numbers(pair.two) if _given_once(pair, n)]
    once = bool(given)
    if once and alike >= BESIDE and _share_a_setting(pair):
        return 1.0
    if not pair.by.meanings.nearest(pair.one, pair.two):
        # Of a sum or a measure sentences on one topic will do: seven such findings of the press were all right.
        measured = any(unit not in ("", "%") for _, unit in given)
        return float(once and alike >= ABOUT and (measured or len(pair.told) >= WORDS))
    return float((once and alike >= ABOUT) or (alike >= MUCH_ABOUT and rounded_alike(pair.one, pair.two)))


def two_details(pair: Pair) -> float:
    """Both give the same two numbers or lengths of time, and neither report gives these elsewhere."""
    if sum(_given_once(pair, n) for n in telling_numbers(pair.one) & telling_numbers(pair.two)) >= DETAILS:
        return 1.0  # "119 votes to 108": two of twenty and more are no coincidence, whatever the words
    shared = [m for m in pair.shared if m[0] == "#" and m not in FEW]
    if len(shared) < DETAILS or pair.by.meanings.likeness(pair.one, pair.two) < ABOUT:
        return 0.0
    reports = (pair.one.article, pair.two.article)
    once = [m for m in shared if all(len(pair.by.details.get((r, m), ())) <= 1 for r in reports)]
    return float(len(once) >= DETAILS)


def _share_a_setting(pair: Pair) -> bool:
    """Whether they share a name, or a day that is not the one on which either was published."""
    published = {a.published.isoformat() for a in (pair.one, pair.two) if a.published}
    return any(m[0] == "@" or (m[0] == "=" and m[1:] not in published) for m in pair.shared)


FEW = frozenset({"#1", "#2"})
DETAILS = 2
"""Of 11 pairs of the invented stories that two such details alone join 9 are the same, and one tells a part."""


def _given_once(pair: Pair, number: tuple[float, str]) -> bool:
    return all(len(pair.by.numbers[article, number]) == 1 for article in (pair.one.article, pair.two.article))


ABOUT, MUCH_ABOUT = 0.4, 0.5
"""Cosines of sentences from which one number in both, and one that is rounded in either, tells of one thing.

Of 111 pairs of the invented stories that nothing else joins 92 are the same. Numbers of ten to nineteen, and two words
in common where sentences are not the nearest, brought as many wrong ones as right ones in stories of the press.
"""
BESIDE = 0.25
"""The same where both also name one day, person or place: of 18 such pairs of the invented stories 15 are the same."""
WORDS = 3
"""Telling words that two sentences share with their number where others are nearer."""


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
