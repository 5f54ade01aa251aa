"""What two reports share word for word, outside quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Page, Selector
from twosource.origins.words import WINDOW, Running

JOIN = 40
"""Words of a quotation or a small change that may lie between two runs of one passage."""


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
    """

    runs: tuple[Run, ...]
    passages: tuple[int, ...]
    words: int
    of_a: float
    of_b: float

    @property
    def containment(self) -> float:
        """The part of the smaller report that the other holds."""
        return max(self.of_a, self.of_b)


def align(a: Running, b: Running, leave_out: frozenset[int] = frozenset()) -> Alignment:
    """Runs of five words or more outside quotation marks that both share; windows of `leave_out` begin no run."""
    where = a.windows
    runs: list[Run] = []
    starts = iter(sorted((j, w) for w, j in b.windows.items() if w in where and w not in leave_out))
    done = 0
    for j, window in starts:
        if j < done:
            continue
        run = _extend(a, b, where[window], j)
        if run.size >= WINDOW:
            runs.append(run)
            done = j + run.size
    words = sum(run.size for run in runs)
    return Alignment(tuple(runs), _passages(runs, b), words, words / max(1, a.own), words / max(1, b.own))


def quoted_from(quoting: Running, quoted: Running) -> int:
    """How many words of windows that `quoting` puts in quotation marks are running text of `quoted`."""
    inside = (i for w, i in quoting.quoted_windows.items() if w in quoted.windows)
    return len({word for i in inside for word in range(i, i + WINDOW)})


def longest_run(alignment: Alignment, pages: tuple[Page, Page], words: tuple[Running, Running]) -> tuple[Selector, ...]:
    """The longest shared run as it stands in either page, at most 300 characters of each."""
    if not alignment.runs:
        return ()
    run = max(alignment.runs, key=lambda r: (r.size, -r.b))
    return tuple(
        _selector(page, running, first, first + run.size - 1, 300)
        for page, running, first in zip(pages, words, (run.a, run.b), strict=True)
    )


def passages(alignment: Alignment, page: Page, running: Running) -> tuple[Selector, ...]:
    """Where the second report repeats the first: runs joined over short gaps, with the quotations between them."""
    spans: list[list[int]] = []
    for run in alignment.runs:
        first, last = run.b, run.b + run.size - 1
        if spans and first - spans[-1][1] <= JOIN:
            spans[-1][1] = last
        else:
            spans.append([first, last])
    return tuple(_selector(page, running, first, last) for first, last in spans)


def _passages(runs: list[Run], b: Running) -> tuple[int, ...]:
    sizes: list[int] = []
    a_end = b_end = -1
    for run in runs:
        same_gap = abs((run.a - a_end) - (run.b - b_end)) <= 3
        if not (sizes and same_gap and all(b.quoted[b_end : run.b])):
            sizes.append(0)
        sizes[-1] += run.size
        a_end, b_end = run.a + run.size, run.b + run.size
    return tuple(sizes)


def _extend(a: Running, b: Running, i: int, j: int) -> Run:
    """The longest run that begins at word `i` of `a` and `j` of `b`, all outside quotation marks."""
    size, most = 0, min(len(a.hashes) - i, len(b.hashes) - j)
    while size < most and a.hashes[i + size] == b.hashes[j + size] and not (a.quoted[i + size] or b.quoted[j + size]):
        size += 1
    return Run(i, j, size)


def _selector(page: Page, running: Running, first: int, last: int, most: int = 1 << 30) -> Selector:
    start = running.starts[first]
    while last > first and running.ends[last] - start > most:
        last -= 1
    return Selector.of(page, start, running.ends[last])
