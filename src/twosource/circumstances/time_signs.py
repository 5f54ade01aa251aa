"""The words of a text as classes for the grammar of time expressions, one letter each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from twosource.circumstances.numerals import DIGITS, Numeral, numeral
from twosource.circumstances.words import BREAK
from twosource.vocab.numbers import number_words
from twosource.vocab.times import TimeWord, time_words

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_MARKS = {".": "DOT", BREAK: "BREAK"}
_NUMBER_KINDS = ("SMALL", "YEAR", "NUM", "WORD", "ORDINAL")
_FORM_KINDS = ("ISO", "SLASHED", "CLOCK", "DECADE", "QNUM", "OTHER", *_MARKS.values())
_FORMS = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "ISO"),
    (re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}"), "SLASHED"),
    (re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"), "CLOCK"),
    (re.compile(r"(?:[0-9]{2})?[0-9]0['’]?s"), "DECADE"),
)


@dataclass(frozen=True, slots=True)
class Signs:
    """A text as classes: letter `i` stands for the words `first[i]` up to `first[i + 1]`.

    `told` holds by its first word what a sign contributes that is more than one plain word.
    """

    letters: str
    first: list[int]
    told: dict[int, str]
    words: Words

    def value(self, i: int) -> str:
        """What sign `i` contributes, empty where it says nothing."""
        word = self.first[i]
        told = self.told.get(word)
        return _plain_values().get(self.words.lower[word], "") if told is None else told


@cache
def letters_of_classes() -> dict[str, str]:
    """Each class and its letter (CJK letters: none of them means anything in a pattern)."""
    kinds = dict.fromkeys((*_FORM_KINDS, *_NUMBER_KINDS))
    kinds.update(dict.fromkeys(w.kind for entries in time_words().values() for w in entries))
    return {kind: chr(0x4E00 + i) for i, kind in enumerate(kinds)}


@cache
def classes_of_letters() -> dict[str, str]:
    """Each letter and its class."""
    return {letter: kind for kind, letter in letters_of_classes().items()}


def signs_of(words: Words) -> Signs:
    """The classes of all words; numbers and phrases of several words become one sign."""
    lower, plain, asked, other = words.lower, _plain_letters(), _asked(), letters_of_classes()["OTHER"]
    letters = [plain.get(word, other) for word in lower]
    told: dict[int, str] = {}
    at = 0
    for i in [i for i, word in enumerate(lower) if word in asked or "/" < word < ":"]:  # "/" < word: digits come next
        follows = asked.get(lower[i])
        if i < at or (follows is not None and lower[i + 1] not in follows):
            continue
        letters[i], told[i], at = _sign(words, i)
        if at > i + 1:
            letters[i + 1 : at] = [""] * (at - i - 1)
    first = [*compress(range(len(lower)), letters), len(lower)]
    return Signs("".join(letters), first, told, words)


@cache
def _plain_words() -> dict[str, TimeWord]:
    """The words with one class, which stands unless a phrase begins there."""
    own = {word: [e for e in entries if not e.rest] for word, entries in time_words().items()}
    return {w: o[0] for w, o in own.items() if len(o) == 1 and not o[0].case and w not in number_words()}


@cache
def _plain_letters() -> dict[str, str]:
    letters = letters_of_classes()
    marks = {mark: letters[kind] for mark, kind in _MARKS.items() if mark not in time_words()}
    return marks | {word: letters[entry.kind] for word, entry in _plain_words().items()}


@cache
def _plain_values() -> dict[str, str]:
    return {word: entry.value for word, entry in _plain_words().items()}


@cache
def _asked() -> dict[str, frozenset[str] | None]:
    """Words that need a look: always (None), or where one of the words follows with which they make a phrase."""
    openers = _phrase_openers()
    telling = {*time_words(), *number_words(), *_MARKS, "q1", "q2", "q3", "q4"}
    return {word: openers.get(word) for word in telling if word in openers or word not in _plain_letters()}


@cache
def _phrase_openers() -> dict[str, frozenset[str]]:
    """Words that mean nothing more than their plain class but in a phrase ("the", "as"), and what then follows."""
    return {
        word: frozenset(e.rest[0] for e in entries if e.rest)
        for word, entries in time_words().items()
        if word not in number_words()
        and word not in _MARKS
        and any(e.rest for e in entries)
        and [e.case for e in entries if not e.rest] in ([], [""])
    }


def _sign(words: Words, i: int) -> tuple[str, str, int]:
    """The letter, the value and the end of the sign that begins at word `i`."""
    kind, value, end = _classed(words, i)
    return letters_of_classes()[kind], value, end


def _classed(words: Words, i: int) -> tuple[str, str, int]:
    word = words.lower[i]
    for entry in time_words().get(word, ()):
        end = i + 1 + len(entry.rest)
        if (not entry.rest or tuple(words.lower[i + 1 : end]) == entry.rest) and _capitals_fit(words, i, entry):
            dotted = entry.case.endswith(".") and end < len(words.lower) and words.lower[end] == "."
            return entry.kind, entry.value, end + dotted
    if word[0] in DIGITS or word in number_words():
        return _number_sign(words, i)
    if word[0] == "q" and len(word) == 2 and word[1] in "1234":
        return "QNUM", word[1], i + 1
    return _MARKS.get(word, "OTHER"), "", i + 1


def _capitals_fit(words: Words, i: int, entry: TimeWord) -> bool:
    if not entry.case:
        return True
    written = words.written[i]
    return written.isupper() if entry.case == "AA" else written[:1].isupper()


def _number_sign(words: Words, i: int) -> tuple[str, str, int]:
    word = words.lower[i]
    for form, kind in _FORMS if word[0].isdecimal() and not word.isdecimal() else ():
        if form.fullmatch(word):
            return kind, word, i + 1
    number = numeral(words, i)
    if number is None:
        return "OTHER", "", i + 1
    return _number_kind(number), f"{number.value:g}" if number.value < 1e5 else str(number.value), number.end


def _number_kind(number: Numeral) -> str:
    if number.ordinal:
        return "ORDINAL"
    if number.words:
        return "WORD"
    if number.plain and 1 <= number.value <= 31:
        return "SMALL"
    return "YEAR" if number.plain and 1000 <= number.value <= 2100 else "NUM"
