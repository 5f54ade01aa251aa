"""Calendar expressions among words: sure ones, and such as are dates only where a set says that they are times."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from training.language.sets.marks import Span
from training.language.sets.wordlists import date_patterns, word_classes

_SHAPES = (
    ("Y", re.compile(r"(?:1[0-9]|20)\d\d")),
    ("y", re.compile(r"(?:1[0-9]|20)\d\d[-–/](?:\d\d)?\d{1,2}")),
    ("Z", re.compile(r"['’]?(?:1[0-9]|20)?\d0['’]?s")),
    ("X", re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}")),
    ("n", re.compile(r"(?:[12]?\d|3[01]|[12]?(?:1st|2nd|3rd)|[12]?\dth|30th|31st)")),
    ("d", re.compile(r"\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|few|several", re.IGNORECASE)),
)
_NONE = "."


def dates(words: Sequence[str], told: Collection[int] = ()) -> list[Span]:
    """The calendar expressions of a sentence, left to right. `told`: indices of words that a set marks as a time.

    What has the look of a date is sure if its pattern is, or if the set tells of every word of it.
    """
    letters = "".join(map(_letter, words))
    found: list[Span] = []
    free = [True] * len(words)
    for sure, pattern in date_patterns():
        for match in pattern.finditer(letters):
            start, end = match.span()
            if start < end and all(free[start:end]):
                free[start:end] = [False] * (end - start)
                known = sure == "1" or (sure == "0" and all(word in told for word in range(start, end)))
                found.append(Span(start, end, ("DATE",), known))
    return sorted(found, key=lambda span: span.start)


def _letter(word: str) -> str:
    if word in word_classes():
        return word_classes()[word]
    return next((letter for letter, shape in _SHAPES if shape.fullmatch(word)), _NONE)
