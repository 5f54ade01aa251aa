"""Single persons of whom a toll speaks: "a 23-year-old man was shot", "killing himself"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import Counted
from twosource.circumstances.figures import Figure
from twosource.circumstances.tolls import toll_role
from twosource.vocab.counts import person_nouns
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_ARTICLES = frozenset({"a", "an", "another"})
_BACK = 8
_NOT_INSIDE = word_set("not in a phrase for one person")
_ROLES = frozenset({"killed", "injured", "harmed", "arrested"})


def single_person(words: Words, i: int, tags: dict[int, str]) -> tuple[Figure, Counted, str] | None:
    """The figure 1 for the person named by the noun at word `i`, if an article and a toll go with it."""
    if words.lower[i] in ("himself", "herself"):
        killed = i > 0 and words.lower[i - 1] in ("killed", "killing", "kills")
        return (_one(i, i + 1), Counted(i, i + 1, words.lower[i]), "killed") if killed else None
    start = _phrase_start(words, i)
    follows = words.lower[i + 1] if i + 1 < len(words.lower) else "\n"
    compound = i + 1 < len(words.starts) and tags.get(words.starts[i + 1]) == "NOUN"
    if start is None or compound or person_nouns().get(follows) is not None or follows in ("-", "’s", "'s"):
        return None
    role = toll_role(words, start, i + 1, words.lower[i])
    if role not in _ROLES:
        return None
    return _one(start, i + 1), Counted(start + 1, i + 1, words.lower[i]), role


def _one(first: int, end: int) -> Figure:
    return Figure(first, first, end, 1, 1)


def _phrase_start(words: Words, i: int) -> int | None:
    """The indefinite article that opens the phrase whose noun is word `i`; None if it has none."""
    for j in range(i - 1, max(-1, i - _BACK), -1):
        word = words.lower[j]
        if word in _ARTICLES:
            return j
        if word in _NOT_INSIDE or not (word[0].isalnum() or word == "-"):
            return None
    return None
