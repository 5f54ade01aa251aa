"""Whose somebody is: the country that words show, by bodies, nationalities, peoples, seats of government and towns."""

from __future__ import annotations

from twosource.actors.known import body_named, country_in, grams, without
from twosource.vocab.countries import capitals, country_of, governments
from twosource.vocab.gazetteer import spots
from twosource.vocab.names import name_cues
from twosource.vocab.sectors import national_bodies, peoples

_TIES = frozenset(
    ("backed", "allied", "sponsored", "supported", "linked", "trained", "funded", "affiliated", "aligned")
)
"""After a hyphen: the country before it is that of a friend ("Turkish-backed rebels"); a leader's counts ("US-led")."""
_FROM = ("-based", "-headquartered", "-born", "-registered", "-owned", "-run")
_WHERE = frozenset(("of", "in", "from", "at", "near"))
_TOWN_WEIGHT, _BODY_WEIGHT, _NEAR_WEIGHT, _DOMINANT = 100_000, 50_000, 20_000, 4
"""A town tells a country only if it has so many people, and so many times those of the next town of that name; fewer
are enough before the noun of a body that serves a town ("Amherst College") and after a preposition of place."""
_OF_A_TOWN = frozenset(("GOV", "COP", "JUD", "MED", "EDU", "LEG", "REL", "JRN"))


def country_shown(words: list[str]) -> str | None:
    """ISO3 of the country that the words of a phrase show, None where they show none; "to Chad" shows none."""
    words = words[: words.index("to")] if "to" in words[1:] else words
    if named := body_named(words):
        if country := named[1].country:
            return _of_front(words) or country
        words = without(words, named[0])
    words = [_freed(w) for w in words if w.rpartition("-")[2] not in _TIES]
    if country := country_in(" ".join(words)):
        return country
    for gram in grams(words):
        if found := peoples().get(gram) or _by_seat(gram) or _by_place(gram, _least(words, gram.split())):
            return found
    return None


def _of_front(words: list[str]) -> str | None:
    """The nation that a phrase begins with, where it stands before a name that bodies of several countries have."""
    words = words[words[:1] in (["the"], ["The"]) :]
    nation = country_of(words[0]) if len(words) > 2 else None
    return nation if nation and any(gram in national_bodies() for gram in grams(words[1:])) else None


def _freed(word: str) -> str:
    """The place in "Lima-based"."""
    return next((word.removesuffix(end) for end in _FROM if word.endswith(end)), word)


def _least(words: list[str], name: list[str]) -> int:
    """How many people a town must have to count where it stands in a phrase."""
    at, end = words.index(name[0]), words.index(name[-1]) + 1
    if at and words[at - 1] in _WHERE:
        return _NEAR_WEIGHT
    serves = any(c.sector in _OF_A_TOWN for word in words[end : end + 1] for c in name_cues().get(word, ()))
    return _BODY_WEIGHT if serves else _TOWN_WEIGHT


def _by_seat(name: str) -> str | None:
    """The country of a seat of government; a capital tells it only if it is the greatest town of its name."""
    country = governments().get(name)
    return None if name in capitals() and any(s.country != country for s in spots(name)[:1]) else country


def _by_place(name: str, least: int) -> str | None:
    """The country of a region, or of a town that is far greater than others of its name."""
    found = spots(name)
    if not found or not found[0].country:
        return None
    times = 2 if found[0].precision == "region" else _DOMINANT
    sure = found[0].weight >= least and all(
        s.country == found[0].country or s.weight * times <= found[0].weight for s in found[1:]
    )
    return found[0].country if sure else None
