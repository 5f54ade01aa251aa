"""Ordinals that count: "the third attack", "the second largest in the country", "was the first since the war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import Counted, opens_quotation
from twosource.circumstances.numerals import numeral
from twosource.circumstances.words import HYPHENS, SENTENCE_ENDS
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.figures import Figure
    from twosource.circumstances.words import Words

_ARTICLES = frozenset({"a", "an"})
_DEFINITE = word_set("determiners") | {"the", "'s", "’s"}
_BEING = word_set("verbs of being")
_AFTER_RANK = word_set("after a rank without its noun")
_AFTER_ANOTHER = word_set("auxiliaries") | {
    "who",
    "that",
    "which",
    "in",
    "on",
    "at",
    "died",
    "escaped",
    "fled",
    "survived",
    "perished",
    "drowned",
    "succumbed",
}
_SUPERLATIVES = frozenset({"most", "least", "best", "worst"})
_RANKING = word_set("before a place among others")
_OWNER = 6
"""Words back from a possessive mark to "was": "was the northern port's | fourth"."""
_SHORTEST = 5
_SENTENCE = 40
"""Words looked back over for the two before "a third"."""


def ranked(words: Words, f: Figure, what: Counted | None) -> tuple[Figure, Counted | None, None] | None:
    """An ordinal with what it counts, or alone where the words around show that it counts; else None."""
    if what is not None and _is_plain(words, f, what):
        return f, what, None
    return (
        (f, None, None)
        if what is None and (_of_rank(words, f) or _is_place(words, f) or _is_another(words, f))
        else None
    )


def _is_plain(words: Words, f: Figure, what: Counted) -> bool:
    """Whether an ordinal counts: not in a name ("Second World War") and not "the first" of a title."""
    at = f.end + opens_quotation(words, f.end)
    follows = words.written[at] if at < len(words.starts) else ""
    told = words.written[f.first].islower() and words.written[what.end - 1].islower()  # "the first Maori judge"
    return told or not follows[:1].isupper()


def _of_rank(words: Words, f: Figure) -> bool:
    """The second largest in the country; was the fourth on a clinic this year."""
    lower, before = words.lower, f.first - 1
    if before < 1 or lower[before] not in _DEFINITE:
        return False
    at = f.end + (lower[f.end] in HYPHENS)
    superlative = lower[at] in _SUPERLATIVES or (lower[at].endswith("est") and len(lower[at]) > _SHORTEST)
    told = (
        lower[before - 1] in _BEING if lower[before] == "the" else _BEING & {*lower[max(0, before - _OWNER) : before]}
    )
    return superlative or bool(told and lower[f.end] in _AFTER_RANK)


def _is_place(words: Words, f: Figure) -> bool:
    """Ranked 136th of 180, finished 23rd: a place among others."""
    lower = words.lower
    among = lower[f.end] in _AFTER_RANK or lower[f.end : f.end + 2] == ["out", "of"]
    return bool(f.first) and lower[f.first - 1] in _RANKING and among


def _is_another(words: Words, f: Figure) -> bool:
    """Two coaches overturned and | a third was left hanging: one more than those counted before it."""
    lower = words.lower
    if not f.first or lower[f.first - 1] not in _ARTICLES or f.low is None or lower[f.end] not in _AFTER_ANOTHER:
        return False
    for i in range(f.first - 2, max(-1, f.first - _SENTENCE), -1):
        if lower[i] in SENTENCE_ENDS:
            return False
        number = numeral(words, i)
        if number is not None and number.value == f.low - 1:
            return True
    return False
