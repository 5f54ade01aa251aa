"""Sentences that were read before: a copy of a report inherits its labels where its words are the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from twosource.nlp.shipped.network import Labels

WORDS = 40_000
"""Words of the sentences that are kept, of some 80 reports: about 40 MB. What was not met for longest goes first."""


class Remembered:
    """`label` with its results kept. The labels of a sentence depend on its words alone, so they are the same bytes."""

    def __init__(self, label: Callable[[Sequence[Sequence[str]]], Sequence[Labels]], words: int = WORDS) -> None:
        """`words`: the most words of kept sentences."""
        self._label = label
        self._most = words
        self._kept: OrderedDict[tuple[str, ...], Labels] = OrderedDict()
        self._words = 0

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Labels]:
        """The labels of each sentence of one word at least; those not known are read at once."""
        keys = [tuple(words) for words in sentences]
        known = {key: self._kept[key] for key in keys if key in self._kept}
        new = list(dict.fromkeys(key for key in keys if key not in known))
        known.update(zip(new, self._label(new) if new else (), strict=True))
        for key in keys:
            self._keep(key, known[key])
        return [known[key] for key in keys]

    def _keep(self, key: tuple[str, ...], found: Labels) -> None:
        if key not in self._kept:
            self._words += len(key)
        self._kept[key] = found
        self._kept.move_to_end(key)
        while self._words > self._most:
            self._words -= len(self._kept.popitem(last=False)[0])

    def forget(self) -> None:
        """Drops all that is kept: for measuring what reading costs."""
        self._kept.clear()
        self._words = 0
