"""How much two sentences are about the same thing, by the vectors that the language model gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.findings.assertions import Assertion

MOST_COMPARED = 4000
"""Sentences of a record that are all compared (0.4 s); of a larger record none are, so that time stays linear."""
LEAST = 0.5
"""Cosine from which two sentences are worth comparing for what they mean."""
DIGITS = 4
"""Of a cosine: the last ones of single precision depend on the machine."""
PARTNERS = 12
"""Sentences that one is paired with at most, those nearest to it: of two thousand copies all are equally near."""

Floats = NDArray[np.float32]


class Meanings:
    """The vectors of a record's sentences: how alike two are, and which of two articles stand nearest to each other."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        order = {article: n for n, article in enumerate(dict.fromkeys(a.article for a in assertions))}
        by_article = sorted(assertions, key=lambda a: order[a.article])
        held = {(a.article, a.sentence): a.vector for a in by_article if a.vector}
        if len({len(v) for v in held.values()}) > 1 or len(held) > MOST_COMPARED:
            held = {}
        self._row = {sentence: row for row, sentence in enumerate(held)}
        numbers = np.frombuffer(b"".join(held.values()), "<f2").astype("f4")
        vectors: Floats = numbers.reshape(len(held), -1 if held else 1)
        self._cosine: Floats = np.round(vectors @ vectors.T, DIGITS)
        self._nearest = self._mutual([article for article, _ in held])

    def _mutual(self, article: Sequence[str]) -> NDArray[np.bool_]:
        """For each two sentences of different articles whether neither article has one nearer to the other.

        `article` is that of each row; those of one article follow each other.
        """
        first = [row for row, own in enumerate(article) if row == 0 or article[row - 1] != own]
        if not first:
            return np.zeros((0, 0), bool)
        sizes = np.diff([*first, len(article)])
        best = np.repeat(np.maximum.reduceat(self._cosine, first, axis=1), sizes, axis=1)
        for start, size in zip(first, sizes, strict=True):
            own = slice(start, start + size)
            best[own, own] = 2.0  # nothing is as near as that: sentences of one article are not compared
        found: NDArray[np.bool_] = (self._cosine >= best) & (self._cosine >= best.T)
        return found

    def likeness(self, one: Assertion, two: Assertion) -> float:
        """The cosine of the two sentences, 0 where one has no vector; 0.2 is usual in one story."""
        i, j = self._row.get((one.article, one.sentence)), self._row.get((two.article, two.sentence))
        return 0.0 if i is None or j is None else float(self._cosine[i, j])

    def nearest(self, one: Assertion, two: Assertion) -> bool:
        """Whether neither article has a sentence that is nearer to the other's."""
        i, j = self._row.get((one.article, one.sentence)), self._row.get((two.article, two.sentence))
        return i is not None and j is not None and bool(self._nearest[i, j])

    def pairs(self, assertions: Sequence[Assertion]) -> Iterator[tuple[int, int]]:
        """The assertions, by index, of sentences of different articles that stand nearest to each other; some twice."""
        of: dict[int, list[int]] = defaultdict(list)
        for n, assertion in enumerate(assertions):
            if (row := self._row.get((assertion.article, assertion.sentence))) is not None:
                of[row].append(n)
        for i, j in self._closest():
            yield from ((min(a, b), max(a, b)) for a in of[i] for b in of[j])

    def _closest(self) -> Iterator[tuple[int, int]]:
        """Rows of sentences that stand nearest to each other, of each row the few most alike."""
        alike = np.where(self._nearest & (self._cosine >= LEAST), self._cosine, 0.0)
        for i, row in enumerate(alike):
            partners = np.flatnonzero(row)
            best = partners[np.argsort(-row[partners], kind="stable")[:PARTNERS]]
            yield from ((i, int(j)) for j in best)
