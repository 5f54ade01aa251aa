"""Counts told as a number that rose: "the number of people killed by the storm rose to five"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from twosource.model import Quantity
from twosource.vocab.counts import toll_words
from twosource.vocab.finding_words import finding_words

REACH = 160
"""Characters before a number in which "the number of" is looked for."""
STATE = 6
"""Words after "number of" within which what became of those counted is said: "of people known to have been killed"."""
RISE = 4
"""Words before a number within which it is said to rise: "rose to", "climbed further from two to"."""


def with_role(quantity: Quantity, before: str) -> Quantity:
    """The quantity as a count of the killed or injured, if the text `before` it in its sentence says that it is one."""
    role = None if quantity.role or quantity.of or quantity.unit else _role(before)
    return replace(quantity, role=role) if role else quantity


def is_risen_to(before: str) -> bool:
    """Whether the text `before` a number says that a count rose to it: then it is all of the count, no part."""
    last = before[-REACH:].lower().split()[-RISE:]
    rises = finding_words("rises")
    return not rises.isdisjoint(last) and last[-1] in rises | {"to", "at"}


def _role(before: str) -> str | None:
    if not is_risen_to(before):
        return None
    words = before[-REACH:].lower().split()
    starts = [i for i, pair in enumerate(pairwise(words)) if pair == ("number", "of")]
    if not starts:
        return None
    done = toll_words("done")
    return next((done[w] for w in words[starts[-1] + 2 :][:STATE] if w in done), None)
