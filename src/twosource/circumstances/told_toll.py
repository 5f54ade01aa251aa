"""Numbers told to be those of the dead, the hurt or a toll: "the dead now number 64", "Dead: 14", "the toll is 34"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.set_phrases import BREAKS
from twosource.vocab.counts import toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_REACH = 14
"""Words before a number in which a toll is spoken of: "the number of those hurt in the blast has been corrected to"."""
_REACH_OF_THOSE = 8
_BEFORE_FIGURE = word_set("before the figure of a toll")
_ADVERBS = word_set("between a toll and its number")
_NUMBERING = word_set("between those harmed and their number")
_COUNTS = frozenset({"number", "deaths", "count", "tally"})
_HELD = {"held": "arrested", "custody": "arrested", "detention": "arrested"}
"""After "the number of those", where nothing else can be held: "bringing to eight the number of people held"."""
_THAT_OF = ["that", "of"]
"""Before those of a second number: "put the number of dead at 71 and that of injured at 460"."""
_TOLLS = _COUNTS | {"toll", "total"}
_ANIMALS = word_set("animals")
_PARTS = frozenset({"among", "of", "with", "for"})
"""Before "the dead": what follows is a part of them, or is told of something else."""


def told_toll(words: Words, first: int) -> str | None:
    """The role of the number at word `first`, hedges included, from a toll or those harmed that it is said of."""
    return _of_list(words, first) or _of_those(words, first) or _of_toll(words, first)


def told_with_number(words: Words, first: int) -> str | None:
    """From the toll named after the number: "it brings to 31 the number of soldiers killed"."""
    lower = words.lower
    if first < 1 or lower[first - 1] != "to" or "the" not in lower[first + 1 : first + 4]:
        return None
    the = lower.index("the", first + 1)
    after = lower[the + 1 : the + 1 + _REACH_OF_THOSE]
    after = after[: next((n for n, word in enumerate(after) if word in BREAKS), len(after))]
    if _TOLLS.isdisjoint(after[:2]):
        return None
    told = (toll_words("done").get(word) or toll_words("noun").get(word) or _HELD.get(word) for word in after)
    return "killed" if "toll" in after[:2] else next((role for role in told if role), None)


def _of_list(words: Words, first: int) -> str | None:
    """From what stands before a colon where a line or a sentence begins: "Dead: 14. Injured: 60"."""
    lower = words.lower
    if first < 2 or lower[first - 1] != ":" or (first > 2 and lower[first - 3][0].isalnum()):
        return None
    return toll_words("done").get(lower[first - 2]) or toll_words("noun").get(lower[first - 2])


def _of_those(words: Words, first: int) -> str | None:
    """From those whose number it is: "the dead now number 64", "the missing are thought to be six"."""
    lower, at = words.lower, first - 1
    while at > max(1, first - _REACH_OF_THOSE) and lower[at] in _NUMBERING:
        at -= 1
    if at == first - 1 or at < 1 or lower[at - 1] not in ("the", "those") or lower[max(0, at - 2)] in _PARTS:
        return None
    return toll_words("done").get(lower[at]) or toll_words("noun").get(lower[at])


def _of_toll(words: Words, first: int) -> str | None:
    """From a toll that rises, stands or is put at the number."""
    lower = words.lower
    before = first - 1 - (first > 1 and lower[first - 1] in _ADVERBS)
    if lower[before] not in _BEFORE_FIGURE:
        return None
    near = lower[_clause_start(words, first) : first]
    if not _ANIMALS.isdisjoint(near):
        return None
    if "toll" in near:
        return "killed" if "injur" not in " ".join(near) else "injured"
    counted = max((n for n, word in enumerate(near) if word in _COUNTS or near[n : n + 2] == _THAT_OF), default=None)
    if counted is not None:
        near = near[_second(near, counted) :]
        told = [toll_words("done").get(w) or toll_words("noun").get(w) for w in near]
        return "killed" if "killed" in told else next((role for role in told if role), None)
    return None


def _second(near: list[str], counted: int) -> int:
    """Where the part begins that tells of the number: of "deaths at 12 and injuries at" the second."""
    last = max((n for n, word in enumerate(near) if word == "and"), default=0)
    own = (toll_words("noun").get(word) or toll_words("done").get(word) for word in near[last:])
    return last if last > counted and any(own) else max(0, counted - 2)


def _clause_start(words: Words, first: int) -> int:
    start = first
    while start > max(0, first - _REACH) and words.lower[start - 1] not in BREAKS:
        start -= 1
    return start
