"""Which place "the capital" of a report is."""

from __future__ import annotations

import pytest

from twosource.model import Place
from twosource.stories.capital import capital_told


def town(name: str, country: str) -> Place:
    return Place(
        id=name, name=name, country=country, lat=0.0, lon=0.0, precision="town", gazetteer_id=name, mentions=()
    )


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Floods cut off Peru's capital", "Lima"),
        ("The Peruvian capital was without water on Monday", "Lima"),
        ("Tens of thousands marched through the capital", None),
        ("A mine caved in north of Peru's capital", None),
        ("They see Lima as Peru's capital of food", None),
        ("It was recognised as Peru's capital", None),
        ("Cuzco, the capital of the region, lay in the dark", None),
        ("Ecuador's capital markets fell", None),
    ],
)
def test_the_capital_of_a_named_country_is_its_town(text: str, capital: str | None) -> None:
    places = [town("Lima", "PER"), town("Quito", "ECU"), town("Guayaquil", "ECU")]
    assert capital_told(text, "p", [(0, len(text))], places) == capital


def test_the_capital_alone_is_the_only_one_named() -> None:
    text = "Tens of thousands marched through the capital"
    assert capital_told(text, "p", [(0, len(text))], [town("Lima", "PER"), town("Puno", "PER")]) == "Lima"
