"""Names that another pipeline marks, brought to the form that names have here."""

from __future__ import annotations

import re
from functools import cache

from twosource.model import NameLabel
from twosource.nlp.labels import own_votes, written
from twosource.nlp.offices import office_length
from twosource.nlp.segments import segment
from twosource.nlp.words import Line
from twosource.vocab.names import given_names, known_names, particles
from twosource.vocab.spacy_labels import NameChoices
from twosource.vocab.times import time_words

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
WordSpan = tuple[int, int, NameLabel]
"""First word, one past the last, label."""

_LONGEST = 14
"""Words of a span in which titles are looked for: more is no name, and the search is not linear."""
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d(?:s|[-–/]\d{2,4})?|\d{4}-\d\d-\d\d")
_CALENDAR = frozenset(
    ("WEEKDAY", "WEEKDAYS", "WEEKEND", "SUNISH", "MONTH", "MAYISH", "SEASON", "FALLISH", "HOLIDAY", "TODAY", "YEAREND")
)
_POINTING = frozenset(("LAST", "NEXT", "THIS", "THAT", "AGO", "EARLIER", "EARLY", "DECADEWORD", "YEARAGO"))


def adopt(line: Line, start: int, end: int, choices: NameChoices) -> list[WordSpan]:
    """The names in words `start` to `end`: no article, no `'s`, no title, dates that the calendar has.

    None where nothing is left or `choices` is empty.
    """
    start, end = _trimmed(line.words, start, end)
    if start >= end or not choices:
        return []
    label = _chosen(line.words[start:end], choices)
    if label == "DATE" and not _on_calendar(line.words[start:end]):
        return []
    return proper(line, start, end, label)


def proper(line: Line, start: int, end: int, label: NameLabel) -> list[WordSpan]:
    """The names in words that are marked with one label: no article, no `'s`, no title, whose country is a name."""
    start, end = bare(line.words, start, end)
    if start >= end:
        return []
    words = line.words[start:end]
    if len(words) <= _LONGEST and (label == "PER" or _is_title(words)):
        return _without_titles(line, start, end)
    return [(start, end, label)]


def _is_title(words: list[str]) -> bool:
    """Whether it is nothing but an office of several words; one word ("Senators", "Premier") may name a body.

    Words all in capitals are none: as a dateline PORT-AU-PRINCE looks like a prince of the bodies PORT and AU.
    """
    return 1 < len(words) == office_length(words) and any(word.istitle() for word in words)


def _trimmed(words: list[str], start: int, end: int) -> tuple[int, int]:
    """The span without an article before it and without marks and `'s` at its ends; empty where nothing is left."""
    while start < end and (_is_article(words, start) or not _speaks(words[start])):
        start += 1
    while end > start and (words[end - 1].lower() in _POSSESSIVES or not _speaks(words[end - 1])):
        if words[end - 1] == ")" and "(" in words[start:end]:  # "Party of Labour (Marxist)"
            break
        end -= 1
    return start, end


def bare(words: list[str], start: int, end: int) -> tuple[int, int]:
    """The span of a name without an article, marks, `'s` and common words at its ends; empty where nothing is left."""
    while True:
        a, b = _within_capitals(words, *_trimmed(words, start, end))
        if (a, b) == (start, end) or a >= b:
            return a, b
        start, end = a, b


def _within_capitals(words: list[str], start: int, end: int) -> tuple[int, int]:
    """Without common words at the ends: "Nairobi county", "house Chamber of Deputies"; not "Kim Min-ji"."""
    if all(map(str.islower, words[start:end])):
        return start, end
    while words[end - 1].islower() and words[end - 2] != "-":
        end -= 1
    while words[start].islower() and words[start] not in particles() and words[start + 1] != "-":
        start += 1
    return start, end


def _is_article(words: list[str], i: int) -> bool:
    """Whether it is `the` and no part of a name that the tables have with it ("The Hague")."""
    return words[i].lower() == "the" and " ".join(words[i : i + 2]).title() not in _with_article()


@cache
def _with_article() -> frozenset[str]:
    return frozenset(name for name in known_names() if name.startswith("The ") and name[4:] not in known_names())


def _speaks(word: str) -> bool:
    """Whether it is more than a mark."""
    return any(map(str.isalnum, word))


def _chosen(words: list[str], choices: NameChoices) -> NameLabel:
    """The label with most votes of the tables of names, the first where they say nothing."""
    if len(choices) == 1:
        return choices[0]
    votes = own_votes(words)
    return max(choices, key=lambda label: votes.get(label, 0.0))


def _on_calendar(words: list[str]) -> bool:
    """Whether it is no span of time, no age and no frequency, which other schemes call dates too."""
    kinds = {entry.kind for word in words for entry in time_words().get(word.lower(), ()) if not entry.rest}
    return "OLD" not in kinds and (bool(kinds & (_CALENDAR | _POINTING)) or any(map(_YEAR.fullmatch, words)))


def _without_titles(line: Line, start: int, end: int) -> list[WordSpan]:
    """US and Ann Roe in "US Defense Secretary Ann Roe"; a bare title is no name."""
    if not office_length(line.words[start:end]) or (line.words[start] in given_names() and end - start == 2):
        return [(start, end, "PER")]  # Earl and Dean are given names as well
    found: list[WordSpan] = []
    for piece in segment(line, (start, end)):
        words = line.words[piece.start : piece.end]
        known = known_names().get(written(words))
        # Capitals before an office ("NRC President Ann Roe") are those of a body.
        other: NameLabel = "ORG" if piece.end < end and len(words) == 1 and words[0].isupper() else "PER"
        if not piece.bare:
            found.append((piece.start, piece.end, known[0] if known and not piece.titled else other))
    return found
