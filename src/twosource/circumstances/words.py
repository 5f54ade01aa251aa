"""The words of an article's own blocks as parallel lists, the stream over which times and quantities are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from twosource.model import Block, Reading

BREAK = "\n"
"""The word that stands between two blocks; no expression runs across it."""

SENTENCE_ENDS = frozenset({".", "!", "?", BREAK})
CLAUSE_ENDS = SENTENCE_ENDS | {";"}
HYPHENS = frozenset("-‐‑–")
"""Marks that may join two words to one: "two-thirds"."""
DASHES = HYPHENS | {"—"}

READ_ROLES = frozenset({"headline", "lead", "body", "list", "blockquote", "subhead", "caption", "table"})
"""Roles whose words are read for figures and places."""

ROLES = READ_ROLES | {"byline", "credit", "dateline", "notice"}
"""Roles whose words any step reads: those of times."""

_DATED_ROLES = frozenset({"navigation", "other"})
_BODY = frozenset({"lead", "body"})
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_LONGEST_LINE = 160

_WORD = re.compile(
    r"\s*(?:"
    r"[A-Za-z]{2,}(?!\w)"  # most words, then most marks and the other words: the quickest to tell come first
    r"|[^\w\s'’]"
    r"|[^\W\d_]{2,}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"  # 2016-10-25
    r"|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9])"  # 10/25/2016
    r"|[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?![0-9])"  # 25.10.16
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"  # 15:30
    r"|(?:[0-9]{2})?[0-9]0['’]?s(?!\w)"  # 1980s, 90s
    r"|[0-9]{1,3}(?:st|nd|rd|th)(?!\w)"  # 25th
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,6})?"  # 12,000
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9])"  # 12,50,000, as in India
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,5}(?![0-9])"  # 1.250.000; 1.250 alone may be a fraction
    r"|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,5}(?![0-9])"  # 12 500, the blank one that does not break
    r"|[0-9]{1,3}(?:(?: [0-9]{3}){2,4}|(?: 000){1,4})(?![0-9])"  # 250 000; "on May 12 300 sailed" are two numbers
    r"|[0-9]+(?:\.[0-9]{1,6})?"
    r"|[ap]\.m\.?(?!\w)|[AP]\.M\.?(?!\w)"
    r"|[Qq][1-4](?!\w)"
    r"|o['’]clock(?!\w)"
    r"|['’](?:s|ll|re|ve|t|d|m)(?!\w)"
    r"|[^\W\d_]+"
    r"|\S)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Word `i` is `text[starts[i]:ends[i]]`, `written[i]` as it stands there, `lower[i]` in lower case.

    BREAK words have no extent and nothing written.
    """

    text: str
    starts: list[int]
    ends: list[int]
    written: list[str]
    lower: list[str]

    def between(self, first: int, end: int) -> str:
        """The text from word `first` to the end of the word before `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]]


def read_words(reading: Reading, roles: Collection[str]) -> Words:
    """The words of all blocks of `reading` whose role is among `roles`, in the order of the page; not to be changed.

    With ROLES itself, short lines about the report that name a year are read, too (`_is_dated_line`).
    """
    text, blocks = reading.page.text, _blocks(reading)
    read = _read_once if len(text) < _LONG else _read
    words, breaks = read(text, tuple([(b.start, b.end) for b in blocks]))
    kept = [b.role in roles or (roles is ROLES and b.role in _DATED_ROLES) for b in blocks]
    return words if all(kept) else _only(words, breaks, kept)


def _blocks(reading: Reading) -> list[Block]:
    """The blocks that any step reads."""
    blocks, text = reading.article.blocks, reading.page.text
    headline = next((b.end for b in blocks if b.role == "headline"), len(text))
    begins = next((b.start for b in blocks if b.role in _BODY), len(text))
    return [b for b in blocks if b.role in ROLES or _is_dated_line(b, text, headline, begins)]


def _is_dated_line(block: Block, text: str, headline: int, begins: int) -> bool:
    """Whether a line between headline and report ("Agency | May 13, 2024"), or a box at its end, names a year."""
    if block.role not in _DATED_ROLES or block.start < headline or block.end - block.start > _LONGEST_LINE:
        return False
    near = block.end <= begins or block.role == "other"
    return near and _YEAR.search(text, block.start, block.end) is not None


_LONG = 200_000
"""Longer pages are split anew by each step, so that the words of no huge one are kept."""


def _read(text: str, blocks: tuple[tuple[int, int], ...]) -> tuple[Words, list[int]]:
    """The words of all blocks and which of them are BREAKs; each is found with the white space before it."""
    ends: list[int] = []
    written: list[str] = []
    breaks: list[int] = []
    for start, end in blocks:
        pieces = _WORD.findall(text[start:end].rstrip())
        ends += accumulate(map(len, pieces), initial=start)
        del ends[-len(pieces) - 1]
        ends.append(end)
        written += map(str.lstrip, pieces)
        breaks.append(len(written))
        written.append("")
    lower = list(map(str.lower, written))
    for i in breaks:
        lower[i] = BREAK
    return Words(text, list(map(sub, ends, map(len, written))), ends, written, lower), breaks


_read_once = lru_cache(maxsize=1)(_read)
"""Times, quantities and places read the same article one after another."""


def _only(words: Words, breaks: list[int], kept: list[bool]) -> Words:
    """The words of the blocks that are kept."""
    own = Words(words.text, [], [], [], [])
    first = 0
    for last, keep in zip(breaks, kept, strict=True):
        if keep:
            block = slice(first, last + 1)
            own.starts.extend(words.starts[block])
            own.ends.extend(words.ends[block])
            own.written.extend(words.written[block])
            own.lower.extend(words.lower[block])
        first = last + 1
    return own
