"""Words that mean the same in news: from a word's stem to the concept that it names."""

from __future__ import annotations

from functools import cache

from twosource.text.stems import stem
from twosource.vocab.rows import rows, split


@cache
def concepts() -> dict[str, str]:
    """Stem to the name of its concept; a stem that is absent stands for itself. The first row that has it wins."""
    found: dict[str, str] = {}
    for row in rows("concepts.tsv"):
        for word in split(row["words"]):
            found.setdefault(stem(word), row["concept"])
    return found
