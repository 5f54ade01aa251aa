"""What two reports share word for word, outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twosource.model import Page, Selector
from twosource.origins.characters import Values
from twosource.origins.furniture import Furniture
from twosource.origins.words import WINDOW, Places, Running

JOIN = 40
"""Words of a quotation that may lie between two runs of one passage."""
CHANGED = 12
"""Words of a small change that may, with quotations or without."""
PIECE = 8
"""Words in a row that are taken for shared beside a passage; fewer are found by chance."""
FURNISHED = 0.1
"""A run of whose windows this part is furniture is furniture: of all windows only two in nine are looked at."""
_STEP = 64
_FAR = 256
"""Words beside a run that are looked over for quotations that both have."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words shared in sequence: index of the first word in either report, and how many."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """All runs that two reports share, in the order of the second, and the share of either that they cover (0 to 1).

    `passages` are the words of each separate passage: runs that both reports part by the same quotation are one.
    `quoted` counts words that the second puts in quotation marks and that are running text of the first.
    """

    runs: tuple[Run, ...]
    passages: tuple[int, ...]
    words: int
    of_a: float
    of_b: float
    quoted: int

    @property
    def containment(self) -> float:
        """The part of the smaller report that the other holds."""
        return max(self.of_a, self.of_b)


def align(a: Running, b: Running) -> Alignment:
    """Runs of five words or more outside quotation marks that both share."""
    in_a, in_b = _common(a, b)
    inside = b.quoted[in_b]
    runs = _runs(a, b, in_a[~inside].tolist(), in_b[~inside].tolist())
    quoted = len({word for at in in_b[inside].tolist() for word in range(at, at + WINDOW)})
    return _alignment(runs, a, b, quoted)


def quoted_runs(a: Running, b: Running) -> list[Run]:
    """Runs of words that both quote, each from its first window on as far as they go on alike."""
    in_a, in_b = _common(a, b, quoted=True)
    inside = b.quoted[in_b]
    runs: list[Run] = []
    for i, j in zip(in_a[inside].tolist(), in_b[inside].tolist(), strict=True):
        if not runs or j >= runs[-1].b + runs[-1].size:
            size = _alike(a.hashes[i : i + _FAR], b.hashes[j : j + _FAR])
            runs.append(Run(i, j, size))
    return runs


def without_furniture(found: Alignment, a: Running, b: Running, furniture: Furniture) -> Alignment:
    """The alignment without the runs that are furniture."""
    if not found.runs or len(furniture.windows) == 0:
        return found
    held = np.concatenate(([0], np.cumsum(furniture.holds(b.windows))))
    return _alignment([run for run in found.runs if not _is_furniture(run, held)], a, b, found.quoted)


def longest_run(alignment: Alignment, pages: tuple[Page, Page], words: tuple[Running, Running]) -> tuple[Selector, ...]:
    """The longest shared run as it stands in either page, at most 300 characters of each."""
    if not alignment.runs:
        return ()
    run = max(alignment.runs, key=lambda r: (r.size, -r.b))
    return tuple(
        _selector(page, running, first, first + run.size - 1, 300)
        for page, running, first in zip(pages, words, (run.a, run.b), strict=True)
    )


def passages(
    runs: Sequence[Run], page: Page, words: tuple[Running, Running], *, join: int = JOIN
) -> tuple[Selector, ...]:
    """Where the second report repeats the first: runs with the quotations beside them that both have, joined over what
    lies between them: a quotation of up to `join` words, a change of a few.
    """
    spans: list[list[int]] = []
    running = words[1]
    for run in (stretched(run, *words) for run in runs):
        first, last = run.b, run.b + run.size - 1
        if spans and _joins(running, spans[-1][1] + 1, first, join):
            spans[-1][1] = max(last, spans[-1][1])
        else:
            spans.append([first, last])
    return tuple(_selector(page, running, first, last) for first, last in spans if last - first + 1 >= PIECE)


