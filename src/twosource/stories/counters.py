"""Who counts: the officials, or somebody beside them (a charity, a union, a monitor), whose number is a second one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from twosource.vocab.word_sets import word_set

Counter = Literal["official", "authority", "independent", "medical", ""]

_REACH = 160
"""Characters before and after a number in which it is said who counts."""
_WHO: dict[str, Counter] = {
    **dict.fromkeys(word_set("medical counters"), "medical"),
    **dict.fromkeys(word_set("independent counters"), "independent"),
    **dict.fromkeys(word_set("authorities"), "authority"),
    **dict.fromkeys(word_set("official counters"), "official"),
}
_YIELDS: dict[Counter, frozenset[Counter]] = {
    "independent": frozenset({"official", "authority"}),
    "medical": frozenset({"official"}),  # beside the police it is the hospital that knows how many died
}
_TELLS = word_set("tells a count")
_WORD = re.compile(r"[^\W\d_]+|[,;:.]")
_TOLL = "|".join(sorted(word_set("tolls told as such")))
_CALLED = re.compile(
    rf"\bofficial(?:ly)?\b(?:\W{{1,3}}\w{{1,20}}){{0,2}}?\W{{1,3}}(?:{_TOLL})\b|\bofficially\b", re.IGNORECASE
)
"""A toll called official: "the official death toll from the outbreak rose to 36"."""
_COMPARED = re.compile(
    r"\b(?:than|double|triple|twice|times|half|above|below|of)(?: \w{1,12})? (?:the )?$", re.IGNORECASE
)
"""Before what another number is held against: "nearly double the official figure"."""


def counter(text: str, sentence: tuple[int, int], start: int, end: int) -> Counter:
    """Who is said to have counted the number at `start` to `end`, by the words of its sentence around it."""
    before = text[max(sentence[0], start - _REACH) : start]
    after = text[end : min(sentence[1], end + _REACH)]
    called = list(_CALLED.finditer(before))
    if called and not _COMPARED.search(before[: called[-1].start()]):
        return "official"
    return _teller_before(_words(before)) or _teller_after(_words(after))


def yields(one: Counter, others: Collection[Counter]) -> bool:
    """Whether a number of this counter is no toll beside those of the others."""
    return not _YIELDS.get(one, frozenset()).isdisjoint(others)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _teller_before(words: list[str]) -> Counter:
    """Who stands before the first word of telling: "the charity, which runs two clinics, said it had recorded"."""
    told = next((i for i, word in enumerate(words) if word in _TELLS), 0)
    return next((_WHO[word] for word in reversed(words[:told]) if word in _WHO), "")


def _teller_after(words: list[str]) -> Counter:
    """Whoever is named after the number and tells it: ", the ministry said", ", according to the union"."""
    told = next((i for i, word in enumerate(words) if word in _TELLS), None)
    if told is None:
        return ""
    if words[told] == "according":
        return next((_WHO[word] for word in words[told + 1 : told + TELLER] if word in _WHO), "")
    comma = max((i for i in range(told) if words[i] == ","), default=told)
    named = words[comma + 1 : told]
    return "" if _TURNS.intersection(named) else next((_WHO[word] for word in reversed(named) if word in _WHO), "")


TELLER = 9
"""Words after "according" within which the teller is named."""
_TURNS = frozenset({"but", "that", "which", "and", "while", "though", "although"})
"""Between a number and who speaks of something else: "31 dead, but the union says", "a toll that doctors say"."""
