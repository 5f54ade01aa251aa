"""Bodies that are one because reports of one story leave out what tells them apart: whose they are, or their ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from twosource.actors.groups import fold
from twosource.actors.name_keys import are_letters
from twosource.actors.shorter import Shorter, by_country, by_front, by_lead, by_short_form
from twosource.actors.small_names import body_key
from twosource.actors.unions import Unions, where
from twosource.model import Actor, Evidence
from twosource.vocab.groups import state_bodies
from twosource.vocab.spellings import plain

_MOST_NAMES = 20
"""Names of one body that are compared, and bodies of one name in a story."""
_RULES: tuple[Callable[[str], list[Shorter]], ...] = (by_country, by_lead, by_front, by_short_form)
Link = tuple[int, int, Evidence]


def state_links(actors: Sequence[Actor], stories: Sequence[str], unions: Unions) -> Iterator[Link]:
    """The army, the health ministry of one report and of another, unless the story has those of two countries."""
    found: dict[tuple[str, str], list[int]] = {}
    for i, actor in enumerate(actors):
        if key := _state_body(actor):
            found.setdefault((stories[i], key), []).append(i)
    for (_, key), members in found.items():
        countries = {c for i in members if (c := actors[i].country)}
        if len(countries) < 2 and len({_report(actors[i]) for i in members}) > 1:
            first = next((i for i in members if actors[i].named), members[0])
            for i in members[:_MOST_NAMES]:
                if unions.top(i) != unions.top(first):
                    detail = f"reports of one story say “{key}” and name it of no other country"
                    yield first, i, _evidence("one body in one story", detail, actors[first], actors[i])


def _report(actor: Actor) -> str:
    return actor.mentions[0].selector.page if actor.mentions else ""


def _state_body(actor: Actor) -> str:
    """The key of the body of a state that an actor is, by a name or the noun it acts under; empty for others."""
    if actor.kind == "person":
        return ""
    called = actor.names or tuple(dict.fromkeys(m.selector.exact for m in actor.mentions))
    keys = (body_key(" ".join(name.split())) for name in called[:_MOST_NAMES])
    return next((key for key in keys if key in _keys_of_states()), "")


@cache
def _keys_of_states() -> frozenset[str]:
    return frozenset(body_key(words) for words in state_bodies())


def letter_links(actors: Sequence[Actor], stories: Sequence[str], unions: Unions) -> Iterator[Link]:
    """Letters that no report explains, in two reports of one story that has one body of these letters at most."""
    found: dict[tuple[str, str], list[int]] = {}
    for i, actor in enumerate(actors):
        if actor.named and actor.kind in ("organization", "group"):
            for letters in filter(are_letters, actor.names[:_MOST_NAMES]):
                found.setdefault((stories[i], letters), []).append(i)
    for (_, letters), members in found.items():
        explained = {unions.top(i) for i in members if not all(map(are_letters, actors[i].names))}
        for i in members[1:_MOST_NAMES] if len(explained) < 2 else ():
            if unions.top(i) != unions.top(members[0]):
                detail = f"reports of one story say “{letters}” and mean no two bodies by it"
                yield members[0], i, _evidence("one body in one story", detail, actors[members[0]], actors[i])


def shorter_links(actors: Sequence[Actor], stories: Sequence[str], unions: Unions) -> Iterator[Link]:
    """A name in one report that is how the one longer name of its story is cut: "Norvane" and "Norvane Motors"."""
    longer: dict[tuple[str, str], dict[int, tuple[int, Shorter]]] = {}
    bodies = [i for i, a in enumerate(actors) if a.named and a.kind in ("organization", "group")]
    for i in bodies:
        for shorter in (s for name in actors[i].names[:_MOST_NAMES] for rule in _RULES for s in rule(name)):
            longer.setdefault((stories[i], plain(shorter[0])), {})[unions.top(i)] = (i, shorter)
    for j in bodies:
        for name in actors[j].names[:_MOST_NAMES]:
            options = longer.get((stories[j], plain(fold(name))), {})
            if len(options) == 1 and unions.top(j) not in options:
                i, (_, function, detail) = next(iter(options.values()))
                yield i, j, _evidence(f"{function} in another report", detail, actors[i], actors[j])


def _evidence(function: str, detail: str, one: Actor, other: Actor) -> Evidence:
    spans = where((one, one.name), (other, other.name))
    return Evidence(function=function, score=0.7, detail=detail, selectors=spans)
