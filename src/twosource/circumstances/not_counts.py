"""Numbers that count nothing: labels, addresses, telephone numbers, scores, years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.money import is_money
from twosource.circumstances.words import DASHES
from twosource.vocab.counts import numbered_things, person_nouns, toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_STREETS = word_set("streets")
_ADVERBS = word_set("between a toll and its number")
_JOINED = frozenset("/:#@_.&=+*")
_EMERGENCY = frozenset({"911", "999", "112", "411", "511"})
_NUMBERED_IN_SMALL_LETTERS = frozenset({"no", "number", "page", "chapter", "flight", "article", "room", "covid"})
"""Of things that bear numbers those that need no capital for it: "room 12", where "channel 2" may be two channels."""


def is_label(words: Words, i: int) -> bool:
    """Whether the number at word `i` is part of a name, an address, a telephone number or a score."""
    lower = words.lower
    if _kind_of(words, i):
        return True
    if not lower[i][0].isdecimal() and lower[i] not in ("one", "first", "second", "third", "fourth", "fifth"):
        return False
    return _glued(words, i) or _after_label(words, i) or _address(words, i) or _chain(words, i) or _emergency(words, i)


def _emergency(words: Words, i: int) -> bool:
    """Whether "911" or "112" is the number that is called; "112 homes" are so many."""
    if words.lower[i] not in _EMERGENCY:
        return False
    near = words.lower[i + 1 : i + 4]
    near = near[: next((k for k, word in enumerate(near) if not word[0].isalpha()), len(near))]
    called = {*words.lower[max(0, i - 3) : i], *near} & word_set("around emergency numbers")
    plural = any(word in person_nouns() or (word.endswith("s") and len(word) > 3) for word in near)
    hedged = words.lower[max(0, i - 1) : i] in (["least"], ["most"], ["than"], ["about"], ["around"], ["some"])
    harmed = words.lower[i - 1 if i else 0] in toll_words("doing") or any(
        word in toll_words("done") for word in near[:1]
    )
    return bool(called) or not (plural or harmed or hedged)


def _glued(words: Words, i: int) -> bool:
    """Part of a longer sign: G6, 4x4, 1e9, #12, 3.2.1, 24/7."""
    start, end, text = words.starts[i], words.ends[i], words.text
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if (before.isalpha() and not is_money(words, i)) or before in _JOINED or (before == "[" and after == "]"):
        return True
    if after.isupper() and text[end + 1 : end + 2].islower():  # 10News
        return True
    beyond = text[end + 1] if end + 1 < len(text) else " "
    if after.isalpha() and beyond.isdecimal():
        return True
    return (after in "/:_@" or after == ".") and beyond.isalnum() and not text[start:end].isspace() and after != " "


def _after_label(words: Words, i: int) -> bool:
    """Flight 370, Channel 2, No. 4."""
    lower = words.lower
    at = i - 1 - (i > 1 and lower[i - 1] in (".", "-"))
    if at < 0 or not lower[i][0].isdecimal() or lower[at] not in numbered_things():
        return False
    if lower[at] == "number" and at and (lower[at - 1] in _ADVERBS or lower[at - 1] in toll_words("done")):
        return False  # "the dead now number 64"
    return words.written[at][0].isupper() or lower[at] in _NUMBERED_IN_SMALL_LETTERS


def _address(words: Words, i: int) -> bool:
    """2300 block of …, 400 West 84th Street, the 50th Street, at 7900 Alder Hill."""
    lower = words.lower
    if not lower[i][0].isdecimal():
        return False
    if "block" in lower[i + 1 : i + 3]:
        return True
    if lower[i].isdecimal() and len(lower[i]) > 2 and i and lower[i - 1] == "at" and words.written[i + 1][:1].isupper():
        return True
    for j in range(i + 1, min(i + 6, len(lower))):
        if lower[j] in _STREETS and words.written[j][0].isupper():
            return True
        if not (words.written[j][:1].isupper() or lower[j][0].isdecimal() or lower[j] == "."):
            return False
    return False


def _chain(words: Words, i: int) -> bool:
    """555-123-4567, 9-1-1, a score of 3-1, 7-Eleven; in ranges of counts the second number is the greater."""
    lower = words.lower
    after, before = lower[i + 1 : i + 4], lower[max(0, i - 2) : i]
    if len(before) == 2 and before[1] in DASHES and before[0][0].isdecimal():
        return True
    if len(after) < 2 or after[0] not in DASHES or words.ends[i] != words.starts[i + 1]:
        return False
    if after[1][0].isdecimal():
        long = len(after) == 3 and after[2] in DASHES
        return long or _value(after[1]) <= _value(lower[i])
    return words.written[i + 2][:1].isupper() and words.starts[i + 2] == words.ends[i + 1]


def _kind_of(words: Words, i: int) -> bool:
    """Whether a number makes one word with what says of which kind a thing is: a 5-point plan, a 4-star hotel."""
    lower = words.lower
    if lower[i + 1 : i + 2] == [] or lower[i + 1] not in DASHES or i + 3 >= len(lower):
        return False
    return lower[i + 2] in _KINDS or (lower[i + 2] == "point" and lower[i + 3] in _PLANS)


_KINDS = word_set("after a number that tells a kind")
_PLANS = word_set("plans told by their points")


def _value(word: str) -> float:
    bare = word.replace(",", "")
    return float(bare) if bare.replace(".", "", 1).isdecimal() and len(bare) < 16 else 0.0
