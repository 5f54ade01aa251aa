"""Tolls that include those who did it: "three people, including the attacker", of whom others report two."""

from __future__ import annotations

import re

from twosource.vocab.finding_words import finding_words
from twosource.vocab.numbers import number_words

_INCLUDING = re.compile(r"(?<!not )\b(?:including|among them|one of them)\b ?((?:[\w\-]+ ?){1,5})")
_REACH = 40
"""Characters from a toll to what it includes: "14 people were killed, including both gunmen"."""
_PLURAL = {"both": 2.0}


def without_doers(toll: float, after: str) -> tuple[float, ...]:
    """The toll less those who did it, where the text `after` it counts them in; empty where it does not."""
    found = _INCLUDING.search(after)
    if found is None or found.start() > _REACH:
        return ()
    words = found.group(1).split()
    doer = next((n for n, word in enumerate(words) if word in finding_words("doers")), None)
    return (toll - _how_many(words[:doer]),) if doer is not None else ()


def _how_many(before: list[str]) -> float:
    """The number before those who did it, one where none stands there."""
    told = (_PLURAL.get(word) or _number(word) for word in before)
    return next((number for number in told if number), 1.0)


def _number(word: str) -> float | None:
    known = number_words().get(word)
    return float(word) if word.isdecimal() else known.value if known is not None and known.kind == "unit" else None
