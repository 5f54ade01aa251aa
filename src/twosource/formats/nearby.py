"""Which places a map shows: those around the middle of the story, so that one far-off name does not shrink the rest."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from twosource.model import Place

SHARE = 0.8
"""Of all mentions, how many the map must show."""
ROOM = 1.5
"""How much farther out than the last of those a place may lie and still be shown."""
EARTH_KM = 6371.0


def nearby(places: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """The places to show and those too far away, each in the order given.

    The middle is the place with the shortest way to all mentions (the weighted medoid); from there outwards places are
    taken until they hold 80% of the mentions.
    """
    if not places:
        return [], []
    middle = min(places, key=lambda p: (sum(len(q.mentions) * distance_km(p, q) for q in places), p.name))
    reach = _reach(middle, places)
    shown = [p for p in places if distance_km(middle, p) <= reach]
    return shown, [p for p in places if p not in shown]


def _reach(middle: Place, places: Sequence[Place]) -> float:
    wanted = SHARE * sum(len(p.mentions) for p in places)
    held = 0
    for place in sorted(places, key=lambda p: distance_km(middle, p)):
        held += len(place.mentions)
        if held >= wanted:
            return ROOM * distance_km(middle, place)
    return float("inf")


def distance_km(one: Place, other: Place) -> float:
    """Kilometres between two places on a sphere (the haversine formula); both must have coordinates."""
    lat, lon = radians(one.lat or 0.0), radians(one.lon or 0.0)
    lat2, lon2 = radians(other.lat or 0.0), radians(other.lon or 0.0)
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
