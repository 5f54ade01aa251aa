"""What verbs a stretch of words holds, which tells a clause from a phrase."""

from __future__ import annotations

from twosource.quotes.passage import Passage
from twosource.quotes.words import VERBAL


def has_finite_verb(p: Passage, first: int, last: int) -> bool:
    """Whether a verb between two words is more than a participle or infinitive by its ending."""
    return any(p.tags[k] in VERBAL and not p.lower[k].endswith("ing") for k in range(first, last))
