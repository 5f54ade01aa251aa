"""The gazetteer: towns (GeoNames), countries, states and regions by name. The one door to the tables of places."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from twosource.vocab.accents import unaccented
from twosource.vocab.countries import countries, country_names, without_article
from twosource.vocab.rows import rows, split
from twosource.vocab.sorted_lines import SortedLines
from twosource.vocab.states import State, us_states
from twosource.vocab.tags import tag_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Precision = Literal["town", "region", "country", "area"]

_REGION_WEIGHT = 400_000
"""Regions of the table weigh as towns of so many people where both bear a name: less than a metropolis."""
_EXTRA_TOWN_WEIGHT = 300_000
"""So do towns of the table: reports name them more than their people count."""
_STATE_WEIGHT, _COUNTRY_WEIGHT = 5_000_000, 50_000_000
"""A state of the USA outweighs its namesakes but the greatest towns, a country all."""
_ALIAS_PART = 4
"""A town weighs a fourth of its people under a name that is not its usual one."""
_TELLING_APART = (
    *(" am ", "-am-", " an der ", " an ", " im ", " in ", " bei ", " ob der ", " upon ", "-upon-", " on ", "-on-"),
    *("-sur-", " sur ", " nad ", "-na-", " pri ", " (", ", "),
)
"""What may follow the name that a town goes by in its official one."""
_PLAIN = 6
"""Letters from which a name without accents is as good as the usual one: "Bush" and "Banda" are towns, and surnames."""
_STATES_WITH_A_CITY = frozenset({"New York", "Washington"})
"""States that share their name with a greater city: alone, the name means the city."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that bears a name: `id` is `geonames:…`, or `iso3166:…` and `twosource:…` of our own tables. WGS 84.

    `weight` is the number of people, or what a region stands for among towns; `usual`: the name is its usual one.
    """

    id: str
    name: str
    country: str | None
    lat: float
    lon: float
    precision: Precision
    weight: int
    admin1: str = ""
    usual: bool = True


@lru_cache(maxsize=20_000)
def spots(name: str) -> tuple[Spot, ...]:
    """All places that bear a name as written, the heaviest first; none for a name that no table has."""
    found = [*_known().get(name, ()), *_towns(name)]
    if not found and (bare := without_article(name)) != name:
        return spots(bare)
    if not found and (other := _other_letters(name)):
        return spots(other)
    return tuple(sorted(_own_names_first(_distinct(found), name), key=lambda s: (-s.weight, s.id)))


def _own_names_first(found: list[Spot], name: str) -> list[Spot]:
    """These places, those that go by the name in another language below the one whose own name it is.

    GeoNames has Islamabad for Chattogram, Trnava for Tirana, Poti for Teresina: 720 names came out so.
    """
    own = max((s.weight for s in found if s.usual), default=0)
    if not own or name.lower() in word_set("english names of towns"):
        return found
    return [s if s.usual or _is_akin(name, s.name) else replace(s, weight=min(s.weight, own // 2)) for s in found]


def _is_akin(name: str, usual: str) -> bool:
    """Whether a name is a part or another spelling of the usual one: "Santa Cruz", "St. Petersburg", "Porto Novo"."""
    part = usual.startswith((f"{name} ", f"{name}-")) or usual.endswith(f" / {name}")
    return part or name.replace("St. ", "Saint ") == usual.replace("St. ", "Saint ").replace("-", " ")


_CEDILLAS = str.maketrans("ȘșȚț", "ŞşŢţ")
"""Romanian letters with a comma below, which GeoNames writes with a cedilla."""


def _other_letters(name: str) -> str:
    """A name with cedillas for commas below, else without its accents ("Saïdia", "Saidia"); empty if it has none."""
    others = (name.translate(_CEDILLAS), unaccented(name))
    return next((other for other in others if other != name), "")


@lru_cache(maxsize=20_000)
def opens_names(word: str) -> tuple[bool, bool]:
    """Whether `word` is a whole name of a place, and whether a longer name has it as its first word."""
    written = [word, *takewhile(bool, (_other_letters(word), _other_letters(_other_letters(word))))]
    after = {char for w in written for table in (_known_names(), _lines()) for char in _following(table, w)}
    return not after.isdisjoint(_NAME_ENDS), any(not char.isalpha() for char in after.difference(_NAME_ENDS))


_NAME_ENDS = ("", "\t")


def _following(table: Sequence[str], prefix: str) -> Iterator[str]:
    """The characters after `prefix` in a sorted table, each once; empty where it is a whole entry."""
    at = bisect_left(table, prefix)
    while at < len(table) and table[at].startswith(prefix):
        char = table[at][len(prefix) : len(prefix) + 1]
        yield char
        at = bisect_left(table, prefix + chr(ord(char) + 1), at) if char else at + 1


def state_of(words: str) -> Spot | None:
    """The state of the USA that a name, postal code or press abbreviation means."""
    state = us_states().get(words)
    if state is None:
        return None
    return _state(state)


def region_of(words: str) -> Spot | None:
    """The state, region or country that stands after a town: "Paris, Texas", "Homs, Syria"."""
    state = state_of(words)
    return state or next((s for s in _known().get(words, ()) if s.precision in ("region", "country")), None)


@lru_cache(maxsize=20_000)
def villages(name: str) -> tuple[Spot, ...]:
    """The places of fewer than 5,000 people that bear a name as written; `spots` does not have them."""
    found = tuple(map(_town, SortedLines.named("villages.tsv.gz").rows_of(name)))
    return found or (villages(other) if (other := _other_letters(name)) else ())


def _lines() -> SortedLines:
    return SortedLines.named("cities.tsv.gz")


def _towns(name: str) -> list[Spot]:
    return list(map(_town, _lines().rows_of(name)))


def _town(line: str) -> Spot:
    name, number, usual, country, admin1, lat, lon, people = line.split("\t")
    own = name == usual or (_is_plain(name, usual) and name.lower() not in tag_words())
    weight = int(people) if own else int(people) // _ALIAS_PART
    return Spot(f"geonames:{number}", usual, country, float(lat), float(lon), "town", weight, admin1, own)


def _is_plain(name: str, usual: str) -> bool:
    """Whether a name is the usual one without accents or what tells namesakes apart; short ones are surnames, too."""
    return (len(name) >= _PLAIN and name == unaccented(usual)) or is_short_for(name, usual)


def is_short_for(name: str, usual: str) -> bool:
    """Whether GeoNames' longer name only tells a town from its namesakes: "Frankfurt" for "Frankfurt am Main"."""
    rest = usual[len(name) :] if usual.startswith(name) else unaccented(usual)[len(unaccented(name)) :]
    starts = usual.startswith(name) or unaccented(usual).startswith(unaccented(name))
    return starts and rest.startswith(_TELLING_APART)


