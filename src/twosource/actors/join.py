"""Actors across the reports of a record: who is one and the same, and their ids rewritten wherever they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.actors.drafts import fullest
from twosource.actors.same import Links
from twosource.model import Actor, ActorKind, Event, Evidence, Mention, Party, Record, content_id

_KINDS: tuple[ActorKind, ...] = ("government", "group", "organization", "place", "person", "other")
"""What one of several kinds counts for: a body that one report takes for a person is a body."""


def join_actors(record: Record) -> Record:
    """The record with the actors that are one in several reports joined; it does not depend on the reports' order."""
    article_of = {a.page: a.id for a in record.articles}
    ordered = sorted(record.actors, key=lambda a: (_place(a, article_of), a.id))
    links = Links(ordered, _stories(record, ordered, article_of), _dates(record, ordered))
    joined = [_joined(group, reasons, article_of) for group, reasons in links.groups()]
    new = {old.id: actor.id for (group, _), actor in zip(links.groups(), joined, strict=True) for old in group}
    return _rewritten(replace(record, actors=tuple(joined)), new)


def _place(actor: Actor, article_of: Mapping[str, str]) -> tuple[str, int]:
    first = actor.mentions[0].selector if actor.mentions else None
    return (article_of.get(first.page, ""), first.start) if first else ("", 0)


def _stories(record: Record, actors: Sequence[Actor], article_of: Mapping[str, str]) -> list[str]:
    """The story of each actor's report; all reports are of one where the record has no stories yet."""
    story = {article: s.id for s in record.stories for article in s.articles}
    return [story.get(_place(actor, article_of)[0], "") for actor in actors]


def _dates(record: Record, actors: Sequence[Actor]) -> list[str]:
    """When each actor's report was published, ISO 8601; empty where that is not known."""
    date_of = {a.page: a.published.value for a in record.articles if a.published}
    return [date_of.get(a.mentions[0].selector.page, "") if a.mentions else "" for a in actors]


def _joined(group: Sequence[Actor], reasons: Sequence[Evidence], article_of: Mapping[str, str]) -> Actor:
    if len(group) == 1:
        return group[0]
    names = dict.fromkeys(name for a in group for name in a.names)
    mentions = sorted((m for a in group for m in a.mentions), key=lambda m: _order(m, article_of))
    offices = {o.title: o for a in reversed(group) for o in reversed(a.offices)}
    evidence = dict.fromkeys([*(e for a in group for e in a.evidence), *reasons])
    return replace(
        group[0],
        id=content_id("actor", *sorted(a.id for a in group)),
        name=fullest(sorted({a.name for a in group if a.named} or {a.name for a in group})),
        kind=_kind(group),
        named=any(a.named for a in group),
        names=tuple(names),
        mentions=tuple(mentions),
        evidence=tuple(evidence),
        offices=tuple(sorted(offices.values(), key=lambda o: (article_of.get(o.selector.page, ""), o.selector))),
        country=next((a.country for a in group if a.country), None),
        sectors=tuple(dict.fromkeys(s for a in group for s in a.sectors)),
    )


def _kind(group: Sequence[Actor]) -> ActorKind:
    """The kind of those who are one; a full name that other reports have the surname of alone is a person's."""
    persons = [a for a in group if a.kind == "person" and " " in a.name]
    if persons and all(" " not in a.name for a in group if a.kind != "person"):
        return "person"
    return min((a.kind for a in group), key=_KINDS.index)


def _order(mention: Mention, article_of: Mapping[str, str]) -> tuple[str, int, int]:
    s = mention.selector
    return article_of.get(s.page, ""), s.start, s.end


def _rewritten(record: Record, new: Mapping[str, str]) -> Record:
    quotes = tuple(replace(q, speaker=_now(q.speaker, new), addressee=_now(q.addressee, new)) for q in record.quotes)
    claims = tuple(replace(c, asserted_by=new.get(c.asserted_by, c.asserted_by)) for c in record.claims)
    return replace(record, quotes=quotes, claims=claims, events=tuple(_event(e, new) for e in record.events))


def _now(actor: str | None, new: Mapping[str, str]) -> str | None:
    return None if actor is None else new.get(actor, actor)


def _event(event: Event, new: Mapping[str, str]) -> Event:
    return replace(event, actors=_parties(event.actors, new), recipients=_parties(event.recipients, new))


def _parties(parties: tuple[Party, ...], new: Mapping[str, str]) -> tuple[Party, ...]:
    return tuple(replace(p, actor=_now(p.actor, new)) for p in parties)
