"""Titles of works, nicknames and names of things: words in quotation marks that nobody says."""

from __future__ import annotations

from twosource.quotes.passage import FINAL, Passage

SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "and", "or", "to", "for", "from", "with", "by", "as", "but")
)
"""Words that titles leave without a capital."""


def is_title(p: Passage, first: int, last: int) -> bool:
    """Whether words `first` to `last` (exclusive), all inside marks, are written as a title: "The Road to Lima"."""
    words = [w for w in p.words[first:last] if w[0].isalnum()]
    if not words or p.words[last - 1] in FINAL or p.words[last - 1] == ",":
        return False
    large = [w for w in words if w.lower() not in SMALL]
    return bool(large) and words[0][0].isupper() and all(w[0].isupper() or w[0].isdecimal() for w in large)
