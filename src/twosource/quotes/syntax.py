"""What an analyzer's heads and relations tell of a passage: which words hang on which, and how far that reaches."""

from __future__ import annotations

from collections.abc import Sequence

SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
CLAUSE = frozenset(("ccomp",))
CUT_OFF = frozenset((".", ",", ";", ":", "—", "–", "-", "--"))


class Syntax:
    """Heads (indexes of words, -1: none) and relations of a passage; linear in its words, whatever the heads are."""

    def __init__(self, words: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> None:
        self.heads, self.relations = heads, relations
        self._words = words
        self._below: list[list[int]] = [[] for _ in words]
        for i, head in enumerate(heads):
            if head >= 0:
                self._below[head].append(i)
        self._first, self._last = list(range(len(words))), list(range(len(words)))
        for i in reversed(self._from_the_roots()):
            head = heads[i]
            if head >= 0:
                self._first[head] = min(self._first[head], self._first[i])
                self._last[head] = max(self._last[head], self._last[i])

    def _from_the_roots(self) -> list[int]:
        """All words, every head before its dependents; words in a circle, which no tree has, are left out."""
        order = [i for i, head in enumerate(self.heads) if head < 0]
        for i in order:
            order.extend(self._below[i])
        return order

    def below(self, i: int, relations: frozenset[str]) -> list[int]:
        """The words that hang on word `i` by one of these relations, left to right."""
        return [k for k in self._below[i] if self.relations[k] in relations]

    def whole(self, i: int) -> tuple[int, int]:
        """All that hangs on word `i`, first word and the one after the last; commas and stops at the ends left out."""
        first, last = self._first[i], self._last[i]
        while first < i and self._words[first] in CUT_OFF:
            first += 1
        while last > i and self._words[last] in CUT_OFF:
            last -= 1
        return first, last + 1
