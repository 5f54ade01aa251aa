"""One form for the forms of a word: its stem, by the commonest English endings."""

from __future__ import annotations

from functools import lru_cache

_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word in small letters without its possessive and commonest endings."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4 and not word.endswith("ss"):
            return word[: -len(suffix)] + instead
    return word
