"""Which pairs of reports to compare: an inverted index over sampled windows, linear in the number of reports.

An entry of the index is one number of 8 bytes: the window's hash in its high bits, the report in its low ones. Sorting
the entries is building the index: the reports that hold a window then stand next to each other, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.origins.characters import Values
from twosource.origins.furniture import MANY, STRANGERS, Furniture

FIRST = 8
"""In a window's list every report is paired with the first few only: copies of one text all meet the first of them."""
SHARED = 2
"""Sampled windows that a pair shares at least."""
AT_ONCE = 1 << 20
"""Pairs that are counted at once: about 100 MB in work."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """By later report the earlier ones to compare it with, those that share most windows first."""

    earlier: dict[int, list[int]]
    furniture: Furniture


@dataclass(frozen=True, slots=True)
class _Lists:
    """The windows that several reports hold. Entry by entry: the window, the report, its place in the window's list.

    Window by window: where its list begins, how long it is, its hash.
    """

    window: Numbers
    report: Numbers
    place: Numbers
    begin: Numbers
    size: Numbers
    hashes: Values


@dataclass(frozen=True, slots=True)
class _Met:
    """Pairs that share SHARED windows at least, once for each window, those of a pair together."""

    later: Numbers
    earlier: Numbers
    window: Numbers


def candidates(sketches: Sequence[Values], *, furniture_too: bool = False) -> Candidates:
    """Pairs that share at least SHARED windows which are not furniture, or any; reports count in the order given."""
    shift = max(1, (len(sketches) - 1).bit_length())
    lists = _lists(_entries(sketches, shift), shift)
    held = np.array([len(s) for s in sketches], np.int64)
    strange = np.zeros(len(lists.size), np.int64)
    met = [_meet(lists, held, strange, first, last) for first, last in _spans(lists, len(sketches))]
    common = (lists.size >= MANY) & (2 * strange > _pairings(lists.size))
    found: dict[int, list[int]] = {}
    for each in met:
        _collect(each, furniture_too | ~common[each.window], found)
    return Candidates(found, Furniture(lists.hashes[common], np.uint64(shift)))


def _entries(sketches: Sequence[Values], shift: int) -> Values:
    """The index: every window of every report, in order."""
    bits = np.uint64(shift)
    kept = [(s >> bits << bits) | np.uint64(n) for n, s in enumerate(sketches)]
    entries = np.concatenate(kept) if kept else np.zeros(0, np.uint64)
    entries.sort()
    return entries


def _lists(entries: Values, shift: int) -> _Lists:
    bits = np.uint64(shift)
    entries = _of_several(entries, bits)
    entries = _of_several(entries[_changes(entries)], bits)  # once what one report holds twice
    hashes = entries >> bits
    begin = np.flatnonzero(_changes(hashes))
    size = np.diff(np.append(begin, len(entries)))
    window = np.repeat(np.arange(len(begin)), size)
    report = (entries & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    return _Lists(window, report, np.arange(len(entries)) - begin[window], begin, size, hashes[begin])


def _of_several(entries: Values, bits: np.uint64) -> Values:
    """The entries whose window stands in a neighbouring entry too."""
    same = np.zeros(len(entries) + 1, np.bool_)
    for at in range(1, len(entries), AT_ONCE):  # the hashes of all entries at once would double the memory
        part = entries[at - 1 : at + AT_ONCE] >> bits
        same[at : at + len(part) - 1] = part[1:] == part[:-1]
    found: Values = entries[same[:-1] | same[1:]]
    return found


def _spans(lists: _Lists, reports: int) -> Iterator[tuple[int, int]]:
    """Runs of later reports that make about AT_ONCE pairs."""
    pairings = np.bincount(lists.report, np.minimum(lists.place, FIRST), reports)
    number = (np.cumsum(pairings) // AT_ONCE).astype(np.int64)
    bounds = [0, *(1 + np.flatnonzero(np.diff(number))).tolist(), reports]
    yield from pairwise(bounds)


def _meet(lists: _Lists, held: Numbers, strange: Numbers, first: int, last: int) -> _Met:
    """The pairs whose later report is in a range; counts in `strange` the pairs of each window that are strangers."""
    own = np.flatnonzero((lists.report >= first) & (lists.report < last) & (lists.place > 0))
    times = np.minimum(lists.place[own], FIRST)
    later, window = np.repeat(lists.report[own], times), np.repeat(lists.window[own], times)
    nth = np.arange(len(later)) - np.repeat(np.cumsum(times) - times, times)
    earlier = lists.report[lists.begin[window] + nth]
    order = np.argsort(later * len(held) + earlier)
    later, earlier, window = later[order], earlier[order], window[order]
    count = _count(later, earlier)
    alike = count >= STRANGERS * np.minimum(held[later], held[earlier])
    strange += np.bincount(window[~alike], minlength=len(strange))
    several = count >= SHARED
    return _Met(later[several], earlier[several], window[several])


def _changes(*columns: NDArray[Any]) -> NDArray[np.bool_]:
    """For each row whether it differs from the one before; the first does."""
    changes = np.ones(len(columns[0]), np.bool_)
    changes[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return changes


def _count(later: Numbers, earlier: Numbers) -> Numbers:
    """For each of many pairs, equal ones together, how many are equal to it."""
    bounds = np.append(np.flatnonzero(_changes(later, earlier)), len(later))
    counts: Numbers = np.repeat(np.diff(bounds), np.diff(bounds))
    return counts


def _pairings(size: Numbers) -> Numbers:
    """How many pairs a list of this size makes."""
    few = np.minimum(size, FIRST)
    pairs: Numbers = few * (few - 1) // 2 + (size - few) * FIRST
    return pairs


def _collect(met: _Met, kept: NDArray[np.bool_], found: dict[int, list[int]]) -> None:
    """Adds the pairs that still share enough."""
    later, earlier = met.later[kept], met.earlier[kept]
    count = _count(later, earlier)
    some = _changes(later, earlier) & (count >= SHARED)
    later, earlier, count = later[some], earlier[some], count[some]
    order = np.lexsort((earlier, -count, later))
    for j, i in zip(later[order].tolist(), earlier[order].tolist(), strict=True):
        found.setdefault(j, []).append(i)
