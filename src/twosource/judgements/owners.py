"""Whose words, deeds and claims are whose, after actors have been joined, parted or given a quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from twosource.model import Claim, Event, Party, Quote, Record, Selector

ARTICLE = "article"
"""Who asserts what no one is quoted for."""
Owner = Callable[[str, Selector], str]
"""The actor (id) whose a place in the text is, of the actor whose it was."""


def moved(record: Record, owner: Owner) -> Record:
    """The record with each use of an actor given to its owner now, and the claims asserted by whoever says them."""
    quotes = tuple(_quote(q, owner) for q in record.quotes)
    events = tuple(_event(e, owner) for e in record.events)
    changed = {new.id for old, new in zip(record.quotes, quotes, strict=True) if old.speaker != new.speaker}
    return reasserted(replace(record, quotes=quotes, events=events), changed)


def _quote(quote: Quote, owner: Owner) -> Quote:
    at = quote.content[0] if quote.content else quote.speaker_selector
    if at is None:
        return quote
    speaker = quote.speaker and owner(quote.speaker, quote.speaker_selector or at)
    addressee = quote.addressee and owner(quote.addressee, at)
    same = speaker == quote.speaker and addressee == quote.addressee
    return quote if same else replace(quote, speaker=speaker, addressee=addressee)


def _event(event: Event, owner: Owner) -> Event:
    actors, recipients = _parties(event.actors, owner), _parties(event.recipients, owner)
    same = actors == event.actors and recipients == event.recipients
    return event if same else replace(event, actors=actors, recipients=recipients)


def _parties(parties: tuple[Party, ...], owner: Owner) -> tuple[Party, ...]:
    return tuple(replace(p, actor=owner(p.actor, p.selector)) if p.actor else p for p in parties)


def reasserted(record: Record, quotes: set[str]) -> Record:
    """The record with the claims in these quotes (ids) asserted by their speakers, as the claims of an article are."""
    if not quotes:
        return record
    said = {q.id: q.speaker or ARTICLE for q in record.quotes if q.id in quotes}
    by_event = {e.id: said[e.attributed_to] for e in record.events if e.attributed_to in said}
    counted = {q.id: q.selector for q in record.quantities}
    inner = [q for q in record.quotes if q.content]

    def by(claim: Claim) -> str:
        ref = claim.ref or ""
        if claim.kind == "quantity" and ref in counted:
            around = _innermost(inner, counted[ref])
            return said.get(around.id, claim.asserted_by) if around else claim.asserted_by
        known = said if claim.kind == "quote" else by_event if claim.kind == "event" else {}
        return known.get(ref, claim.asserted_by)

    return replace(record, claims=tuple(_asserted(c, by(c)) for c in record.claims))


def _asserted(claim: Claim, by: str) -> Claim:
    return claim if claim.asserted_by == by else replace(claim, asserted_by=by)


def _innermost(quotes: list[Quote], at: Selector) -> Quote | None:
    around = [(s.end - s.start, n) for n, q in enumerate(quotes) for s in q.content if s.covers(at)]
    return quotes[min(around)[1]] if around else None
