"""The one door to trafilatura: from a parsed page to the pieces of its article, in order, each with its kind."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from twosource.model import Role

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

PRECISE_SHARE = 0.6
"""The stricter extraction is taken if it keeps this share of the page's paragraphs or of the usual extraction.

Alone, the usual one gives .954 on scrapinghub and .922 on WCXB, the stricter .960 and .897; together .962 and .922.
The first test spares the usual one on 225 of 256 pages of both, on each of which the second holds too."""

MAX_CHARACTERS = 4_000_000
"""Longer markup is not given to the extractor: its several copies of the tree would take gigabytes."""

_KINDS: dict[str, Role] = {"head": "subhead", "item": "list", "quote": "blockquote", "cell": "table"}
_BREAKS = frozenset({"lb", "p", "head", "item", "quote", "cell", "row", "list", "table", "div", "graphic"})


class Piece(NamedTuple):
    """A line of the article as the extractor gives it: its kind and its text, white space folded."""

    role: Role
    text: str


def parse(markup: str) -> HtmlElement | None:
    """The tree of a page, its depth and size capped by the parser (255 elements deep); None where there is no tree."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    if len(markup) > MAX_CHARACTERS:
        return None
    parser = HTMLParser(collect_ids=False, encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None


def extract(tree: HtmlElement, prose: int) -> list[Piece]:
    """The pieces of the article in `tree`, which stays as it was; none where the extractor finds no article.

    `prose` is how many characters the paragraphs of the page have.
    """
    if _is_cut_short(tree):
        return []
    strict = _run(tree, precise=True)
    if strict and _length(strict) >= PRECISE_SHARE * prose:
        return strict
    usual = _run(tree, precise=False)
    return strict if _length(strict) >= PRECISE_SHARE * _length(usual) else usual


def _is_cut_short(tree: HtmlElement) -> bool:
    """Whether the page was nested too deep for the parser: then all that follows is missing from the tree."""
    return any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in tree.getroottree().parser.error_log)


def _run(tree: HtmlElement, *, precise: bool) -> list[Piece]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(tree, include_comments=False, favor_precision=precise)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return []  # what the extractor cannot digest is left to the model of lines
    body = getattr(found, "body", None)
    return list(_pieces(body)) if body is not None else []


def _pieces(body: _Element) -> Iterator[Piece]:
    """Walks the tree without recursion and cuts its text where a block begins or ends."""
    from lxml.etree import iterwalk

    kinds: list[Role] = ["body"]
    words: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BREAKS:
            yield from _flush(kinds[-1], words)
        if event == "start":
            kinds.append(_KINDS.get(tag, kinds[-1]))
            words.append(element.text or "")
        else:
            kinds.pop()
            words.append(element.tail or "")
    yield from _flush(kinds[-1], words)


def _flush(kind: Role, words: list[str]) -> Iterator[Piece]:
    text = " ".join("".join(words).split())
    words.clear()
    if text:
        yield Piece(kind, text)


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
