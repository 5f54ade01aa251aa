"""Actors that a person joins or parts: by their mentions, for a name alone can be two people's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.judgements.outcomes import Outcome, applied, judged, listed, refused
from twosource.judgements.owners import moved
from twosource.judgements.passages import held_in, nearest
from twosource.model import Actor, Judgement, Mention, Record, Selector, content_id

APART = "apart"
"""Part of the id of an actor that a person made of another's mentions."""


def merge_actors(record: Record, judgement: Judgement) -> Outcome:
    """All whose mentions are named are one; the name given or else the longest stays."""
    at = [s for s in held_in(record, judgement) if actor_at(record, s)]
    actors = list({a.id: a for s in at if (a := actor_at(record, s))}.values())
    if len(at) < 2 or not actors:
        return refused(record, judgement, "fewer than two of these mentions are found in this story", at)
    name = judgement.ruling.name or max((a.name for a in actors if a.named), key=len, default=actors[0].name)
    after = f"{name}: one"
    if len(actors) == 1:
        return applied(record, judgement, "one already", after, (actors[0].id,), at)
    joined = _joined(actors, name, judgement, at)
    old = {a.id for a in actors}
    kept = [a for a in record.actors if a.id not in old]
    place = next(n for n, a in enumerate(record.actors) if a.id in old)
    whole = replace(record, actors=(*kept[:place], joined, *kept[place:]))
    before = f"{listed(a.name for a in actors)}: {len(actors)} actors"
    return applied(
        moved(whole, lambda actor, _: joined.id if actor in old else actor), judgement, before, after, (joined.id,), at
    )


def _joined(actors: Sequence[Actor], name: str, judgement: Judgement, at: Iterable[Selector]) -> Actor:
    first = actors[0]
    return replace(
        first,
        id=content_id("actor", *sorted(a.id for a in actors)),
        name=name,
        named=any(a.named for a in actors),
        names=tuple(dict.fromkeys(n for a in actors for n in a.names)),
        mentions=tuple(sorted({m for a in actors for m in a.mentions}, key=lambda m: (m.selector, m.form))),
        evidence=(judged(judgement, f"{name}: one", at), *dict.fromkeys(e for a in actors for e in a.evidence)),
        offices=tuple({o.title: o for a in actors for o in a.offices}.values()),
        country=next((a.country for a in actors if a.country), None),
        sectors=tuple(dict.fromkeys(s for a in actors for s in a.sectors)),
    )


def split_actor(record: Record, judgement: Judgement) -> Outcome:
    """The mentions named are another's, together; quotes and deeds go with the mention that they hang on."""
    at = held_in(record, judgement)
    taken = {m: a for s in at if (found := mention_at(record, s)) for m, a in [found]}
    if not taken:
        return refused(record, judgement, "none of these mentions is found in this story", at)
    old = {a.id: a for a in taken.values()}
    leaving = sorted(taken, key=lambda m: m.selector)
    other = _other(leaving, list(old.values()), judgement, at)
    after = f"{other.name}: another"
    if len(old) == 1 and not set(next(iter(old.values())).mentions) - taken.keys():
        return applied(record, judgement, "apart already", after, tuple(old), at)
    left = [_without(a, taken) if a.id in old else a for a in record.actors]
    place = max(n for n, a in enumerate(record.actors) if a.id in old) + 1
    actors = tuple(a for a in (*left[:place], other, *left[place:]) if a.mentions or a.id not in old)
    whole = moved(replace(record, actors=actors), _Hanging(old.values(), set(leaving), other.id))
    before = f"all mentions are of {listed(a.name for a in old.values())}"
    return applied(whole, judgement, before, after, [other.id, *(a.id for a in actors if a.id in old)], at)


def _other(leaving: Sequence[Mention], old: Sequence[Actor], judgement: Judgement, at: Sequence[Selector]) -> Actor:
    names = list(dict.fromkeys(m.selector.exact for m in leaving if m.form == "name"))
    name = judgement.ruling.name or max(names, key=len, default=leaving[0].selector.exact)
    moving = {m.selector for m in leaving}
    mentions = [m for a in old for m in a.mentions]
    return Actor(
        id=content_id("actor", APART, *(m.selector for m in leaving)),
        name=" ".join(name.split()),
        kind=old[0].kind,
        named=bool(names or judgement.ruling.name),
        names=tuple(names),
        mentions=tuple(leaving),
        evidence=(judged(judgement, f"not {listed(a.name for a in old)}", at),),
        offices=tuple(o for a in old for o in a.offices if _beside(o.selector, mentions) in moving),
    )


def _without(actor: Actor, taken: Iterable[Mention]) -> Actor:
    """What is left of an actor; a name that nothing calls it by any more is not its name."""
    gone = set(taken)
    mentions = tuple(m for m in actor.mentions if m not in gone)
    written = {m.selector.exact for m in mentions}
    lost = {m.selector.exact for m in gone} - written
    names = tuple(n for n in actor.names if n not in lost)
    fresh = max(names, key=len, default=mentions[0].selector.exact if mentions else actor.name)
    return replace(
        actor,
        name=actor.name if actor.name in names or actor.name not in lost else fresh,
        names=names,
        mentions=mentions,
        offices=tuple(
            o for o in actor.offices if _beside(o.selector, actor.mentions) not in {m.selector for m in gone}
        ),
    )


class _Hanging:
    """Gives a place in the text to whoever is mentioned there, or else last before it."""

    def __init__(self, old: Iterable[Actor], leaving: set[Mention], other: str) -> None:
        self._old = {a.id: a.mentions for a in old}
        self._leaving, self._other = leaving, other

    def __call__(self, actor: str, at: Selector) -> str:
        mentions = self._old.get(actor, ())
        there = [(m.selector, m) for m in mentions]
        on = nearest(at, there) or max((m for m in _before(mentions, at)), key=lambda m: m.selector.start, default=None)
        on = on or next((m for m in mentions if m.selector.page == at.page), None)
        return self._other if on in self._leaving else actor


def _before(mentions: Iterable[Mention], at: Selector) -> Iterator[Mention]:
    return (m for m in mentions if m.selector.page == at.page and m.selector.end <= at.start)


def _beside(at: Selector, mentions: Iterable[Mention]) -> Selector | None:
    """The mention that stands nearest to these words."""
    near = [m.selector for m in mentions if m.selector.page == at.page]
    return min(near, key=lambda s: (max(s.start - at.end, at.start - s.end, 0), s), default=None)


def actor_at(record: Record, at: Selector) -> Actor | None:
    """Who is mentioned there."""
    found = mention_at(record, at)
    return found[1] if found else None


def mention_at(record: Record, at: Selector) -> tuple[Mention, Actor] | None:
    """The mention that is meant by a passage, and whose it is."""
    return nearest(at, ((m.selector, (m, a)) for a in record.actors for m in a.mentions))
