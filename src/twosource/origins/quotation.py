"""Which words stand inside quotation marks: two reports that quote the same words do not copy each other."""

from __future__ import annotations

import re
from bisect import bisect_right

# One mark at a time, so that no expression can backtrack. `` and '' are the marks of the Penn Treebank.
_MARK = re.compile(r"``|''|[\"“”„«»‘’']")
_SPACE_OR_OPENER = " \t\u00a0([—–-"
_AFTER_SPEECH = ".,!?…"

Spans = tuple[tuple[int, int], ...]


def quoted_spans(text: str, start: int, end: int) -> Spans:
    """Spans of `text[start:end]` inside quotation marks, line by line; a lone mark reaches the line's end."""
    spans: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        spans.extend(_quoted_in_line(text, at, stop))
        at = stop + 1
    return tuple(spans)


def is_quoted(spans: Spans, starts: list[int], offset: int) -> bool:
    """Whether `offset` lies in one of `spans`; `starts` are their first offsets, in order."""
    i = bisect_right(starts, offset) - 1
    return i >= 0 and offset < spans[i][1]


def _quoted_in_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    single = False
    for mark in _MARK.finditer(text, start, end):
        kind = _kind(text, mark.start(), mark.end(), start, end)
        is_single = mark.group() in "‘’'"
        if kind == "open" and opened is None:
            opened, single = mark.start(), is_single
        elif kind == "close" and opened is not None and single == is_single:
            spans.append((opened, mark.end()))
            opened = None
        elif kind == "close" and opened is None and not spans and not is_single:
            spans.append((start, mark.end()))
    if opened is not None and not single:
        spans.append((opened, end))
    return spans


def _kind(text: str, at: int, after: int, start: int, end: int) -> str:
    """Says of the mark at `at` whether it opens or closes a quotation, or is an apostrophe (empty)."""
    mark = text[at:after]
    before = text[at - 1] if at > start else " "
    follows = text[after] if after < end else " "
    free_before, free_after = before in _SPACE_OR_OPENER, follows.isspace()
    if mark in "‘’'":
        if free_before and not free_after and mark != "’":
            return "open"
        return "close" if before in _AFTER_SPEECH and not follows.isalnum() else ""
    if mark in ("“", "„", "«", "``"):
        return "open"
    if mark in ("”", "»", "''"):
        return "close"
    return "open" if free_before and not free_after else "close"
