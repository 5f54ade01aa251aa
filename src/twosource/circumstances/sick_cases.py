"""Cases that are sick people: "eleven cases have been confirmed by a laboratory", not "eleven cases of fraud"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.words import SENTENCE_ENDS
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_HEADS = frozenset({"case", "cases"})
_DISEASES = word_set("diseases")
_WOUNDS = word_set("words of wounds")
_ILLNESS = _DISEASES | word_set("words of illness")
_LAW = word_set("cases of the law")
_REACH = 40
"""Words around cases in which their kind is told: the longest sentences of agencies."""
_ONLY_POSSIBLE = frozenset({"possible", "potential"})
_UNPROVEN = frozenset({"investigation", "investigated", "observation", "negative"})
_AFTER = 8
"""Words after cases in which they are said to be under investigation."""
_AFTER_OF = 4
_DETERMINERS = word_set("determiners") | {"the"}


def sick_cases(words: Words, first: int, end: int, head: str | None) -> str | None:
    """Sick, where what is counted from word `first` up to `end` are cases of a disease; a part of cases is none."""
    part = words.lower[end - 2 : end - 1] and not _DETERMINERS.isdisjoint(words.lower[first + 1 : end])
    if (
        head not in _HEADS
        or part
        or not _ONLY_POSSIBLE.isdisjoint(words.lower[first:end])
        or _is_aside(words, first, end)
    ):
        return None
    return "sick" if are_sick(words, end - 1, end) else None


def _is_aside(words: Words, first: int, end: int) -> bool:
    """Whether they are an instance, or not yet found sick: "in two cases", "four cases under investigation"."""
    after = words.lower[end : end + _AFTER]
    return words.lower[max(0, first - 1)] == "in" or not _UNPROVEN.isdisjoint(after)


def are_sick(words: Words, at: int, end: int) -> bool:
    """Whether the cases at word `at` are of a disease, by what they are "of", else by their sentence."""
    lower = words.lower
    if lower[end : end + 1] == ["of"]:
        return not _DISEASES.isdisjoint(lower[end + 1 : end + 1 + _AFTER_OF])
    near = _sentence(lower, at)
    return _LAW.isdisjoint(near) and not _ILLNESS.isdisjoint(near)


def is_of_disease(words: Words, at: int) -> bool:
    """Whether the sentence at word `at` speaks of a disease and of no wounds: "90 are in hospital with cholera"."""
    near = _sentence(words.lower, at)
    return not _DISEASES.isdisjoint(near) and _WOUNDS.isdisjoint(near)


def _sentence(lower: list[str], at: int) -> list[str]:
    """The words of the sentence at word `at`."""
    start = next((i + 1 for i in range(at - 1, max(-1, at - _REACH), -1) if lower[i] in SENTENCE_ENDS), at - _REACH)
    stop = next((i for i in range(at, min(len(lower), at + _REACH)) if lower[i] in SENTENCE_ENDS), at + _REACH)
    return lower[max(0, start) : stop]
