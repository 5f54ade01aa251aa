"""Words and names that show what part of society, and which country, somebody acts for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.vocab.rows import rows, split


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalBody:
    """What the name of a body shows: its PLOVER sectors, and its country's ISO3 (None: of any country)."""

    sectors: tuple[str, ...]
    country: str | None


@cache
def sector_words(part: str) -> dict[str, str]:
    """Words of one part (head, before, vague) in small letters to their PLOVER code, empty where they have none."""
    found: dict[str, str] = {}
    for row in rows("sector_words.tsv"):
        if row["part"] == part:
            for words in split(row["words"]):
                found.setdefault(words, row["code"])
    return found


@cache
def added_codes() -> dict[str, tuple[str, frozenset[str]]]:
    """Words that add a code to a head ("state-run newspaper"): the code, and the heads' codes that they add it to."""
    table = [row for row in rows("sector_words.tsv") if row["part"] == "beside"]
    return {words: (row["code"], frozenset(split(row["with"]))) for row in table for words in split(row["words"])}


@cache
def national_bodies() -> dict[str, NationalBody]:
    """Names of bodies as written, without an article, to what they show."""
    return {
        name: NationalBody(sectors=split(row["sectors"]), country=row["country"] or None)
        for row in rows("national_bodies.tsv")
        for name in split(row["names"])
    }


@cache
def peoples() -> dict[str, str]:
    """Peoples of one country, and the states in it that few recognise, as written, to the country's ISO3."""
    return {words: row["country"] for row in rows("peoples.tsv") for words in split(row["words"])}


@cache
def unrecognised_states() -> frozenset[str]:
    """Names and adjectives of states that few recognise (PRE of PLOVER), as written."""
    return frozenset(w for row in rows("peoples.tsv") if row["kind"] == "state" for w in split(row["words"]))
