"""Actors and recipients of a chosen event: from the verb's subject and object, or from what stands around a noun."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.events.arguments import after_words, objects, subject
from twosource.events.choosing import Choice, object_start
from twosource.events.clauses import Clauses, Phrase
from twosource.events.lookup import Lookup
from twosource.events.parties import owners, parties
from twosource.model import Party
from twosource.vocab.events import event_types

_BY = frozenset({"by"})
_PARTNERS = frozenset({"with", "between", "among", "alongside"})
_OF = frozenset({"of"})
_REACH = 8


@dataclass(frozen=True, slots=True)
class Roles:
    """Who takes part in an event, and how."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def roles_of(clauses: Clauses, lookup: Lookup, choice: Choice) -> Roles:
    """The parties of an event; in a mutual event all are actors."""
    found = _of_verb(clauses, lookup, choice) if choice.verbal else _of_noun(clauses, lookup, choice)
    if choice.match.row.mutual:
        return Roles(_once((*found.actors, *found.recipients)), ())
    taken = {(p.selector.start, p.selector.end) for p in found.actors}
    rest = tuple(p for p in found.recipients if (p.selector.start, p.selector.end) not in taken)
    return Roles(found.actors, rest)


def _once(found: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple({(p.selector.start, p.selector.end): p for p in found}.values())


def _of_verb(clauses: Clauses, lookup: Lookup, choice: Choice) -> Roles:
    match, group = choice.match, clauses.groups[choice.group]
    end = clauses.bounds[choice.group + 1]
    above = parties(clauses, lookup, subject(clauses, choice.group))
    if group.passive:
        by = parties(clauses, lookup, after_words(clauses, match.last + 1, end, _BY))
        return Roles(by, above)
    below = objects(clauses, object_start(match))
    recipients = parties(clauses, lookup, below) or _toward(clauses, lookup, choice, match.last + 1, end)
    recipients = recipients or _owners_of(clauses, lookup, below)
    return Roles(recipients, above) if match.row.roles == "swap" else Roles(above, recipients)


def _toward(clauses: Clauses, lookup: Lookup, choice: Choice, start: int, end: int) -> tuple[Party, ...]:
    words = _PARTNERS if choice.match.row.mutual else event_types()[choice.match.row.type].toward
    return parties(clauses, lookup, after_words(clauses, start, end, words))


def _owners_of(clauses: Clauses, lookup: Lookup, phrases: tuple[Phrase, ...]) -> tuple[Party, ...]:
    """Whose thing it is that something was done to ("condemned Iran's test": Iran)."""
    return tuple(party for phrase in phrases for party, _ in owners(clauses, lookup, phrase, phrase.head))


def _of_noun(clauses: Clauses, lookup: Lookup, choice: Choice) -> Roles:
    match, row = choice.match, choice.match.row
    end = min(clauses.bounds[choice.group + 1] if clauses.groups else len(clauses.words), match.last + 1 + _REACH)
    phrase = clauses.phrase_ending(match.head)
    held = owners(clauses, lookup, phrase, match.first) if phrase else ()
    suffers = row.of == "recipient"
    actors = tuple(p for p, possessor in held if not (possessor and suffers))
    recipients = tuple(p for p, possessor in held if possessor and suffers)
    actors += parties(clauses, lookup, after_words(clauses, match.last + 1, end, _BY))
    of = parties(clauses, lookup, after_words(clauses, match.last + 1, min(end, match.last + 3), _OF))
    recipients += _toward(clauses, lookup, choice, match.last + (match.head == match.last), end)
    if row.of in ("doer", "mutual"):
        actors += of
    elif suffers:
        recipients += of
    actors = actors or _of_light(clauses, lookup, choice)
    return Roles(_once(actors), _once(recipients or _of_purpose(clauses, lookup, choice)))


def _of_light(clauses: Clauses, lookup: Lookup, choice: Choice) -> tuple[Party, ...]:
    light = choice.light
    if light is None:
        return ()
    if light.subject_does:
        return parties(clauses, lookup, subject(clauses, light.group))
    return parties(clauses, lookup, after_words(clauses, light.last + 1, clauses.bounds[light.group + 1], _BY))


def _of_purpose(clauses: Clauses, lookup: Lookup, choice: Choice) -> tuple[Party, ...]:
    if choice.purpose < 0:
        return ()
    return parties(clauses, lookup, objects(clauses, clauses.groups[choice.purpose].head + 1))
