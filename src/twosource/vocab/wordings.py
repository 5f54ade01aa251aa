"""Set phrases of the tables: words in order, a choice of words in each place, gaps between them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from twosource.vocab.word_sets import word_set

LONGEST_GAP = 3
"""Words that a gap may hold: "suffered non-life-threatening injuries" has more, its dashes counted."""
LONGEST_PHRASE = 5
"""Words that a gap may hold within a noun phrase: "out of the smoke-filled | flats" has four."""


class Gap(NamedTuple):
    """How many words may stand before the next one, and whether they must be of its own noun phrase."""

    least: int
    most: int
    nominal: bool


NO_GAP = Gap(0, 0, nominal=False)
_GAPS = {
    "*": Gap(0, LONGEST_GAP, nominal=False),
    "~": Gap(0, LONGEST_PHRASE, nominal=True),
    "+": Gap(1, LONGEST_PHRASE, nominal=True),
}


class Place(NamedTuple):
    """One place of a phrase: the words that may fill it, after a gap."""

    words: frozenset[str]
    gap: Gap


Wording = tuple[Place, ...]
"""A phrase by its places."""


@cache
def wording(cell: str) -> Wording:
    """The places of a phrase as a table writes it: `a/b` is either word, `@shelters` any of the set "shelters".

    `*` stands for up to three words, `~` for up to five of one noun phrase, `+` for one to five of it.
    """
    places, gap = [], NO_GAP
    for part in cell.split(" "):
        if part in _GAPS:
            gap = _GAPS[part]
            continue
        choices = [word_set(c[1:]) if c.startswith("@") else frozenset((c,)) for c in part.split("/")]
        places.append(Place(frozenset().union(*choices), gap))
        gap = NO_GAP
    return tuple(places)
