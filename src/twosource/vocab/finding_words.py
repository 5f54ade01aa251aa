"""Small sets of words by which assertions are compared."""

from __future__ import annotations

from functools import cache

from twosource.vocab.rows import rows


@cache
def finding_words(name: str) -> frozenset[str]:
    """The words of one set of finding_words.tsv; KeyError for a set that the table does not have."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split(" ")) for row in rows("finding_words.tsv")}
