"""Titles of works, nicknames and names of things: words in quotation marks that nobody says."""

from __future__ import annotations

from twosource.quotes.passage import FINAL, Passage
from twosource.quotes.words import VERBAL

SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "and", "or", "to", "for", "from", "with", "by", "as", "but")
)
"""Words that titles leave without a capital."""


def opens_with_title(p: Passage, i: int) -> bool:
    """Whether the quotation whose mark is word `i` is a title, and no clause of the report begins with it."""
    last = i + 1
    while last < len(p) and p.quoted[last] >= 0:
        last += 1
    verb = last + 1 < len(p) and p.tags[last + 1] in VERBAL
    return i + 1 < last and not verb and is_title(p, i + 1, last)


def is_title(p: Passage, first: int, last: int) -> bool:
    """Whether words `first` to `last` (exclusive), all inside marks, are written as a title: "The Road to Lima"."""
    words = [w for w in p.words[first:last] if w[0].isalnum()]
    if not words or p.words[last - 1] in FINAL or p.words[last - 1] == ",":
        return False
    large = [w for w in words if w.lower() not in SMALL]
    return bool(large) and words[0][0].isupper() and all(w[0].isupper() or w[0].isdecimal() for w in large)
