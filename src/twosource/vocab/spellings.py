"""One key for the spellings of a name: letters that stand for one sound, British and American words."""

from __future__ import annotations

from functools import cache

from twosource.vocab.accents import unaccented
from twosource.vocab.rows import rows, split

_LEFT_OUT = str.maketrans("", "", "'`-.,")


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    return tuple(
        (w, row["as"]) for row in rows("spellings.tsv") if row["kind"] == "sound" for w in split(row["written"])
    )


@cache
def one_spelling() -> dict[str, str]:
    """Words in small letters that are spelled in two ways to the one that keys are made of."""
    return {w: row["as"] for row in rows("spellings.tsv") if row["kind"] == "word" for w in split(row["written"])}


def plain(word: str) -> str:
    """A word of a name in small letters without accents, apostrophes, hyphens and full stops."""
    return unaccented(word).casefold().translate(_LEFT_OUT)


def sounded(word: str) -> str:
    """A key that is equal for the ways in which a word of a name is brought over from another script."""
    key = plain(word)
    for written, sound in _sounds():
        key = key.replace(written, sound)
    return "".join(c for i, c in enumerate(key) if c != key[i - 1 : i])
