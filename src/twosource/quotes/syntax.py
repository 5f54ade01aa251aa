"""What an analyzer's heads and relations tell of a passage: which words hang on which, and how far that reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from twosource.model import Token

SUBJECTS = frozenset(("nsubj", "nsubj:outer"))
CLAUSE = frozenset(("ccomp",))
CUT_OFF = frozenset((".", ",", ";", ":", "—", "–", "-", "--"))


class Syntax:
    """Heads and relations of a passage, looked up when first asked for; linear in its words, whatever the heads are."""

    def __init__(self, sentences: Sequence[Sequence[Token]]) -> None:
        self._sentences = sentences
        self._reach: dict[int, tuple[int, int]] = {}

    @cached_property
    def _tokens(self) -> list[Token]:
        return [token for sentence in self._sentences for token in sentence]

    @cached_property
    def heads(self) -> list[int]:
        """The index of each word's head in the passage, -1 where there is none or none that can be."""
        heads: list[int] = []
        for sentence in self._sentences:
            at, n = len(heads), len(sentence)
            own = [token.head for token in sentence]
            heads += [at + head if head is not None and 0 <= head < n else -1 for head in own]
        return heads

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        below: dict[int, list[int]] = {}
        for i, head in enumerate(self.heads):
            if head in below:
                below[head].append(i)
            else:
                below[head] = [i]
        return below

    def relation(self, i: int) -> str:
        """How word `i` hangs on its head; empty if that is not known."""
        return self._tokens[i].deprel or ""

    def below(self, i: int, relations: frozenset[str]) -> list[int]:
        """The words that hang on word `i` by one of these relations, left to right."""
        return [k for k in self._below.get(i, ()) if self._tokens[k].deprel in relations]

    def whole(self, i: int) -> tuple[int, int]:
        """All that hangs on word `i`, first word and the one after the last; commas and stops at the ends left out."""
        if i not in self._below:
            return i, i + 1
        if i not in self._reach:
            self._follow(i)
        first, last = self._reach[i]
        while first < i and self._tokens[first].text in CUT_OFF:
            first += 1
        while last > i and self._tokens[last].text in CUT_OFF:
            last -= 1
        return first, last + 1

    def _follow(self, i: int) -> None:
        """Finds first and last word below word `i` and below all that hang on it, each word once; circles end there."""
        below, reach, order, seen = self._below, self._reach, [i], {i}
        for k in order:
            new = [c for c in below[k] if c in below and c not in seen and c not in reach]
            if new:
                seen.update(new)
                order += new
        for k in reversed(order):
            first, last = min(k, below[k][0]), max(k, below[k][-1])
            inner = [reach[c] for c in below[k] if c in reach]
            if inner:
                first, last = min(first, min(inner)[0]), max(last, *[b for _, b in inner])
            reach[k] = first, last
