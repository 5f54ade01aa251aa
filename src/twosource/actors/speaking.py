"""Places that speak in a report and are no government of a country: a town, a region, a state that few recognise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Actor, Evidence, Mention, Place, Quote, Reading, Selector, content_id
from twosource.vocab.countries import country_names
from twosource.vocab.sectors import peoples, unrecognised_states

_DATELINE = re.compile(r",? ?(?:\(|--|—|–|- |:)")


def add_speaking_places(reading: Reading) -> Reading:
    """The reading with an actor for each place that speaks and nothing else has taken for one, and whose quotes."""
    places = {m.exact: p for p in reading.places for m in p.mentions if p.precision in ("town", "region", "area")}
    taken = {word for actor in reading.actors for word in actor.name.split()}
    found: dict[str, list[Quote]] = {}
    for quote in reading.quotes:
        if quote.speaker is None and quote.speaker_selector is not None:
            name = _bare(quote.speaker_selector.exact)
            spoken = name in places and name not in country_names() and name not in taken
            if name in unrecognised_states() or (spoken and not _is_dateline(reading, quote.speaker_selector)):
                found.setdefault(name, []).append(quote)
    made = {name: _actor(reading.article.id, name, quotes, places.get(name)) for name, quotes in found.items()}
    spoke = {quote.id: made[name].id for name, quotes in found.items() for quote in quotes}
    quotes = tuple(replace(q, speaker=spoke.get(q.id, q.speaker)) for q in reading.quotes)
    return replace(reading, actors=(*reading.actors, *made.values()), quotes=quotes)


def _is_dateline(reading: Reading, words: Selector) -> bool:
    """Whether a name stands before the mark that ends a dateline: "LIMA (AP) —", "LIMA —"."""
    return _DATELINE.match(reading.page.text, words.end) is not None


def _bare(words: str) -> str:
    return words.removeprefix("the ").removeprefix("The ")


def _actor(article: str, name: str, quotes: Iterable[Quote], place: Place | None) -> Actor:
    state = name in unrecognised_states()
    mentions = [q.speaker_selector for q in quotes if q.speaker_selector is not None]
    why = f"{name} speaks here, so those who govern it are meant"
    return Actor(
        id=content_id("actor", article, "place", name),
        name=name,
        kind="government" if state else "place",
        named=True,
        names=(name,),
        mentions=tuple(Mention(selector=s, form="name") for s in dict.fromkeys(mentions)),
        evidence=(Evidence(function="a place speaks", score=0.6, detail=why, selectors=tuple(mentions)),),
        country=peoples().get(name) or (place.country if place else None),
        sectors=("PRE",) if state else (),
    )
