"""How much each mark tells in this record: a word that all assertions hold tells nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from twosource.findings.assertions import Assertion, is_name
from twosource.vocab.concepts import share_of

NAME = 0.6
"""Weight of a name beside a rare word: who takes part says less of what happened than what they did."""


SMALL = 0.4
"""Weight of a number below ten: many things are two or three."""


class Weights:
    """The weight of every mark of a record's assertions."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        held: Counter[str] = Counter()
        for assertion in assertions:
            held.update(assertion.marks)
        total = len(assertions)
        self._weight = {mark: _rarity(n, total) * _background(mark) for mark, n in held.items()}
        self.rare = {mark: n for mark, n in held.items() if n > 1}
        """Marks that more than one assertion holds, and how many do."""

        self._of: dict[frozenset[str], float] = {}

    def of(self, assertion: Assertion) -> float:
        """How much an assertion tells: the weight of its marks."""
        known = self._of.get(assertion.marks)
        if known is None:
            known = self._of[assertion.marks] = self.sum(assertion.marks)
        return known

    def plain(self, marks: frozenset[str]) -> float:
        """The weight of `marks` in any record: what all reports of a story say tells of it, too."""
        return math.fsum(map(_background, marks))

    def sum(self, marks: frozenset[str]) -> float:
        """The weight of `marks` together, the same in any order: `fsum` loses nothing."""
        return math.fsum(map(self._weight.__getitem__, marks))


def _rarity(held: int, total: int) -> float:
    """Falls from about 4 in a record of a hundred assertions, for a mark that two hold, to 0 for one that all hold."""
    return math.log((total + 2) / (held + 1))


def _background(mark: str) -> float:
    """1 for a rare word, less for names and for words that many texts hold whatever they are about."""
    if is_name(mark):
        return NAME
    if mark.startswith("#"):
        return SMALL if len(mark) == len("#1") else 1.0
    share = share_of(mark)
    return 1.0 if share == 0.0 else min(1.0, -math.log(share) / 5)
