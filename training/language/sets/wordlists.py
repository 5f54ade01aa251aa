"""The word lists and the patterns of dates that the loaders share, from the two tables beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one kind of words.tsv; KeyError for a kind that the table does not have."""
    return _kinds()[kind]


@cache
def word_classes() -> dict[str, str]:
    """Words of dates as written to the letter of their class."""
    return {word: kind for kind, words in _kinds().items() if len(kind) == 1 for word in sorted(words)}


@cache
def date_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of dates.tsv in their order, each after the entry of its column `sure`."""
    return tuple((sure, re.compile(pattern)) for sure, pattern, _ in _rows("dates.tsv"))


@cache
def date_examples() -> tuple[tuple[str, str], ...]:
    """Pattern and example of each row of dates.tsv."""
    return tuple((pattern, example) for _, pattern, example in _rows("dates.tsv"))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split("|")) for kind, words in _rows("words.tsv")}


def _rows(table: str) -> Iterator[list[str]]:
    text = (Path(__file__).parent / table).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return (line.split("\t") for line in lines[1:])
