"""The map keeps to the middle of the story."""

from __future__ import annotations

from twosource.formats.nearby import distance_km, nearby
from twosource.model import Place, Selector


def place(name: str, lat: float, lon: float, times: int) -> Place:
    mentions = tuple(Selector(page="p", start=n, end=n + 1, exact="x") for n in range(times))
    return Place(
        id=name, name=name, country=None, lat=lat, lon=lon, precision="town", gazetteer_id=None, mentions=mentions
    )


PORTO, BRAGA, LIMA = place("Porto", 41.15, -8.61, 6), place("Braga", 41.55, -8.43, 3), place("Lima", -12.05, -77.04, 1)


def test_a_far_off_name_is_left_out_and_named() -> None:
    assert nearby([PORTO, BRAGA, LIMA]) == ([PORTO, BRAGA], [LIMA])


def test_two_ends_of_one_story_are_both_shown() -> None:
    other_end = place("Lima", -12.05, -77.04, 5)
    assert nearby([PORTO, BRAGA, other_end]) == ([PORTO, BRAGA, other_end], [])


def test_no_place_and_one_place() -> None:
    assert nearby([]) == ([], [])
    assert nearby([LIMA]) == ([LIMA], [])


def test_distances_are_those_of_the_globe() -> None:
    assert 45 < distance_km(PORTO, BRAGA) < 50
    assert 9100 < distance_km(PORTO, LIMA) < 9200
    assert distance_km(place("a", 0, 179.5, 1), place("b", 0, -179.5, 1)) < 120
