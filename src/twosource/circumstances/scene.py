"""What a time expression is read against: the day of publication, the day last spoken of, the lean of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.periods import Period
from twosource.circumstances.time_verbs import UNTOLD, Governed, Verbs
from twosource.vocab.times import leaning_words

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.words import Words
    from twosource.model import TimexMod, TimexType

_BACK, _AHEAD = 24, 10
"""How many words of the clause before and after an expression are asked for their lean."""
_JUST_BEFORE = 60
"""How many words back a day may stand that a time of day without one belongs to: one or two sentences."""
_STAMPS = frozenset({"update", "updated", "posted", "published", "modified", "edited", "corrected", "filed"})
"""Words before the clock time at which a report was brought out."""
_ARTICLES = frozenset({"the", "a", "its", "their"})
_FAR = 5
"""Words back from an expression to "starting": "starting at midnight on | Friday" has four."""
_CLAUSE_ENDS = frozenset({".", "!", "?", ";", "\n"})
_POSSESSIVES = frozenset({"'s", "’s"})
_SAID = frozenset({"said", "says", "told", "announced", "reported", "scheduled", "expected", "planned", "delayed"})
"""Verbs whose day may as well lie ahead: "announced on 3 May", "planned on 3 May"."""
_NAMED_DAYS = frozenset({"day", "holiday", "mourning"})
_BY_THEN = frozenset({"by", "that"})
_THIS_YEAR = frozenset({"this", "next", "coming", "last", "will"})
_RUN_UP = (["ahead", "of"], ["up", "to"], ["eve", "of"])
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
    verbs: Verbs | None = None
    spoken_at: int = 0
    spoken_day: date | None = None
    counted_from: date | None = None

    def speak(self, period: Period, at: int) -> None:
        """Takes `period`, whose last word is before word `at`, for what was spoken of last."""
        self.spoken, self.spoken_at = period, at
        if period.first == period.last and period.first != self.spoken_day and self.counted_from is None:
            self.spoken_day = period.first

    def day_near(self, first: int, end: int) -> date | None:
        """The day of a time of day that names none: the one just spoken of, else the day of publication."""
        day = self.spoken.first if self.spoken and self.spoken.first == self.spoken.last else None
        stamped = _STAMPS & {*self.words.lower[max(0, first - 2) : first]}
        if day is None or stamped or first - self.spoken_at > _JUST_BEFORE:
            return self.today
        lean = self._verb(first, end).lean
        past_it = self.today is not None and ((lean < 0 and day > self.today) or (lean > 0 and day < self.today))
        return self.today if past_it else day

    def year_in_hand(self, first: int) -> int | None:
        """The year just told that "by Christmas" belongs to: "he heard it in 1996, and by Christmas"; else None."""
        year, lower = self.spoken, self.words.lower
        if year is None or year.first is None or year.last is None or not first or lower[first - 1] not in _BY_THEN:
            return None
        whole = (year.last - year.first).days in (364, 365) and year.first.month == 1
        gone = self.today is None or year.last < self.today
        return year.first.year if whole and gone and not _CLAUSE_ENDS & {*lower[self.spoken_at : first]} else None

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
        stop = next((i for i in range(len(near) - 1, -1, -1) if near[i] in _CLAUSE_ENDS), -1)
        said = {*near[stop + 1 :], *lower[end : end + _AHEAD]}
        return not _THIS_YEAR & said and bool((leaning_words("yearly").keys() | leaning_words("usual").keys()) & said)

    def is_usual(self, first: int, end: int) -> bool:
        """Whether a present tense tells of what is so at all times: "she works in the morning"."""
        return self._verb(first, end).present

    def lean(self, first: int, end: int, present: int = 0, wanted: int = 0, named: int = 0) -> int:
        """-1 where what is told of words `first` to `end` is past, 1 where it is to come, else 0.

        `present` is what a present tense leans to that may mean either ("they owe an answer on Monday"), `wanted` what
        is called for ("called for an election in spring"), `named` the thing right after it ("the November election").
        """
        verb = self._verb(first, end)
        return (
            self._starts(first)
            or self._put_off(first, end)
            or self._beside(first, end, verb)
            or self._asked(first)
            or (wanted if verb.wanted else 0)
            or verb.lean
            or (present if verb.present else 0)
            or (named if verb.names else 0)
            or self._lean_back(first)
            or self._lean_ahead(end)
        )

    def _verb(self, first: int, end: int) -> Governed:
        """What the verb over words `first` to `end` tells; nothing without an analysis."""
        if self.verbs is None or end <= first:
            return UNTOLD
        return self.verbs.over(self.words.starts[first], self.words.ends[end - 1])

    def _beside(self, first: int, end: int, verb: Governed) -> int:
        """What the words right beside a time tell: "until", "for", "from", "Friday's attack", "declared Friday a"."""
        lower = self.words.lower
        before = lower[first - 1] if first else ""
        if lower[end] in _POSSESSIVES:
            return -1 if any(w in leaning_words("owned") for w in self._phrase(end + 1)) else 0
        if beside := leaning_words("before").get(before, 0):
            return -1 if _has_ended(before, verb) else beside
        if before == "before" and verb.present:
            return 1  # "whether it can be raised before Tuesday"
        if before == "for" and not leaning_words("figures").keys() & {*lower[max(0, first - 4) : first - 1]}:
            return 1
        if self._ahead_of(first):
            return 1
        if before == "from" and verb.lasting and verb.lemma in leaning_words("fixing") and not verb.denied:
            return 1
        named = before in leaning_words("named") and lower[end] in ("a", "an", "as", "to")
        return int(named and bool(_NAMED_DAYS & {*self._phrase(end + 1)}))

    def _ahead_of(self, first: int) -> bool:
        """Whether "ahead of" leads up to word `first`: "ahead of an expected vote on Friday"."""
        words = self.words.lower[max(0, first - _AHEAD) : first]
        at = next((i for i in range(len(words) - 1, 0, -1) if not words[i][0].isalpha()), -1)
        return any(words[i : i + 2] in _RUN_UP for i in range(at + 1, len(words) - 1))

    def _phrase(self, first: int) -> list[str]:
        """The few words from word `first` on that no mark ends."""
        words = self.words.lower[first : first + _FAR]
        return words[: next((i for i, word in enumerate(words) if not word[0].isalnum()), _FAR)]

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

    def _asked(self, first: int) -> int:
        """1 where somebody is asked to something on a day: "invited them to a meeting on Monday"."""
        return int(self._lean_back(first, asked_only=True) > 0)

    def _lean_back(self, first: int, asked_only: bool = False) -> int:
        lower, asked = self.words.lower, False
        asking = leaning_words("asking")
        for i in range(first - 1, max(-1, first - _BACK), -1):
            word = lower[i]
            if word in _CLAUSE_ENDS:
                break
            if word == "to":
                asked = True
                if i and lower[i - 1] in _IS and not asked_only:  # "are to meet on Monday"
                    return 1
            if asked and word in asking:
                return asking[word]
            if found := self._leaning(i):
                return 0 if asked_only else found
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


def _has_ended(before: str, verb: Governed) -> bool:
    """Whether "until March" is over: "served until March", "did not open until March"; not "put off until March"."""
    if verb.lean >= 0 or verb.perfect or verb.lemma in leaning_words("fixing"):
        return verb.lean < 0 and verb.denied
    return before == "by" or verb.lasting or verb.denied


def _is_past(lower: list[str], i: int) -> bool:
    """Whether word `i` looks like a past tense ("reported"), not like a passive to come ("to be released")."""
    return len(lower[i]) > 4 and lower[i].endswith("ed") and (i == 0 or lower[i - 1] not in ("be", "get", "being"))
