"""What a time expression is read against: the day of publication, the day last spoken of, the lean of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.periods import Period
from twosource.vocab.times import leaning_words

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.words import Words
    from twosource.model import TimexMod, TimexType

_BACK, _AHEAD = 24, 10
"""How many words of the clause before and after an expression are asked for their lean."""
_ARTICLES = frozenset({"the", "a", "its", "their"})
_FAR = 5
"""Words back from an expression to "starting": "starting at midnight on | Friday" has four."""
_CLAUSE_ENDS = frozenset({".", "!", "?", ";", "\n"})
_POSSESSIVES = frozenset({"'s", "’s"})
_SAID = frozenset({"said", "says", "told", "announced", "reported", "scheduled", "expected", "planned", "delayed"})
"""Verbs whose day may as well lie ahead: "announced on 3 May", "planned on 3 May"."""
_LINKS = frozenset({"for", "the", "this"})
_AT = frozenset({"on", "at", "from", "as", "of", "midnight", "noon", "dawn"})
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})


class Value(NamedTuple):
    """The meaning of an expression: `basis` says what it rests on (text, published, context; empty: unresolved)."""

    type: TimexType
    period: Period
    mod: TimexMod | None = None
    basis: str = ""


@dataclass(slots=True)
class Scene:
    """`today` is the day of publication, `spoken` the period last resolved in the text, `quarter` the last quarter.

    `of_next_day`: the text shows that it was written on the day after (time_next_day.py).
    """

    words: Words
    today: date | None
    spoken: Period | None = None
    quarter: Period | None = None
    of_next_day: bool = False

    def lean(self, first: int, end: int) -> int:
        """-1 where the clause around words `first` to `end` speaks of the past, 1 of the future, else 0."""
        beside = leaning_words("before").get(self.words.lower[first - 1], 0) if first else 0
        return (
            beside
            or self._starts(first)
            or self._put_off(first, end)
            or self._lean_back(first)
            or self._lean_ahead(end)
        )

    def _starts(self, first: int) -> int:
        """1 for "a truce starting on Friday", "effective from 3 May": what is said to start has not yet."""
        at = first - 1
        while at > 0 and first - at < _FAR and self.words.lower[at] in _AT:
            at -= 1
        noun = at > 0 and self.words.lower[at - 1] in _ARTICLES  # "the beginning on Monday"
        return leaning_words("starting").get(self.words.lower[at], 0) if at >= 0 and not noun else 0

    def happened(self, first: int) -> bool:
        """Whether a verb of the past stands right before words from `first` on ("began on 12 June"), but for "said"."""
        at = first - 2 if first > 1 and self.words.lower[first - 1] in ("on", "in") else first - 1
        word = self.words.lower[at] if at >= 0 else ""
        return word not in _SAID and (
            leaning_words("clause").get(word, 0) < 0 or (at > 0 and _is_past(self.words.lower, at))
        )

    def _put_off(self, first: int, end: int) -> int:
        """1 for "called off Saturday's race", "Saturday's race has been called off" and "is pencilled in for 3 May"."""
        lower, table = self.words.lower, leaning_words("putting off")
        owned = lower[end] in _POSSESSIVES
        before = lower[max(0, first - 3) : first]
        if before and before[-1] in _LINKS:
            owned = owned or before[-1] == "for"
            before.pop()
        if before and owned and any(word in table for word in before[-2:]):
            return 1
        after = lower[end : end + _AHEAD] if owned else []
        told = after.index("been") if "been" in after else len(after)
        return int(any(word in table for word in after[told + 1 : told + 3]) and not _CLAUSE_ENDS & {*after[:told]})

    def _lean_back(self, first: int) -> int:
        lower, asked = self.words.lower, False
        asking = leaning_words("asking")
        for i in range(first - 1, max(-1, first - _BACK), -1):
            word = lower[i]
            if word in _CLAUSE_ENDS:
                break
            if word == "to":
                asked = True
                if i and lower[i - 1] in _IS:  # "are to meet on Monday"
                    return 1
            found = asking[word] if asked and word in asking else self._leaning(i)
            if found:
                return found
        return 0

    def _lean_ahead(self, end: int) -> int:
        lower = self.words.lower
        for i in range(end, min(len(lower), end + _AHEAD)):
            if lower[i] in _CLAUSE_ENDS:
                break
            if found := self._leaning(i):
                return found
        return 0

    def _leaning(self, i: int) -> int:
        lower = self.words.lower
        return leaning_words("clause").get(lower[i], 0) or (-1 if _is_past(lower, i) else 0)


def _is_past(lower: list[str], i: int) -> bool:
    """Whether word `i` looks like a past tense ("reported"), not like a passive to come ("to be released")."""
    return len(lower[i]) > 4 and lower[i].endswith("ed") and (i == 0 or lower[i - 1] not in ("be", "get", "being"))
