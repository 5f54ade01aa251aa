"""Numbers that are told of far before: "the number of those | who lost their lives on Monday | rose to 7"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.sick_cases import are_sick
from twosource.circumstances.told_after import role_after
from twosource.circumstances.words import SENTENCE_ENDS
from twosource.vocab.counts import person_nouns
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_REACH = 32
"""Words from a number back to "the number of": a clause on what befell them and one on where stand between."""
_NEAREST = 3
_REACH_OF_NOUN = 4
"""Words after "number of" among which those are that are counted: "the number of foreign aid workers who"."""
_COUNTS = frozenset({"number", "count", "tally", "total"})
_BEFORE_FIGURE = word_set("before the figure of a toll")
_ADVERBS = word_set("between a toll and its number")
_CROWDS = frozenset({"turnout", "turnouts", "crowd", "crowds", "attendance"})
_PUT_REACH = 8
_PUTS = word_set("puts a number")
_BALLOTS = frozenset(
    {"vote", "votes", "voter", "voters", "election", "elections", "poll", "polls", "ballot", "ballots"}
)
_CASES = frozenset({"case", "cases"})


def number_of(words: Words, first: int) -> str | None:
    """The role of the number at word `first`, hedges included, from those whose number it is said to be."""
    return _of_crowd(words, first) or _of_those(words, first)


def _of_crowd(words: Words, first: int) -> str | None:
    """Those who took part, where a crowd or a turnout is put at the number: no turnout of voters."""
    before = words.lower[max(0, first - _PUT_REACH) : first]
    if before[-1:] != ["at"] or _PUTS.isdisjoint(before) or _CROWDS.isdisjoint(before):
        return None
    near = words.lower[max(0, first - _REACH) : first + _REACH]
    return "participants" if _BALLOTS.isdisjoint(near) else None


def _of_those(words: Words, first: int) -> str | None:
    """From what is said of those whose number rises to the one at word `first`."""
    lower = words.lower
    at = first - 1 - (first > 1 and lower[first - 1] in _ADVERBS)
    if at < _NEAREST or lower[at] not in _BEFORE_FIGURE:
        return None
    for i in range(at - 1, max(0, at - _REACH), -1):
        if lower[i] in SENTENCE_ENDS:
            return None
        if lower[i] in _COUNTS and lower[i + 1] == "of":
            return _told_of(words, i + 2, at)
    return None


def _told_of(words: Words, start: int, end: int) -> str | None:
    """What is said before word `end` of those named from word `start` on."""
    for i in range(start, min(start + _REACH_OF_NOUN, end)):
        if words.lower[i] in _CASES:
            return "sick" if are_sick(words, i, i + 1) else None
        if person_nouns().get(words.lower[i]) is False or words.lower[i] == "those":
            return role_after(words, i + 1, words.lower[i])
    return None
