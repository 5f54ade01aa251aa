"""The lines of an HTML page and their roles: the extractor's article, the elements around the rest, the words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from twosource.articles.agency_lines import mark_agencies
from twosource.articles.anchoring import anchor
from twosource.articles.boxes import mark_boxes
from twosource.articles.decode import ABOVE, decode, mark_lead
from twosource.articles.elements import element_role
from twosource.articles.extraction import extract
from twosource.articles.headline import find_headline
from twosource.articles.line_model import chances
from twosource.articles.lines import Line, split_lines
from twosource.articles.pictures import mark_pictures
from twosource.articles.shapes import date_line, ends_sentence, is_byline, likely_role, own_role
from twosource.articles.signed import clear_author_boxes, mark_signatures
from twosource.model import BODY_ROLES, Page, Role
from twosource.text.markup import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINKED = 0.8
"""Share of a line's characters in links from which it leads elsewhere."""
_HALF = 0.5
_CELL = 12
"""Words from which a table's cell that ends a sentence is running text."""
_GAP = 3
"""Lines between two lines of the article up to which they may be its own; longer gaps hold teasers."""
_HEADINGS = ("h2", "h3", "h4", "h5")
_PARAGRAPH = 80
"""Characters from which a line is a paragraph, be it of the report or of teasers."""
_PROSE = 20
"""Words from which a line is running text."""
_ASIDE = frozenset({"caption", "byline", "dateline"})
_OUTSIDE = frozenset({"navigation", "promo", "notice", "comment"})


def markup_lines(page: Page) -> list[Line]:
    """The lines of a page of HTML with the elements around them."""
    visible = visible_text(page.markup or "")
    if visible.text != page.text:
        return split_lines(page.text)
    return [
        Line(
            start=line.start,
            end=line.end,
            text=page.text[line.start : line.end],
            apart=page.text[max(0, line.start - 2) : line.start] in ("\n\n", ""),
            path=line.path,
            linked=line.linked / (line.end - line.start),
        )
        for line in visible.lines
        if page.text[line.start : line.end].strip()
    ]


def markup_roles(lines: Sequence[Line], tree: HtmlElement | None, titles: Sequence[str]) -> list[Role]:
    """The role of each line of an HTML page; where the extractor finds nothing, the model of lines decides."""
    taken, _ = anchor(extract(tree, _prose(lines)) if tree is not None else [], lines)
    if not any(taken):
        return _by_model(lines, titles)
    own = [own_role(line) for line in lines]
    mark_boxes(lines, own)
    mark_pictures(lines, own, ABOVE)
    headline = _headline(lines, taken, own, titles)
    start = next((i for i, line in enumerate(lines) if taken[i] in BODY_ROLES and len(line.words) > _PROSE), 0)
    roles = [
        _taken(line, role, own[i], early=i <= start) if role else _left(line, own[i])
        for i, (line, role) in enumerate(zip(lines, taken, strict=True))
    ]
    if headline is not None:
        roles[headline] = "headline"
        mark_signatures(lines, roles, headline)
    _fill(lines, taken, roles)
    clear_author_boxes(lines, roles)
    mark_agencies(lines, roles)
    mark_lead(lines, roles)
    return roles


def _prose(lines: Sequence[Line]) -> int:
    """How many characters stand in paragraphs that are not mostly links."""
    return sum(len(line.text) for line in lines if len(line.text) >= _PARAGRAPH and line.linked < _HALF)


def _fill(lines: Sequence[Line], taken: Sequence[Role | None], roles: list[Role]) -> None:
    """Headings and paragraphs that the extractor dropped between lines that it took, in the same element as these."""
    inside = [i for i, role in enumerate(taken) if role]
    for before, after in pairwise(inside):
        for i in range(before + 1, after) if after - before - 1 <= _GAP else ():
            if roles[i] == "other" and lines[i].path[:-1] == lines[before].path[:-1] and lines[i].linked < _HALF:
                roles[i] = _between(lines[i], lines[before])


def _between(line: Line, before: Line) -> Role:
    if line.path and line.path[-1][:2] in _HEADINGS and len(line.words) <= _PROSE:
        return "subhead"
    return "body" if line.path == before.path and ends_sentence(line.text) else "other"


def _headline(
    lines: Sequence[Line], taken: Sequence[Role | None], own: Sequence[Role | None], titles: Sequence[str]
) -> int | None:
    """The line with a title's words, else the h1 before the text, else the nearest title-like line that is no link."""
    usable = [
        own[i] is None and line.linked < _LINKED and not is_byline(line) and not date_line(line)
        for i, line in enumerate(lines)
    ]
    body = [role in BODY_ROLES for role in taken]
    first = body.index(True) if True in body else len(lines)
    heads = [line.text for line in lines[: first + 1] if any(label.startswith("h1") for label in line.path[-3:])]
    return find_headline(lines, usable, body, [*titles, *heads[-1:]])


def _taken(line: Line, role: Role, own: Role | None, *, early: bool) -> Role:
    """The role of a line that the extractor took: its own words or elements may still say that it is no prose."""
    if own is not None and own not in ("navigation", "other"):
        return own
    if is_byline(line):
        return "byline"
    if early and role != "table" and date_line(line):
        return "dateline"
    if role == "table" and len(line.words) >= _CELL and ends_sentence(line.text):
        return "body"  # old pages lay out their text in tables
    around = element_role(line.path[-2:])
    return "caption" if around == "caption" and role == "body" else role


def _left(line: Line, own: Role | None) -> Role:
    """The role of a line that the extractor left."""
    around = element_role(line.path)
    if own is not None and own != "navigation":
        return own
    if around in _OUTSIDE:
        return around
    if is_byline(line):
        return "byline"
    if date_line(line):
        return "dateline"
    if around in _ASIDE or around == "credit":
        return around
    if line.linked >= _LINKED:
        return "navigation" if len(line.words) <= 5 else "promo"
    return own or likely_role(line) or "other"


def _by_model(lines: Sequence[Line], titles: Sequence[str]) -> list[Role]:
    """The model of lines, which knows no elements, held back where the elements are clear."""
    held = chances(lines)
    around = [element_role(line.path) for line in lines]
    for i, line in enumerate(lines):
        if around[i] in _OUTSIDE and line.linked > _HALF:
            held[i] = 0.0
    return decode(lines, held, titles)
