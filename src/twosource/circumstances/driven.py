"""Those missing, and those whom an evacuation moved: "31 people are missing", "taken to shelters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.vocab.counts import person_nouns, toll_phrases, toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words
    from twosource.vocab.counts import PhraseUse

_GAP = 4
"""Words from the first of a phrase to the one after its gap: "suffered non-life-threatening injuries" has more."""
_BREAKS = frozenset({".", "!", "?", ";", "\n", '"', "”", "“"})
_MOVED = word_set("those whom evacuations move")
_SOUGHT = word_set("those whom police seek")
_AFTER_MISSING = word_set("after those missing") | {"\n"}


def phrase_at(words: Words, i: int, use: PhraseUse) -> str | None:
    """The role that a set phrase of this use gives whose first word is word `i`; None where none stands there."""
    for phrase in toll_phrases(use).get(words.lower[i], ()):
        if _stands(phrase.words, words, i):
            return phrase.means
    return None


def _stands(phrase: tuple[str, ...], words: Words, i: int) -> bool:
    """Whether a phrase stands at word `i`; its `*` is filled by up to three words of one clause."""
    lower = words.lower
    if "*" not in phrase:
        return tuple(lower[i : i + len(phrase)]) == phrase
    gap = phrase.index("*")
    opening, closing = phrase[:gap], phrase[gap + 1]
    if tuple(lower[i : i + gap]) != opening:
        return False
    filled = lower[i + gap : i + gap + _GAP]
    return closing in filled and not _BREAKS.intersection(filled[: filled.index(closing)])


def moved_away(words: Words, i: int, head: str | None) -> str | None:
    """The role of those whom an evacuation moves at word `i`; pupils and patients are moved for other reasons."""
    return phrase_at(words, i, "moved") if head is None or head in _MOVED else None


def driven_out(words: Words, first: int, end: int) -> str | None:
    """The role of those whom somebody forces to go: "forcing 400 people to flee" counts them at `first`."""
    if first and end < len(words.lower) and words.lower[first - 1] in toll_words("driving"):
        return phrase_at(words, end, "driven")
    return None


def can_be_missing(words: Words, i: int, head: str | None) -> bool:
    """Whether word `i`, "missing" or the first of a phrase like it, is said of persons who cannot be found.

    Not of things, of a class that is missed ("missing school"), or of suspects who are sought.
    """
    persons = head is None or head in person_nouns() or head.endswith(("men", "women", "ers", "crew", "ists"))
    if not persons:
        return False
    if words.lower[i] != "missing":
        return words.lower[i] != "still" or head not in _SOUGHT
    follows = words.lower[i + 1] if i + 1 < len(words.lower) else "\n"
    return follows in _AFTER_MISSING or follows in person_nouns()
