"""Readings made by hand: a text with tags and lemmas, and the actors, times, places and quotes that a test names."""

from __future__ import annotations

from dataclasses import replace

from twosource.events import find_events
from twosource.model import (
    Actor,
    Article,
    Block,
    Event,
    Mention,
    Page,
    Place,
    Published,
    Quantity,
    Quote,
    Reading,
    Selector,
    Time,
    Timex,
)
from twosource.nlp.rules import RulesAnalyzer

PUBLISHED = Published(value="2021-06-15", precision="day", basis="given")


def reading(text: str, *, headline: str = "") -> Reading:
    """A report of one headline and one block of text, published on 15 June 2021, with its words analysed."""
    whole = f"{headline}\n\n{text}" if headline else text
    page = Page(id="page", location="made.txt", media_type="text/plain", text=whole)
    blocks = [Block(role="body", start=len(whole) - len(text), end=len(whole))] if text else []
    if headline:
        blocks.insert(0, Block(role="headline", start=0, end=len(headline)))
    article = Article(id="article", page="page", blocks=tuple(blocks), language="en", published=PUBLISHED)
    return Reading(page=page, article=article, analysis=RulesAnalyzer().analyze(page, article))


def at(made: Reading, words: str) -> Selector:
    """The selector of the first occurrence of `words`."""
    start = made.page.text.index(words)
    return Selector.of(made.page, start, start + len(words))


def with_actor(made: Reading, words: str, *, actor: str, kind: str = "group") -> Reading:
    mention = Mention(selector=at(made, words), form="name")
    new = Actor(id=actor, name=words, kind=kind, named=True, names=(words,), mentions=(mention,))  # type: ignore[arg-type]
    return replace(made, actors=(*made.actors, new))


def with_time(made: Reading, words: str, value: str, *, latest: str = "") -> Reading:
    timex = Timex(type="DATE", value=value)
    earliest = value if len(value) == 10 else f"{value}-01-01"
    new = Time(
        id=f"time:{words}", article="article", selector=at(made, words), timex=timex,
        earliest=earliest, latest=latest or earliest, basis="text",
    )  # fmt: skip
    return replace(made, times=(*made.times, new))


def with_place(made: Reading, words: str) -> Reading:
    new = Place(
        id=f"place:{words}", name=words, country=None, lat=None, lon=None, precision="town",
        gazetteer_id=None, mentions=(at(made, words),),
    )  # fmt: skip
    return replace(made, places=(*made.places, new))


def with_quantity(made: Reading, words: str) -> Reading:
    new = Quantity(id=f"quantity:{words}", article="article", selector=at(made, words), min=1, max=1)
    return replace(made, quantities=(*made.quantities, new))


def with_quote(made: Reading, words: str, *, speaker: str = "", polarity: str = "said") -> Reading:
    new = Quote(
        id=f"quote:{words}", article="article", kind="indirect", content=(at(made, words),),
        speaker_selector=at(made, speaker) if speaker else None, polarity=polarity,  # type: ignore[arg-type]
    )  # fmt: skip
    return replace(made, quotes=(*made.quotes, new))


def events(made: Reading | str) -> tuple[Event, ...]:
    """The events found in a reading or in a text."""
    return find_events(reading(made) if isinstance(made, str) else made).events


def only(made: Reading | str) -> Event:
    """The one event found; fails where there are none or several."""
    found = events(made)
    assert len(found) == 1, [(e.type, e.anchor.exact) for e in found]
    return found[0]


def actors(event: Event) -> list[str]:
    return [p.selector.exact for p in event.actors]


def recipients(event: Event) -> list[str]:
    return [p.selector.exact for p in event.recipients]
