"""Bodies of the table and countries in names: the look-ups that all rules of actors share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.vocab.countries import capitals, country_of, governments
from twosource.vocab.gazetteer import region_of, spots
from twosource.vocab.names import Body, body_names
from twosource.vocab.sectors import NationalBody, national_bodies, peoples

GROUP_WORDS = frozenset(("group", "movement", "militia", "network", "organisation", "organization", "rebels"))
"""Words after the name of a group that belong to it no more than "Mr" belongs to a person's."""
_LONGEST, _LETTERS = 5, 3
_ALSO_AFTER = GROUP_WORDS | {"cartel", "gang", "militants", "fighters", "insurgents"}


def known_body(name: str) -> Body | None:
    """The known body of that name, an article before it and a word such as "group" after it left out."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if bare in body_names():
        return body_names()[bare]
    front, _, last = bare.rpartition(" ")
    return body_names().get(front) if last.lower() in _ALSO_AFTER else None


def country_in(name: str) -> str | None:
    """ISO3 of the first country or nationality in a name ("Kenyan"), else of its first region or people.

    Where an envoy is sent to is left out: "ambassador to Chad".
    """
    words = name.partition(" to ")[0].replace("’s", "").replace("'s", "").replace("-", " ").split()
    runs = [" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1) if words[i][0].isupper()]
    countries = (found for run in runs if (found := country_of(run)))
    parts = (found for run in runs if (found := _country_of_part(run)))
    return next(countries, None) or next(parts, None)


def _country_of_part(name: str) -> str | None:
    """The country of a people, a state or a region; letters for one ("OR") are none."""
    region = region_of(name) if len(name) > _LETTERS else None
    return peoples().get(name) or (region.country if region else None)


def listed_body(names: Sequence[str]) -> NationalBody | None:
    """What the first of these names shows if each of them is a body's or a seat of government's, capitals left out."""
    found = [_listed(name.removeprefix("the ").removeprefix("The ")) for name in names]
    return found[0] if found and None not in found else None


def _listed(name: str) -> NationalBody | None:
    if name in national_bodies():
        return national_bodies()[name]
    if known := known_body(name):
        return NationalBody(sectors=known.sectors, country=known.country)
    seat = None if name in capitals() else governments().get(name)
    return NationalBody(sectors=("GOV",), country=seat) if seat else None


def grams(words: list[str]) -> Iterator[str]:
    """Runs of words that begin with a capital, the longest first."""
    for n in range(min(_LONGEST, len(words)), 0, -1):
        for i in range(len(words) - n + 1):
            if words[i][0].isupper() or words[i][:3] in ("al-", "ash"):
                yield " ".join(words[i : i + n])


def without(words: list[str], name: str) -> list[str]:
    """The words without those of a name that stands among them."""
    parts = name.split()
    at = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
    return words[:at] + words[at + len(parts) :]


def body_in(words: list[str]) -> NationalBody | None:
    """What a known body among the words shows, the longest name first."""
    found = body_named(words)
    return found[1] if found else None


def body_named(words: list[str]) -> tuple[str, NationalBody] | None:
    """The name of a known body among the words as it stands there, the longest first, and what it shows."""
    for gram in grams(words):
        listed = national_bodies().get(gram)
        if listed and not ("PTY" in listed.sectors and _is_longer(words, gram)):
            return gram, listed
        if known := known_body(gram):
            return gram, NationalBody(sectors=known.sectors, country=known.country)
    return None


def _is_longer(words: list[str], gram: str) -> bool:
    """Whether a party's name goes on before the listed one: "Rural | Labour Party", not "Manchester | Labour Party"."""
    size = len(gram.split())
    at = next(i for i in range(len(words)) if words[i : i + size] == gram.split())
    before = next((w for w in reversed(words[:at]) if w not in ("and", "&")), "")
    return before[:1].isupper() and before not in ("The", "A") and country_in(before) is None and not spots(before)
