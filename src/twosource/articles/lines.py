"""The lines of a page: where each begins and ends, whether space sets it apart, which elements enclose it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from twosource.articles.words import has_unspaced, runs_of, words_of
from twosource.vocab.line_cues import LineCue, cues_in

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = (".", "?", "!", '"', "”", "'", "’", ")", ":", "_")

WRAP_WIDTHS = (50, 90)
"""Lines of wire copy were wrapped at 60 to 80 columns; a line of prose on the web is a paragraph."""


@dataclass(frozen=True)
class Line:
    """A line without the space at its ends. `apart`: an empty line stands before it; `linked`: share of it in links."""

    start: int
    end: int
    text: str
    apart: bool
    path: tuple[str, ...] = ()
    linked: float = 0.0

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return words_of(self.text)

    @cached_property
    def runs(self) -> list[str]:
        """Its words as the line model was shown them."""
        return runs_of(self.text) if has_unspaced(self.text) else self.words

    @cached_property
    def cues(self) -> list[LineCue]:
        """The cues among its words."""
        return list(cues_in(self.words))


def split_lines(text: str) -> list[Line]:
    """The lines of a plain text that are not blank; hard-wrapped paragraphs count as one line."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    return lines if width is None else list(_unwrap(lines, text, width))


def _lines(text: str) -> Iterator[Line]:
    last = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        start = match.start() + match[0].index(stripped[0])
        between = text[last:start]
        apart = last == 0 or between.count("\n") > 1 or between.count("\r") > 1
        last = start + len(stripped)
        yield Line(start=start, end=last, text=stripped, apart=apart)


def _wrap_width(lines: list[Line]) -> int | None:
    """The column at which a text is wrapped: most lines that have a next one are about equally long and break off."""
    inner = [a for a, b in pairwise(lines) if not b.apart]
    if len(inner) < 4:
        return None
    lengths = [len(line.text) for line in inner]
    middle = median(lengths)
    low, high = WRAP_WIDTHS
    even = sum(0.75 * middle <= n <= 1.2 * middle for n in lengths)
    broken = sum(not line.text.endswith(_SENTENCE_END) for line in inner)
    wrapped = low <= middle <= high and even >= 0.6 * len(inner) and broken >= 0.6 * len(inner)
    return int(middle) if wrapped else None


def _unwrap(lines: list[Line], text: str, width: int) -> Iterator[Line]:
    """Joins the lines of each paragraph, which ends at an empty or indented line or a short end of a sentence."""
    first = last = lines[0]
    for line in lines[1:]:
        indented = line.start > 1 and text[line.start - 2 : line.start].strip(" \t") == ""
        ended = len(last.text) < 0.75 * width and (last.text.endswith(_SENTENCE_END) or len(last.text) < 0.5 * width)
        if line.apart or indented or ended:
            yield replace(first, end=last.end, text=text[first.start : last.end])
            first = line
        last = line
    yield replace(first, end=last.end, text=text[first.start : last.end])
