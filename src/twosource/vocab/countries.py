"""Countries: their ISO 3166-1 alpha-3 codes, names, demonyms, capitals and seats of government."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.vocab.rows import rows, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory; `lat` and `lon` are a point in its middle, WGS 84 degrees.

    `governments` are names that stand for its government ("Kremlin"), the capitals not among them.
    """

    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float
    lon: float
    governments: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its usual name, then all others."""
        return (self.name, *self.aliases)


@cache
def countries() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-3 code, in the order of the table."""
    return {row["iso3"]: _country(row) for row in rows("countries.tsv")}


def _country(row: dict[str, str]) -> Country:
    return Country(
        iso3=row["iso3"],
        name=row["name"],
        aliases=split(row["aliases"]),
        demonyms=split(row["demonyms"]),
        capitals=split(row["capitals"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        governments=split(row["governments"]),
    )


@cache
def country_names() -> dict[str, str]:
    """Names of countries as written ("Syria", "US", "the Netherlands" without its article) to ISO3."""
    return {without_article(name): c.iso3 for c in reversed(countries().values()) for name in reversed(c.names)}


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and peoples as written ("Iraqi", "Britons") to ISO3; "Congolese" leads to COD."""
    ordered = sorted(countries().values(), key=lambda c: c.iso3 != "COD")
    return {word: c.iso3 for c in reversed(ordered) for word in c.demonyms}


@cache
def governments() -> dict[str, str]:
    """Names that can stand for a government, capitals among them ("Washington", "Kremlin"), to ISO3."""
    return {without_article(n): c.iso3 for c in reversed(countries().values()) for n in (*c.capitals, *c.governments)}


@cache
def capitals() -> frozenset[str]:
    """Names of capitals as written."""
    return frozenset(name for c in countries().values() for name in c.capitals)


def country_of(words: str) -> str | None:
    """ISO3 of a country's name or demonym as written ("the Netherlands", "Dutch"), None if it is neither."""
    bare = without_article(words.strip())
    return country_names().get(bare) or demonyms().get(bare)


def without_article(name: str) -> str:
    """A name as tables list it: "Netherlands" for "the Netherlands"."""
    return name[4:] if name.startswith(("the ", "The ")) else name
