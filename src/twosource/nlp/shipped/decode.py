"""From scores to labels: the best tree of a sentence and the best run of BIO marks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Indices = NDArray[np.int64]
_NEVER = np.float32(-1e9)
_ROOTS = 4
"""Words that are tried as the one root, where the best tree has several."""
_LONG = 100
"""Words; in a longer sentence, which is mostly debris, one root is tried: 250 times "(" took four times as long."""


def best_tree(scores: Scores) -> Indices:
    """Heads of words 1 to n, each 0 (the root, borne by one word alone) to n.

    `scores[word, head]` is square and counts the root as word 0. Where the best head of each word gives a tree that is
    it; else the algorithm of Chu, Liu and Edmonds finds the best one.
    """
    s = scores.astype(np.float32, copy=True)
    np.fill_diagonal(s, _NEVER)
    s[0] = _NEVER
    heads: Indices = s.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and not _cycle(heads):
        return heads[1:]
    return _one_root(s)[1:]


def _one_root(s: Scores) -> Indices:
    """The best tree under the likeliest root; the root weighs by its score against the others'."""
    lead = s[1:, 0] - s[1:, 1:].max(1, initial=_NEVER)
    trees: list[Indices] = []
    for root in np.argsort(-lead, kind="stable")[: _ROOTS if len(s) <= _LONG else 1] + 1:
        own = s.copy()
        own[:, 0] = _NEVER
        own[root] = _NEVER
        own[root, 0] = s[root, 0]
        trees.append(_spanning(own))
    at = np.arange(1, len(s))
    return max(trees, key=lambda heads: float(s[at, heads[1:]].sum()))


def _spanning(s: Scores) -> Indices:
    """The best spanning tree from node 0: a cycle of best heads is drawn together to one node, and so on."""
    heads: Indices = s.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.ones(len(s), dtype=bool)
    outside[inside] = False
    rest = np.flatnonzero(outside)
    into = s[np.ix_(inside, rest)] - s[inside, heads[inside]][:, None]
    out = s[np.ix_(rest, inside)]
    n = len(rest)
    drawn = np.full((n + 1, n + 1), _NEVER, dtype=np.float32)
    drawn[:n, :n], drawn[:n, n], drawn[n, :n] = s[np.ix_(rest, rest)], out.max(1), into.max(0)
    found = _spanning(drawn)
    for i in range(1, n):
        heads[rest[i]] = inside[out[i].argmax()] if found[i] == n else rest[found[i]]
    heads[inside[into[:, found[n]].argmax()]] = rest[found[n]]
    return heads


def _cycle(heads: Indices) -> list[int]:
    """The nodes of one cycle, none if the heads all lead to node 0."""
    up = heads.tolist()
    state = [0] * len(up)  # 0 not seen, otherwise the walk it was seen on
    state[0] = -1
    for start in range(1, len(up)):
        node = start
        while not state[node]:
            state[node] = start
            node = up[node]
        if state[node] == start:
            cycle = [node]
            while up[cycle[-1]] != node:
                cycle.append(up[cycle[-1]])
            return cycle
    return []


class Marks:
    """Finds the best run of BIO marks in which each `I-X` follows `B-X` or `I-X` (Viterbi 1967)."""

    def __init__(self, marks: Sequence[str]) -> None:
        self.marks = tuple(marks)
        allowed = [[_follows(a, b) for b in marks] for a in (*marks, "O")]
        self._moves = np.where(allowed, 0, _NEVER).astype(np.float32)
        """From each mark to each; the last row from the begin of a sentence."""

    def best(self, scores: Scores, ends: Sequence[int]) -> Indices:
        """Indices of marks for the words of sentences (words, marks); `ends` are 0 and where each sentence ends.

        Where the best mark of each word gives an allowed run that is it; else Viterbi finds the best one.
        """
        found: Indices = scores.argmax(1)
        before = np.roll(found, 1)
        before[ends[:-1]] = -1
        barred = np.flatnonzero(self._moves[before, found] < 0)
        for i in set(np.searchsorted(ends, barred, side="right").tolist()):
            own = slice(ends[i - 1], ends[i])
            found[own] = self._viterbi(scores[own])
        return found

    def _viterbi(self, scores: Scores) -> list[int]:
        back = []
        at = scores[0] + self._moves[-1]
        for own in scores[1:]:
            ways = at[:, None] + self._moves[:-1]
            back.append(ways.argmax(0).tolist())
            at = ways.max(0) + own
        found = [int(at.argmax())]
        for before in reversed(back):
            found.append(before[found[-1]])
        return found[::-1]


def _follows(before: str, mark: str) -> bool:
    return not mark.startswith("I-") or before[2:] == mark[2:]
