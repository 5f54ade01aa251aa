"""Average linkage (Sokal and Michener 1958): the two most alike groups are joined again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def link(groups: Sequence[Sequence[int]], likeness: Callable[[int, int], float], least: float) -> list[list[int]]:
    """Which of `groups` belong together, as lists of their indices: while any two are alike by `least` or more.

    Two groups are as alike as their members on average. Of pairs alike the first is joined. Cubic in the groups.
    """
    sums = _sums(groups, likeness)
    sizes = np.array([float(len(group)) for group in groups])
    parts = [[i] for i in range(len(groups))]
    means = sums / np.outer(sizes, sizes)
    np.fill_diagonal(means, -np.inf)
    for _ in range(len(groups) - 1):
        into, out = divmod(int(means.argmax()), len(groups))
        if means[into, out] < least:
            break
        parts[into] += parts[out]
        parts[out] = []
        _join(sums, sizes, means, into, out)
    return [part for part in parts if part]


def _join(sums: Floats, sizes: Floats, means: Floats, into: int, out: int) -> None:
    sums[into] += sums[out]
    sums[:, into] = sums[into]
    sizes[into] += sizes[out]
    gone = np.isneginf(means[into]) | (np.arange(len(sizes)) == out)
    means[into] = np.where(gone, -np.inf, sums[into] / (sizes * sizes[into]))
    means[:, into] = means[into]
    means[out] = means[:, out] = -np.inf


def _sums(groups: Sequence[Sequence[int]], likeness: Callable[[int, int], float]) -> Floats:
    sums = np.zeros((len(groups), len(groups)))
    for i, group in enumerate(groups):
        for j in range(i):
            sums[i, j] = sums[j, i] = sum(likeness(max(a, b), min(a, b)) for a in group for b in groups[j])
    return sums
