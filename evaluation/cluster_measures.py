"""How two ways of sorting the same mentions agree: MUC, B³, CEAF-e and their mean, as shared tasks score coreference.

MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005); CoNLL is the mean of their F1 (Pradhan et al.
2012). Needs scipy (training/language/requirements.txt) for the matching of clusters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

T = TypeVar("T", bound=Hashable)


class Agreement(NamedTuple):
    """F1 of each measure and their mean, in per cent."""

    muc: float
    b_cubed: float
    ceaf_e: float
    conll: float


def agreement(key: Mapping[T, Hashable], response: Mapping[T, Hashable], *, singletons: bool = True) -> Agreement:
    """How well the clusters of `response` agree with those of `key`; both name the cluster of the same mentions.

    Without `singletons` clusters of one mention are left out on both sides, as OntoNotes has none.
    """
    one, two = _clusters(key, singletons), _clusters(response, singletons)
    figures = [_f1(m(one, two), m(two, one)) for m in (_muc, _b_cubed)]
    alike = _aligned(one, two)
    figures.append(_f1((alike, len(one)), (alike, len(two))))
    return Agreement(*(round(100 * f, 1) for f in (*figures, sum(figures) / len(figures))))


def _clusters(of: Mapping[T, Hashable], singletons: bool) -> list[frozenset[T]]:
    found: dict[Hashable, set[T]] = defaultdict(set)
    for mention, cluster in of.items():
        found[cluster].add(mention)
    return [frozenset(members) for members in found.values() if singletons or len(members) > 1]


def _shares(one: Sequence[frozenset[T]], two: Sequence[frozenset[T]]) -> list[tuple[int, Counter[int]]]:
    """For each cluster of `one` its size, and how many of it are in which cluster of `two`, -1 for none."""
    of = {mention: i for i, cluster in enumerate(two) for mention in cluster}
    return [(len(cluster), Counter(of.get(mention, -1) for mention in cluster)) for cluster in one]


def _muc(one: Sequence[frozenset[T]], two: Sequence[frozenset[T]]) -> tuple[float, float]:
    shares = _shares(one, two)
    linked = sum(size - len(share) - max(0, share[-1] - 1) for size, share in shares)
    return linked, sum(size - 1 for size, _ in shares)


def _b_cubed(one: Sequence[frozenset[T]], two: Sequence[frozenset[T]]) -> tuple[float, float]:
    shares = _shares(one, two)
    right = sum(n * n / size for size, share in shares for cluster, n in share.items() if cluster >= 0)
    return right, sum(size for size, _ in shares)


def _aligned(one: Sequence[frozenset[T]], two: Sequence[frozenset[T]]) -> float:
    """The likeness of the best matching of clusters one to one: CEAF's φ4."""
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

    likeness = np.zeros((len(one), len(two)))
    for i, (size, share) in enumerate(_shares(one, two)):
        for j, n in share.items():
            if j >= 0:
                likeness[i, j] = 2 * n / (size + len(two[j]))
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return float(likeness[rows, columns].sum())


def _f1(recall: tuple[float, float], precision: tuple[float, float]) -> float:
    r, p = (right / total if total else 0.0 for right, total in (recall, precision))
    return 2 * r * p / (r + p) if r + p else 0.0
