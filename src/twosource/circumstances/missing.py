"""Those missing: of whom it can be said that they cannot be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.vocab.counts import person_nouns
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_SOUGHT = word_set("those whom police seek")
_AFTER_MISSING = word_set("after those missing") | {"\n"}


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
