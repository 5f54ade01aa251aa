"""Places by a person: one of the gazetteer, a point on the map, or nowhere that can be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isfinite

from twosource.errors import UsageError
from twosource.judgements.outcomes import Outcome, applied, judged, listed, quoted, refused
from twosource.judgements.passages import held_in, nearest
from twosource.model import Event, EventPlace, Judgement, Place, Record, Selector, content_id
from twosource.vocab.gazetteer import Spot


def place(record: Record, judgement: Judgement) -> Outcome:
    """Where the mentions with these words are, with the events that hang on them; else where the events there were."""
    at = held_in(record, judgement)
    mentioned = _mentioned(record, at)
    if not mentioned:
        return _events(record, judgement, at)
    ruled = _ruled(judgement, tuple(sorted(mentioned)))
    before = f"{_words(at)}: {listed(map(in_words, mentioned.values()))}"
    places = _places(record, ruled, mentioned)
    events = tuple(_at(e, ruled, mentioned, judgement) for e in record.events)
    left = {p.id for p in places}
    now = {p.id: p.id if p.id in left else ruled.id for p in mentioned.values()}
    quotes = tuple(replace(q, said_in=now[q.said_in]) if q.said_in in now else q for q in record.quotes)
    refs = [ruled.id, *(new.id for new, old in zip(events, record.events, strict=True) if new is not old)]
    fresh = replace(record, places=places, events=events, quotes=quotes)
    return applied(fresh, judgement, before, f"{_words(at)}: {in_words(ruled)}", refs, at)


def _mentioned(record: Record, at: Sequence[Selector]) -> dict[Selector, Place]:
    named = [(m, (m, p)) for p in record.places for m in p.mentions]
    return dict(found for s in at if (found := nearest(s, named)))


def _ruled(judgement: Judgement, mentions: tuple[Selector, ...]) -> Place:
    """The place that a person chose; nowhere that can be told is called as it is written."""
    chosen = judgement.ruling.place
    if chosen is not None:
        return replace(chosen, mentions=mentions)
    name = " ".join(mentions[0].exact.split())
    number = content_id("place", "unknown", name)
    return Place(
        id=number, name=name, country=None, lat=None, lon=None, precision="area", gazetteer_id=None, mentions=mentions
    )


def _places(record: Record, ruled: Place, mentioned: Mapping[Selector, Place]) -> tuple[Place, ...]:
    """The places with these mentions at the ruled one; a place that nothing names any more goes."""
    old = {p.id for p in mentioned.values()} - {ruled.id}
    known = next((p.mentions for p in record.places if p.id == ruled.id), ())
    ruled = replace(ruled, mentions=tuple(sorted({*known, *ruled.mentions})))
    left = (replace(p, mentions=tuple(m for m in p.mentions if m not in mentioned)) for p in record.places)
    return (*(p for p in left if p.id != ruled.id and (p.mentions or p.id not in old)), ruled)


def _at(event: Event, ruled: Place, mentioned: Mapping[Selector, Place], judgement: Judgement) -> Event:
    """The event at the ruled place, where it hangs on one of its mentions."""
    where = event.place
    if where is None or not any(where.selector.overlaps(m) for m in mentioned):
        return event
    reason = judged(judgement, f"place: {in_words(ruled)}", (where.selector,))
    fresh = EventPlace(place=ruled.id, precision=ruled.precision, selector=where.selector)
    return replace(event, place=fresh, evidence=(*event.evidence, reason))


def _events(record: Record, judgement: Judgement, at: Sequence[Selector]) -> Outcome:
    """The events with these anchors at the ruled place, whatever the words around them say."""
    anchors = [(e.anchor, e) for e in record.events]
    meant = {e.id: e for s in at if (e := nearest(s, anchors))}
    if not meant:
        return refused(record, judgement, "no place or event with these words is found any more", at)
    ruled = _ruled(judgement, tuple(sorted(e.anchor for e in meant.values())))
    names = {p.id: in_words(p) for p in record.places}
    before = listed(
        names.get(e.place.place or "", e.place.selector.exact) if e.place else UNKNOWN for e in meant.values()
    )
    events = tuple(
        replace(
            e,
            place=EventPlace(place=ruled.id, precision=ruled.precision, selector=e.anchor),
            evidence=(*e.evidence, judged(judgement, f"place: {in_words(ruled)}", (e.anchor,))),
        )
        if e.id in meant
        else e
        for e in record.events
    )
    fresh = replace(record, places=_places(record, ruled, {}), events=events)
    return applied(
        fresh, judgement, f"{_words(at)}: {before}", f"{_words(at)}: {in_words(ruled)}", [ruled.id, *meant], at
    )


UNKNOWN = "a place that is not known"


def in_words(place: Place) -> str:
    """A place as reasons call it: name, country, where on the map."""
    if place.lat is None or place.lon is None:
        return f"{place.name}, not on the map"
    country = f", {place.country}" if place.country else ""
    return f"{place.name}{country} ({place.lat:.2f}, {place.lon:.2f})"


def _words(at: Sequence[Selector]) -> str:
    return listed(quoted(s) for s in at)


def place_of(spot: Spot) -> Place:
    """A place of the gazetteer, with the id that it has wherever a report names it."""
    return Place(
        id=content_id("place", spot.id), name=spot.name, country=spot.country, lat=spot.lat, lon=spot.lon,
        precision=spot.precision, gazetteer_id=spot.id, mentions=(),
    )  # fmt: skip


def place_at(name: str, lat: str, lon: str) -> Place:
    """A point on the map under a name, in degrees (WGS 84); raises UsageError where it is none."""
    try:
        north, east = float(lat), float(lon)
    except ValueError as error:
        raise UsageError("a point is two numbers: degrees north (-90 to 90) and east (-180 to 180)") from error
    if not name or not (isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        raise UsageError("a point has a name, degrees north (-90 to 90) and degrees east (-180 to 180)")
    return Place(
        id=content_id("place", name, north, east), name=name, country=None, lat=north, lon=east, precision="town",
        gazetteer_id=None, mentions=(),
    )  # fmt: skip
