"""Words of a line, for lookups: letters in lower case with their apostrophes, or digits.

Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces: two letters count as a word there, about as
long as their words are, so that a sentence is no single word.
"""

from __future__ import annotations

import re

_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_UNSPACED}]"
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*+|\d+|©|[{_UNSPACED}]{{1,2}}")


_ANY_UNSPACED = re.compile(f"[{_UNSPACED}]")
_RUN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*+|\d+|©")


def has_unspaced(text: str) -> bool:
    """Whether any letter of a text is of a script that is written without spaces."""
    return not text.isascii() and _ANY_UNSPACED.search(text) is not None


def runs_of(text: str) -> list[str]:
    """The same, but where no spaces are written all up to the next mark is one: what the line model was trained on."""
    return _RUN.findall(text.lower().replace("’", "'"))


def words_of(text: str) -> list[str]:
    """The words of `text` in lower case, punctuation left out, apostrophes straight; © counts as a word."""
    return _WORD.findall(text.lower().replace("’", "'"))
