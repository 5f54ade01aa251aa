"""Who depends on what in the sentences of an article, asked for the word at an offset of its page."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from twosource.model import Reading, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_DEPTH = 8
"""Words from one up to the root that are looked at: a tree read wrongly may be as deep as its sentence is long."""


class Tree:
    """The words of one sentence by their heads; each is named by its index in the sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._below: dict[int, list[int]] = {}
        for i, token in enumerate(tokens):
            if token.head is not None:
                self._below.setdefault(token.head, []).append(i)

    def below(self, i: int, relations: Collection[str]) -> list[int]:
        """The words that depend on word `i` by one of the relations."""
        return [j for j in self.children(i) if self.tokens[j].deprel in relations]

    def children(self, i: int) -> list[int]:
        """The words that depend on word `i`."""
        return self._below.get(i, [])

    def relation(self, i: int) -> str:
        """What word `i` is to its head."""
        return self.tokens[i].deprel or ""

    def above(self, i: int, relations: Collection[str]) -> list[int]:
        """The words above word `i`, the nearest first, as far as each is reached by one of the relations."""
        found: list[int] = []
        while self.relation(i) in relations and len(found) < _DEPTH:
            head = self.tokens[i].head
            if head is None or not 0 <= head < len(self.tokens):
                break
            found.append(head)
            i = head
        return found

    def lower(self, words: Collection[int]) -> set[str]:
        """The words at these places in lower case."""
        return {self.tokens[i].text.lower() for i in words}

    def has_subject(self, verb: int) -> bool:
        """Whether a verb has a subject of its own."""
        return bool(self.below(verb, _SUBJECTS))


class Trees:
    """The trees of an article, each made when it is first asked for; none where the analyzer gives no heads."""

    def __init__(self, reading: Reading) -> None:
        analysis = reading.analysis
        self._sentences: tuple[Sentence, ...] = analysis.sentences if analysis is not None else ()
        self._made: dict[int, Tree] = {}

    def at(self, offset: int) -> tuple[Tree, int] | None:
        """The tree of the sentence at an offset of the page, and the word there; None where there is none."""
        n = bisect_right(self._sentences, offset, key=attrgetter("start")) - 1
        if n < 0:
            return None
        tokens = self._sentences[n].tokens
        i = bisect_right(tokens, offset, key=attrgetter("start")) - 1
        if i < 0 or offset >= tokens[i].end or tokens[i].head is None:
            return None
        return self._made.setdefault(n, Tree(tokens)), i
