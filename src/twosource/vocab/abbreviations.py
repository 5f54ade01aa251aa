"""Abbreviations with a full stop, and the words that open sentences."""

from __future__ import annotations

from functools import cache

from twosource.vocab.rows import lines, rows, split


@cache
def abbreviations() -> dict[str, str]:
    """Each abbreviation without its last full stop, to its kind: title, number, month, clock, late or place."""
    return {word: row["kind"] for row in rows("abbreviations.tsv") for word in split(row["words"])}


@cache
def sentence_starters() -> frozenset[str]:
    """Capitalised words that show, after an abbreviation, that a new sentence has begun."""
    return frozenset(lines("sentence_starters.txt"))
