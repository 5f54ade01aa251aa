"""Which place of a report "the capital" is: "Colombia's capital under curfew" tells of Bogotá."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.model import Place, Selector
from twosource.stories.bearings import place_weight
from twosource.vocab.countries import countries, country_of

_CAPITAL = re.compile(
    r"(?<!\bas )\b(?:(?P<whose>[A-Z]\w{2,20}(?: [A-Z]\w{2,20})?)(?:['’]s)?|[Tt]he) capital\b"
    r"(?! (?:of|market|markets|punishment|gains|spending|city)\b|,? [A-Z])"
)
"""Not "capital of Puno region", nor "the capital, Lima", where it is named, nor "recognised it as the capital"."""


def capital_told(text: str, page: str, spans: Iterable[tuple[int, int]], places: Iterable[Place]) -> str | None:
    """The id of the one capital among `places` that the spans of a text call so, as where something was; else None."""
    seats = [p for p in places if p.country and p.name in countries()[p.country].capitals and p.precision == "town"]
    for start, end in spans:
        for found in _CAPITAL.finditer(text, start, end):
            words = Selector(page=page, start=found.start(), end=found.end(), exact=found[0])
            meant = [p.id for p in seats if found["whose"] is None or p.country == country_of(found["whose"])]
            if len(meant) == 1 and place_weight(text, words) == 1.0:
                return meant[0]
    return None