def stretched(run: Run, a: Running, b: Running) -> Run:
    """The run with all words beside it that both reports have, in quotation marks or not."""
    back = _alike(a.hashes[max(0, run.a - _FAR) : run.a][::-1], b.hashes[max(0, run.b - _FAR) : run.b][::-1])
    i, j = run.a + run.size, run.b + run.size
    ahead = _alike(a.hashes[i : i + _FAR], b.hashes[j : j + _FAR])
    return Run(run.a - back, run.b - back, run.size + back + ahead)


def _alike(one: Values, other: Values) -> int:
    """How many words both begin with."""
    most = min(len(one), len(other))
    same = one[:most] == other[:most]
    return most if same.all() else int(same.argmin())


def _joins(running: Running, end: int, first: int, join: int) -> bool:
    """Whether what lies between two runs is a quotation, or a change of a few words."""
    gap = first - end
    return gap <= 0 or (gap < join and (gap <= CHANGED or bool(running.quoted[end:first].all())))


def _alignment(runs: Sequence[Run], a: Running, b: Running, quoted: int) -> Alignment:
    words = sum(run.size for run in runs)
    return Alignment(tuple(runs), _passages(runs, b), words, words / max(1, a.own), words / max(1, b.own), quoted)


def _common(a: Running, b: Running, *, quoted: bool = False) -> tuple[Places, Places]:
    """Where windows begin that both hold, in `a` outside quotation marks (or all inside them): the first place in `a`,
    every one in `b`.
    """
    own, every = a.places(quoted=quoted), np.flatnonzero(b.windows)
    windows = a.windows[own]
    order = np.argsort(windows, kind="stable")
    windows = windows[order]
    if len(windows) == 0:
        return own, own
    at = np.minimum(np.searchsorted(windows, b.windows[every]), len(windows) - 1)
    same = windows[at] == b.windows[every]
    return own[order[at[same]]], every[same]


def _runs(a: Running, b: Running, in_a: list[int], in_b: list[int]) -> list[Run]:
    runs: list[Run] = []
    at = 0
    while at < len(in_b):
        run = _extend(a, b, in_a[at], in_b[at])
        at = bisect_left(in_b, run.b + run.size)
        runs.append(run)
    return runs


def _extend(a: Running, b: Running, i: int, j: int) -> Run:
    """The longest run that begins at word `i` of `a` and `j` of `b`, all outside quotation marks; a window at least."""
    size, step = WINDOW, _STEP
    while True:
        one, two = slice(i + size, i + size + step), slice(j + size, j + size + step)
        most = min(len(a.hashes[one]), len(b.hashes[two]))
        same = (a.hashes[one][:most] == b.hashes[two][:most]) & ~(a.quoted[one][:most] | b.quoted[two][:most])
        if most == 0 or not same.all():
            return Run(i, j, size + (int(same.argmin()) if most else 0))
        size, step = size + most, 2 * step


def _is_furniture(run: Run, held: Places) -> bool:
    """`held` counts the windows before each place of the second report that are furniture."""
    windows = run.size - WINDOW + 1
    return int(held[run.b + windows] - held[run.b]) > FURNISHED * windows


def _passages(runs: Sequence[Run], b: Running) -> tuple[int, ...]:
    sizes: list[int] = []
    a_end = b_end = -1
    for run in runs:
        same_gap = abs((run.a - a_end) - (run.b - b_end)) <= 3
        if not (sizes and same_gap and b.quoted[b_end : run.b].all()):
            sizes.append(0)
        sizes[-1] += run.size
        a_end, b_end = run.a + run.size, run.b + run.size
    return tuple(sizes)


def _selector(page: Page, running: Running, first: int, last: int, most: int = 1 << 30) -> Selector:
    start = int(running.starts[first])
    fits = int(np.searchsorted(running.ends, start + most, side="right")) - 1
    last = max(first, min(last, fits))
    return Selector.of(page, start, int(running.ends[last]))
