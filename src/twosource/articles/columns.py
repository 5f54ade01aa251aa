"""Small sums over columns of figures, one entry a line of the page: neighbours, windows, distances, streaks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float32]

FAR = 8.0
"""Stands for a distance where there is nothing to be distant from."""


def shifted(column: Column, by: int) -> Column:
    """Each line's neighbour `by` lines further down (negative: up); -1 beyond the page."""
    out = np.full_like(column, -1.0)
    if abs(by) < len(column):
        if by > 0:
            out[:-by] = column[by:]
        else:
            out[-by:] = column[:by]
    return out


def windows(columns: Sequence[Column], reaches: Sequence[int]) -> NDArray[np.float32]:
    """Sums over the lines at most so far away, the line itself left out: by column, then by reach."""
    own = np.array(columns)
    n = own.shape[1]
    total = np.zeros((len(own), n + 1))
    np.cumsum(own, axis=1, dtype=np.float64, out=total[:, 1:])
    index, far = np.arange(n), np.array(reaches)[:, None]
    low, high = np.maximum(index - far, 0), np.minimum(index + far + 1, n)
    return (total[:, high] - total[:, low] - own[:, None, :]).astype(np.float32)


def since(flags: Column) -> Column:
    """How many lines ago the last flagged line was (log scale), FAR where none was."""
    index = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags > 0, index, -1))
    return np.where(last >= 0, np.log1p(index - last), FAR).astype(np.float32)


def until(flags: Column) -> Column:
    """How many lines ahead the next flagged line is (log scale), FAR where none is."""
    return since(flags[::-1])[::-1]


def streak(flags: Column) -> Column:
    """For each flagged line how many flagged lines stand together there (log scale), 0 for the others."""
    on = flags > 0
    runs = np.cumsum(np.concatenate([[False], on[1:] != on[:-1]]))
    return np.where(on, np.log1p(np.bincount(runs)[runs]), 0.0).astype(np.float32)


def best_run(gains: Column) -> tuple[int, int]:
    """First and last index of the run with the greatest sum (Kadane's algorithm); (0, 0) where no gain is positive."""
    best, found, current, start = 0.0, (0, 0), 0.0, 0
    for i, gain in enumerate(gains.tolist()):
        if current <= 0:
            current, start = 0.0, i
        current += gain
        if current > best:
            best, found = current, (start, i)
    return found
