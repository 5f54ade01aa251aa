"""What the words for somebody show of country and sectors (PLOVER codes): "a Ugandan attorney" is UGA and JUD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twosource.actors.known import country_in, known_body
from twosource.circumstances.gazetteer import spots
from twosource.vocab.countries import governments
from twosource.vocab.names import name_cues, portfolios
from twosource.vocab.sectors import (
    added_codes,
    national_bodies,
    peoples,
    sector_words,
    unrecognised_states,
)

_LONGEST = 5
_MOST_WORDS, _MOST_CHARACTERS = 20, 400
"""Words of one phrase that are read: what a phrase says of its head stands near it."""


def _sectors(words: list[str]) -> tuple[str, ...]:
    """The codes of a phrase without what follows its head; empty where it says none."""
    head = _head(words)
    if body := _body(words):
        return (*body.sectors, head[1]) if head and body.sectors == ("IGO",) and not _vague(words) else body.sectors
    if not unrecognised_states().isdisjoint(_grams(words)):
        return ("PRE",)
    if head is not None and not _vague(words):
        return _with_added(words[: -head[0]], head[1])
    near = _nearest(words)
    if near:
        return (near,)
    return (head[1],) if head else _by_cue(words)


def _head(words: list[str]) -> tuple[int, str] | None:
    """The head and its code; a name such as "Save the Children" is not of those whom it names."""
    head = _ending(words, sector_words("head"))
    return None if head and head[1] == "CVL" and len(words) > head[0] and words[-1][0].isupper() else head


def _with_added(before: list[str], code: str) -> tuple[str, ...]:
    """The head's code with what words before it add: a state's paper is GOV first, a political prisoner OPP too."""
    found = [code]
    for word in before:
        added, wanted = added_codes().get(word.lower(), ("", frozenset[str]()))
        if code in wanted and added not in found:
            found.insert(0 if added == "GOV" else len(found), added)
        if code == "GOV" and (portfolio := portfolios().get(word.lower())):
            found.append(portfolio[1])
    return tuple(found)


def _nearest(words: list[str]) -> str:
    """The code of the word before a vague head that stands nearest to it."""
    for end in range(len(words) - 1, 0, -1):
        found = _ending(words[:end], sector_words("before")) or _ending(words[:end], sector_words("head"))
        if found:
            return found[1]
    return ""


def _by_cue(words: list[str]) -> tuple[str, ...]:
    """The code of the last word of a body's name: "Institute", "Brigade"."""
    for word in reversed(words):
        cues = [c.sector for c in name_cues().get(word, ()) if c.label == "ORG" and c.sector]
        if cues:
            return (cues[0],)
    return ()


def _default(front: list[str]) -> tuple[str, ...]:
    found = _ending(front, sector_words("vague"))
    return (found[1],) if found and found[1] else ()


def _grams(words: list[str]) -> Iterator[str]:
    """Runs of words that begin with a capital, the longest first."""
    for n in range(min(_LONGEST, len(words)), 0, -1):
        for i in range(len(words) - n + 1):
            if words[i][0].isupper() or words[i][:3] in ("al-", "ash"):
                yield " ".join(words[i : i + n])


def _body(words: list[str]) -> Codes | None:
    """What a known body in the words shows, the longest name first."""
    for gram in _grams(words):
        if listed := national_bodies().get(gram):
            return Codes(listed.country, listed.sectors)
        if known := known_body(gram):
            return Codes(known.country, known.sectors)
    return None


def _country(words: list[str]) -> str | None:
    body = _body(words)
    if body and body.country:
        return body.country
    words = [w for w in words if w.rpartition("-")[2] not in _TIES]
    if named := country_in(" ".join(words)):
        return named
    for gram in _grams(words):
        if found := governments().get(gram) or peoples().get(gram) or _by_place(gram):
            return found
    return None


def _by_place(name: str) -> str | None:
    """The country of a region, or of a town that is far greater than others of its name."""
    found = spots(name)
    if not found or not found[0].country:
        return None
    sure = found[0].weight >= _TOWN_WEIGHT and all(
        s.country == found[0].country or s.weight * _DOMINANT <= found[0].weight for s in found[1:]
    )
    return found[0].country if sure else None
