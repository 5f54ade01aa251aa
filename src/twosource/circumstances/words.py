"""The words of an article's own blocks as parallel lists, the stream over which times and quantities are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twosource.model import Reading

BREAK = "\n"
"""The word that stands between two blocks; no expression runs across it."""

READ_ROLES = frozenset({"headline", "lead", "body", "list", "blockquote", "subhead", "caption", "table"})
"""Roles whose words are read for figures and places."""

_WORD = re.compile(
    r"\s*(?:"
    r"[^\W\d_]{2,}"  # most words; asked first, for nothing below but a single letter begins with one
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
    """Word `i` is `text[starts[i]:ends[i]]`, `lower[i]` its lower case; BREAK words have no extent."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]

    def between(self, first: int, end: int) -> str:
        """The text from word `first` to the end of the word before `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def written(self, i: int) -> str:
        """Word `i` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]


def read_words(reading: Reading, roles: Iterable[str]) -> Words:
    """The words of all blocks of `reading` whose role is among `roles`, in the order of the page; not to be changed."""
    wanted, text = frozenset(roles), reading.page.text
    read = _read_once if len(text) < _LONG else _read
    return read(text, tuple([(b.start, b.end) for b in reading.article.blocks if b.role in wanted]))


_LONG = 200_000
"""Longer pages are split anew by each step, so that the words of no huge one are kept."""


def _read(text: str, blocks: tuple[tuple[int, int], ...]) -> Words:
    words, split = Words(text, [], [], []), _split_once if len(text) < _LONG else _split
    for start, end in blocks:
        starts, ends, lower = split(text, start, end)
        words.starts.extend(starts)
        words.ends.extend(ends)
        words.lower.extend(lower)
        words.starts.append(end)
        words.ends.append(end)
        words.lower.append(BREAK)
    return words


def _split(text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and lower case of the words; each is found with the white space before it, so that lengths tell."""
    pieces = _WORD.findall(text[start:end].rstrip())
    written = list(map(str.lstrip, pieces))
    ends = list(accumulate(map(len, pieces), initial=start))[1:]
    return list(map(sub, ends, map(len, written))), ends, list(map(str.lower, written))


_read_once = lru_cache(maxsize=2)(_read)
_split_once = lru_cache(maxsize=64)(_split)
"""Times, quantities and places read the same article one after another, and mostly the same blocks of it."""
