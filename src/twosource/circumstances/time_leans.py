"""The words around a time that tell whether what is told of it is past or to come, beside those of its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.words import CLAUSE_ENDS
from twosource.vocab.times import leaning_words

if TYPE_CHECKING:
    from twosource.circumstances.time_verbs import Governed

_BACK, _AHEAD = 24, 10
"""How many words of the clause before and after an expression are asked for their lean."""
_ARTICLES = frozenset({"the", "a", "its", "their"})
_FAR = 5
"""Words back from an expression to "starting": "starting at midnight on | Friday" has four."""
_POSSESSIVES = frozenset({"'s", "’s"})
_SAID = frozenset({"said", "says", "told", "announced", "reported", "scheduled", "expected", "planned", "delayed"})
"""Verbs whose day may as well lie ahead: "announced on 3 May", "planned on 3 May"."""
_NAMED_DAYS = frozenset({"day", "holiday", "mourning", "deadline", "date"})
_RUN_UP = (["ahead", "of"], ["up", "to"], ["eve", "of"])
_PREPARED = 4
"""Words back from an expression to the verb of "gear up for | Sunday's"."""
_LINKS = frozenset({"for", "the", "this"})
_AT = frozenset({"on", "at", "from", "as", "of", "midnight", "noon", "dawn"})
_AS_EARLY = (["as", "early", "as"], ["as", "soon", "as"])
_WITH_CLOCK = _AT | {"a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "early", "late", "the", "end"}
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})


class Leans(NamedTuple):
    """The words of an article in lower case, asked for what they tell of a time: -1 past, 1 to come, 0 nothing."""

    lower: list[str]

    def beside(self, first: int, end: int, verb: Governed) -> int:
        """What the words right beside a time tell: "until", "for", "from", "Friday's attack", "declared Friday a"."""
        lower = self.lower
        before = lower[first - 1] if first else ""
        if lower[end] in _POSSESSIVES:
            return -1 if any(w in leaning_words("owned") for w in self._phrase(end + 1)) else self._prepared_for(first)
        bound = self._bound_before(first)
        if beside := leaning_words("before").get(bound, 0):
            return -1 if _has_ended(bound, verb) else beside
        if verb.lean >= 0 and lower[max(0, first - 3) : first] in _AS_EARLY:
            return 1  # "could resume as early as Monday"
        if before == "before" and verb.present:
            return 1  # "whether it can be raised before Tuesday"
        figures = leaning_words("figures").keys() & {*lower[max(0, first - 4) : first - 1]}
        if (before == "for" and not figures) or self._ahead_of(first):
            return 1
        if (before == "from" and verb.lasting and verb.lemma in leaning_words("fixing") and not verb.denied) or (
            before == "to" and verb.lemma in leaning_words("moving")
        ):
            return 1  # "banned marches from Wednesday", "adjourned the case to Wednesday"
        named = before in leaning_words("named") and lower[end] in ("a", "an", "as", "to")
        return int(named and bool(_NAMED_DAYS & {*self._phrase(end + 1)}))

    def _prepared_for(self, first: int) -> int:
        """1 for "are preparing for Sunday's runoff", "a candidate in Sunday's election" says nothing."""
        words = self.lower[max(0, first - _PREPARED) : first]
        return int(words[-1:] == ["for"] and any(word in leaning_words("preparing") for word in words))

    def _bound_before(self, first: int) -> str:
        """The word before an expression, before the clock time that stands with it: "until noon on | Saturday"."""
        lower, at = self.lower, first - 1
        while at > 0 and first - at < _FAR and (lower[at] in _WITH_CLOCK or lower[at][0].isdecimal()):
            at -= 1
        return lower[at] if at >= 0 and lower[at] in leaning_words("before") else lower[first - 1] if first else ""

    def _ahead_of(self, first: int) -> bool:
        """Whether "ahead of" leads up to word `first`: "ahead of an expected vote on Friday"."""
        words = self.lower[max(0, first - _AHEAD) : first]
        at = next((i for i in range(len(words) - 1, 0, -1) if not words[i][0].isalpha()), -1)
        return any(words[i : i + 2] in _RUN_UP for i in range(at + 1, len(words) - 1))

    def _phrase(self, first: int) -> list[str]:
        """The few words from word `first` on that no mark ends."""
        words = self.lower[first : first + _FAR]
        return words[: next((i for i, word in enumerate(words) if not word[0].isalnum()), _FAR)]

    def starts(self, first: int) -> int:
        """1 for "a truce starting on Friday", "effective from 3 May": what is said to start has not yet."""
        at = first - 1
        while at > 0 and first - at < _FAR and self.lower[at] in _AT:
            at -= 1
        noun = at > 0 and self.lower[at - 1] in _ARTICLES  # "the beginning on Monday"
        return leaning_words("starting").get(self.lower[at], 0) if at >= 0 and not noun else 0

    def happened(self, first: int) -> bool:
        """Whether a verb of the past stands right before words from `first` on ("began on 12 June"), but for "said"."""
        at = first - 2 if first > 1 and self.lower[first - 1] in ("on", "in") else first - 1
        word = self.lower[at] if at >= 0 else ""
        return word not in _SAID and (leaning_words("clause").get(word, 0) < 0 or (at > 0 and _is_past(self.lower, at)))

    def put_off(self, first: int, end: int) -> int:
        """1 for "called off Saturday's race", "Saturday's race has been called off" and "is pencilled in for 3 May"."""
        lower, table = self.lower, leaning_words("putting off")
        owned = lower[end] in _POSSESSIVES
        before = lower[max(0, first - 3) : first]
        if before and before[-1] in _LINKS:
            owned = owned or before[-1] == "for"
            before.pop()
        if before and owned and any(word in table for word in before[-2:]):
            return 1
        after = lower[end : end + _AHEAD] if owned else []
        told = after.index("been") if "been" in after else len(after)
        return int(any(word in table for word in after[told + 1 : told + 3]) and not CLAUSE_ENDS & {*after[:told]})

    def asked(self, first: int) -> int:
        """1 where somebody is asked to something on a day: "invited them to a meeting on Monday"."""
        return int(self.back(first, asked_only=True) > 0)

    def back(self, first: int, asked_only: bool = False) -> int:
        """What the words of the clause before word `first` tell; with `asked_only` only that somebody is asked to."""
        lower, asked = self.lower, False
        asking = leaning_words("asking")
        for i in range(first - 1, max(-1, first - _BACK), -1):
            word = lower[i]
            if word in CLAUSE_ENDS:
                break
            if word == "to":
                asked = True
                if i and lower[i - 1] in _IS and not asked_only:  # "are to meet on Monday"
                    return 1
            if asked and (word in asking or f"{word} {lower[i + 1]}" in asking):
                return 1
            if found := self._leaning(i):
                return 0 if asked_only else found
        return 0

    def ahead(self, end: int) -> int:
        """What the words of the clause from word `end` on tell."""
        lower = self.lower
        for i in range(end, min(len(lower), end + _AHEAD)):
            if lower[i] in CLAUSE_ENDS:
                break
            if found := self._leaning(i):
                return found
        return 0

    def _leaning(self, i: int) -> int:
        lower = self.lower
        return leaning_words("clause").get(lower[i], 0) or (-1 if _is_past(lower, i) else 0)


def _has_ended(before: str, verb: Governed) -> bool:
    """Whether "until March" is over: "served until March", "did not open until March"; not "put off until March"."""
    if verb.lean >= 0 or verb.perfect or verb.lemma in leaning_words("fixing"):
        return verb.lean < 0 and verb.denied
    return before == "by" or verb.lasting or verb.denied


def _is_past(lower: list[str], i: int) -> bool:
    """Whether word `i` looks like a past tense ("reported"), not like a passive to come ("to be released")."""
    return len(lower[i]) > 4 and lower[i].endswith("ed") and (i == 0 or lower[i - 1] not in ("be", "get", "being"))
