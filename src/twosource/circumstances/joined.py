"""Counts joined to others of whom something is told: "detained the head of the port and six other officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.set_phrases import BREAKS
from twosource.circumstances.told_before import doing, role_before
from twosource.vocab.counts import toll_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_REACH = 12
"""Words from "and" back to the verb whose object comes first."""
_ENDS = word_set("ends of a noun phrase") - {"of", "the"}
_CLOSERS = BREAKS | {",", ")", "–", "—", *word_set("after a passive")}
_OPENERS = word_set("determiners") | {"the", "a", "an", "former"}


def joined_role(words: Words, first: int, end: int) -> str | None:
    """From the verb whose object somebody named before is, where no verb of its own follows the count.

    Arrests only: of "killed the chief and three guards" the three are no toll, for the chief is one of the dead.
    """
    lower = words.lower
    if first < 2 or lower[first - 1] != "and" or lower[end] not in _CLOSERS:
        return None
    for start in range(first - 2, max(0, first - _REACH), -1):
        listed = lower[start] == "," and lower[start + 1] in _OPENERS  # "the president, his wife and four ministers"
        if not listed and (lower[start] in _ENDS or lower[start] in _CLOSERS):
            return None
        if doing(words, start)[0] in toll_words("doing"):
            named = words.written[start][:1].isupper() or (lower[start] in _OPENERS and start < first - 2)  # not "her"
            return "arrested" if named and role_before(words, start) == "arrested" else None
    return None
