"""Bodies of the table and countries in names: the look-ups that all rules of actors share."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.vocab.countries import country_of
from twosource.vocab.names import Body, body_names
from twosource.vocab.sectors import NationalBody, national_bodies

GROUP_WORDS = frozenset(("group", "movement", "militia", "network", "organisation", "organization", "rebels"))
"""Words after the name of a group that belong to it no more than "Mr" belongs to a person's."""
_LONGEST = 5
_ALSO_AFTER = GROUP_WORDS | {"cartel", "gang", "militants", "fighters", "insurgents"}


def known_body(name: str) -> Body | None:
    """The known body of that name, an article before it and a word such as "group" after it left out."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if bare in body_names():
        return body_names()[bare]
    front, _, last = bare.rpartition(" ")
    return body_names().get(front) if last.lower() in _ALSO_AFTER else None


def country_in(name: str) -> str | None:
    """ISO3 of the first country or nationality in a name ("Kenyan Red Cross"), None if there is none."""
    words = name.replace("’s", "").replace("'s", "").replace("-", " ").split()
    for n in (3, 2, 1):
        for i in range(len(words) - n + 1):
            if words[i][0].isupper() and (found := country_of(" ".join(words[i : i + n]))):
                return found
    return None


def grams(words: list[str]) -> Iterator[str]:
    """Runs of words that begin with a capital, the longest first."""
    for n in range(min(_LONGEST, len(words)), 0, -1):
        for i in range(len(words) - n + 1):
            if words[i][0].isupper() or words[i][:3] in ("al-", "ash"):
                yield " ".join(words[i : i + n])


def body_in(words: list[str]) -> NationalBody | None:
    """What a known body among the words shows, the longest name first."""
    for gram in grams(words):
        if listed := national_bodies().get(gram):
            return listed
        if known := known_body(gram):
            return NationalBody(sectors=known.sectors, country=known.country)
    return None
