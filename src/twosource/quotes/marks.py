"""Quotation marks: where words in quotation marks begin and end, one block at a time.

A mark that was forgotten or is no quotation mark at all (5" pipes, rock 'n' roll) must never turn the rest of an
article inside out: a quotation ends with its block at the latest. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DOUBLE = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»＂]")
SINGLE = re.compile(r"(?<![\w'’‘])['‘](?=[\w\[“\"£$€…])|(?<=[^\s'‘’])['’](?![\w'’])")
ONLY_OPENS, ONLY_CLOSES = frozenset(("``", "‘‘", "„")), frozenset(("’’",))
SPACE_BEFORE = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/|:>")
ENDS = frozenset(",.?!…—–-")
ELIDED = re.compile(r"['’‘](?:tis|twas|em|til|cause|n|\d0s|\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, code points of Page.text: with the marks (`start`, `end`) and without (`first`, `last`)."""

    start: int
    end: int
    first: int
    last: int
    closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one block, outermost only, in order; the last one may be unclosed."""
    double = _double(text, start, end)
    return sorted([*double, *_single(text, start, end, double)], key=lambda q: q.start)


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Whether a block's first visible character is a quotation mark."""
    return text[start:end].lstrip()[:1] in tuple('"“„«»＂`‘‟') or text[start:end].lstrip()[:2] == "''"


def _double(text: str, start: int, end: int) -> list[Quotation]:
    marks = [(m.start(), m.end()) for m in DOUBLE.finditer(text, start, end)]
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None
    depth = 0
    for a, b in marks:
        role = _role(text, a, b, start, end, inside=opened is not None)
        if opened is None:
            opened, depth = ((a, b), 0) if role == "open" else (None, 0)
        elif role == "open":
            depth += text[a:b] != '"'
        elif depth:
            depth -= 1
        else:
            found.append(_quotation(text, opened, (a, b), closed=True))
            opened = None
    if opened is not None:
        found.extend(_unclosed(text, opened, marks, end))
    return [q for q in found if q.first < q.last]


def _role(text: str, a: int, b: int, start: int, end: int, *, inside: bool) -> str:
    """Whether the mark at a:b opens or closes, by its shape and by the characters around it."""
    mark = text[a:b]
    before = text[a - 1] if a > start else " "
    after = text[b] if b < end else " "
    can_open = not after.isspace() and (before in SPACE_BEFORE or before.isspace() or before in "'‘")
    can_close = not before.isspace() and before not in "([{"
    if mark in ONLY_OPENS or (mark == "“" and not (inside and not can_open)):
        return "open" if not (inside and mark == "“" and not can_open) else "close"
    if mark in ONLY_CLOSES or (mark == "”" and not (can_open and not inside)):
        return "close" if inside else "stray"
    if inside:
        return "open" if can_open and not can_close and mark != '"' else "close"
    return "open" if can_open else "stray"


def _unclosed(text: str, opened: tuple[int, int], marks: list[tuple[int, int]], end: int) -> list[Quotation]:
    """The quotation that its block does not close; nested marks swallowed a closing one where the block ends in a mark."""
    stop = end
    while stop > opened[1] and text[stop - 1].isspace():
        stop -= 1
    last = marks[-1]
    if last != opened and last[1] >= stop - 1:
        return [_quotation(text, opened, last, closed=True)]
    return [_quotation(text, opened, (stop, stop), closed=False)]


def _quotation(text: str, opened: tuple[int, int], closing: tuple[int, int], *, closed: bool) -> Quotation:
    first, last = opened[1], closing[0]
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Quotation(opened[0], closing[1], first, last, closed)


def _single(text: str, start: int, end: int, double: list[Quotation]) -> list[Quotation]:
    """Quotations in single marks, outside those in double marks. An apostrophe is no mark: see `_closing`."""
    marks = [m.start() for m in SINGLE.finditer(text, start, end) if not _covered(m.start(), double)]
    found: list[Quotation] = []
    i = 0
    while i < len(marks):
        if not _opens(text, marks[i], start):
            i += 1
            continue
        rest = _until_next_open(text, marks, i + 1, start)
        closing = _closing(text, marks[i + 1 : rest], end)
        if closing is not None:
            found.append(_quotation(text, (marks[i], marks[i] + 1), (closing, closing + 1), closed=True))
        i = rest
    return [q for q in found if q.first < q.last]


def _until_next_open(text: str, marks: list[int], i: int, start: int) -> int:
    while i < len(marks) and not _opens(text, marks[i], start):
        i += 1
    return i


def _covered(offset: int, spans: list[Quotation]) -> bool:
    return any(q.start <= offset < q.end for q in spans)


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    return (before.isspace() or before in SPACE_BEFORE) and not ELIDED.match(text, at)


def _closing(text: str, marks: list[int], end: int) -> int | None:
    """Which of the marks closes: one beside punctuation first, a plural's apostrophe ("workers' pay") last."""
    for at in marks:
        if text[at - 1] in ENDS or (at + 1 < end and text[at + 1] in ",.;:?!)"):
            return at
    sure = next((at for at in marks if text[at - 1] != "s"), None)
    return sure if sure is not None else (marks[0] if marks else None)
