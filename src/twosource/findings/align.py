"""Which assertions of several articles are the same one: pairs by shared rare marks, then groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.findings.assertions import Assertion
from twosource.findings.counts import numbers_agree
from twosource.findings.evidence import Pair, Standard
from twosource.findings.judging import SAME, judge
from twosource.findings.sums import counts_clash
from twosource.findings.vetoes import vetoes
from twosource.findings.weights import Weights

MOST_HELD = 60
"""A mark that more assertions hold brings no pair; this keeps the number of pairs linear in that of assertions."""
PARTNERS = 12
"""Assertions that one is compared with, those that share most rare marks."""


GROWS = 0.75
"""Part of `SAME` that members of two groups must have on average to be joined; the two most alike have it all."""
Pairing = tuple[int, int]


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
    values = (judge(Pair(assertions[i], assertions[j], standard)) for i, j in pairs)
    likeness = {pair: value for pair, value in zip(pairs, values, strict=True) if value > 0}
    group = {i: [i] for i in range(len(assertions))}
    for (i, j), value in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if value < SAME:
            break
        if group[i] is not group[j] and _joins(group[i], group[j], likeness, assertions):
            group[i].extend(group[j])
            for member in group[j]:
                group[member] = group[i]
    found = {tuple(sorted(members)) for members in group.values() if len(members) > 1}
    return [Group(members, _mean(members, likeness)) for members in sorted(found)]


def _pairs(assertions: Sequence[Assertion], weights: Weights) -> set[Pairing]:
    """Pairs of assertions of different articles that share rare marks, the best few of each assertion."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, assertion in enumerate(assertions):
        for mark in assertion.marks | assertion.keys:
            if mark[0] == "!" or 1 < weights.rare.get(mark, 0) <= MOST_HELD:
                index[mark].append(i)
    few = {mark: (held, 1000 // len(held)) for mark, held in index.items() if len(held) <= MOST_HELD}
    chosen: set[Pairing] = set()
    for i, assertion in enumerate(assertions):
        shared: Counter[int] = Counter()
        for mark in (assertion.marks | assertion.keys) & few.keys():
            held, weight = few[mark]
            for j in held:
                shared[j] -= weight
        own = assertion.article
        best = sorted((weight, j) for j, weight in shared.items() if assertions[j].article != own)[:PARTNERS]
        chosen.update((i, j) if i < j else (j, i) for _, j in best)
    return chosen


def _joins(one: list[int], two: list[int], likeness: dict[Pairing, float], assertions: Sequence[Assertion]) -> bool:
    """Whether the groups may be one: nothing forbids it, and their members are alike enough on average."""
    across = [(min(i, j), max(i, j)) for i in one for j in two if assertions[i].article != assertions[j].article]
    mean = sum(likeness.get(pair, 0.0) for pair in across) / max(1, len(across))
    if mean < GROWS * SAME:  # asked first, for it costs least
        return False
    apart = [(i, j) for i in one for j in two if likeness.get((min(i, j), max(i, j)), 0.0) < SAME]
    if any(vetoes(assertions[i], assertions[j]) for i, j in apart):
        return False
    clash = [(i, j) for i, j in apart if counts_clash(assertions[i], assertions[j])]
    return all(_counted_in(i, two, assertions) or _counted_in(j, one, assertions) for i, j in clash)


def _counted_in(i: int, group: list[int], assertions: Sequence[Assertion]) -> bool:
    """Whether the group holds the number of this assertion already, beside another that it is in conflict with."""
    return any(numbers_agree(assertions[i], assertions[k]) for k in group)


def _mean(members: tuple[int, ...], likeness: dict[Pairing, float]) -> float:
    values = [likeness[i, j] for i in members for j in members if (i, j) in likeness]
    return sum(values) / len(values) if values else 0.0
