"""Readings and records from plain lines, for the tests of actors."""

from __future__ import annotations

from itertools import zip_longest

from twosource.actors import find_actors
from twosource.model import Actor, Article, Block, Page, Published, Reading, Record, Role
from twosource.nlp import load_analyzer

PICTURE = "FILE PHOTO: "


def reading(text: str, name: str = "a", date: str = "") -> Reading:
    """A reading of `text`, one block a line, with its actors found; `date` is its day or month of publication.

    A line that begins with PICTURE is a caption.
    """
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role: Role = "caption" if line.startswith(PICTURE) else "body"
            blocks.append(Block(role=role, start=at, end=at + len(line)))
        at += len(line) + 1
    page = Page(id=f"sha256:{name}", location=f"{name}.txt", media_type="text/plain", text=text)
    published = Published(value=date, precision="day" if len(date) > 7 else "month", basis="given") if date else None
    article = Article(id=f"article:{name}", page=page.id, blocks=tuple(blocks), language="en", published=published)
    analysis = load_analyzer("rules").analyze(page, article)
    return find_actors(Reading(page=page, article=article, analysis=analysis))


def actors(text: str) -> tuple[Actor, ...]:
    """The actors of a text."""
    return reading(text).actors


def named(found: tuple[Actor, ...], name: str) -> Actor:
    """The actor with that name among its names; fails the test if there is not exactly one."""
    matching = [a for a in found if name in a.names]
    assert len(matching) == 1, (name, [a.names for a in found])
    return matching[0]


def said_of(actor: Actor, form: str) -> list[str]:
    """The words of an actor's mentions of one form, in order."""
    return [m.selector.exact for m in actor.mentions if m.form == form]


def record(*texts: str, dates: tuple[str, ...] = ()) -> Record:
    """The readings of several texts laid together, not yet joined; `dates` are theirs, none where it is shorter."""
    dated = zip_longest(texts, dates[: len(texts)], fillvalue="")
    read = [reading(text, f"r{i}", date) for i, (text, date) in enumerate(dated)]
    return Record(
        pages=tuple(r.page for r in read),
        articles=tuple(r.article for r in read),
        actors=tuple(a for r in read for a in r.actors),
    )
