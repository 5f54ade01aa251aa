"""What a time expression is read against: the day of publication, the day last spoken of, the lean of its clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.periods import Period
from twosource.circumstances.time_leans import Leans
from twosource.circumstances.time_spoken import JUST_BEFORE, Spoken, Told
from twosource.circumstances.time_verbs import UNTOLD, Governed, Verbs
from twosource.circumstances.words import CLAUSE_ENDS
from twosource.vocab.times import leaning_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.words import Words
    from twosource.model import TimexMod, TimexType

_BACK, _AHEAD = 24, 10
"""How many words before and after a month are asked whether it is that of every year."""
_STAMPS = frozenset({"update", "updated", "posted", "published", "modified", "edited", "corrected", "filed"})
"""Words before the clock time at which a report was brought out."""
_BY_THEN = frozenset({"by", "that"})
_THIS_YEAR = frozenset({"this", "next", "coming", "last", "will"})
_DAY = 10
"""Characters of the value of a day, 2019-05-16."""
_GO_ON = (["to"], ["through"], ["and"], ["or"], ["until"], ["-"], ["–"], [","], [",", "and"], ["and", "on"])


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
    verbs: Verbs | None = None
    spoken_at: int = 0
    spoken_day: date | None = None
    counted_from: date | None = None
    told: Told = field(default_factory=Told)

    def speak(self, period: Period, first: int, end: int, mod: str | None) -> None:
        """Takes `period`, of the words `first` to `end`, for what was spoken of last."""
        one = period.first is not None and period.first == period.last
        self.told.add(period, end, mod, of_telling=one and self._is_of_telling(first, end))
        self.spoken, self.spoken_at = period, end
        if one and period.first != self.spoken_day and self.counted_from is None:
            self.spoken_day = period.first

    def _is_of_telling(self, first: int, end: int) -> bool:
        """Whether words `first` to `end` say when something was said: "the ministry said on Wednesday"."""
        verb = self._verb(first, end)
        return verb.lean < 0 and verb.lemma in word_set("verbs of telling")

    def near(self, first: int) -> Spoken | None:
        """What a time of day at word `first` belongs to, None where nothing near tells."""
        near = self.told.near(first, self.today)
        stamped = _STAMPS & {*self.words.lower[max(0, first - 2) : first]}
        return None if near is None or stamped or first - near.end > JUST_BEFORE else near

    def day_near(self, first: int, end: int) -> date | None:
        """The day of a time of day that names none: the one just spoken of, else the day of publication."""
        near = self.near(first)
        day = near.day if near is not None else None
        if near is None or day is None:
            return self.today
        lean = self._verb(first, end).lean
        past_it = self.today is not None and ((lean < 0 and day > self.today) or (lean > 0 and day < self.today))
        if past_it:
            return self.today
        self.told.goes_on(near, end)
        return day

    def spoken_before(self, first: int) -> Period | None:
        """The period spoken of last before the sentence of word `first`; the last one where it is all there is."""
        at = first
        while at > 0 and self.words.lower[at - 1] not in CLAUSE_ENDS:
            at -= 1
        return self.told.before(at)

    def goes_on_ahead(self, first: int) -> bool:
        """Whether words from `first` on go on from a day ahead: "a curfew from Friday to | Sunday", "Friday and |"."""
        spoken = self.spoken
        if spoken is None or spoken.first is None or self.today is None or spoken.first <= self.today:
            return False
        return len(spoken.value) >= _DAY and self.words.lower[self.spoken_at : first] in _GO_ON

    def year_in_hand(self, first: int) -> int | None:
        """The year just told that "by Christmas" belongs to: "he heard it in 1996, and by Christmas"; else None."""
        year, lower = self.spoken, self.words.lower
        if year is None or year.first is None or year.last is None or not first or lower[first - 1] not in _BY_THEN:
            return None
        whole = (year.last - year.first).days in (364, 365) and year.first.month == 1
        gone = self.today is None or year.last < self.today
        return year.first.year if whole and gone and not CLAUSE_ENDS & {*lower[self.spoken_at : first]} else None

    def is_past(self, first: int, end: int) -> bool:
        """Whether the verb over words `first` to `end` is one of the past."""
        return self._verb(first, end).lean < 0

    def is_sure(self, first: int, end: int) -> bool:
        """Whether the verb itself puts words `first` to `end` ahead: "will vote in March", said in April."""
        return self._verb(first, end).sure

    def is_name(self, first: int, end: int) -> bool:
        """Whether words `first` to `end` name the thing right after them: "the afternoon hearing"."""
        verb = self._verb(first, end)
        return verb.names and self.words.lower[end] != "hours"

    def is_every_year(self, first: int, end: int) -> bool:
        """Whether words `first` to `end` are of what comes every year: "the rainy season runs from May to October"."""
        verb, lower = self._verb(first, end), self.words.lower
        if not (verb.present or verb.in_present) or verb.sure:
            return False
        near = lower[max(0, first - _BACK) : first]
        stop = next((i for i in range(len(near) - 1, -1, -1) if near[i] in CLAUSE_ENDS), -1)
        said = {*near[stop + 1 :], *lower[end : end + _AHEAD]}
        return not _THIS_YEAR & said and bool((leaning_words("yearly").keys() | leaning_words("usual").keys()) & said)

    def is_usual(self, first: int, end: int) -> bool:
        """Whether a present tense tells of what is so at all times: "she works in the morning"."""
        return self._verb(first, end).present

    def lean(self, first: int, end: int, present: int = 0, wanted: int = 0, named: int = 0, foretold: int = 0) -> int:
        """-1 where what is told of words `first` to `end` is past, 1 where it is to come, else 0.

        `present` is what a present tense leans to that may mean either ("they owe an answer on Monday"), `wanted` what
        is called for ("called for an election in spring"), `named` the thing right after it ("the November election"),
        `foretold` what is of a thing announced, warned of or cancelled ("warned of rain on Friday").
        """
        verb = self._verb(first, end)
        return (
            self._leans.starts(first)
            or self._leans.put_off(first, end)
            or self._leans.beside(first, end, verb)
            or self._leans.asked(first)
            or (wanted if verb.wanted else 0)
            or (foretold if verb.foretold else 0)
            or verb.lean
            or (present if verb.present else 0)
            or (named if verb.names else 0)
            or self._leans.back(first)
            or self._leans.ahead(end)
        )

    @property
    def _leans(self) -> Leans:
        return Leans(self.words.lower)

    def happened(self, first: int) -> bool:
        """Whether a verb of the past stands right before words from `first` on ("began on 12 June"), but for "said"."""
        return self._leans.happened(first)

    def _verb(self, first: int, end: int) -> Governed:
        """What the verb over words `first` to `end` tells; nothing without an analysis."""
        if self.verbs is None or end <= first:
            return UNTOLD
        return self.verbs.over(self.words.starts[first], self.words.ends[end - 1])
