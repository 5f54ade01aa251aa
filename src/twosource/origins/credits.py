"""What a report says of where it comes from: agencies credited, other outlets named."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from twosource.model import BODY_ROLES, Article, Page, Selector

Credit = Literal["whole", "part", "none"]

_LAST = 2
"""Paragraphs at the end of a report whose agency is the whole report's."""
_BARE = 4
"""Characters beside an agency's name in a line that is only a credit: brackets, a dash."""

_PART = re.compile(
    r"contribut|(?:additional|further|extra) reporting|with reporting|assist|with files|material from|also (?:from|by)",
    re.I,
)
_CUE = r"(?:says?|said|reports?|reported|states?|stated|writes?|wrote|told|tells?|according to|quoted|adds?|added)"
_COMMON_LABELS = re.compile(
    r"www|news|m|amp|edition|en|web|archive|com|co|org|net|gov|edu|ac|uk|us|de|fr|ca|au|in|nz|ie|eu|int|info|tv"
)


def agencies(article: Article) -> frozenset[str]:
    """The agencies that a report credits in its text, picture captions left aside."""
    return frozenset(w.name for w in article.wires if not _is_of_picture(article, w.selector))


def credit(page: Page, article: Article, wire: str) -> Credit:
    """Whether the whole report is credited to `wire`, or only a contribution to it."""
    found: Credit = "none"
    for each in article.wires:
        if each.name != wire or _is_of_picture(article, each.selector):
            continue
        if each.selector is None:
            return "whole"
        if not (_of_passage(article, each.selector) or _PART.search(_line(page.text, each.selector.start))):
            return "whole"
        found = "part"
    return found


def _of_passage(article: Article, at: Selector) -> bool:
    """Whether an agency is credited behind one paragraph of several, which others follow."""
    running = [b for b in article.blocks if b.role in ("lead", "body")]
    nth = next((n for n, b in enumerate(running) if b.start <= at.start < b.end), len(running))
    return nth < len(running) - _LAST


def names_outlet(page: Page, article: Article, other_page: Page, other: Article) -> bool:
    """Whether `page` names the outlet of `other` as its authority ("says the Herald", "the Herald reported")."""
    return any(
        re.search(rf"{_CUE}\s(?:the\s)?{re.escape(name)}\b|\b{re.escape(name)}(?:\s\w{{1,20}})?\s{_CUE}\b", block, re.I)
        for name in outlet_names(other_page, other)
        for block in _texts(page, article)
    )


def outlet_names(page: Page, article: Article) -> tuple[str, ...]:
    """Names by which others may cite the outlet: as given, and the label of its web address."""
    names = [article.outlet or "", page.given.outlet or ""]
    for address in (page.given.url or "", page.location, *names):
        host = urlsplit(address).hostname if "//" in address else address
        labels = [x for x in (host or "").lower().split(".") if not _COMMON_LABELS.fullmatch(x)]
        if "." in (host or "") and " " not in (host or "") and labels:
            names.append(labels[-1])
    return tuple(sorted({n for n in names if len(n) >= 3 and "." not in n}))


def _texts(page: Page, article: Article) -> list[str]:
    return [page.text[b.start : b.end] for b in article.blocks if b.role in ("lead", "body", "list")]


def _is_of_picture(article: Article, at: Selector | None) -> bool:
    """Whether a credit is that of a picture: it is in a caption, and not bare as the report's last words, "(AP)"."""
    block = next((b for b in article.blocks if at and b.start <= at.start < b.end), None)
    if at is None or block is None or block.role != "caption":
        return False
    bare = (block.end - block.start) - (at.end - at.start) <= _BARE
    return not (bare and all(b.end <= block.start for b in article.blocks if b.role in BODY_ROLES))


def _line(text: str, offset: int) -> str:
    """The line that `offset` stands in, 400 characters at most on either side."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - 400)
    end = text.find("\n", offset)
    return text[start : min(len(text) if end < 0 else end, offset + 400)]
