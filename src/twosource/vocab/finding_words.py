"""Small sets of words by which assertions are compared."""

from __future__ import annotations

from functools import cache

from twosource.vocab.rows import word_sets


@cache
def finding_words(name: str) -> frozenset[str]:
    """The words of one set of finding_words.tsv; KeyError for a set that the table does not have."""
    return word_sets("finding_words.tsv")[name]
