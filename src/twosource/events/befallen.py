"""What a row of occurrences needs of what it befalls or of what befalls it: mortals, a vehicle, a quake, a service."""

from __future__ import annotations

from twosource.events.arguments import after_words, objects, subject
from twosource.events.clauses import Clauses
from twosource.events.doers import Check, counted
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, object_start
from twosource.events.parties import has_class, kind_of, party_of
from twosource.events.phrases import phrases_of
from twosource.events.reach import COUNTS
from twosource.events.words import Phrase

_BY = frozenset({"by"})
_WITH = frozenset({"by", "in", "under"})
_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "we", "us", "i", "me", "you", "everyone", "others"})
_PERSONS = _PERSONAL | {"nobody", "none", "one"}
OPENING = frozenset({"a", "an", "another", "one", "two", "three", "several", "many", "dozens", "hundreds", "first"})
"""Words that open a phrase of what was not told before, or that count it."""

_MORTAL = frozenset({"person", "group"})
INTANGIBLE = frozenset({"abstract", "event", "time"})
"""What the analyzer takes nouns to mean that cannot burn or blow up."""

_SCENE = frozenset({"scene", "police", "custody", "justice", "car", "vehicle", "foot", "trial", "prison", "jail"})
_FEW = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
_HABITS = frozenset(
    {"often", "regularly", "frequently", "usually", "typically", "routinely", "sometimes", "always", "normally"}
)
_CROWDS = frozenset({"million", "millions", "billion", "billions"})
_PURPOSES = frozenset({"in", "of", "for", "to", "at", "about"})
_DIGITS = "0123456789"


def habitual(clauses: Clauses, k: int) -> bool:
    """Whether a clause tells what happens again and again: "the coast is often struck by storms"."""
    group = clauses.groups[k]
    if "can" in group.auxiliaries:  # "a quake can do harm"
        return True
    return not _HABITS.isdisjoint(clauses.words[max(0, group.first - 1) : group.head + 2])


def theme(clauses: Clauses, k: int, match: Match) -> tuple[Phrase, ...]:
    """What a verb befalls: the subject of a passive or of a verb that has no object, else its object."""
    if clauses.passive(k):
        return subject(clauses, k)
    found = objects(clauses, object_start(match))  # "brought up the body", whose participle only looks bare
    if clauses.reduced(k):
        return found or subject(clauses, k)
    return found or phrases_of(clauses, clauses.tree.objects(match.head)) or subject(clauses, k)


def befalls(*names: str) -> Check:
    """Whether what it befalls is of one of the classes ("the ferry sank", "flights were halted", "cut trains")."""

    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        found = [counted(clauses, p) for p in theme(clauses, k, match)]
        return any(is_a(clauses, p, name) for p in found for name in names)

    return check


def happens_to(name: str) -> Check:
    """As `befalls`, of verbs whose subject may be what they befall whatever follows ("the roof gave way")."""
    of_object = befalls(name)

    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        own = any(is_a(clauses, counted(clauses, p), name) for p in subject(clauses, k))
        return own or of_object(clauses, lookup, k, match)

    return check


