"""Fractions in words, from the word at which they begin: "a third of", "two-thirds", "half the", "three quarters"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

DASHES = frozenset("-‐‑–")
_LEAST, _MOST = 3, 10
"""Thirds to tenths; finer parts are given in per cent."""
_HALF_FOLLOWS = word_set("determiners") | {"of", "all"}
_HALF_PRECEDES = word_set("before a half that is a period")


def fraction(words: Words, i: int) -> tuple[int, int, int] | None:
    """The word after a fraction that begins at word `i`, its numerator and denominator; None if none does."""
    if words.lower[i] == "half":
        follows, before = words.lower[i + 1 : i + 2], words.lower[i - 1] if i else ""
        return (i + 1, 1, 2) if _HALF_FOLLOWS.issuperset(follows) and before not in _HALF_PRECEDES else None
    at = i + 1
    at += words.lower[at : at + 1] != [] and words.lower[at] in DASHES
    part = denominators().get(words.lower[at]) if at < len(words.lower) else None
    number = _numerator(words.lower[i]) if part is not None else None
    if part is None or number is None:
        return None
    plural = words.lower[at].endswith("s")
    told = plural if number > 1 else words.lower[at + 1 : at + 2] == ["of"] and not plural
    return (at + 1, number, part) if told else None


def _numerator(word: str) -> int | None:
    if word in ("a", "an"):
        return 1
    known = number_words().get(word)
    return known.value if known is not None and known.kind == "unit" and 0 < known.value < _MOST else None


@cache
def denominators() -> dict[str, int]:
    """Third to tenth, quarter, and their plurals."""
    fine = {w: n.value for w, n in number_words().items() if n.kind == "ordinal" and _LEAST <= n.value <= _MOST}
    return {word + ending: value for word, value in {**fine, "quarter": 4}.items() for ending in ("", "s")}
