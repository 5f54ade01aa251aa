"""Which assertions of several articles are the same one: pairs by shared rare marks, then groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.findings.assertions import Assertion
from twosource.findings.counts import numbers_agree
from twosource.findings.judging import SAME, judge
from twosource.findings.pairs import Pair, Standard
from twosource.findings.sums import counts_clash
from twosource.findings.vetoes import vetoes
from twosource.findings.weights import Weights

MOST_HELD = 60
"""A mark that more assertions hold brings no pair; this keeps the number of pairs linear in that of assertions."""
PARTNERS = 12
"""Assertions that one is compared with, those that share most rare marks."""


GROWS = 0.75
"""Part of `SAME` that members of two groups must have on average to be joined; the two most alike have it all."""
MORE = 0.75
"""How alike they must be on average where one report makes both assertions, and not the same one twice."""
REPEATED = 0.7
"""Part of the marks of the shorter assertion that another one of its report holds, if it says the same again."""
Pairing = tuple[int, int]
Likeness = list[dict[int, float]]
"""For each assertion those that it is alike to, both ways round."""


@dataclass(frozen=True, slots=True)
class Group:
    """Assertions taken for one, by index, and the mean likeness of those of different articles."""

    members: tuple[int, ...]
    likeness: float


def candidates(assertions: Sequence[Assertion], standard: Standard) -> list[Pairing]:
    """Pairs of assertions of different articles that are worth judging, in order."""
    return sorted({*_pairs(assertions, standard.weights), *standard.meanings.pairs(assertions)})


def groups(assertions: Sequence[Assertion], pairs: Sequence[Pairing], standard: Standard) -> list[Group]:
    """The groups of two or more among `pairs`, in the order of their first member; no assertion is in two."""
    values = [judge(Pair(assertions[i], assertions[j], standard)) for i, j in pairs]
    alike: Likeness = [{} for _ in assertions]
    for (i, j), value in zip(pairs, values, strict=True):
        if value > 0:
            alike[i][j] = alike[j][i] = value
    group = {i: [i] for i in range(len(assertions))}
    same = [(-value, pair) for pair, value in zip(pairs, values, strict=True) if value >= SAME]
    for _, (i, j) in sorted(same):
        if group[i] is not group[j] and _joins(group[i], group[j], alike, assertions):
            group[i].extend(group[j])
            for member in group[j]:
                group[member] = group[i]
    found = {tuple(sorted(members)) for members in group.values() if len(members) > 1}
    return [Group(members, _mean(members, alike)) for members in sorted(found)]


def _pairs(assertions: Sequence[Assertion], weights: Weights) -> set[Pairing]:
    """Pairs of assertions of different articles that share rare marks, the best few of each assertion."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, assertion in enumerate(assertions):
        for mark in assertion.marks | assertion.keys:
            if mark[0] == "!" or 1 < weights.rare.get(mark, 0) <= MOST_HELD:
                index[mark].append(i)
    few = {mark: (held, 1000 // len(held) << SHIFT) for mark, held in index.items() if len(held) <= MOST_HELD}
    by_article: dict[str, list[int]] = defaultdict(list)
    for i, assertion in enumerate(assertions):
        by_article[assertion.article].append(i)
    chosen: set[Pairing] = set()
    for i, assertion in enumerate(assertions):
        shared = _sharing(few, (assertion.marks | assertion.keys) & few.keys())
        for own in by_article[assertion.article]:
            shared.pop(own, None)
        best = [rank & (1 << SHIFT) - 1 for rank in sorted(shared.values())[:PARTNERS]]
        chosen.update((i, j) if i < j else (j, i) for j in best)
    return chosen


SHIFT = 40
"""Bits for the number of an assertion below the weight of what it shares: one whole number sorts by both."""


def _sharing(few: Mapping[str, tuple[list[int], int]], marks: Iterable[str]) -> dict[int, int]:
    """The assertions that hold some of the marks, each with a rank that is the lower the more they share."""
    shared: dict[int, int] = {}
    for mark in marks:
        held, weight = few[mark]
        for j in held:
            shared[j] = shared.get(j, j) - weight
    return shared


def _joins(one: list[int], two: list[int], alike: Likeness, assertions: Sequence[Assertion]) -> bool:
    """Whether the groups may be one: nothing forbids it, and their members are alike enough on average."""
    articles = Counter(assertions[j].article for j in two)
    across = len(one) * len(two) - sum(articles[assertions[i].article] for i in one)
    mean = sum(alike[i][j] for i in one if alike[i] for j in two if j in alike[i]) / max(1, across)
    if mean < GROWS * SAME:  # asked first, for it costs least
        return False
    if mean < MORE and any(_says_more(assertions[i], assertions[j]) for i in one for j in two):
        return False
    apart = [(assertions[i], assertions[j]) for i in one for j in two if alike[i].get(j, 0.0) < SAME]
    if any(vetoes(mine, theirs) for mine, theirs in apart):
        return False
    clash = [(mine, theirs) for mine, theirs in apart if counts_clash(mine, theirs)]
    return all(_counted_in(mine, two, assertions) or _counted_in(theirs, one, assertions) for mine, theirs in clash)


def _says_more(one: Assertion, two: Assertion) -> bool:
    """Whether both are of one report and are two things: not a headline and the sentence that says it again."""
    least = min(len(one.marks), len(two.marks))
    return one.article == two.article and len(one.marks & two.marks) < REPEATED * least


def _counted_in(assertion: Assertion, group: list[int], assertions: Sequence[Assertion]) -> bool:
    """Whether the group holds the number of this assertion already, beside another that it is in conflict with."""
    return any(numbers_agree(assertion, assertions[k]) for k in group)


def _mean(members: tuple[int, ...], alike: Likeness) -> float:
    values = [alike[i][j] for i in members for j in members if i < j and j in alike[i]]
    return sum(values) / len(values) if values else 0.0
