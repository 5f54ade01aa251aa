"""Sentences that were read before: a copy of a report inherits its labels where its words are the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from twosource.nlp.shipped.network import Labels

WORDS = 40_000
"""Words of the sentences that are kept, of some 80 reports: about 40 MB. What was not met for longest goes first."""


class Remembered:
    """`label` with its results kept. The labels of a sentence depend on its words alone, so they are the same bytes."""

    def __init__(self, label: Callable[[Sequence[str]], Labels], words: int = WORDS) -> None:
        """`words`: the most words of kept sentences."""
        self._label = label
        self._most = words
        self._kept: OrderedDict[tuple[str, ...], Labels] = OrderedDict()
        self._words = 0

    def __call__(self, words: Sequence[str]) -> Labels:
        """The labels of a sentence of one word at least."""
        key = tuple(words)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = self._label(words)
            self._words += len(key)
            while self._words > self._most:
                self._words -= len(self._kept.popitem(last=False)[0])
        else:
            self._kept.move_to_end(key)
        return known

    def forget(self) -> None:
        """Drops all that is kept: for measuring what reading costs."""
        self._kept.clear()
        self._words = 0
