"""Which story each reading is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model import Reading
from twosource.stories import cluster


@dataclass(frozen=True, slots=True)
class Placement:
    """The story that an article is of in the end, and those it was of before others came that joined or split them."""

    story: str
    was: tuple[str, ...] = ()
    """The first one first."""


def assign_stories(readings: Iterable[Reading]) -> dict[str, Placement]:
    """Article id to its place; the order of the readings is their order of arrival."""
    placed: dict[str, Placement] = {}
    for article, story in cluster((r.article.id, article_text(r), published_day(r), r.top) for r in readings):
        before = placed.setdefault(article, Placement(story))
        if before.story != story:
            placed[article] = Placement(story, (*before.was, before.story))
    return placed


def article_text(reading: Reading) -> str:
    """The words of an article without its residue: headline and body, one block a line."""
    kept = {"headline", "lead", "body", "subhead", "list", "blockquote"}
    return "\n".join(reading.page.text[b.start : b.end] for b in reading.article.blocks if b.role in kept)


def published_day(reading: Reading) -> str | None:
    """The ISO day on which the article was published, if it is known to the day."""
    published = reading.article.published
    return published.value[:10] if published and len(published.value) >= len("2024-01-01") else None
