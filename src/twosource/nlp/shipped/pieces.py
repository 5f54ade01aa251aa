"""Words as the model reads them: WordPiece ids, and a class of casing, since the encoder's vocabulary is lower case.

The one door to `tokenizers`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

UNKNOWN, START, STOP, PAD = 100, 101, 102, 0
"""Ids of [UNK], [CLS], [SEP] and [PAD] in the vocabulary of BERT, uncased."""
MOST_PIECES = 8
"""Pieces kept of one word: a name has 5 at most; a word of 100 Chinese characters would have 100."""
_LONGEST = 100
"""Code points; WordPiece reads longer words as unknown."""

_NUMBER = re.compile(r"\W*\d")
CASINGS = 16
"""Rows of the casing embedding: two for each class, for first and later pieces; class 0 is padding, [CLS] and [SEP]."""


def casing(word: str) -> int:
    """The class of a word's casing.

    1 a number, 2 no letters with case, 3 lower case, 4 one capital (an initial), 5 UPPER, 6 Title, 7 mixed (`McKay`).
    """
    if _NUMBER.match(word):
        return 1
    if word.islower():
        return 3
    if word.isupper():
        return 4 if sum(map(str.isupper, word)) == 1 else 5
    if word.lower() == word:
        return 2
    return 6 if word[0].isupper() and word[1:].islower() else 7


class Pieces:
    """Pieces of words by a `tokenizers` file; each word is looked up once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self.of = lru_cache(maxsize=100_000)(self._of)

    @classmethod
    def load(cls, text: str) -> Pieces:
        """From the text of a tokenizer.json; its own padding and truncation are put aside."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(text)
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def _of(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Ids of the word's pieces (one at least) and, in step, rows of the casing embedding."""
        known = len(word) <= _LONGEST
        ids = self._tokenizer.encode(_sound(word), add_special_tokens=False).ids[:MOST_PIECES] if known else []
        ids = ids or [UNKNOWN]
        row = 2 * casing(word[:_LONGEST])
        return tuple(ids), (row, *[row + 1] * (len(ids) - 1))


def _sound(word: str) -> str:
    """The word without lone surrogates, which UTF-8 cannot write."""
    return word.encode("utf-8", "replace").decode("utf-8") if not word.isascii() else word