@cache
def _known() -> dict[str, tuple[Spot, ...]]:
    """Countries, states and the places of our own table by each of their names."""
    found: dict[str, tuple[Spot, ...]] = {}
    for name, code in country_names().items():
        c = countries()[code]
        found[name] = (Spot(f"iso3166:{code}", c.name, c.iso3, c.lat, c.lon, "country", _COUNTRY_WEIGHT),)
    for word, state in us_states().items():
        if word != state.code:
            found[word] = (*found.get(word, ()), _state(state))
    for row in rows("places_extra.tsv"):
        extra = _extra(row)
        for name in (row["name"], *split(row["aliases"])):
            bare = name.removeprefix("the ")
            found[bare] = (*found.get(bare, ()), extra)
    return found


@cache
def _known_names() -> list[str]:
    return sorted(_known())


def _state(state: State) -> Spot:
    weight = _STATE_WEIGHT if state.name not in _STATES_WITH_A_CITY else _REGION_WEIGHT
    return Spot(f"iso3166:US-{state.code}", state.name, "USA", state.lat, state.lon, "region", weight, state.code)


def _extra(row: dict[str, str]) -> Spot:
    precision: Precision = row["kind"]  # type: ignore[assignment]
    weight = _EXTRA_TOWN_WEIGHT if precision == "town" else _REGION_WEIGHT
    own = f"twosource:{row['name']}"
    return Spot(own, row["name"], row["country"] or None, float(row["lat"]), float(row["lon"]), precision, weight)


_SAME_PLACE = 0.3
"""Two towns of one name and country within 0.3 degrees are one, from two tables; that of our own table lends the
other its weight, and its name is a usual one."""


def _distinct(found: list[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda s: s.id.startswith("twosource:")):
        twin = next((i for i, k in enumerate(kept) if _is_twin(k, spot)), None)
        if twin is None:
            kept.append(spot)
        else:
            kept[twin] = replace(kept[twin], weight=max(kept[twin].weight, spot.weight), usual=True)
    return kept


def _is_twin(a: Spot, b: Spot) -> bool:
    near = abs(a.lat - b.lat) < _SAME_PLACE and abs(a.lon - b.lon) < _SAME_PLACE
    return near and a.country == b.country and b.precision == "town"
