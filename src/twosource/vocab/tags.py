"""What the tagger knows: states of words, of word endings, and which state follows which."""

from __future__ import annotations

from functools import cache

from twosource.vocab.rows import rows

Counts = dict[str, dict[str, int]]
"""A word, an ending or a state, to states (`NOUN.NNS`: UD tag, Penn tag) and how often each was seen."""


@cache
def tag_words() -> Counts:
    """Words to states: in small letters as seen in small letters, capitalised as seen inside sentences."""
    return _counts("tag_words.tsv", "word", "states")


@cache
def tag_endings() -> Counts:
    """Endings of rare words to states; `^` stands before the endings of capitalised words."""
    return _counts("tag_endings.tsv", "ending", "states")


@cache
def tag_pairs() -> Counts:
    """States to the states that follow them; `<s>` and `</s>` are the ends of a sentence."""
    return _counts("tag_pairs.tsv", "state", "following")


def _counts(table: str, key: str, cell: str) -> Counts:
    return {
        row[key]: {s: int(n) for s, _, n in (x.rpartition(":") for x in row[cell].split(" "))} for row in rows(table)
    }
