"""Which places the words beside them let be the scene of a happening."""

from __future__ import annotations

import pytest

from twosource.model import Selector
from twosource.stories.bearings import FOLLOWING, NEARBY, is_site, place_weight
from twosource.vocab.places import PLACE, PlaceCue, place_cues


@pytest.mark.parametrize("cue", place_cues(), ids=lambda cue: cue.example)
def test_every_cue_has_an_example_that_it_finds(cue: PlaceCue) -> None:
    before, _, rest = cue.example.partition("[")
    assert cue.pattern.search(before + PLACE + rest.partition("]")[2])


@pytest.mark.parametrize(
    ("text", "place", "site"),
    [
        ("a tanker sank in the Gulf of Riga on Monday", "Gulf of Riga", True),
        ("a boat capsized in the northern Adriatic", "Adriatic", True),
        ("the countries of the Adriatic met", "Adriatic", False),
        ("a landslide in the village of Ambe", "Ambe", True),
        ("shots at the Kulma border crossing", "Kulma", True),
        ("a fire in the Middle East", "Middle East", False),
    ],
)
def test_a_water_that_something_happens_in_and_a_village_named_as_such_are_a_spot(
    text: str, place: str, site: bool
) -> None:
    at = text.index(place)
    assert is_site(text, Selector(page="p", start=at, end=at + len(place), exact=place)) is site


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("a mine some 90 kilometres (56 miles) northeast of the capital Lima", NEARBY),
        ("a village 20 km south of Lima", FOLLOWING),
        ("two hours' drive north of the capital, Lima", NEARBY),
        ("an hour by road from Lima", FOLLOWING),
        ("walked 20 miles to Lima", FOLLOWING),
        ("were flown to Lima", NEARBY),
        ("for three hours in Lima", 1.0),
        ("a blast in the north of Lima", 1.0),
        ("the corner of Main and Lima", 0.0),
        ("envoys of Lima, Quito and Caracas", NEARBY),
        ("envoys of Quito, Lima and Caracas", NEARBY),
        ("envoys of Quito, Caracas and Lima", NEARBY),
        ("a fire in Callao, near Lima, and a flood", FOLLOWING),
        ("the envoys who met in Lima agreed on a text", 1.0),
        ("Flights to Lima were put off", NEARBY),
        ("a fire near Lima", FOLLOWING),
        ("since Lima first acknowledged the outbreak", NEARBY),
        ("when Lima burned", 1.0),
        ("the minister told reporters in Lima", FOLLOWING),
        ("officials in Lima said", FOLLOWING),
        ("officials in Lima were hurt", 1.0),
        ("died in a Lima hospital", FOLLOWING),
        ("at a ceremony in Lima", FOLLOWING),
        ("a ferry from Quito bound for Lima", NEARBY),
        ("a convoy taking flour and tents to Lima", NEARBY),
        ("a nurse from Lima drowned", FOLLOWING),
        ("fled when the fire came to Lima", 1.0),
        ("In Lima, the prime minister spoke of sabotage.", NEARBY),
        ("In Lima on Monday a bridge fell.", 1.0),
        ("a Lima-based charity", NEARBY),
        ("died at the Holy Cross Hospital in Lima", NEARBY),
        ("a council text on Lima", FOLLOWING),
        ("an attack on Lima", 1.0),
    ],
)
def test_a_town_from_which_the_way_is_measured_is_not_the_scene(text: str, weight: float) -> None:
    at = text.index("Lima")
    assert place_weight(text, Selector(page="p", start=at, end=at + 4, exact="Lima")) == weight
