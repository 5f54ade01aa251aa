"""A list of what a page holds: lines one below the other, each of which heads a paragraph farther down."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.articles.lines import Line
from twosource.articles.shapes import date_line, is_byline

_HEADING, _PROSE = 14, 8
"""Most words of a heading, fewest of what stands under it."""
_FEWEST = 2


def listed(lines: Sequence[Line]) -> list[bool]:
    """Which lines are entries of such a list: two at least stand together."""
    heading: dict[str, int] = {}
    for i, line in enumerate(lines[:-1]):
        if len(line.words) <= _HEADING and len(lines[i + 1].words) >= _PROSE:
            heading[_bare(line)] = i
    place = [heading.get(_bare(line), i) for i, line in enumerate(lines)]
    for i, line in enumerate(lines[1:]):
        if is_byline(line) or date_line(line):
            place[i] = i  # a title, which teasers farther down repeat
    found = [False] * len(lines)
    start = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and place[i] > (place[i - 1] if i > start else i):
            continue
        if i - start >= _FEWEST and place[start] >= i:
            found[start:i] = [True] * (i - start)
        start = i + 1
    return found


def _bare(line: Line) -> str:
    """The words of an entry without its mark or number."""
    return line.text.lstrip("•-–—*·▪0123456789.) ").casefold()
