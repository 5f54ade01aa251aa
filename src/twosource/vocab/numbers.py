"""Number words: units, tens, scales, ordinals, and vague numbers with their least value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from twosource.vocab.rows import rows

NumberKind = Literal["unit", "ten", "scale", "suffix", "ordinal", "vague"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a word contributes to a number; `most` is the greatest value of a vague number, None where open."""

    kind: NumberKind
    value: int
    most: int | None


@cache
def number_words() -> dict[str, NumberWord]:
    """All number words by their lower case."""
    return {row["word"]: _word(row) for row in rows("number_words.tsv")}


def _word(row: dict[str, str]) -> NumberWord:
    most = int(row["most"]) if row["most"] else None
    return NumberWord(cast("NumberKind", row["kind"]), int(row["value"]), most)
