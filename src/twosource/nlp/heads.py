"""Heads without a model: the links that pairs of such words most often have, taken likeliest first, none crossing.

Every tree has one root and no cycle. A first version for `annotate`; the rules analyzer itself leaves heads out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from twosource.nlp.links import WINDOW, Between, bucket, openings, upos
from twosource.vocab.rows import rows

Tree = list[tuple[int, str]]
"""Each word's head (-1: root) and relation."""

_UNSEEN = 1e-5


@cache
def _looks() -> dict[str, tuple[int, int]]:
    return {row["look"]: (int(row["pairs"]), int(row["links"])) for row in rows("head_looks.tsv")}


@cache
def _relations() -> dict[str, str]:
    return {row["look"]: row["relation"] for row in rows("head_relations.tsv")}


@lru_cache(maxsize=200_000)
def _score(fine: str, broad: str) -> float:
    """Log of the share of links among pairs that look so; the broad look counts as five pairs."""
    pairs, links = _looks().get(broad, (0, 0))
    prior = (links + _UNSEEN) / (pairs + 1)
    n, k = _looks().get(fine, (0, 0))
    return math.log((k + 5 * prior) / (n + 5))


def parse(words: Sequence[str], states: Sequence[str]) -> Tree:
    """The head and relation of each word of a sentence from its words and the tagger's states."""
    opens = openings(words, states)
    heads = _decode(len(words), _arcs(states, opens), _best_root(states, opens))
    return [(h, _relation(d, h, states, opens)) for d, h in enumerate(heads)]


def _arcs(states: Sequence[str], opens: Sequence[str]) -> list[tuple[float, int, int]]:
    """All links within the window as (score, dependent, head), best first."""
    tags, between, n = [upos(s) for s in states], Between(states), len(states)
    found: list[tuple[float, int, int]] = []
    for d in range(n):
        mine = []
        for h in range(max(0, d - WINDOW), min(n, d + WINDOW + 1)):
            if h != d:
                where = bucket(h - d)
                named = states[h] if tags[h] in ("VERB", "NOUN", "AUX") else tags[h]
                fine = f"{states[d]} {opens[d] or '_'} {named} {where} {between.flags(d, h) or '_'}"
                mine.append((_score(fine, f"{tags[d]} {tags[h]} {where}"), d, h))
        total = math.log(sum(math.exp(score) for score, _, _ in mine)) if mine else 0.0
        found.extend((score - total, d, h) for score, _, h in mine)
    found.sort(key=lambda x: (-x[0], x[1], abs(x[1] - x[2]), x[2]))
    return found


def _best_root(states: Sequence[str], opens: Sequence[str]) -> int:
    best, found, verbs = -math.inf, 0, 0
    for i, state in enumerate(states):
        tag = upos(state)
        score = _score(f"{tag} {opens[i] or '_'} ROOT {min(2, verbs)} _", f"{tag} ROOT _")
        if score > best:
            best, found = score, i
        verbs += tag == "VERB"
    return found


def _decode(n: int, arcs: list[tuple[float, int, int]], root: int) -> list[int]:
    heads = [-2] * n
    heads[root] = -1
    group = list(range(n))

    def top(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for _, d, h in arcs:
        if heads[d] == -2 and top(d) != top(h) and not _crosses(heads, d, h):
            heads[d] = h
            group[top(d)] = top(h)
    return [root if h == -2 else h for h in heads]


def _crosses(heads: list[int], a: int, b: int) -> bool:
    low, high = min(a, b), max(a, b)
    for d in range(low + 1, high):
        if heads[d] >= 0 and not low <= heads[d] <= high:
            return True
    reach = range(max(0, low - WINDOW), min(len(heads), high + WINDOW + 1))
    return any(low < heads[d] < high and not low <= d <= high for d in reach)


def _relation(d: int, h: int, states: Sequence[str], opens: Sequence[str]) -> str:
    if h == -1:
        return "root"
    side, tables = "R" if h > d else "L", _relations()
    fine = tables.get(f"{states[d]} {opens[d] or '_'} {states[h]} {side}")
    return fine or tables.get(f"{upos(states[d])} _ {upos(states[h])} {side}") or "dep"
