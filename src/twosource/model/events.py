"""Who did what to whom: events coded by PLOVER 0.8, with STATEMENT and OCCURRENCE beside its types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model.evidence import Evidence
from twosource.model.selector import Selector

Realis = Literal["asserted", "ongoing", "planned", "hypothetical", "negated", "historical"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor or recipient of an event: the words, and whose they are where that is known."""

    actor: str | None
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When an event was: earliest and latest ISO day; `selector` is the time expression it rests on."""

    earliest: str | None
    latest: str | None
    precision: str
    selector: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event was: a place id, how precise that is, and the words."""

    place: str | None
    precision: str
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event in one article; `anchor` is the word or words that name it."""

    id: str
    article: str
    type: str
    anchor: Selector
    realis: Realis
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    reciprocal: bool = False
    attributed_to: str | None = None
    time: EventTime | None = None
    place: EventPlace | None = None
    quantities: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
