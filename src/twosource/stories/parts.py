"""The parts of an article that stories are described by: its running blocks, the block at an offset, its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from twosource.model import Article, Block, Event, Quantity, Selector, Time

RUNNING = ("headline", "lead", "body", "list")
"""Roles of the blocks that tell what happened, from the top down."""
LEADING = 8
"""Running blocks from the top of a report that may tell of its main event."""

Found = TypeVar("Found", Event, Quantity, Time)


def block_at(article: Article, offset: int) -> Block | None:
    """The block that holds the character at an offset of the page."""
    return next((b for b in article.blocks if b.start <= offset < b.end), None)


def prominence(article: Article, at: Selector) -> float:
    """1 in the first running block of the report, falling to 0 after `LEADING` of them."""
    if at.page != article.page:
        return 0.0
    rank = 0
    for block in article.blocks:
        if block.start <= at.start < block.end:
            return max(0.0, 1.0 - rank / LEADING) if block.role in (*RUNNING, "dateline") else 0.0
        rank += block.role in RUNNING
    return 0.0


def by_article(found: Iterable[Found]) -> dict[str, list[Found]]:
    """Records by the id of their article; none for an article without any."""
    by: dict[str, list[Found]] = defaultdict(list)
    for each in found:
        by[each.article].append(each)
    return by
