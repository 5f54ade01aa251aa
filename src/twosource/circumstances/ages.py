"""Ages: "34-year-old", "aged 34", "Ana Ruiz, 34, was", "ages 22, 26 and 29"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.words import DASHES
from twosource.vocab.counts import person_nouns
from twosource.vocab.numbers import number_words

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_OLDEST = 120
_AGE_UNITS = frozenset({"year", "years", "month", "months"})
_AGE_WORDS = frozenset({"age", "aged", "ages"})
_BETWEEN_AGES = frozenset({",", "and", "to", "of", "between", "from", "-", "–"})
_AGE_CLOSERS = frozenset({",", ".", ";", ")", "-", "–", "—", "\n", "and", "of", "was", "were", "who"})


def age_end(words: Words, end: int) -> int | None:
    """The end of "34-year-old" and "34 years old", whose number ends at word `end`; None where it is no age."""
    if end >= len(words.lower) or not (words.lower[end] in _AGE_UNITS or words.lower[end] in DASHES):
        return None
    tail = [w for w in words.lower[end : end + 6] if w not in DASHES][:2]
    if len(tail) < 2 or tail[0] not in _AGE_UNITS or tail[1] not in ("old", "olds"):
        return None
    at = end
    while words.lower[at] not in ("old", "olds"):
        at += 1
    return at + 1


def is_age(words: Words, i: int) -> bool:
    """Whether the number at word `i` is an age beside a name or a person: "Ana Ruiz, 27, was", "ages 22, 26 and 29"."""
    lower = words.lower
    spelled = number_words().get(lower[i])
    if spelled is not None and spelled.kind in ("unit", "ten"):
        return _enclosed(words, i)
    if not (lower[i].isdecimal() and len(lower[i]) < 4 and int(lower[i]) <= _OLDEST):
        return False
    before, after = lower[i - 1] if i else "", lower[i + 1] if i + 1 < len(lower) else "\n"
    if before in _AGE_WORDS or (before in _BETWEEN_AGES and _after_ages(words, i)):
        return True
    named = i > 1 and (words.written[i - 2][:1].isupper() or lower[i - 2] in person_nouns() or lower[i - 2] == ".")
    closed = (before, after) == ("(", ")") or (before == "," and (after in _AGE_CLOSERS))
    in_brackets = (before, after) == (",", ")") and "(" in lower[max(0, i - 6) : i]  # "Jon Roe (w/m, 46)"
    return (named and closed) or in_brackets


def _enclosed(words: Words, i: int) -> bool:
    """Whether a number word stands between a name and a comma: "Ana Ruiz, three, was"."""
    around = (words.lower[i - 1] if i else "", words.lower[i + 1] if i + 1 < len(words.lower) else "\n")
    return around in ((",", ","), ("(", ")")) and i > 1 and words.written[i - 2][:1].isupper()


def _after_ages(words: Words, i: int) -> bool:
    """Whether a list of ages leads up to word `i`: "ages 9 and", "brothers, 17 and"."""
    for j in range(i - 1, max(-1, i - 12), -1):
        if words.lower[j] in _AGE_WORDS:
            return True
        if not (words.lower[j].isdecimal() or words.lower[j] in _BETWEEN_AGES):
            return words.lower[j] in person_nouns() and words.lower[j + 1 : j + 2] == [","] and j + 2 < i - 1
    return False
