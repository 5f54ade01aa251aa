"""Numbers in digits and words, from the word at which they begin: "3,000", "twenty-one", "5.4m", "2 1/2"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.words import HYPHENS
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

DIGITS = frozenset("0123456789")
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_MOST_WORDS, _MOST_SCALES = 16, 3
"""A number in words ends after so many of them, so that no text makes reading it slow."""
_EXACT = 4
"""Digits kept behind the point: 4.1 times a billion is 4,100,000,000, and not half a millionth less."""
_LONGEST = 15
"""Numerals with more digits are no numbers anyone counts with; floats hold 15 digits exactly."""


class Numeral(NamedTuple):
    """A number from word `first` up to, not including, `end`. `words`: written in words, `plain`: digits only."""

    first: int
    end: int
    value: float
    ordinal: bool = False
    words: bool = False
    plain: bool = False


def numeral(words: Words, i: int) -> Numeral | None:
    """The number that begins at word `i`, None if none does."""
    head = words.lower[i]
    if head[0] in DIGITS:
        return _digits(words, i)
    known = number_words().get(head)
    if known is None or known.kind in ("suffix", "vague"):
        return None
    return _spelled(words, i)


def _digits(words: Words, i: int) -> Numeral | None:
    head = words.lower[i]
    if not head.isdecimal():
        head = "".join(head.replace(",", "").split())
    if head.count(".") > 1:  # 1.250.000
        head = head.replace(".", "")
    if len(head) > _LONGEST:
        return None
    if head.endswith(_ORDINAL_ENDINGS):
        return Numeral(i, i + 1, float(head[:-2]), ordinal=True)
    if not head.replace(".", "", 1).isdecimal() or head.endswith("."):
        return None
    value, end = float(head), i + 1
    if value.is_integer() and (part := _fraction(words, end)):
        value, end = value + part[0], part[1]
    scaled, last = _scales(words, end, value)
    return Numeral(i, last, scaled, plain=last == i + 1 and words.lower[i].isdecimal())


_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4}


def _fraction(words: Words, i: int) -> tuple[float, int] | None:
    """The value of a fraction such as ½ or 1/2 that follows a whole number at word `i`, and the word after it."""
    if i >= len(words.lower) or len(words.lower[i]) != 1:
        return None
    if words.lower[i] in _VULGAR and words.starts[i] == words.ends[i - 1]:
        return _VULGAR[words.lower[i]], i + 1
    over, slash, under = (*words.lower[i : i + 3], "", "", "")[:3]
    if slash != "/" or len(under) != 1 or not (over.isdecimal() and under.isdecimal()):
        return None
    return (int(over) / int(under), i + 3) if 0 < int(over) < int(under) else None


def _scales(words: Words, i: int, value: float) -> tuple[float, int]:
    """`value` multiplied by the scales from word `i` ("million"), and the word after them."""
    table = number_words()
    for _ in range(_MOST_SCALES):
        known = table.get(words.lower[i]) if i < len(words.lower) else None
        if known is None or known.kind not in ("scale", "suffix"):
            break
        attached = words.starts[i] == words.ends[i - 1]
        if known.kind == "suffix" and (not (attached or len(words.lower[i]) > 1) or _is_metres(words, i)):
            break
        value, i = round(value * known.value, _EXACT), i + 1
    return min(value, 1e18), i


def _is_metres(words: Words, i: int) -> bool:
    """Whether the "m" at word `i` is of metres: "18m of water", "a 24m (79ft) boat", "4m deep"."""
    if words.lower[i] != "m":
        return False
    after, second, *rest = (*words.lower[i + 1 : i + 6], "", "")
    if after == "(":
        return any(word.endswith(("ft", "feet")) for word in (second, *rest[:2]))
    if after == "of":
        return second in word_set("what metres are of")
    return (second if after in HYPHENS else after) in word_set("what is measured in metres")


def _spelled(words: Words, i: int) -> Numeral:
    """A number in words from `i`: tens, units and scales are summed up as they are read."""
    total, group, end, kind = 0.0, 0.0, i, ""
    while end < i + _MOST_WORDS and (step := _next_part(words, end, kind)) is not None:
        at, kind, value = step
        end = at + 1
        if kind == "scale" and value >= 1000:
            total, group = _scaled(total, group, value), 0.0
            kind = "thousand"
        elif kind == "scale":
            group = max(group, 1.0) * value
        else:
            group += value
        if kind == "ordinal":
            break
    return Numeral(i, end, min(total + group, 1e18), ordinal=kind == "ordinal", words=True)


def _scaled(total: float, group: float, scale: int) -> float:
    """`total` after a scale of a thousand or more: "two hundred thousand" adds, "thousand million" multiplies."""
    grown = total + group * scale if group else max(total, 1.0) * scale
    return min(grown, 1e18)


_MAY_FOLLOW = {
    "": {"unit", "ten", "scale", "ordinal"},
    "unit": {"scale"},
    "ten": {"unit", "scale", "ordinal"},
    "scale": {"unit", "ten", "scale", "ordinal"},
    "thousand": {"unit", "ten", "scale"},
}


def _next_part(words: Words, i: int, before: str) -> tuple[int, str, int] | None:
    """The part of a number in words at `i`, a hyphen or "and" before it skipped: its word, kind and value."""
    at = i
    if before and i + 1 < len(words.lower):
        glued = words.lower[i] in HYPHENS and before == "ten"
        joined = words.lower[i] == "and" and before in ("scale", "thousand")
        at = i + 1 if glued or joined else i
    known = number_words().get(words.lower[at]) if at < len(words.lower) else None
    if known is None or known.kind not in _MAY_FOLLOW.get(before, ()):
        return None
    if at > i and (known.kind == "scale" or known.value >= 100):
        return None
    if before == "ten" and known.kind != "scale" and known.value > 9:
        return None
    return at, known.kind, known.value
