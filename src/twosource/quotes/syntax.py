"""What an analyzer's heads and relations tell of a passage: which words hang on which, and how far that reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
CLAUSE = frozenset(("ccomp",))
CUT_OFF = frozenset((".", ",", ";", ":", "—", "–", "-", "--"))


class Syntax:
    """Heads (indexes of words, -1: none) and relations of a passage; linear in its words, whatever the heads are."""

    def __init__(self, words: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> None:
        self.heads, self.relations = heads, relations
        self._words = words

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        below: dict[int, list[int]] = {}
        for i, head in enumerate(self.heads):
            if head in below:
                below[head].append(i)
            else:
                below[head] = [i]
        return below

    @cached_property
    def _reach(self) -> tuple[list[int], list[int]]:
        """For each word the first and the last word that hang on it; only itself where its heads go in a circle."""
        first, last = list(range(len(self.heads))), list(range(len(self.heads)))
        order = list(self._below.get(-1, ()))
        for i in order:
            order.extend(self._below.get(i, ()))
        for i in reversed(order):
            head = self.heads[i]
            if head >= 0:
                first[head] = min(first[head], first[i])
                last[head] = max(last[head], last[i])
        return first, last

    def below(self, i: int, relations: frozenset[str]) -> list[int]:
        """The words that hang on word `i` by one of these relations, left to right."""
        return [k for k in self._below.get(i, ()) if self.relations[k] in relations]

    def whole(self, i: int) -> tuple[int, int]:
        """All that hangs on word `i`, first word and the one after the last; commas and stops at the ends left out."""
        first, last = self._reach[0][i], self._reach[1][i]
        while first < i and self._words[first] in CUT_OFF:
            first += 1
        while last > i and self._words[last] in CUT_OFF:
            last -= 1
        return first, last + 1
