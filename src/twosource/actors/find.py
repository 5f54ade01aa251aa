"""The actors of one report: persons, bodies, groups and governments with all that refers to them."""

from __future__ import annotations

from dataclasses import replace

from twosource.actors.drafts import Draft, Text
from twosource.actors.persons import find_persons
from twosource.model import Actor, Reading


def find_actors(reading: Reading) -> Reading:
    """The reading with its actors, in the order in which they are first mentioned."""
    if reading.analysis is None:
        return reading
    text = Text(reading)
    drafts = find_persons(text)
    return replace(reading, actors=finish(text, drafts))


def finish(text: Text, drafts: list[Draft]) -> tuple[Actor, ...]:
    """The records of the drafts, by first mention."""
    ordered = sorted((d for d in drafts if d.seen), key=lambda d: (min(x.start for x in d.seen), d.name))
    taken: set[str] = set()
    return tuple(draft.finish(text.page, text.article, taken) for draft in ordered)
