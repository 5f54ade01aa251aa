"""Invented reports for these tests."""

from __future__ import annotations

from twosource.model import (
    Article,
    Block,
    Page,
    Published,
    Quantity,
    Reading,
    Record,
    Selector,
    Story,
    Time,
    Timex,
    page_id,
)


def reading(name: str, *lines: str, day: str | None = None) -> Reading:
    """A report of these lines: a headline and body paragraphs."""
    text = "\n".join(lines)
    page = Page(id=page_id(f"{name}\n{text}".encode()), location=name, media_type="text/plain", text=text)
    blocks, at = [], 0
    for n, line in enumerate(lines):
        blocks.append(Block(role="body" if n else "headline", start=at, end=at + len(line)))
        at += len(line) + 1
    published = Published(value=day, precision="day", basis="given") if day else None
    headline = Selector.of(page, 0, len(lines[0]))
    return Reading(
        page=page,
        article=Article(
            id=name, page=page.id, blocks=tuple(blocks), language="en", headline=headline, published=published
        ),
    )


def at(reading: Reading, words: str) -> Selector:
    """Where `words` first stand in the report."""
    start = reading.page.text.index(words)
    return Selector.of(reading.page, start, start + len(words))


def toll(reading: Reading, words: str, low: float, high: float | None, role: str = "killed") -> Quantity:
    """A quantity of the report; `high` None for "at least"."""
    return Quantity(
        id=f"q:{reading.article.id}:{words}", article=reading.article.id, selector=at(reading, words),
        min=low, max=high,
        point=low if low == high else None, role=role,
    )  # fmt: skip


def day(reading: Reading, words: str, iso: str) -> Time:
    """A resolved date of the report."""
    return Time(
        id=f"t:{reading.article.id}:{words}", article=reading.article.id, selector=at(reading, words),
        timex=Timex(type="DATE", value=iso), earliest=iso, latest=iso, basis="text",
    )  # fmt: skip


def record(*readings: Reading, **parts: object) -> Record:
    """One story of these readings."""
    articles = tuple(r.article for r in readings)
    story = Story(
        id="story:1", headline=at(readings[0], readings[0].page.text[:1]), articles=tuple(a.id for a in articles),
        first=None, last=None,
    )  # fmt: skip
    return Record(pages=tuple(r.page for r in readings), articles=articles, stories=(story,), **parts)  # type: ignore[arg-type]
