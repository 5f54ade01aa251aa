"""The grammar of time expressions: rules are patterns over the classes of words, a letter each (time_signs.py)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.time_signs import Signs, classes_of_letters, letters_of_classes
from twosource.circumstances.time_starts import beginnings
from twosource.vocab.times import time_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEVER_FIRST = (
    "OTHER", "DOT", "BREAK", "COMMA", "DASH", "POSS", "OF", "IN", "AND", "TO", "LPAREN", "OLD", "LONG",
    "AGO", "ORSO", "AMPM", "ZONE", "OCLOCK", "ANDHALF", "PERIOD", "TIMES", "HENCE", "SINCE",
)  # fmt: skip


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
        return classes_of_letters()[self.signs.letters[start]] if end > start >= 0 else None

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
        return classes_of_letters()[self.signs.letters[i - 1]] if i else "BREAK"

    def after(self) -> str:
        """The class of the sign after it."""
        i = self.match.end()
        return classes_of_letters()[self.signs.letters[i]] if i < len(self.signs.letters) else "BREAK"

    def _span(self, group: str) -> tuple[int, int]:
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)


def _lettered(pattern: str) -> str:
    letters = letters_of_classes()
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
    return re.compile(f"[{''.join(letter for letter in first if classes_of_letters()[letter] not in _NEVER_FIRST)}]")


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
