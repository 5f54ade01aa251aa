"""The reports with their passages marked: each passage is an element that a link can lead to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from twosource.formats.views import RecordView, ReportView
from twosource.model import BODY_ROLES, Selector

READ_ROLES = BODY_ROLES | {"headline", "subhead", "caption", "byline", "dateline", "table"}
"""Blocks shown as the report; the others are its residue, shown small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage in a page: its span, the id that links lead to, the classes that colour it."""

    start: int
    end: int
    anchor: str
    classes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBlock:
    """One block as shown: its role, whether it is residue, its text with the marks in it."""

    role: str
    residue: bool
    html: Markup


def anchors(selectors: Iterable[Selector]) -> dict[Selector, str]:
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


def read_blocks(report: ReportView, found: Sequence[Mark]) -> list[ReadBlock]:
    """The blocks of a report in order, their text escaped and marked."""
    text = report.page.text
    starts = [m.start for m in found]
    longest = max((m.end - m.start for m in found), default=0)
    blocks = []
    for block in report.article.blocks:
        near = found[bisect_left(starts, block.start - longest) : bisect_left(starts, block.end)]
        html = _marked(text, block.start, block.end, [m for m in near if m.end > block.start])
        blocks.append(ReadBlock(role=block.role, residue=block.role not in READ_ROLES, html=html))
    return blocks


def _marked(text: str, start: int, end: int, found: Sequence[Mark]) -> Markup:
    """Nests the marks; one that crosses the end of another is cut there and goes on, the id on its first part."""
    parts: list[Markup] = []
    open_marks: list[Mark] = []
    named: set[str] = set()
    at = start
    points = sorted({start, end, *(max(start, m.start) for m in found), *(min(end, m.end) for m in found)})
    for point in points:
        parts.append(escape(text[at:point]))
        at = point
        closing = next((n for n, m in enumerate(open_marks) if m.end <= point), None)
        if closing is not None:
            parts.append(Markup("</mark>") * (len(open_marks) - closing))
            again = [m for m in open_marks[closing:] if m.end > point]
            open_marks = open_marks[:closing]
        else:
            again = []
        begun = [m for m in found if max(start, m.start) == point and m.end > point]
        for mark in [*again, *begun]:
            parts.append(_open(mark, named))
            open_marks.append(mark)
    return Markup("").join(parts)


def _open(mark: Mark, named: set[str]) -> Markup:
    if mark.anchor in named:
        return Markup('<mark class="{}">').format(mark.classes)
    named.add(mark.anchor)
    return Markup('<mark id="{}" class="{}">').format(mark.anchor, mark.classes)
