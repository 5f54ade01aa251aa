"""Events as JSON Lines by PLOVER: the fields of its manual 0.8, with the words and the origin count beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from twosource.codec import dump
from twosource.formats.shown import one_line
from twosource.formats.views import RecordView
from twosource.model import Actor, Event, Party, Record
from twosource.vocab.cameo import cameo_root
from twosource.vocab.events import OWN_TYPES

REALIS = {"negated": "negation", "hypothetical": "hypothetical", "planned": "future", "historical": "historical"}
"""Our realis, and the auxiliary mode of PLOVER for it; asserted and ongoing events have none."""


class PloverLines:
    """JSON Lines: an event each that PLOVER has a type for, which is all but `OWN_TYPES`. See `Writing`."""

    def add(self, record: Record) -> Iterator[str]:
        """The lines of its events."""
        yield from (dump(row) + "\n" for row in _rows(record))

    def end(self) -> Iterator[str]:
        """Nothing."""
        yield from ()


def _rows(record: Record) -> Iterator[dict[str, Any]]:
    view, origins = RecordView(record), _origins(record)
    actors = {actor.id: actor for actor in record.actors}
    stories = {article: story.id for story in record.stories for article in story.articles}
    for event in record.events:
        if event.type not in OWN_TYPES:
            row = _row(event, view, actors, origins.get(event.id, 1))
            yield row | {"story": stories.get(event.article)}


def _row(event: Event, view: RecordView, actors: dict[str, Actor], origins: int) -> dict[str, Any]:
    report = view.passage(event.anchor).report
    published = report.article.published
    time = event.time
    return {
        "id": event.id,
        "date": time.earliest if time else None,
        "date_latest": time.latest if time else None,
        "event_type": event.type,
        "mode": list(event.mode),
        "aux_modes": [REALIS[event.realis]] if event.realis in REALIS else [],
        "context": list(event.context),
        "cameo_root": cameo_root(event.type, event.mode, event.context),
        "actor": list(_parties(event.actors, actors)),
        "recipient": list(_parties(event.recipients, actors)),
        "geo_place": event.place.selector.exact if event.place else None,
        "origins": origins,
        "publisher": report.outlet,
        "published": published.value if published else None,
        "text": one_line(event.anchor.exact),
        "selector": event.anchor,
    }


def _parties(parties: Iterable[Party], actors: dict[str, Actor]) -> Iterator[dict[str, Any]]:
    for party in parties:
        actor = actors.get(party.actor or "")
        yield {
            "name": one_line(actor.name if actor else party.selector.exact),
            "country": actor.country if actor else None,
            "sectors": list(actor.sectors) if actor else [],
        }


def _origins(record: Record) -> dict[str, int]:
    """How many origins tell an event: as many as the finding has that its claim is in."""
    refs = {claim.id: claim.ref for claim in record.claims if claim.kind == "event"}
    found: dict[str, int] = defaultdict(int)
    for finding in record.findings:
        for claim in finding.claims:
            if ref := refs.get(claim):
                found[ref] = max(found[ref], finding.origins)
    return found
