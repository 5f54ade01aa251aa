"""Places: finds the places an article names and which of their namesakes they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from twosource.circumstances.place_choice import Setting, is_inside
from twosource.circumstances.place_names import Mentioned, mentioned, openings
from twosource.circumstances.words import READ_ROLES, Words, read_words
from twosource.model import Name, Place, Selector, content_id
from twosource.vocab.countries import demonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twosource.model import Reading
    from twosource.vocab.gazetteer import Spot

_ROLES = READ_ROLES | {"dateline"}


@dataclass(slots=True)
class _Found:
    """A place and where it is named."""

    spot: Spot | None
    county: bool
    country: str | None
    names: Counter[str] = field(default_factory=Counter)
    selectors: list[Selector] = field(default_factory=list)


def find_places(reading: Reading) -> Reading:
    """The reading with its places in the order of their first mention; what no table has stays without coordinates.

    The dateline counts as a mention: `article.located` and the roles of blocks tell which mention it is.
    """
    words = read_words(reading, _ROLES)
    opening = openings(words)
    mentions = list(mentioned(words, opening, _labelled(reading)))
    setting = Setting(mentions, _peoples(words, opening))
    found: dict[str, _Found] = {}
    for mention, key, spot in _resolved(mentions, setting):
        country = spot.country if spot else mention.region.country if mention.region else None
        place = found.setdefault(key, _Found(spot, mention.county, country))
        end = mention.end + mention.county
        selector = Selector.of(reading.page, words.starts[mention.first], words.ends[end - 1])
        place.names[" ".join(selector.exact.split()) if mention.county else mention.name] += 1
        place.selectors.append(selector)
    return replace(reading, places=tuple(_place(f) for f in found.values()))


def _labelled(reading: Reading) -> list[Name]:
    """The names that the analysis labels, and that of the dateline, which is a place whatever else its word is."""
    names = list(reading.analysis.names if reading.analysis else ())
    at = reading.article.located.selector if reading.article.located else None
    if at is not None and not any(name.start < at.end and at.start < name.end for name in names):
        names.append(Name(start=at.start, end=at.end, label="GPE", sentence=0))
    return sorted(names, key=lambda name: name.start)


def _peoples(words: Words, opening: list[int]) -> list[str]:
    """The countries whose demonyms the article uses."""
    table, lower = _lower_demonyms(), words.lower
    return [table[lower[i]] for i in opening if lower[i] in table]


@cache
def _lower_demonyms() -> dict[str, str]:
    return {word.lower(): code for word, code in demonyms().items()}


def _resolved(mentions: list[Mentioned], setting: Setting) -> Iterator[tuple[Mentioned, str, Spot | None]]:
    """Each mention with its key and place: what one mention of a name makes plain holds for all of them."""
    told = {m.name: m for m in reversed(mentions) if m.region is not None}
    around: Spot | None = None
    after = 0
    for mention in mentions:
        if around is not None and mention.first == after and around in mention.spots:
            yield mention, around.id, around
            around = None
            continue
        around, after = None, mention.end + mention.county + 1
        if mention.county:
            yield mention, f"{mention.name.removesuffix(' County')} County", None
            continue
        spot = setting.choose(mention if mention.region or mention.unit else told.get(mention.name, mention))
        if mention.region is not None and (spot is None or is_inside(spot, mention.region)):
            around = mention.region
        if spot is not None:
            yield mention, spot.id, spot
        elif mention.labelled:
            yield mention, mention.name, None


def _place(found: _Found) -> Place:
    spot = found.spot
    name = max(found.names, key=lambda n: (found.names[n], len(n), n))
    if spot is not None and _is_usual(spot, found):
        name = spot.name
    if spot is None:
        return Place(
            id=content_id("place", name),
            name=name,
            country=found.country,
            lat=None,
            lon=None,
            precision="region" if found.county else "area",
            gazetteer_id=None,
            mentions=tuple(found.selectors),
        )
    return Place(
        id=content_id("place", spot.id),
        name=name,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.precision,
        gazetteer_id=spot.id,
        mentions=tuple(found.selectors),
    )


def _is_usual(spot: Spot, found: _Found) -> bool:
    """Whether the gazetteer's name stands for those written: "The Hague", "Homs province", no "Miss."."""
    bare = spot.name.removeprefix("The ")
    written = bare in found.names or (spot.precision == "region" and bare.rpartition(" ")[0] in found.names)
    return written or spot.precision == "country" or spot.id.startswith("iso3166:")
