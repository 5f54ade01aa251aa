"""What a time expression is read against: the day of publication, the day last spoken of, the lean of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.circumstances.periods import Period
from twosource.vocab.times import leaning_words

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.words import Words
    from twosource.model import TimexMod, TimexType

_BACK, _AHEAD = 24, 10
"""How many words of the clause before and after an expression are asked for their lean."""
_CLAUSE_ENDS = frozenset({".", "!", "?", ";", "\n"})


@dataclass(frozen=True, slots=True)
class Value:
    """The meaning of an expression: `basis` says what it rests on (text, published, context; empty: unresolved)."""

    type: TimexType
    period: Period
    mod: TimexMod | None = None
    basis: str = ""


@dataclass(slots=True)
class Scene:
    """`today` is the day of publication, `spoken` the period last resolved in the text, `quarter` the last quarter."""

    words: Words
    today: date | None
    spoken: Period | None = None
    quarter: Period | None = None

    def lean(self, first: int, end: int) -> int:
        """-1 where the clause around words `first` to `end` speaks of the past, 1 of the future, else 0."""
        behind = self._lean_back(first)
        return behind or self._lean_ahead(end)

    def _lean_back(self, first: int) -> int:
        lower, table = self.words.lower, leaning_words()
        for i in range(first - 1, max(-1, first - _BACK), -1):
            if lower[i] in _CLAUSE_ENDS:
                break
            found = table.get(lower[i], 0) or (-1 if _is_past(lower, i) else 0)
            if found:
                return found
        return 0

    def _lean_ahead(self, end: int) -> int:
        lower, table = self.words.lower, leaning_words()
        for i in range(end, min(len(lower), end + _AHEAD)):
            if lower[i] in _CLAUSE_ENDS:
                break
            found = table.get(lower[i], 0) or (-1 if _is_past(lower, i) else 0)
            if found:
                return found
        return 0


def _is_past(lower: list[str], i: int) -> bool:
    """Whether word `i` looks like a past tense ("reported"), not like a passive to come ("to be released")."""
    return len(lower[i]) > 4 and lower[i].endswith("ed") and (i == 0 or lower[i - 1] not in ("be", "get", "being"))
