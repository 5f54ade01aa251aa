"""Which of the places that bear a name is meant: by the region after it, the countries and places of the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from math import cos, hypot, log10, radians
from typing import TYPE_CHECKING

from twosource.circumstances.place_kinds import PARTS
from twosource.vocab.gazetteer import villages
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twosource.circumstances.place_names import Mentioned
    from twosource.vocab.gazetteer import Spot

_EVIDENCE = {"country": 2.0, "region": 1.5, "town": 1.0, "area": 0.5}
_PEOPLE = 0.5
"""What it weighs for a country that its people are named ("Syrian troops")."""
_COUNTRY_SHARE, _STATE_SHARE = 2.0, 1.5
"""A place in the country that all evidence points to may have a hundred times fewer people than its namesake."""
_UNKNOWN = 0.25
"""Weighs as what an article leaves unsaid, so that one mention is not all it speaks of: where Utah was named once,
"WASHINGTON (AP)" was a town of 24,000 there."""
_NEAR_DEGREES, _NEAR_BONUS = 3.0, 0.7
"""A namesake within 3 degrees of an undoubted town may have five times fewer people than the others."""
_REGION_REACH = 8.0
"""A town belongs to the region after it if it lies within 8 degrees of its middle and in its country."""
_MOST_SURE = 50
"""So many undoubted places are asked for their distance; a longer list makes nothing plainer and reading it slow."""
_MUCH = 1 / 3
"""Of what speaks for the country named most, so much must speak for that of a village."""
_TOO_SMALL = 15_000
"""People of a town that is meant only where the article speaks of its country otherwise, too."""
_TOO_SMALL_ELSEWHERE = 100_000
"""People of a town that is meant though it lies outside the region named after it: the region is another one's."""