def utility(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether power, water or the like is cut: "the power of the courts" is another."""
    return any(is_a(clauses, p, "utility") and not _figure(clauses, p) for p in theme(clauses, k, match))


def tangible(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the subject can burn: an idea that catches fire cannot."""
    doers = subject(clauses, k)[:1]
    tokens = clauses.sentence.tokens[match.head : match.last + 1]
    if match.head and all(token.text[0].isupper() for token in tokens):  # the title of a film
        return False
    return any(
        kind_of(clauses, lookup, p.head) not in INTANGIBLE and not has_class(clauses, p.head, "idea") for p in doers
    )


def of_itself(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a verb without object or auxiliary says what happens to its subject ("the airport reopened")."""
    return clauses.reduced(k) and not clauses.passive(k)


def told_done(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it is told as done: "try to reach Europe" and "the risk of dying" tell of no arrival and no death."""
    group = clauses.groups[k]
    if group.form == "infinitive":
        return "have" in group.auxiliaries
    return group.form != "participle" or _PURPOSES.isdisjoint(clauses.words[max(0, group.first - 1) : group.first])


def wrought_by(name: str) -> Check:
    """Whether a thing of class `name` does it: the subject, and of a passive what "by" or "in" brings in."""

    def check(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
        passive = clauses.passive(k) or (clauses.reduced(k) and not subject(clauses, k))
        found = after_words(clauses, match.head + 1, len(clauses.words), _WITH) if passive else subject(clauses, k)
        return any(is_a(clauses, counted(clauses, p), name) and not _figure(clauses, p) for p in found)

    return check


def mortals(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it befalls people: "talks died" tells of no death, nor does "chosen to kill"."""
    if clauses.groups[k].auxiliaries == ("to",) and not clauses.passive(k):
        return False
    return any(is_mortal(clauses, lookup, counted(clauses, p)) for p in theme(clauses, k, match)[:1])


def numbered(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it befalls a number of people, or one of them ("a diver"): taxes hurt workers, a crash hurts twelve."""
    return any(
        _counts(clauses, p) and is_mortal(clauses, lookup, counted(clauses, p)) for p in theme(clauses, k, match)[:1]
    )


def unaided(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether people are moved or saved and nobody is named who does it; who does it gives aid."""
    if not clauses.passive(k) or not mortals(clauses, lookup, k, match):
        return False
    by = after_words(clauses, match.head + 1, len(clauses.words), _BY)
    return not any(party_of(clauses, lookup, p) for p in by)


def fleeing(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether people are moved with nobody named who does it, or leave by themselves ("residents evacuated")."""
    if clauses.passive(k):
        return unaided(clauses, lookup, k, match)
    return by_civilians(clauses, lookup, k, match) and not objects(clauses, object_start(match))


def masses(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it befalls many people: an adviser who is forced out has lost an office, no home."""
    return any(_many(clauses, counted(clauses, p)) for p in theme(clauses, k, match)[:1])


def by_civilians(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether those who do it are no soldiers, suspects or officials but people as such ("thousands", "families")."""
    return any(_civil(clauses, counted(clauses, p)) for p in subject(clauses, k))


def by_throng(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether many do it who are no soldiers or suspects: "villagers fled", but not "the driver fled the scene"."""
    if not _SCENE.isdisjoint(clauses.words[match.last + 1 : match.last + 4]):
        return False
    own = [counted(clauses, p) for p in subject(clauses, k)]
    return any(_civil(clauses, p) and _many(clauses, p) for p in own)


def harmed(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the subject of an active verb is people ("lost their lives", "suffered burns")."""
    told = told_done(clauses, lookup, k, match)
    return told and any(is_mortal(clauses, lookup, counted(clauses, p)) for p in subject(clauses, k)[:1])


def is_mortal(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    """Whether a phrase names people, or only counts them ("at least 14 died")."""
    i = phrase.head
    tag, word = clauses.tags[i], clauses.words[i]
    if tag == "PRON":
        return word in _PERSONS
    if {"$", "%", "£", "€"} & {*clauses.words[phrase.first : phrase.end + 1]}:
        return False
    if tag == "NUM" or has_class(clauses, i, "people", "civil"):
        return True
    start = clauses.sentence.tokens[i].start
    mention = lookup.mentions.at(start)
    if mention is not None:
        return mention.record.kind in _MORTAL
    if tag == "PROPN":
        return lookup.places.at(start) is None and not clauses.classes[i]
    return tag == "NOUN" and (clauses.lemmas[i] in COUNTS or kind_of(clauses, lookup, i) == "person")


def is_a(clauses: Clauses, phrase: Phrase, name: str) -> bool:
    """Whether the noun of `phrase` is of class `name`; of a name any of its words ("Hurricane Ida", "Mount Etna")."""
    if has_class(clauses, phrase.head, name):
        return True
    named = clauses.tags[phrase.head] in ("PROPN", "NUM")
    return named and any(has_class(clauses, i, name) for i in range(phrase.first, phrase.end))


def _many(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase tells of many people: a plural, a family, or a number of ten or more."""
    i = phrase.head
    if clauses.tags[i] == "NUM":
        return len(clauses.words[i]) > 1 and clauses.words[i] not in _FEW
    return clauses.words[i] != clauses.lemmas[i] or clauses.lemmas[i] in COUNTS or has_class(clauses, i, "served")


def _figure(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a thing only counts others: "a storm of protest"."""
    return clauses.words[phrase.head + 1 : phrase.head + 2] == ("of",) and clauses.lemmas[phrase.head] not in COUNTS


def _civil(clauses: Clauses, phrase: Phrase) -> bool:
    i = phrase.head
    counts = clauses.tags[i] == "NUM" or clauses.lemmas[i] in COUNTS or clauses.words[i] in ("they", "we")
    return counts or has_class(clauses, i, "civil")


def _counts(clauses: Clauses, phrase: Phrase) -> bool:
    first = clauses.words[phrase.first]
    if not _CROWDS.isdisjoint(clauses.words[phrase.first : phrase.end]):  # "hurting millions of Americans"
        return False
    counts = clauses.lemmas[phrase.head] in COUNTS or "NUM" in clauses.tags[phrase.first : phrase.end]
    return counts or first in OPENING or first[:1] in _DIGITS


_THEMES = {
    "service": "service",
    "corpse": "corpse",
    "dwelling": "dwelling",
    "fire": "fire",
    "infection": "disease",
    "inundated": "inundated",
}
"""Needs to the class of what is befallen."""

_DOERS = {
    "hazard": "hazard",
    "blaze": "blaze",
    "blast": "blast",
    "germ": "disease",
    "volcano": "volcano",
    "river": "river",
    "leak": "leak",
    "toll": "toll",
    "cases": "cases",
    "migrant": "migrant",
    "driven": "vehicle",
    "served": "served",
}
"""Needs to the class of what befalls others, or happens of itself."""


def _beside_illness(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    return "disease" in clauses.classed


def _amid_havoc(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the sentence tells of a disaster, an accident or a disease: schools close for other reasons too."""
    return any(name in clauses.classed for name in ("hazard", "blaze", "blast", "disease", "accident", "ruin"))


OCCURRENCE_CHECKS: dict[str, Check] = {
    **{need: befalls(name) for need, name in _THEMES.items()},
    **{need: wrought_by(name) for need, name in _DOERS.items()},
    "built": befalls("dwelling", "works", "structure"),
    "vehicle": happens_to("vehicle"),
    "works": happens_to("works"),
    "utility": utility,
    "mortal": mortals,
    "tally": numbered,
    "harmed": harmed,
    "civil": by_civilians,
    "throng": by_throng,
    "masses": masses,
    "unaided": unaided,
    "fleeing": fleeing,
    "disease": _beside_illness,
    "havoc": _amid_havoc,
    "tangible": tangible,
    "itself": of_itself,
    "told": told_done,
}
"""What verbs need, by name."""
