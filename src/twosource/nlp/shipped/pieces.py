"""Words as the model reads them: WordPiece ids, and a class of casing, since the encoder's vocabulary is lower case.

WordPiece (Wu et al. 2016) as BERT has it, uncased: without accents, cut at marks, then the longest known piece first.
It is sixty lines here because the library for it installs a client of a model hub with fifteen packages; a test holds
that both give the same ids.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

UNKNOWN, START, STOP, PAD = 100, 101, 102, 0
"""Ids of [UNK], [CLS], [SEP] and [PAD] in the vocabulary of BERT, uncased."""
MOST_PIECES = 8
"""Pieces kept of one word: a name has 5 at most; a word of 100 Chinese characters would have 100."""
_LONGEST = 100
"""Code points; WordPiece reads longer words as unknown."""
_IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
               (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))  # fmt: skip
"""Chinese characters, each of which BERT reads as a word."""
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
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
    """Pieces of words; each word is looked up once."""

    def __init__(self, vocabulary: str) -> None:
        """`vocabulary` has a piece a line, its id the number of the line from 0; `##` opens those inside a word."""
        self._ids = {piece: i for i, piece in enumerate(vocabulary.split("\n"))}
        self.of = lru_cache(maxsize=100_000)(self._of)

    def _of(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Ids of the word's pieces (one at least) and, in step, rows of the casing embedding."""
        parts = _parts(word) if len(word) <= _LONGEST else ()
        ids = [i for part in parts for i in self._of_part(part)][:MOST_PIECES] or [UNKNOWN]
        row = 2 * casing(word[:_LONGEST])
        return tuple(ids), (row, *[row + 1] * (len(ids) - 1))

    def _of_part(self, part: str) -> list[int]:
        """The longest known pieces from the left; unknown as a whole where one is missing."""
        found: list[int] = []
        at, prefix = 0, ""
        while at < len(part):
            end = next((e for e in range(len(part), at, -1) if prefix + part[at:e] in self._ids), 0)
            if not end or len(part) > _LONGEST:
                return [UNKNOWN]
            found.append(self._ids[prefix + part[at:end]])
            at, prefix = end, "##"
        return found


def _parts(word: str) -> Iterator[str]:
    """The word small and without accents, cut before and after each mark and each Chinese character."""
    part = ""
    for char in _plain(word):
        if char.isspace() or _stands_alone(char):
            if part:
                yield part
            if not char.isspace():
                yield char
            part = ""
        else:
            part += char
    if part:
        yield part


def _plain(word: str) -> str:
    if word.isascii():
        return "".join(" " if c in "\t\n\r" else c for c in word if c.isprintable() or c in "\t\n\r").lower()
    kept = "".join(c for c in word if c not in "\0\ufffd" and (c in "\t\n\r" or unicodedata.category(c)[0] != "C"))
    apart = unicodedata.normalize("NFD", kept)
    return "".join(c for c in apart if unicodedata.category(c) != "Mn").lower()


def _stands_alone(char: str) -> bool:
    if char in _ASCII_MARKS or unicodedata.category(char)[0] == "P":
        return True
    return any(low <= ord(char) <= high for low, high in _IDEOGRAPHS) if ord(char) > 0x33FF else False
