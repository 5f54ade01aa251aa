"""Words of a line, for lookups: letters in lower case with their apostrophes, or digits."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*+|\d+|©")


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, punctuation left out, apostrophes straight; © counts as a word."""
    return _WORD.findall(text.lower().replace("’", "'"))
