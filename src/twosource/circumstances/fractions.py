"""Fractions and multiples in words: "a third of", "two-thirds", "half the", "half a mile", "tenfold"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from twosource.circumstances.words import HYPHENS
from twosource.vocab.counts import units
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_LEAST, _MOST = 3, 10
"""Thirds to tenths; finer parts are given in per cent."""
_HALF_FOLLOWS = word_set("determiners") | {"of", "all"}
_ENDS = word_set("ends of a noun phrase")
_CHANGING = word_set("changing by a part")
_CHANGED = 6
"""Words back from "a fifth" to "rose"."""
_HALF_PRECEDES = word_set("before a half that is a period")


def fraction(words: Words, i: int) -> tuple[int, int, int] | None:
    """The word after a fraction that begins at word `i`, its numerator and denominator; None if none does."""
    if words.lower[i] == "half":
        follows, before = words.lower[i + 1 : i + 2], words.lower[i - 1] if i else ""
        return (i + 1, 1, 2) if _HALF_FOLLOWS.issuperset(follows) and before not in _HALF_PRECEDES else None
    at = i + 1
    at += words.lower[at : at + 1] != [] and words.lower[at] in HYPHENS
    part = denominators().get(words.lower[at]) if at < len(words.lower) else None
    number = _numerator(words.lower[i]) if part is not None else None
    if part is None or number is None:
        return None
    plural = words.lower[at].endswith("s")
    one = not plural and (words.lower[at + 1 : at + 2] == ["of"] or _is_change(words, i, at + 1))
    return (at + 1, number, part) if (plural if number > 1 else one) else None


def _is_change(words: Words, i: int, end: int) -> bool:
    """Wages rose by | a fifth; not "was joined by a third" or "sold by a third party"."""
    lower = words.lower
    ended = end >= len(lower) or not lower[end][0].isalpha() or lower[end] in _ENDS
    return ended and lower[i - 1 : i] == ["by"] and bool(_CHANGING & {*lower[max(0, i - _CHANGED) : i - 1]})


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


def of_measure(words: Words, i: int) -> tuple[int, float] | None:
    """Half a mile, half-mile, a quarter of an acre: the word at which the measure stands and the part of one."""
    lower = words.lower
    if lower[i] == "half":
        at, part = i + 1 + (lower[i + 1 : i + 2] != [] and (lower[i + 1] in HYPHENS or lower[i + 1] in _ONE)), 0.5
        found = at > i + 1
    else:
        known = fraction(words, i)
        at, part = (known[0] + 2, known[1] / known[2]) if known is not None else (i, 0.0)
        found = known is not None and lower[at - 2 : at - 1] == ["of"] and lower[at - 1] in _ONE
    return (at, part) if found and at < len(lower) and _is_measure(words, at) else None


_ONE = frozenset({"a", "an"})


def _is_measure(words: Words, i: int) -> bool:
    return any(tuple(words.lower[i : i + len(p.words)]) == p.words for p in units("after").get(words.lower[i], ()))


def fold(word: str) -> float | None:
    """How many times: "tenfold" 10, "hundredfold" 100; None for other words."""
    known = number_words().get(word.removesuffix("fold")) if word.endswith("fold") else None
    return float(known.value) if known is not None and known.kind in ("unit", "ten", "scale") else None


@cache
def folds() -> frozenset[str]:
    """Twofold, threefold, tenfold, hundredfold."""
    return frozenset(f"{word}fold" for word in number_words() if fold(f"{word}fold") and word != "one")
