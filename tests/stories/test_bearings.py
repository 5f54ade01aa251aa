"""Which places the words beside them let be the scene of a happening."""

from __future__ import annotations

import pytest

from twosource.model import Selector
from twosource.stories.bearings import FOLLOWING, NEARBY, place_weight


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("a mine some 90 kilometres (56 miles) northeast of the capital Lima", NEARBY),
        ("a village 20 km south of Lima", NEARBY),
        ("two hours' drive north of the capital, Lima", NEARBY),
        ("an hour by road from Lima", NEARBY),
        ("walked 20 miles to Lima", FOLLOWING),
        ("were flown to Lima", FOLLOWING),
        ("for three hours in Lima", 1.0),
        ("a blast in the north of Lima", 1.0),
        ("the corner of Main and Lima", 0.0),
        ("envoys of Lima, Quito and Caracas", NEARBY),
        ("envoys of Quito, Lima and Caracas", NEARBY),
        ("envoys of Quito, Caracas and Lima", NEARBY),
        ("a fire in Callao, near Lima, and a flood", 1.0),
        ("since Lima first acknowledged the outbreak", NEARBY),
        ("when Lima burned", 1.0),
        ("the minister told reporters in Lima", FOLLOWING),
        ("officials in Lima said", FOLLOWING),
        ("officials in Lima were hurt", 1.0),
        ("died in a Lima hospital", FOLLOWING),
        ("at a ceremony in Lima", FOLLOWING),
    ],
)
def test_a_town_from_which_the_way_is_measured_is_not_the_scene(text: str, weight: float) -> None:
    at = text.index("Lima")
    assert place_weight(text, Selector(page="p", start=at, end=at + 4, exact="Lima")) == weight
