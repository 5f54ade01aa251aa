"""The map: whatever the places, a picture or nothing; labels that do not run into one another."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from twosource.formats.map import (
    FINEST,
    HEIGHT,
    LETTER_WIDTH,
    LONGEST_LABEL,
    MOST_PLACES,
    WIDTH,
    outlines,
    to_svg,
    view_of,
)
from twosource.model import Place


def place(name: str, lat: float | None, lon: float | None, precision: str = "town") -> Place:
    return Place(
        id=name, name=name, country=None, lat=lat, lon=lon, precision=precision, gazetteer_id=None, mentions=()
    )


places = st.lists(
    st.builds(
        place,
        st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), max_size=60),
        st.floats(-90, 90),
        st.floats(-180, 180),
        st.sampled_from(["town", "region", "area", "country", "unheard of"]),
    ),
    min_size=1,
    max_size=40,
)


ROUNDING = 0.2
"""Pixels: coordinates are written with six digits."""


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """How far two boxes reach into one another, negative where they stand apart."""
    return min(a[2] - b[0], b[2] - a[0], a[3] - b[1], b[3] - a[1])


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    found = []
    for e in etree.fromstring(svg).iter("text"):
        x, y, width = float(e.get("x")), float(e.get("y")), LETTER_WIDTH * len(e.text or "")
        left = {"start": x, "end": x - width, "middle": x - width / 2}[e.get("text-anchor")]
        found.append((left, y - 13, left + width, y + 3))
    return found


@settings(max_examples=25, deadline=None)
@given(places)
def test_any_places_make_a_well_formed_picture_whose_labels_stand_apart(found: list[Place]) -> None:
    svg = str(to_svg(found))
    root = etree.fromstring(svg)
    assert len(root.findall("circle")) == min(len(found), MOST_PLACES)
    for circle in root.findall("circle"):
        assert -1 <= float(circle.get("cx")) <= WIDTH + 1
        assert -1 <= float(circle.get("cy")) <= HEIGHT + 1
    labels = boxes(svg)
    for n, a in enumerate(labels):
        assert a[0] >= -1
        assert a[2] <= WIDTH + 1
        assert not any(overlap(a, b) > ROUNDING for b in labels[:n])
        assert a[1] >= -ROUNDING - 4
        assert a[3] <= HEIGHT + ROUNDING + 4
        for circle in root.findall("circle"):
            x, y = float(circle.get("cx")), float(circle.get("cy"))
            assert overlap(a, (x, y, x, y)) <= ROUNDING, "no label covers the middle of a circle"


def test_no_place_no_map() -> None:
    assert to_svg([]) == ""
    assert to_svg([place("the depot", None, None)]) == ""


def test_one_place_stands_in_the_middle() -> None:
    circle = etree.fromstring(str(to_svg([place("Bergen", 60.39, 5.32)]))).find("circle")
    assert (float(circle.get("cx")), float(circle.get("cy"))) == (WIDTH / 2, HEIGHT / 2)


def test_neighbours_across_the_antimeridian_are_shown_together() -> None:
    view = view_of([place("Suva", -18.1, 178.4), place("Apia", -13.8, -171.8)])
    assert view.east - view.west < 30
    assert view.at(178.4, -18.1)[0] < view.at(-171.8, -13.8)[0]
    assert any(outlines(view)), "Fiji lies in it"


def test_both_poles_at_once() -> None:
    assert "<circle" in to_svg([place("north", 90, 0), place("south", -90, 180)])


def test_land_is_drawn_around_a_place() -> None:
    assert len(re.findall("<path", to_svg([place("Vienna", 48.2, 16.4)]))) >= 5


def test_a_map_of_the_world_is_drawn_as_finely_as_it_can_be_seen_and_no_finer() -> None:
    rings = [path[1:-1].split("L") for path in outlines(view_of([place("A", 70, -160), place("B", -50, 175)]))]
    points = [[tuple(map(float, point.split(","))) for point in ring] for ring in rings]
    assert len(rings) > 300
    assert 5_000 < sum(map(len, points)) < 30_000
    steps = [max(abs(a - c), abs(b - d)) for ring in points for (a, b), (c, d) in pairwise(ring)]
    near = [step for step in steps if step < FINEST - ROUNDING]
    assert len(near) < len(steps) / 100, "only where a ring is cut off at the edge"


def test_a_long_name_is_cut() -> None:
    svg = str(to_svg([place("Llanfair of the hollow of the white hazel near the rapid whirlpool", 53.2, -4.2)]))
    assert len(etree.fromstring(svg).findtext("text") or "") <= LONGEST_LABEL + 2
