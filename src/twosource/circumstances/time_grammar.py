"""The grammar of time expressions: words become classes, one letter each; rules are patterns over the letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.numerals import DIGITS, Numeral, numeral
from twosource.circumstances.time_starts import beginnings
from twosource.circumstances.words import BREAK
from twosource.vocab.numbers import number_words
from twosource.vocab.times import TimeWord, time_rules, time_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twosource.circumstances.words import Words

_MARKS = {".": "DOT", BREAK: "BREAK"}
_NUMBER_KINDS = ("SMALL", "YEAR", "NUM", "WORD", "ORDINAL")
_FORM_KINDS = ("ISO", "SLASHED", "CLOCK", "DECADE", "QNUM", "OTHER", *_MARKS.values())
_NEVER_FIRST = (
    "OTHER", "DOT", "BREAK", "COMMA", "DASH", "POSS", "OF", "IN", "AND", "TO", "LPAREN", "OLD", "LONG",
    "AGO", "ORSO", "AMPM", "ZONE", "OCLOCK", "ANDHALF", "PERIOD", "TIMES", "HENCE", "SINCE",
)  # fmt: skip
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


class Found(NamedTuple):
    """One rule that matched: its name and the match over the letters."""

    rule: str
    match: re.Match[str]
    signs: Signs

    def value(self, group: str) -> str | None:
        """What the words of a group contribute (its last sign that says something); None if it is not there."""
        start, end = self._span(group)
        for i in range(end - 1, start - 1, -1):
            if value := self.signs.value(i):
                return value
        return None

    def kind(self, group: str) -> str | None:
        """The class of the first sign of a group, None if it is not there."""
        start, end = self._span(group)
        return _classes()[self.signs.letters[start]] if end > start >= 0 else None

    def written(self, group: str) -> str:
        """The words of a group in lower case, a blank between them."""
        start, end = self._span(group)
        first = self.signs.first
        return " ".join(self.signs.words.lower[first[start] : first[end]]) if end > start else ""

    @property
    def first(self) -> int:
        """Its first word."""
        return self.signs.first[self.match.start()]

    @property
    def end(self) -> int:
        """The word after its last."""
        return self.signs.first[self.match.end()]

    def before(self) -> str:
        """The class of the sign before it."""
        i = self.match.start()
        return _classes()[self.signs.letters[i - 1]] if i else "BREAK"

    def after(self) -> str:
        """The class of the sign after it."""
        i = self.match.end()
        return _classes()[self.signs.letters[i]] if i < len(self.signs.letters) else "BREAK"

    def _span(self, group: str) -> tuple[int, int]:
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)


@cache
def _letters() -> dict[str, str]:
    """Each class and its letter (CJK letters: none of them means anything in a pattern)."""
    kinds = dict.fromkeys((*_FORM_KINDS, *_NUMBER_KINDS))
    kinds.update(dict.fromkeys(w.kind for entries in time_words().values() for w in entries))
    return {kind: chr(0x4E00 + i) for i, kind in enumerate(kinds)}


@cache
def _classes() -> dict[str, str]:
    return {letter: kind for kind, letter in _letters().items()}


def _lettered(pattern: str) -> str:
    letters = _letters()
    spelled = re.sub(r"(?<!\?)\b[A-Z]+\b", lambda m: letters[m.group()], pattern)
    return spelled.replace(" ", "")


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Name, pattern and beginnings of each rule."""
    patterns = [(rule.name, _lettered(rule.pattern)) for rule in time_rules()]
    return tuple((name, re.compile(pattern), beginnings(pattern)) for name, pattern in patterns)


@cache
def _rules_at(pair: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules that can match where these two letters stand."""
    return tuple((name, rule) for name, rule, begin in _rules() if pair in begin or pair[0] in begin)


@cache
def _starters() -> re.Pattern[str]:
    """The letters that an expression may begin with."""
    first = sorted({letters[0] for _, _, begin in _rules() for letters in begin})
    return re.compile(f"[{''.join(letter for letter in first if _classes()[letter] not in _NEVER_FIRST)}]")


def signs_of(words: Words) -> Signs:
    """The classes of all words; numbers and phrases of several words become one sign."""
    lower, plain, asked, other = words.lower, _plain_letters(), _asked(), _letters()["OTHER"]
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
    letters = _letters()
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
    return _letters()[kind], value, end


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


def matches(signs: Signs, start: int) -> tuple[int, Iterator[Found]]:
    """The next place from sign `start` where rules match, and all that do, the longest first; -1 at the end."""
    letters = signs.letters
    for hit in _starters().finditer(letters, start):
        at = hit.start()
        tried = [(name, rule.match(letters, at)) for name, rule in _rules_at(letters[at : at + 2])]
        found = [Found(name, match, signs) for name, match in tried if match]
        if found:
            return at, iter(sorted(found, key=lambda f: -f.match.end()))
    return -1, iter(())