class Setting:
    """The countries and states that an article speaks of, and the places of which there is no doubt."""

    def __init__(self, mentions: Iterable[Mentioned], peoples: Iterable[str]) -> None:
        self._countries: defaultdict[str, float] = defaultdict(float)
        self._states: Counter[str] = Counter()
        self._sure: dict[str, Spot] = {}
        self._chosen: dict[tuple[str, str, str], Spot | None] = {}
        self._own: defaultdict[tuple[str, str], float] = defaultdict(float)
        for code in peoples:
            self._countries[code] += _PEOPLE
        for mention in mentions:
            self._learn(mention)

    def _learn(self, mention: Mentioned) -> None:
        if mention.region is not None:
            self._add(mention.region)
        sure = mention.spots[0] if len({s.country for s in mention.spots}) == 1 else None
        if sure is not None:
            self._add(sure)
            self._own[mention.name, sure.country or ""] += _EVIDENCE[sure.precision]
            if len(mention.spots) == 1 and len(self._sure) < _MOST_SURE:
                self._sure[sure.id] = sure

    def _add(self, spot: Spot) -> None:
        if spot.country is not None:
            self._countries[spot.country] += _EVIDENCE[spot.precision]
        if spot.country == "USA" and spot.admin1 and spot.precision == "region":
            self._states[spot.admin1] += 1

    def choose(self, mention: Mentioned) -> Spot | None:
        """The place meant; None where only villages bear the name and nothing speaks for one of them."""
        first = mention.spots[0].id if mention.spots else ""
        key = (mention.name, first, mention.region.id if mention.region else mention.unit)
        if key not in self._chosen:
            self._chosen[key] = self._choose(mention)
        return self._chosen[key]

    def _choose(self, mention: Mentioned) -> Spot | None:
        if mention.unit in PARTS:
            mention = mention._replace(unit="", spots=tuple(s for s in mention.spots if self._is_told_of(mention, s)))
        if not mention.spots:
            return self._village(mention)
        if mention.region is not None:
            inside = [s for s in mention.spots if is_inside(s, mention.region)]
            if inside:
                return max(inside, key=lambda s: (s.weight, s.id))
        if _stands_alone(mention):
            return max(mention.spots, key=lambda s: (s.weight, s.id))
        ranked = sorted(mention.spots, key=lambda s: (-self._score(s), s.id))
        if mention.unit:
            return _unit(ranked, mention)
        best = ranked[0] if ranked else None
        if best is not None and mention.region is not None and best.weight < _TOO_SMALL_ELSEWHERE:
            # "Palmyra, New York" is no Palmyra of another state, but of "Boston, New York and Rome" all are
            return self._village(mention)
        if best is None or (best.weight < _TOO_SMALL and not self._supports(best)):
            return None
        return (self._better_village(mention, best) or best) if best.precision == "town" else best

    def _better_village(self, mention: Mentioned, town: Spot) -> Spot | None:
        """The village where the article is, if only its name speaks for the country of a small town: "Oakhurst"."""
        own = self._own[mention.name, town.country or ""]
        told = self._countries[town.country or ""] > own
        small = town.weight < _TOO_SMALL and not told and mention.labelled
        return self._village(mention, other_than=town.country) if small else None

    def _score(self, spot: Spot) -> float:
        countries = sum(self._countries.values()) + _UNKNOWN
        states = sum(self._states.values()) + _UNKNOWN
        score = log10(spot.weight + 1000)
        if spot.country is not None:
            score += _COUNTRY_SHARE * self._countries[spot.country] / countries
        if spot.country == "USA" and spot.admin1:
            score += _STATE_SHARE * self._states[spot.admin1] / states
        return score + _NEAR_BONUS * self._is_near(spot)

    def _village(self, mention: Mentioned, other_than: str | None = None) -> Spot | None:
        """The small place meant by a name that nothing greater bears: in the region after it, else the only one
        in a country that the article speaks of much, and in the USA in such a state; None in doubt.
        """
        if mention.unit:
            return None
        found = villages(mention.name)
        if mention.region is not None:
            meant = [s for s in found if is_inside(s, mention.region)]
        else:
            meant = [s for s in found if s.country != other_than and self._speaks_of(s)]
            near = [s for s in meant if self._is_near(s)]
            meant = near if len(meant) > 1 else meant
        return meant[0] if len(meant) == 1 else None

    def _speaks_of(self, spot: Spot) -> bool:
        most = max(self._countries.values(), default=0)
        country = spot.country is not None and self._countries[spot.country] > most * _MUCH
        return country and (spot.country != "USA" or self._states[spot.admin1] > 0 or self._is_near(spot))

    def _is_near(self, spot: Spot) -> bool:
        others = (s for s in self._sure.values() if s.id != spot.id and s.precision == "town")
        return any(_degrees(spot, s) < _NEAR_DEGREES for s in others)

    def _is_told_of(self, mention: Mentioned, spot: Spot) -> bool:
        """Whether the article speaks of a town's country by more than its name, or of no other."""
        own = self._own[mention.name, spot.country or ""]
        other = sum(self._countries.values()) - self._countries[spot.country or ""]
        return self._countries[spot.country or ""] - own >= _PEOPLE or other == 0

    def _supports(self, spot: Spot) -> bool:
        return bool(spot.country and self._countries[spot.country] >= _PEOPLE)


def _stands_alone(mention: Mentioned) -> bool:
    """Whether agencies write a town without its country: "Geneva" alone is none of those in Illinois and Ohio."""
    alone = mention.name.lower() in word_set("towns that stand alone")
    return alone and mention.region is None and not mention.unit


def _unit(ranked: list[Spot], mention: Mentioned) -> Spot | None:
    """The region of that name ("Washington state"), else the one around the town ("Homs province"), at its place.

    A country is none of its own regions ("the state of Israel").
    """
    region = next((s for s in ranked if s.precision in ("region", "area")), None)
    if region is not None or not ranked or ranked[0].precision == "country":
        return region or next(iter(ranked), None)
    name = f"{mention.name} {mention.unit}"
    return replace(ranked[0], id=f"twosource:{name}", name=name, precision="region", admin1="")


def is_inside(spot: Spot, region: Spot) -> bool:
    """Whether a town may lie in a region: same country, and the same state of the USA or within 8 degrees of it."""
    if spot.country != region.country or spot.id == region.id:
        return False
    if region.precision == "country":
        return True
    if region.country == "USA" and region.admin1:
        return spot.admin1 == region.admin1
    return _degrees(spot, region) < _REGION_REACH


def _degrees(a: Spot, b: Spot) -> float:
    """The distance of two places in degrees of a great circle, near enough for a comparison."""
    return hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)))
