"""Those evacuated for a time from where they do not live: pupils from a school, shoppers from a mall, no villagers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.set_phrases import BREAKS
from twosource.vocab.counts import person_nouns
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.figures import Figure
    from twosource.circumstances.sharing import Count
    from twosource.circumstances.words import Words

_FOR_A_TIME = word_set("leave for a time") | word_set("flown out of danger")
_AT_HOME = word_set("those who live where they are moved from")
_PLACES, _HOMES = word_set("places-left"), word_set("homes")
_REHEARSALS, _NEAR = word_set("rehearsals"), 12
_PERSONS = frozenset(person_nouns()) | _FOR_A_TIME | _AT_HOME
_THINGS = frozenset(f"{word.removesuffix('s')}s" for word in _PLACES | _HOMES | word_set("what carries people"))
_OF_THEM = (["of", "them"], ["of", "which"])
_BACK = 40
"""Words before "one of them" in which those are named whom it is one of."""
_FROM = frozenset({"from", "off", "of", "inside"})
_FLED = frozenset({"fled", "fleeing"})
_BEFORE, _AFTER = 4, 14
"""Words before and after a count within which the evacuation is told."""
_WITHIN = 5
"""Words from "from" to the place: "from the upper floors of the | hotel"."""


def with_evacuated(words: Words, counts: list[Count]) -> list[Count]:
    """The counts, those displaced by an evacuation with the role evacuated where it is not from their homes."""
    return [(f, what, _role(words, (f, what, role)) if role == "displaced" else role) for f, what, role in counts]


def _role(words: Words, count: Count) -> str | None:
    """Evacuated where they only left for a time, and nothing where it was rehearsed or is told of a place."""
    if _is_place(words, count[0]):
        return None
    if not _only_left(words, count):
        return count[2]
    start = count[0].first
    return None if not _REHEARSALS.isdisjoint(words.lower[max(0, start - _NEAR) : start + _NEAR]) else "evacuated"


def _is_place(words: Words, f: Figure) -> bool:
    """Whether it is one of the places named before: "three platforms were hit, and one of them was evacuated"."""
    if words.lower[f.end : f.end + 2] not in _OF_THEM:
        return False
    before = reversed(words.lower[max(0, f.first - _BACK) : f.first])
    return next((word in _THINGS for word in before if word in _THINGS or word in _PERSONS), False)


def _only_left(words: Words, count: Count) -> bool:
    f, what, _ = count
    end, head = (what.end, what.head) if what is not None else (f.end, None)
    near = [*words.lower[max(0, f.first - _BEFORE) : f.first], *_clause(words, end)]
    if head in _AT_HOME or not _HOMES.isdisjoint(near):
        return False
    if not any(word.startswith("evacuat") for word in near):
        return _from_a_place(near, _FLED)
    return head in _FOR_A_TIME or _from_a_place(near)


def _clause(words: Words, end: int) -> list[str]:
    """The words from word `end` on to the end of their clause."""
    after = words.lower[end : end + _AFTER]
    return after[: next((n for n, word in enumerate(after) if word in BREAKS), len(after))]


def _from_a_place(near: list[str], leads: frozenset[str] = _FROM) -> bool:
    """Whether they left a place where people only are for a time: "from the mall"."""
    starts = (n for n, word in enumerate(near) if word in leads)
    return any(not _PLACES.isdisjoint(near[n + 1 : n + 1 + _WITHIN]) for n in starts)
