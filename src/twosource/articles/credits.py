"""Which agencies a report credits: in its dateline, byline, credit line, copyright, last words, or for a photo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.articles.datelines import read_dateline
from twosource.articles.lines import Line
from twosource.model import Role
from twosource.vocab.wires import Wire, wire_names, wire_spelling

_LAST_WORDS = re.compile(
    r"(?:^|[\s.!?”\")])(?:—|–|--|-|/|\(|\[)\s?(?:with |via )?(?P<names>[^()\[\]—–]{2,40})[)\]]?\.?$"
)
_PASSAGE = re.compile(r"[.!?][”\"’']? \((?P<names>[^()]{2,40})\)$")
"""An agency in brackets behind a paragraph's last sentence: the paragraph is the agency's."""
_LAST = 2
"""Paragraphs at the end of a report whose agency is the whole report's."""
_SOURCED = re.compile(r"\b(?:source|credit|via|text|copyright)\b|©|\(c\)", re.IGNORECASE)
_AS_AUTHOR = re.compile(
    r"^(?:by:? |source:? |from )?(?P<name>.{2,50}?)(?: staff| writers?| reporters?| news agency)?\.?$", re.IGNORECASE
)
_REPORTED = re.compile(r" (?:news agency )?(?:has |had )?(?:reported|reports)\b")
_ACCORDING = re.compile(r"(?:[Aa]ccording to|[Rr]eported by|reports by|report by)(?: the)? (?:news agency )?$")
_TAIL = 60


class Credit(NamedTuple):
    """An agency credited: how, and the span of the page that names it."""

    wire: Wire
    how: str
    start: int
    end: int


def credits(lines: Sequence[Line], roles: Sequence[Role]) -> list[Credit]:
    """The agencies credited for the text, each once; those of pictures only where none is credited for the text."""
    found = [credit for line, role in zip(lines, roles, strict=True) for credit in _in_line(line, role)]
    found += [*_at_the_end(lines, roles), *_of_passages(lines, roles)]
    of_text = [c for c in found if c.how != "caption" and c.wire.kind == "text"]
    chosen = of_text or list(_relied_on(lines, roles)) or [c for c in found if c.wire.kind == "text"]
    return list({c.wire.name: c for c in reversed(chosen)}.values())[::-1]


def _in_line(line: Line, role: Role) -> Iterator[Credit]:
    if role == "dateline":
        dateline = read_dateline(line.text)
        if dateline and dateline.wire and dateline.agency_span:
            start, end = dateline.agency_span
            yield Credit(dateline.wire, "dateline", line.start + start, line.start + end)
        else:
            yield from _named(line, "dateline")
    elif role in ("byline", "credit"):
        yield from _named(line, role)
    elif role == "notice" and _SOURCED.search(line.text[:200]):
        yield from _named(line, "notice")
    elif role == "caption":
        yield from _of_photo(line)
    elif len(line.text) <= 50 and (match := _AS_AUTHOR.match(line.text)) and match["name"] in wire_names():
        start, end = match.span("name")
        yield Credit(wire_names()[match["name"]], "byline", line.start + start, line.start + end)


def _named(line: Line, how: str) -> Iterator[Credit]:
    text = line.text[:600]
    for match in wire_spelling().finditer(text):
        yield Credit(wire_names()[match[0]], how, line.start + match.start(), line.start + match.end())


def _of_photo(line: Line) -> Iterator[Credit]:
    """Agencies at either end of a caption: "Jane Doe, AFP | …", "… (AP Photo/Jane Doe)"."""
    yield from (
        credit
        for credit in _named(line, "caption")
        if credit.start - line.start <= _TAIL or line.end - credit.end <= _TAIL
    )


def _relied_on(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Credit]:
    """An agency whose report the first paragraphs pass on: "…, Reuters reported". "Told Reuters" is none."""
    body = [line for line, role in zip(lines, roles, strict=True) if role in ("lead", "body")]
    for line in body[:2]:
        for credit in _named(line, "reported by the agency"):
            before = line.text[max(0, credit.start - line.start - 30) : credit.start - line.start]
            after = line.text[credit.end - line.start : credit.end - line.start + 30]
            if credit.wire.kind == "text" and (_REPORTED.match(after) or _ACCORDING.search(before)):
                yield credit


def _at_the_end(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Credit]:
    """Agencies named last in the last lines of the body: "… he said. — AFP", "(Reuters)"."""
    body = [line for line, role in zip(lines, roles, strict=True) if role in ("lead", "body")]
    for line in body[-_LAST:]:
        tail = line.text[-_TAIL:]
        match = _LAST_WORDS.search(tail)
        if match is None:
            continue
        offset = line.end - len(tail) + match.start("names")
        for name in wire_spelling().finditer(match["names"]):
            if len(match["names"]) <= 2 * len(name[0]) + 12:
                yield Credit(wire_names()[name[0]], "last words", offset + name.start(), offset + name.end())


def _of_passages(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Credit]:
    """Agencies in brackets behind a paragraph in the middle of a report: "… as it said. (AP)"."""
    body = [line for line, role in zip(lines, roles, strict=True) if role in ("lead", "body")]
    for line in body[:-_LAST]:
        match = _PASSAGE.search(line.text[-_TAIL:])
        wire = wire_names().get(match["names"]) if match else None
        if match and wire:
            start = line.end - len(match["names"]) - 1
            yield Credit(wire, "a passage", start, line.end - 1)
