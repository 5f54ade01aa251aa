"""What the words for somebody show of country and sectors (PLOVER codes): "a Ugandan attorney" is UGA and JUD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from twosource.actors.known import country_in, known_body
from twosource.vocab.countries import governments
from twosource.vocab.gazetteer import spots
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
_OWNING = frozenset(("of", "for", "at", "with", "from"))
_PREPOSITIONS = _OWNING | {"in", "on", "to", "under", "near", "by", "against", "who", "which", "that", "and", "as", ","}
_PAST = frozenset(("former", "ex", "retired", "onetime", "one-time", "ousted", "deposed"))
_OF_THE_STATE = frozenset(("GOV", "MIL", "SPY", "LEG", "COP"))
_TIES = frozenset(
    ("backed", "allied", "sponsored", "supported", "linked", "trained", "funded", "affiliated", "aligned")
)
"""After a hyphen: the country before it is that of a friend ("Turkish-backed rebels")."""
_TOWN_WEIGHT, _DOMINANT = 200_000, 4
"""A town tells a country only if it has so many people, and so many times those of the next town of that name."""


@dataclass(frozen=True, slots=True)
class Codes:
    """ISO3 of a country, and PLOVER sectors with the first one first; None and empty where the words do not tell."""

    country: str | None
    sectors: tuple[str, ...]


NOTHING = Codes(None, ())
"""Words that show nothing."""


@lru_cache(maxsize=4096)
def codes_of(phrase: str) -> Codes:
    """What a noun phrase or a name shows; the words must not be a person's name."""
    spaced = f" {phrase[:_MOST_CHARACTERS]}".replace("’s", " 's").replace("'s", " 's").replace(",", " ,")
    words = spaced.replace(" ex-", " ex ").split()[:_MOST_WORDS]
    front, joint, rest = _parted(words)
    whole = _ending(words, sector_words("head"))
    sectors = (whole[1],) if whole and whole[0] > len(rest) > 0 else _sectors(front)
    if joint in _OWNING and rest and _vague(front):
        sectors = _sectors(rest) or sectors
    sectors = sectors or _default(front)
    if sectors[:1] == ("GOV",):
        sectors += tuple(portfolios()[w.lower()][1] for w in rest[:2] if w.lower() in portfolios())
    if not _PAST.isdisjoint(w.lower() for w in words) and not _OF_THE_STATE.isdisjoint(sectors):
        sectors = ("ELI",)
    return Codes(_country(words), tuple(dict.fromkeys(sectors)))


def _parted(words: list[str]) -> tuple[list[str], str, list[str]]:
    """The words up to the head, the preposition after it, and the rest."""
    for i, word in enumerate(words):
        if i and word in _PREPOSITIONS:
            return words[:i], word, words[i + 1 :]
    return words, "", []


def _ending(words: list[str], table: dict[str, str]) -> tuple[int, str] | None:
    """How many words at the end the table has, and their code; the plural of a listed singular counts."""
    for n in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-n:]).lower()
        for form in _singulars(phrase):
            if form in table:
                return n, table[form]
    return None


def _singulars(phrase: str) -> tuple[str, ...]:
    if phrase.endswith("ies"):
        return phrase, phrase[:-3] + "y", phrase[:-1]
    if phrase.endswith("men"):
        return phrase, phrase[:-3] + "man"
    if phrase.endswith("s") and not phrase.endswith("ss"):
        return phrase, phrase[:-1], phrase[:-2] if phrase.endswith("es") else phrase[:-1]
    return (phrase,)


def _vague(front: list[str]) -> bool:
    """Whether the head says little by itself: "agency", but not "news agency"."""
    head, vague = _ending(front, sector_words("head")), _ending(front, sector_words("vague"))
    return vague is not None and (head is None or head[0] <= vague[0])


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
