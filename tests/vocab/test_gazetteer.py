"""Which of the places that bear a name comes first."""

from __future__ import annotations

import pytest

from twosource.vocab.gazetteer import spots


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Islamabad", "PAK"),
        ("Cancun", "MEX"),
        ("Trnava", "SVK"),
        ("Poti", "GEO"),
        ("Bridgetown", "BRB"),
        ("Bethlehem", "PSE"),
        ("Oban", "GBR"),
        ("Calcutta", "IND"),
        ("Odessa", "UKR"),
        ("Mecca", "SAU"),
        ("St. Petersburg", "RUS"),
        ("Las Palmas", "ESP"),
        ("Porto Novo", "BEN"),
        ("Santa Cruz", "BOL"),
        ("New York", "USA"),
        ("Bombay", "IND"),
    ],
)
def test_a_town_comes_before_one_that_another_language_calls_so(name: str, country: str) -> None:
    assert spots(name)[0].country == country
