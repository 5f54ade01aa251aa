"""Ages: "34-year-old", "aged 34", "Ana Ruiz, 34, was", "ages 22, 26 and 29", "a boy of eight"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.numerals import numeral
from twosource.circumstances.words import DASHES
from twosource.vocab.counts import person_nouns
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_OLDEST = 120
_OF_WHOM = (["of", "whom"], ["of", "them"])
_AGE_UNITS = frozenset({"year", "years", "month", "months"})
_AGE_WORDS = frozenset({"age", "aged", "ages"})
_BETWEEN_AGES = frozenset({",", "and", "to", "of", "between", "from", "-", "–"})
_OF_AGE = word_set("whose age follows of")
_MOST_AGES = 6
"""Words looked back over for the "of" of a list: "brothers of nine, ten and twelve"."""
_LEADS = frozenset({"of", "under", "over", "below", "above"})
_BETWEEN_TWO = frozenset({",", "and", "or", "to"})
_RANGED = frozenset({"range", "ranged", "ranging", "ranges"})
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
    if lower[i + 1 : i + 3] in _OF_WHOM:
        return False  # "212 pupils, 40 of whom"
    if _follows_of(words, i):
        return True
    spelled = number_words().get(lower[i])
    if spelled is not None and spelled.kind in ("unit", "ten"):
        return _enclosed(words, i) or bool(i and lower[i - 1] in _AGE_WORDS)
    if not (lower[i].isdecimal() and len(lower[i]) < 4 and int(lower[i]) <= _OLDEST):
        return False
    before, after = lower[i - 1] if i else "", lower[i + 1] if i + 1 < len(lower) else "\n"
    if before in _AGE_WORDS or (before in _BETWEEN_AGES and _after_ages(words, i)):
        return True
    named = i > 1 and (words.written[i - 2][:1].isupper() or lower[i - 2] in person_nouns() or lower[i - 2] == ".")
    closed = (before, after) == ("(", ")") or (before == "," and (after in _AGE_CLOSERS))
    in_brackets = (before, after) == (",", ")") and "(" in lower[max(0, i - 6) : i]  # "Jon Roe (w/m, 46)"
    return (named and closed) or in_brackets


def age_after(words: Words, end: int) -> int:
    """The word after the age told of a person whose noun ends at word `end`: "a boy of eight | and"; else `end`."""
    if words.lower[end : end + 1] != ["of"] or end + 1 >= len(words.lower) or not is_age(words, end + 1):
        return end
    number = numeral(words, end + 1)
    return number.end if number is not None else end


def _follows_of(words: Words, i: int) -> bool:
    """Whether it is told as of "a boy of eight", "brothers of nine and ten", "men over 60", not "of two fathers"."""
    for at in range(i, max(1, i - _MOST_AGES), -2):
        before = words.lower[at - 1]
        if not _stands_alone(words, at) or (before not in _LEADS and before not in _BETWEEN_TWO):
            return False
        if before in _LEADS:
            return words.lower[at - 2] in _OF_AGE
    return False


def _stands_alone(words: Words, i: int) -> bool:
    """Whether word `i` is a number that may be of years and no noun follows that it could count."""
    number = numeral(words, i)
    if number is None or number.ordinal or not 0 < number.value <= _OLDEST or number.end >= len(words.lower):
        return False
    follows = words.lower[number.end]
    plural = follows.endswith("s") and follows not in _VERBS and follows[0].isalpha()
    named = words.written[number.end][:1].isupper()
    return not (plural or named or follows in person_nouns())


_VERBS = word_set("auxiliaries") | {"'s", "’s", "was", "dies", "drowns"}


def _enclosed(words: Words, i: int) -> bool:
    """Whether a number word stands between a name and a comma: "Ana Ruiz, three, was"."""
    around = (words.lower[i - 1] if i else "", words.lower[i + 1] if i + 1 < len(words.lower) else "\n")
    return around in ((",", ","), ("(", ")")) and i > 1 and words.written[i - 2][:1].isupper()


def _after_ages(words: Words, i: int) -> bool:
    """Whether a list of ages leads up to word `i`: "ages 9 and", "brothers, 17 and"."""
    for j in range(i - 1, max(-1, i - 12), -1):
        if words.lower[j] in _AGE_WORDS:
            return True
        if not (words.lower[j].isdecimal() or words.lower[j] in _BETWEEN_AGES or words.lower[j] in _RANGED):
            return words.lower[j] in person_nouns() and words.lower[j + 1 : j + 2] == [","] and j + 2 < i - 1
    return False
