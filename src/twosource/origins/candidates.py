"""Which pairs of reports to compare: an inverted index over sampled windows, linear in the number of reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

SAMPLE = 4
"""One window in four is indexed: a copy of 40 words still leaves about six."""
FIRST = 8
"""In a window's list every report is paired with the first few only: copies of one text all meet the first of them."""
MANY = 4
"""From this many reports on, a window may be furniture."""
STRANGERS = 0.25
"""Reports that share less than this part of their windows are strangers; a window that strangers share is furniture."""


def sample(found: Iterable[int]) -> frozenset[int]:
    """The windows of a report that are indexed: chosen by their hash, so the same in every report."""
    return frozenset(w for w in found if w % SAMPLE == 0)


def postings(sketches: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    """Each sampled window that more than one report holds, with these reports in order."""
    index: dict[int, list[int]] = defaultdict(list)
    for i, sketch in enumerate(sketches):
        for window in sorted(sketch):
            index[window].append(i)
    return {w: held for w, held in index.items() if len(held) > 1}


def furniture(index: dict[int, list[int]], sketches: Sequence[frozenset[int]]) -> frozenset[int]:
    """Windows held by many reports that share little else: notices, footers, lines of promotion."""
    alike: dict[tuple[int, int], float] = {}

    def share(i: int, j: int) -> float:
        if (i, j) not in alike:
            smaller = min(len(sketches[i]), len(sketches[j]))
            alike[i, j] = len(sketches[i] & sketches[j]) / smaller
        return alike[i, j]

    return frozenset(
        w
        for w, held in index.items()
        if len(held) >= MANY and median(share(i, j) for i, j in pairwise(held[:17])) < STRANGERS
    )


def pairs(index: dict[int, list[int]], leave_out: frozenset[int]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) that share at least two sampled windows which are not furniture, in order."""
    shared: Counter[tuple[int, int]] = Counter()
    for window, held in index.items():
        if window in leave_out:
            continue
        for n, later in enumerate(held):
            shared.update((earlier, later) for earlier in held[: min(n, FIRST)])
    return sorted(pair for pair, n in shared.items() if n >= 2)
