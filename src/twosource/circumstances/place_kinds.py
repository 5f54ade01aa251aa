"""Names that hold a town's and mean something else: "Gulf of Riga", "Naples Bay", "the province of Almería"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.vocab.gazetteer import spots
from twosource.vocab.names import honorifics, name_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words
    from twosource.model import Name
    from twosource.vocab.gazetteer import Spot

_LANDS = word_set("waters and lands of a place")
_LANDS_WITH_CAPITAL = word_set("waters and lands of a place with a capital")
_LANDS_AFTER = word_set("waters and lands after a place")
_REGIONS = word_set("regions")
_PARTS_OR_REGIONS = word_set("regions of a place")
"""Regions where "the" stands before them: "a district of Faro" is a part of the town."""
PARTS = word_set("parts of towns")
"""Behind what is no town of its own: "Matero township"."""
SHORT_FORMS = {
    "NYC": "New York City",
    "DC": "Washington",
    "LA": "Los Angeles",
    "KL": "Kuala Lumpur",
    "UNITED NATIONS": "New York",
}
"""Letters for towns, and a dateline's name for one, asked for only where the analyzer took them for a place."""
_MANY = 20_000
"""People of a town whose name of several words is the town's though read as a person's."""
_AROUND = 10
"""Words on either side of a country's name that may tell that its capital is meant."""
_GOVERNS = frozenset({"governor", "governors"})


def land_before(words: Words, i: int, found: tuple[Spot, ...]) -> int | None:
    """The word with which the name of a water or land opens that goes on at word `i`: "Gulf" of "Gulf of Riga"."""
    of = _of_before(words, i)
    if of is None:
        return None
    kind, capital = words.lower[of - 1], words.written[of - 1][:1].isupper()
    if kind not in _LANDS and not (capital and kind in _LANDS_WITH_CAPITAL):
        return None
    known = not capital and bool(found) and found[0].precision != "town"  # "the valley of Kashmir" is Kashmir
    return of - 1 if not known or spots(f"{kind.title()} of {found[0].name}") else None


def opens_land(words: Words, i: int) -> int | None:
    """The word that names the place after a capitalised kind of land at word `i` and "of"; None if none follows."""
    if words.lower[i] not in _LANDS | _LANDS_WITH_CAPITAL or words.lower[i + 1 : i + 2] != ["of"]:
        return None
    name = i + 2 + (words.lower[i + 2 : i + 3] == ["the"])
    return name if any(word[:1].isupper() for word in words.written[name : name + 1]) else None


def is_land_after(words: Words, end: int, found: tuple[Spot, ...]) -> bool:
    """Whether a town's name goes on as that of a water or land at word `end`: "Naples Bay"."""
    return (
        any(s.precision == "town" for s in found[:1])
        and words.lower[end : end + 1] != []
        and words.lower[end] in _LANDS_AFTER
        and words.written[end][0].isupper()
    )


def unit_of(words: Words, i: int, end: int) -> str:
    """The word that makes a region or a part of the town in words `i` to `end`, after it or before; else empty."""
    if words.lower[end : end + 1] and words.lower[end] in _REGIONS | PARTS:
        return words.lower[end]
    of = _of_before(words, i)
    before = words.lower[of - 1] if of is not None else ""
    if before in _GOVERNS:
        return "region"
    whole = of is not None and of > 1 and words.lower[of - 2] == "the"
    return before if before in _REGIONS or (whole and before in _PARTS_OR_REGIONS) else ""


def capital_meant(words: Words, i: int, end: int, found: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The capital for a country of its name where people meet: "talks in Djibouti"."""
    near = words.lower[max(0, i - _AROUND) : end + _AROUND]
    shared = " ".join(words.lower[i:end]) in word_set("countries named as their capital is")
    shouted = "".join(words.written[i:end]).isupper()  # a dateline: "LUXEMBOURG, June 3"
    meets = words.lower[i - 1 : i] == ["in"] and not word_set("what happens in a capital").isdisjoint(near)
    if not shared or not (shouted or meets):
        return found
    towns = (s for s in (*spots(f"{found[0].name} City"), *found) if s.precision == "town")
    return tuple(s for s in towns if s.country == found[0].country)[:1] or found


def says_only_kind(words: Words, i: int, end: int) -> bool:
    """Whether a word only says what kind of place follows: Bay, a town of the Philippines, in "the Bay of Sollund"."""
    if end != i + 1 or words.lower[end : end + 1] != ["of"] or words.written[i] not in name_words("of"):
        return False
    return any(word[:1].isupper() for word in words.written[end + 1 : end + 2])


def is_misread(words: Words, i: int, end: int, label: Name) -> bool:
    """Whether a name read as something else is a place: "Lima-based", a place of several words that reports often name.

    As the name of a body it must stand behind a word of place: "at Spin Boldak".
    """
    if words.lower[end : end + 2] == ["-", "based"]:
        return True
    name = " ".join(words.between(i, end).split())
    shouted = name in SHORT_FORMS and words.lower[end : end + 1] == [":"]  # "UNITED NATIONS: The council …"
    if label.start == words.starts[i] and (shouted or _is_water(words, i, end, name)):
        return True
    if label.start != words.starts[i] or label.label not in ("PER", "ORG") or name.isalpha():
        return False
    placed = i > 0 and words.lower[i - 1] in word_set("before places")
    known = any(s.id.startswith("twosource:") or s.weight >= _MANY for s in spots(name))
    return known and (placed or (label.label == "PER" and not _speaks(words, i, end)))


def _is_water(words: Words, i: int, end: int, name: str) -> bool:
    """Whether a name behind "the" is a sea or a strait of the tables and no adjective: "the Adriatic on Monday"."""
    known = any(s.precision == "area" for s in spots(name)) and not word_set("waters").isdisjoint(name.lower().split())
    after = words.lower[end : end + 1]
    ends = not after or not after[0].isalpha() or after[0] in word_set("behind waters")
    return known and ends and words.lower[i - 1 : i] == ["the"]


def _speaks(words: Words, i: int, end: int) -> bool:
    """Whether what stands beside a name is said of persons alone."""
    beside = {*words.lower[max(0, i - 1) : i], *words.lower[end : end + 1]}
    return not beside.isdisjoint(name_words("speech") | name_words("person") | honorifics().keys())


def _of_before(words: Words, i: int) -> int | None:
    """The "of" before word `i`, an article between them left out, where a word stands before it."""
    of = i - 1 - (i > 1 and words.lower[i - 1] == "the")
    return of if of > 0 and words.lower[of] == "of" else None
