"""Whether a set phrase of the tables stands at a word: "lost their lives", "spent the night in a sports hall"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.words import CLAUSE_ENDS
from twosource.vocab.counts import toll_phrases
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words
    from twosource.vocab.wordings import Gap, Place, Wording

BREAKS = CLAUSE_ENDS | {'"', "”", "“"}
"""Words that no phrase runs across."""
_ENDS = word_set("ends of a noun phrase")
_JOINS = frozenset({"-", "'s", "’s"})


def phrase_end(phrase: Wording, words: Words, i: int) -> int | None:
    """The word after a phrase that stands at word `i`, its gaps filled by as few words as can be; None if none does."""
    for place in phrase:
        found = _first(place, words, i)
        if found is None:
            return None
        i = found + 1
    return i


def _first(place: Place, words: Words, i: int) -> int | None:
    """The first word from word `i` on that fills a place and leaves its gap no more than it may hold."""
    lower, gap = words.lower, place.gap
    for j in range(i, min(i + gap.most + 1, len(lower))):
        if j - i >= gap.least and lower[j] in place.words:
            return j
        if _ends_gap(lower[j], gap):
            return None
    return None


def _ends_gap(word: str, gap: Gap) -> bool:
    return word in BREAKS or (gap.nominal and (word in _ENDS or not (word[0].isalnum() or word in _JOINS)))


def phrase_at(words: Words, i: int) -> str | None:
    """The role that a set phrase gives to those counted before it whose first word is word `i`; None if none does."""
    for phrase, role in toll_phrases().get(words.lower[i], ()):
        if phrase_end(phrase, words, i) is not None:
            return role
    return None
