"""Small sets of words that rules ask for by the name of the set."""

from __future__ import annotations

from functools import cache

from twosource.vocab.rows import word_sets


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one set of word_sets.tsv; KeyError for a set that the table does not have."""
    return word_sets("word_sets.tsv")[name]
