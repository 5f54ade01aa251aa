"""The reports with their passages marked: each passage is an element that a link can lead to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from twosource.formats.shown import ReportView
from twosource.formats.views import RecordView
from twosource.model import BODY_ROLES, Block, Selector

READ_ROLES = BODY_ROLES | {"headline", "subhead", "caption", "byline", "dateline", "table"}
"""Blocks shown as the report; the others are its residue, shown small."""
_CLOSE = Markup("</mark>")
Links = dict[Selector, str]
"""The id of each passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage in a page: its span, the id that links lead to, the classes that colour it."""

    start: int
    end: int
    anchor: str
    classes: str
    stop: bool = False
    """Whether the keyboard stops there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBlock:
    """One block as shown: its role, whether it is residue, its text with the marks in it."""

    role: str
    residue: bool
    marked: bool
    html: Markup


def anchors(selectors: Iterable[Selector]) -> Links:
    """An id for each passage, numbered in the order of pages and places."""
    return {s: f"p{n}" for n, s in enumerate(sorted(set(selectors)), 1)}


def marks(view: RecordView, links: Mapping[Selector, str]) -> dict[str, list[Mark]]:
    """The marks of each page: all passages that are linked to, coloured where they carry a finding."""
    status: dict[Selector, str] = {}
    for finding, selector in view.marked():
        if status.get(selector) in (None, "single_origin"):
            status[selector] = finding.status
    by_page: dict[str, list[Mark]] = {}
    for selector, anchor in links.items():
        mark = Mark(start=selector.start, end=selector.end, anchor=anchor, classes=status.get(selector, ""))
        by_page.setdefault(selector.page, []).append(mark)
    return {page: sorted(found, key=lambda m: (m.start, -m.end, m.anchor)) for page, found in by_page.items()}


def read_blocks(report: ReportView, found: Sequence[Mark], *, leads: bool = True) -> list[ReadBlock]:
    """The blocks of a report in order, their text escaped and marked; `found` is sorted as `marks` gives it.

    `leads`: links lead to this report; its marks have no id where they lead to another one with the same page.
    """
    waiting = deque(found)
    near: list[Mark] = []
    named = set() if leads else {mark.anchor for mark in found}
    blocks = []
    for block in report.article.blocks:
        near = [m for m in near if m.end > block.start]
        while waiting and waiting[0].start < block.end:
            near.append(waiting.popleft())
        own = [m for m in near if m.end > block.start]
        html = _marked(report.page.text, block, own, named)
        blocks.append(ReadBlock(role=block.role, residue=block.role not in READ_ROLES, marked=bool(own), html=html))
    return blocks


def _marked(text: str, block: Block, found: Sequence[Mark], named: set[str]) -> Markup:
    """Nests the marks; one that crosses the end of another is cut there and goes on, the id on its first part."""
    parts: list[Markup] = []
    open_marks: list[Mark] = []
    waiting = deque(found)
    at = block.start
    ends = (min(block.end, m.end) for m in found)
    for point in sorted({block.start, block.end, *(max(block.start, m.start) for m in found), *ends}):
        parts.append(escape(text[at:point]))
        at = point
        again = _close(open_marks, point, parts)
        while waiting and max(block.start, waiting[0].start) == point:
            again.append(waiting.popleft())
        for mark in again:
            if mark.end > point < block.end:
                parts.append(_open(mark, named))
                open_marks.append(mark)
    return Markup("").join([*parts, *[_CLOSE] * len(open_marks)])


def _close(open_marks: list[Mark], point: int, parts: list[Markup]) -> list[Mark]:
    """Closes the marks that end at `point` and all that were opened in them; returns those of these that go on."""
    first = next((n for n, m in enumerate(open_marks) if m.end <= point), len(open_marks))
    closed = open_marks[first:]
    del open_marks[first:]
    parts.extend([_CLOSE] * len(closed))
    return [m for m in closed if m.end > point]


def _open(mark: Mark, named: set[str]) -> Markup:
    if mark.anchor in named:
        return Markup('<mark class="{}">').format(mark.classes)
    named.add(mark.anchor)
    stop = Markup(' tabindex="0"') if mark.stop else ""
    return Markup('<mark id="{}" class="{}"{}>').format(mark.anchor, mark.classes, stop)
