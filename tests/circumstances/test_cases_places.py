"""The places of single sentences, with the names that the shipped analyzer finds in them (`cases/places.tsv`)."""

from __future__ import annotations

import pytest

from tests.circumstances.made import analysed, cases
from twosource.model.circumstances import Place

CASES = cases("places.tsv")


def shown(place: Place) -> dict[str, str]:
    """A place as a row of the table."""
    return {"name": place.name, "country": place.country or "", "precision": place.precision}


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text for text, _ in CASES])
def test_places_are_those_a_reader_takes_them_for(text: str, told: list[dict[str, str]]) -> None:
    assert [shown(place) for place in analysed(text).places] == told
