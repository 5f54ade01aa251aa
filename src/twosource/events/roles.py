"""Actors and recipients of a chosen event: from the verb's subject and object, or from what stands around a noun."""

from __future__ import annotations

from typing import NamedTuple

from twosource.events.arguments import after_words, objects, subject
from twosource.events.choosing import Choice
from twosource.events.clauses import Clauses
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, object_start
from twosource.events.parties import owners, parties, words_of
from twosource.events.reach import agents, behind, givers, reached_by_noun, reached_by_subject, reached_by_verb
from twosource.events.words import Phrase
from twosource.model import Party
from twosource.vocab.events import event_types

_BY = frozenset({"by"})
_PARTNERS = frozenset({"with", "between", "among", "alongside"})
_OF = frozenset({"of"})
_COMPANY = frozenset({"with", "against", "to", "on", "from", "for"})
_SELF = frozenset({"it", "they", "he", "she", "we"})
_REPORTING = frozenset({"say", "announce", "claim", "add", "warn", "confirm", "insist", "admit", "state", "declare"})
_REACH = 8
"""Words after an anchor in which its prepositions are looked for."""


class Roles(NamedTuple):
    """Who takes part in an event, and how."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def roles_of(clauses: Clauses, lookup: Lookup, choice: Choice) -> Roles:
    """The parties of an event; in a mutual event all are actors."""
    found = _of_verb(clauses, lookup, choice) if choice.verbal else _of_noun(clauses, lookup, choice)
    if choice.match.row.mutual:
        return Roles(_once((*found.actors, *found.recipients)), ())
    if not found.actors or not found.recipients:
        return found
    taken = {(p.selector.start, p.selector.end) for p in found.actors}
    rest = tuple(p for p in found.recipients if (p.selector.start, p.selector.end) not in taken)
    return Roles(found.actors, rest)


def _once(found: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple({(p.selector.start, p.selector.end): p for p in found}.values())


def _of_verb(clauses: Clauses, lookup: Lookup, choice: Choice) -> Roles:
    match = choice.match
    end = clauses.bounds[choice.group + 1]
    above = _doers(clauses, lookup, choice.group)
    if clauses.passive(choice.group):
        by = agents(clauses, lookup, choice.group)
        by = by or parties(clauses, lookup, after_words(clauses, match.last + 1, end, _BY))
        return Roles(by, above or _things_suffering(clauses, lookup, choice))
    recipients = _suffered(clauses, lookup, choice, end)
    return Roles(recipients, above) if match.row.roles == "swap" else Roles(above, recipients)


def _things_suffering(clauses: Clauses, lookup: Lookup, choice: Choice) -> tuple[Party, ...]:
    """The subject of a passive as written; by heads not the word that names the event ("the lawsuit was filed")."""
    suffering = subject(clauses, choice.group)
    match = choice.match
    if clauses.tree.known and match.row.mutual:
        return ()
    if clauses.tree.known and any(match.first <= p.head <= match.last for p in suffering):
        return reached_by_subject(clauses, lookup, (p.head for p in suffering), match.row.type)
    return _things(clauses, lookup, suffering)


def _doers(clauses: Clauses, lookup: Lookup, k: int) -> tuple[Party, ...]:
    """The subject; of "it" and "they" in what somebody says, that somebody; of a weapon, whose it is."""
    phrases = subject(clauses, k)
    if k and len(phrases) == 1 and _points_back(clauses, lookup, phrases[0]) and _is_reporting(clauses, k - 1):
        phrases = subject(clauses, k - 1) or phrases
    acting = parties(clauses, lookup, phrases) or _owners_of(clauses, lookup, phrases)
    return acting or behind(clauses, lookup, (p.head for p in phrases))


def _points_back(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    start = clauses.sentence.tokens[phrase.head].start
    return clauses.words[phrase.head] in _SELF and lookup.mentions.at(start) is None


def _is_reporting(clauses: Clauses, k: int) -> bool:
    return clauses.lemmas[clauses.groups[k].head] in _REPORTING


def _suffered(clauses: Clauses, lookup: Lookup, choice: Choice, end: int) -> tuple[Party, ...]:
    """Of an active verb: its object if that can act, whom its prepositions name, whose its object is, or the thing."""
    calls_on = clauses.tree.known and clauses.tags[choice.match.last] == "ADP"
    found = parties(clauses, lookup, _objects(clauses, choice.match)) if calls_on else ()
    found = found or reached_by_verb(clauses, lookup, choice.match)
    if found:
        return found
    below = _objects(clauses, choice.match)
    return (
        parties(clauses, lookup, below)
        or _toward(clauses, lookup, choice, choice.match.last + 1, end)
        or _owners_of(clauses, lookup, below)
        or _of_complement(clauses, lookup, choice)
        or (() if choice.match.row.mutual else _things(clauses, lookup, below))
    )


def _objects(clauses: Clauses, match: Match) -> tuple[Phrase, ...]:
    """The noun phrases after a verb; where "met in" ends the pattern, heads tell that a place follows, no party."""
    if clauses.tree.known and match.row.mutual and clauses.words[match.last] in ("in", "at"):
        return ()
    return tuple(p for p in objects(clauses, object_start(match)) if p.head != match.last)


def _of_complement(clauses: Clauses, lookup: Lookup, choice: Choice) -> tuple[Party, ...]:
    """Of "demanded that X withdraw" X, of "agreed to meet X" X: in what is asked, offered, threatened or refused."""
    k = choice.group + 1
    if not event_types()[choice.match.row.type].content or k >= len(clauses.groups):
        return ()
    if clauses.groups[k].form == "finite":
        asked = choice.match.row.type == "REQUEST" and clauses.groups[k].first - choice.match.last <= _REACH
        return parties(clauses, lookup, subject(clauses, k)) if asked else ()
    head = clauses.groups[k].head
    found = parties(clauses, lookup, objects(clauses, head + 1))
    return found or parties(clauses, lookup, after_words(clauses, head + 1, clauses.bounds[k + 1], _COMPANY))


def _things(clauses: Clauses, lookup: Lookup, phrases: tuple[Phrase, ...]) -> tuple[Party, ...]:
    """What it was done to where that cannot act: the first phrase as written, a party without an actor."""
    return tuple(Party(actor=None, selector=words_of(clauses, lookup, phrase)) for phrase in phrases[:1])


def _toward(clauses: Clauses, lookup: Lookup, choice: Choice, start: int, end: int) -> tuple[Party, ...]:
    if choice.verbal and choice.match.row.mutual:  # "spoke in Lima together with X"
        start = min(start, choice.match.head + 1)
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
    of = parties(clauses, lookup, after_words(clauses, match.last + 1, min(end, match.last + 3), _OF))
    suffers = row.of == "recipient" and not of  # "Iran's expulsion of the envoy": Iran acts
    actors = tuple(p for p, possessor in held if not (possessor and suffers))
    recipients = tuple(p for p, possessor in held if possessor and suffers)
    aside = next((i for i in range(match.last + 1, end) if clauses.tags[i] in ("PUNCT", "VERB", "AUX")), end)
    actors += parties(clauses, lookup, after_words(clauses, match.last + 1, aside, _BY))
    recipients += _toward_noun(clauses, lookup, choice, end)
    if row.of in ("doer", "mutual"):
        actors += of
    elif row.of == "recipient":
        recipients += of
    light = _of_light(clauses, lookup, choice)
    actors, recipients = actors or light.actors, recipients or light.recipients
    below = recipients or _of_purpose(clauses, lookup, choice) or _thing_below(clauses, lookup, choice, end)
    return Roles(_once(actors), _once(below))


def _thing_below(clauses: Clauses, lookup: Lookup, choice: Choice, end: int) -> tuple[Party, ...]:
    """The thing that it was done to, as written ("an attack on the barracks")."""
    if choice.match.row.mutual:
        return ()
    start = choice.match.last + (choice.match.head == choice.match.last)
    return _things(clauses, lookup, after_words(clauses, start, end, event_types()[choice.match.row.type].toward))


def _toward_noun(clauses: Clauses, lookup: Lookup, choice: Choice, end: int) -> tuple[Party, ...]:
    """Whom the prepositions after a noun name; none by heads where the subject of its light verb receives it."""
    if clauses.tree.known and choice.light and choice.light.subject == "recipient":
        return ()
    found = reached_by_noun(clauses, lookup, choice.match, choice.light)
    if found and not choice.match.row.mutual:
        return found
    after = _toward(clauses, lookup, choice, choice.match.last + (choice.match.head == choice.match.last), end)
    return after if len(after) > len(found) else found  # "between X and the minister, Y"


def _of_light(clauses: Clauses, lookup: Lookup, choice: Choice) -> Roles:
    """What the light verb of a noun adds: its subject, or after a passive who did it."""
    light = choice.light
    if light is None:
        return Roles((), ())
    if light.noun_is_subject:
        by = after_words(clauses, light.last + 1, clauses.bounds[light.group + 1], _BY)
        return Roles(parties(clauses, lookup, by), ())
    if light.subject == "recipient":
        suffering = parties(clauses, lookup, subject(clauses, light.group))
        return Roles(givers(clauses, lookup, choice.match, light), suffering)
    known = clauses.tree.known
    above = _doers(clauses, lookup, light.group) if known else parties(clauses, lookup, subject(clauses, light.group))
    return Roles(above, ())


def _of_purpose(clauses: Clauses, lookup: Lookup, choice: Choice) -> tuple[Party, ...]:
    if choice.purpose < 0:
        return ()
    aims = objects(clauses, clauses.groups[choice.purpose].head + 1)
    return parties(clauses, lookup, aims) or _things(clauses, lookup, aims)
