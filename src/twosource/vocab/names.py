"""What names look like: given names, titles, cue words, regions, towns, armed groups and other known bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from twosource.model import NameLabel
from twosource.vocab.countries import countries, country_names, demonyms
from twosource.vocab.rows import lines, rows, split
from twosource.vocab.sectors import national_bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The noun of an office: `kind` joins those that one description can mean."""

    words: str
    kind: str
    sector: str
    gender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An armed group or another known body with all its names."""

    name: str
    names: tuple[str, ...]
    kind: str
    sectors: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a word says of a name that it stands in: its label, where it must stand, the sector it shows."""

    label: NameLabel
    where: str
    sector: str


@cache
def given_names() -> dict[str, str]:
    """Given names to the gender they show: m, f, or u where either is usual."""
    found: dict[str, str] = {}
    for row in rows("given_names.tsv"):
        for name in split(row["names"]):
            found[name] = row["gender"] if found.get(name, row["gender"]) == row["gender"] else "u"
    return found


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given names to all names that the same person may go by, in small letters, both ways."""
    forms: dict[str, set[str]] = {}
    for row in rows("nicknames.tsv"):
        for short in split(row["forms"]):
            forms.setdefault(row["name"].lower(), set()).add(short.lower())
            forms.setdefault(short.lower(), set()).add(row["name"].lower())
    return {name: frozenset(others) for name, others in forms.items()}


@cache
def _titles(kind: str) -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((words, row) for row in rows("titles.tsv") if row["kind"] == kind for words in split(row["words"]))


@cache
def honorifics() -> dict[str, str]:
    """Forms of address in small letters to the gender they show (empty: none)."""
    return {words: row["gender"] for words, row in _titles("honorific")}


@cache
def office_heads() -> dict[str, Head]:
    """Nouns of offices in small letters; a noun in two rows keeps the first."""
    found: dict[str, Head] = {}
    for words, row in _titles("head"):
        head = Head(words=words, kind=row["class"], sector=row["sector"], gender=row["gender"])
        found.setdefault(words, head)
    return found


@cache
def cut_heads() -> dict[str, frozenset[str]]:
    """Nouns of offices as they are cut before a name ("sen"), to those that a report says without it ("senator")."""
    return {words: frozenset(split(row["class"])) for words, row in _titles("short")}


@cache
def office_parts() -> frozenset[str]:
    """Words that may stand before the noun of an office ("deputy", "acting")."""
    return frozenset(words for words, _ in _titles("part"))


@cache
def portfolios() -> dict[str, tuple[str, str]]:
    """What an office is for ("defense") to its class, which joins spellings, and its sector."""
    return {words: (row["class"], row["sector"]) for words, row in _titles("portfolio")}


@cache
def name_cues() -> dict[str, tuple[Cue, ...]]:
    """Capitalised words to what they say of a name they stand in."""
    found: dict[str, list[Cue]] = {}
    for row in rows("org_cues.tsv"):
        cue = Cue(label=cast("NameLabel", row["label"]), where=row["where"], sector=row["sector"])
        for word in split(row["words"]):
            found.setdefault(word, []).append(cue)
    return {word: tuple(cues) for word, cues in found.items()}


@cache
def bodies() -> tuple[Body, ...]:
    """Armed groups and other known bodies, in the order of the table."""
    return tuple(
        Body(
            name=row["name"],
            names=(row["name"], *split(row["aliases"])),
            kind=row["kind"],
            sectors=split(row["sectors"]),
            country=row["country"] or None,
        )
        for row in rows("armed_groups.tsv")
    )


@cache
def body_names() -> dict[str, Body]:
    """Every name of every known body as written."""
    return {name: body for body in reversed(bodies()) for name in body.names}


@cache
def name_words(kind: str) -> frozenset[str]:
    """Words in and around names, by what they show: of, and, place, speech, person, body, kin, owned, business."""
    return next(frozenset(split(row["words"])) for row in rows("name_words.tsv") if row["kind"] == kind)


@cache
def two_surname_words(kind: str) -> frozenset[str]:
    """Given names or surnames (kind: given, surname; `plain` spelling) that show a name with two surnames."""
    return frozenset(w for row in rows("two_surnames.tsv") if row["kind"] == kind for w in split(row["words"]))


@cache
def particles() -> frozenset[str]:
    """Small words inside names ("bin", "de")."""
    return frozenset(lines("name_particles.txt"))


@cache
def no_names() -> frozenset[str]:
    """Capitalised words that are no name and part of none."""
    return frozenset(lines("no_names.txt"))


@cache
def company_words() -> frozenset[str]:
    """Words at the end of companies' names that reports leave out: "Automobil", "Petróleos"."""
    return frozenset(lines("company_words.txt"))


@cache
def towns() -> frozenset[str]:
    """Names of towns of 100,000 and more people."""
    return frozenset(lines("towns.txt"))


@cache
def known_names() -> dict[str, tuple[NameLabel, float]]:
    """Names with one usual reading to their label and how sure that is (weights of nlp/labels.py)."""
    found: dict[str, tuple[NameLabel, float]] = dict.fromkeys(towns(), ("GPE", 3.0))
    found |= {name: ("GPE", 3.0) for c in countries().values() for name in c.capitals}
    found |= dict.fromkeys(national_bodies(), ("ORG", 5.0))
    found |= dict.fromkeys(lines("common_bodies.txt"), ("ORG", 5.0))
    for row in rows("regions.tsv"):
        found |= {name: (cast("NameLabel", row["label"]), 6.0) for name in split(row["names"])}
    found |= dict.fromkeys(country_names(), ("GPE", 6.0))
    found |= dict.fromkeys(demonyms(), ("NORP", 6.0))
    found |= {name: ("ORG", 6.0) for name in body_names() if name[0].isupper() or "-" in name}
    return found
