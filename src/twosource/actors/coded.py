"""Country and sectors of actors that nothing has coded yet: unnamed speakers, persons of the table of offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.actors.around import Around
from twosource.actors.codes import NOTHING, Codes, codes_of
from twosource.actors.kinds import kind_shown
from twosource.actors.known import listed_body
from twosource.actors.speaking import add_speaking_places
from twosource.model import Actor, ActorKind, Evidence, Reading
from twosource.vocab.countries import countries
from twosource.vocab.office_holders import Term, first_day, held_by, last_day

Reason = tuple[Codes, str, str]
"""What is shown, the function that says so, what it tells a reader."""
_MOST = 20
"""Names of one actor that are read."""
_BESIDE_GOV = {"defence minister": "MIL", "attorney general": "JUD", "cia director": "SPY", "pope": "REL"}
"""What offices of the table are beside the government."""


def code_actors(reading: Reading) -> Reading:
    """The reading with places that speak as actors, and country and sectors of all filled in where words show them."""
    reading = add_speaking_places(reading)
    published = reading.article.published
    date, around = published.value if published else "", Around(reading)
    return replace(reading, actors=tuple(_coded(actor, date, around) for actor in reading.actors))


def _coded(actor: Actor, date: str, around: Around) -> Actor:
    actor = _as_listed(_of_kind(actor))
    if actor.country and actor.sectors:
        return actor
    found = _by_words(actor) if actor.kind != "person" or not actor.named else _by_table(actor, date)
    actor = _filled(actor, found)
    return actor if actor.country and actor.sectors else _filled(actor, _by_neighbours(actor, around))


def _filled(actor: Actor, found: Iterable[Reason]) -> Actor:
    """The actor with what it lacks from the first reasons that show it, and those reasons."""
    for codes, function, why in found:
        country, sectors = actor.country or codes.country, actor.sectors or codes.sectors
        if (country, sectors) != (actor.country, actor.sectors):
            evidence = (*actor.evidence, Evidence(function=function, score=0.7, detail=why))
            actor = replace(actor, country=country, sectors=sectors, evidence=evidence)
    return actor


def _by_words(actor: Actor) -> list[Reason]:
    written = actor.names or tuple(m.selector.exact for m in actor.mentions)
    ordered = sorted(dict.fromkeys(written[:_MOST]), key=lambda name: (-len(name), name))
    shown = [(name, codes_of(name)) for name in ordered]
    return [(c, "words show country or sector", _why(name, c)) for name, c in shown if c != NOTHING]


def _by_neighbours(actor: Actor, around: Around) -> Iterator[Reason]:
    for codes, words in around.shown(actor):
        if codes != NOTHING:
            yield codes, "words beside the name", _why(words, codes)


def _of_kind(actor: Actor) -> Actor:
    """The actor with the kind that the noun of its words shows."""
    shown = kind_shown(actor.name) if actor.name[-1:].islower() else None
    if shown is None:
        return actor
    speaks = any(e.function == "unnamed_speaker" for e in actor.evidence)
    several = shown == "group" and actor.kind == "organization" and actor.name.endswith("s")
    one = shown == "person" and not actor.named
    return replace(actor, kind=shown) if speaks or several or one else actor


def _as_listed(actor: Actor) -> Actor:
    """The actor as the body of the tables that it is: no person, and the Vatican not a government alone."""
    body = listed_body(actor.names) if actor.kind in ("person", "government") and not actor.offices else None
    if body is None:
        return actor
    if actor.kind == "government":
        return replace(actor, sectors=tuple(dict.fromkeys((*actor.sectors, *body.sectors))))
    kind: ActorKind = "government" if body.sectors == ("GOV",) else "organization"
    why = Evidence(function="table of bodies", score=0.8, detail=f"“{actor.name}” is a body of the table, no person")
    evidence = (*actor.evidence, why)
    return replace(actor, kind=kind, country=body.country, sectors=body.sectors, evidence=evidence)


def _why(name: str, codes: Codes) -> str:
    shown = [*([countries()[codes.country].name] if codes.country in countries() else []), *codes.sectors]
    return f"“{name}” shows {', '.join(shown)}"


def _by_table(actor: Actor, date: str) -> list[Reason]:
    """What the offices of a person in the table show: the country, and by the date one in office or an elite (ELI)."""
    terms = next((t for name in actor.names[:_MOST] if (t := held_by(name))), ())
    if not terms:
        return []
    held = [t for t in terms if not date or t.covers(date)]
    own = list(dict.fromkeys(t.office.body for t in held or terms if t.office.body in countries()))
    country = own[0] if len(own) == 1 else None
    past = bool(date) and all(t.until and last_day(t.until) < first_day(date) for t in terms)
    sectors = ("ELI",) if past else tuple(dict.fromkeys(s for t in held for s in _sectors(t)))
    term = held[0] if held else terms[-1]
    return [(Codes(country, sectors), "table of office holders", f"{term.name} is listed as {term.words}")]


def _sectors(term: Term) -> tuple[str, ...]:
    if term.office.body not in countries():
        return ("IGO",)
    beside = _BESIDE_GOV.get(term.office.title)
    return ("GOV", beside) if beside else ("GOV",)
