"""Finds the reports that share telling words with one, without looking at all: the same work however many there are."""

from __future__ import annotations

from collections import defaultdict

from twosource.stories.memory import Listed

KEYS = 25
"""Terms by which a report is looked up, its weightiest. 15 measured alike."""
LATEST = 40
"""Reports kept under a term, the latest: a word that more have in common tells little. 15 measured alike."""
MOST = 24
"""Reports found at most. 12 cost 0.002 BCubed on ECB+."""


class Lookup:
    """Reports by number, under their weightiest terms."""

    def __init__(self, under: dict[str, Listed]) -> None:
        """`under`: where they are kept; nothing under a new term."""
        self._under = under

    def add(self, number: int, terms: dict[str, float]) -> None:
        """Takes a report in."""
        for term in _keys(terms):
            self._under[term] = (*self._under[term], (number, terms[term]))[-LATEST:]

    def like(self, terms: dict[str, float]) -> list[int]:
        """Numbers of the reports that share the most of the weightiest terms, the likest first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in _keys(terms):
            for number, weight in self._under[term]:
                shared[number] += weight * terms[term]
        return sorted(shared, key=lambda number: (-shared[number], number))[:MOST]


def _keys(terms: dict[str, float]) -> list[str]:
    return sorted(terms, key=lambda term: (-terms[term], term))[:KEYS]
