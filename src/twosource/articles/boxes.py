"""Boxes within a page that words around them tell: "Related" and what is under it, "list of 3 items … end of list"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.lines import Line
from twosource.articles.shapes import date_line, ends_sentence
from twosource.model import Role

_ENDS = {
    "skip past newsletter promotion": "after newsletter promotion",
    "list of": "end of list",
}
"""How a page that is read aloud begins such a box, and how it ends it."""
_LONGEST = 14
_TEASER = 18
_KICKED_HEAD = re.compile(
    r"(?:(?:read )?more|(?:most|top|also|must)[ -](?:read|popular|viewed|watched|in))(?: [\w&'’-]+){0,4}", re.IGNORECASE
)
_KICKED = re.compile(r"(?:[A-Z][A-Z'’!-]+ ){1,4}[A-Z0-9'‘][\w'’,.]*(?: [\w'’,.%£$€-]+){2,20}")
_HEADS = frozenset(
    f"{first} {kind}".strip()
    for first in ("related", "recommended", "read", "more", "see", "further")
    for kind in (
        "",
        "article",
        "articles",
        "story",
        "stories",
        "news",
        "also",
        "more",
        "next",
        "content",
        "reading",
    )
    if (first, kind) not in (("more", ""), ("see", ""), ("read", ""), ("more", "news"), ("see", "more"))
) | {
    "also read",
    "you may also like",
    "you might also like",
    "more on this story",
    "more on this topic",
    "don't miss",
}


def mark_boxes(lines: Sequence[Line], own: list[Role | None]) -> None:
    """Marks as `promo` what a box holds, and the title right under "Related"."""
    for i, line in enumerate(lines):
        words = " ".join(line.words)
        if close := next((end for start, end in _ENDS.items() if words.startswith(start)), None):
            _fill(lines, own, i, close)
        if words in _HEADS and i + 1 < len(lines) and _is_teaser(lines[i + 1], own[i + 1]):
            own[i] = own[i + 1] = "promo"
            _mark_more(lines, own, i + 2)
        if _KICKED_HEAD.fullmatch(line.text):
            _mark_kicked(lines, own, i + 1)


def _mark_more(lines: Sequence[Line], own: list[Role | None], start: int) -> None:
    """Marks further teasers of a box whose lines stand close together, if what follows the box is set apart."""
    end = start
    while end < len(lines) and not lines[end].apart and _is_teaser(lines[end], own[end]) and not date_line(lines[end]):
        end += 1
    if end == len(lines) or lines[end].apart:
        own[start:end] = ["promo"] * (end - start)


def _mark_kicked(lines: Sequence[Line], own: list[Role | None], start: int) -> None:
    """Marks the teasers right under "MORE FROM WORLD" that begin in capitals: "GOLD RUSH Farmer digs up coins"."""
    for i in range(start, min(len(lines), start + _LONGEST)):
        if not (_KICKED.match(lines[i].text) and _is_teaser(lines[i], own[i])):
            break
        own[start - 1] = own[i] = "promo"


def _fill(lines: Sequence[Line], own: list[Role | None], start: int, close: str) -> None:
    for end in range(start + 1, min(len(lines), start + _LONGEST)):
        if " ".join(lines[end].words) == close:
            own[start : end + 1] = ["promo"] * (end + 1 - start)


def _is_teaser(line: Line, own: Role | None) -> bool:
    return own is None and 2 <= len(line.words) <= _TEASER and (not ends_sentence(line.text) or line.text[-1] == "?")
