"""Whether the words beside a day or a place let it be the happening's, not a statement's, a hospital's, a street's."""

from __future__ import annotations

import re

from twosource.model import Selector
from twosource.vocab.places import PLACE, place_cues
from twosource.vocab.word_sets import word_set

FOLLOWING, NEARBY = 0.5, 0.2
"""What a day or a place weighs beside words of what followed, and a town from which a distance is measured."""
_WEIGHTS = {"none": 0.0, "nearby": NEARBY, "following": FOLLOWING}
_BEFORE, _AFTER = 80, 60
"""Characters on either side of a place that are asked."""
_PRINTED = re.compile(r"\b(?:published|updated|posted|copyright)\W{0,3}$", re.IGNORECASE)
"""Before the day of a report, not of what it tells."""
_AFTERWARDS = re.compile(
    r"\b(?:said|says|announced|told \w{1,20}|reported|identified|released|charged|arraigned|arrested|died|court"
    r"|promised|confirmed|warned|declared|acknowledged|admitted|insisted|tweeted|wrote|condemned)"
    r"(?: (?:early|late))?(?: on)? $"
)
"""Before the day of what followed: of statements, arrests, charges, deaths in hospital."""
_PLACED = re.compile(
    r"\b(?:in|at|on|off|over|under|near|across|along|aboard) (?:the )?(?:[a-z]{4,12}ern |capital |"
    r"(?:[A-Z]\w{1,15} )?(?:city|town|port|village) of )?$"
)
"""Before a place that something happened in or off."""
_PART = re.compile(r"\b(?:north|south|east|west|central)\w{0,8}(?: of(?: the)?)? $")
"""Before a country of which a part is meant: "in northeastern Peru"."""
_KIND_BEFORE = re.compile(r"\b([a-z]{4,12}) of $")
_KIND_AFTER = re.compile(r" (?:refugee |border )?([a-z]{4,12})\b")
_AFTER_WORD = re.compile(r" ([a-z]+)")
_WORD = re.compile(r"[a-z]+")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]{0,2}\s(?=\W?[A-Z])|\n")


def day_weight(text: str, day: Selector) -> float:
    """1 where the words before a day let it be that of the happening, 0 where it is that of the report."""
    before = text[max(0, day.start - 30) : day.start]
    return 0.0 if _PRINTED.search(before) else FOLLOWING if _AFTERWARDS.search(before) else 1.0


def place_weight(text: str, place: Selector) -> float:
    """1 where the words beside a place let it be that of the happening, 0 where it names a street.

    A town from which the way to the scene is measured is not the scene: "90 km (56 miles) north of the capital Lima".
    """
    beside = text[max(0, place.start - _BEFORE) : place.start] + PLACE + text[place.end : place.end + _AFTER]
    return min((_WEIGHTS[cue.bearing] for cue in place_cues() if cue.pattern.search(beside)), default=1.0)


def is_placed(text: str, place: Selector) -> bool:
    """Whether a place stands right behind "in", "at", "off" and their like."""
    return _PLACED.search(text[max(0, place.start - 40) : place.start]) is not None


def is_part(text: str, place: Selector) -> bool:
    """Whether a part of a country is meant: "northeastern Peru", "the east of Peru"."""
    return _PART.search(text[max(0, place.start - 40) : place.start]) is not None


def is_site(text: str, place: Selector) -> bool:
    """Whether the words make an area one spot: a water that things happen in, a village or crossing named as such."""
    if not word_set("waters").isdisjoint(_WORD.findall(place.exact.lower())):
        after = _AFTER_WORD.match(text, place.end)
        return is_placed(text, place) and (after is None or after[1] in word_set("behind waters"))
    before = text[max(0, place.start - 40) : place.start]
    kinds = (_KIND_BEFORE.search(before), _KIND_AFTER.match(text, place.end))
    return any(kind is not None and kind[1] in word_set("spots") for kind in kinds)


def sentences_before(text: str, start: int, place: Selector) -> int:
    """How many sentences stand between `start` and the one of a place."""
    return sum(1 for _ in _SENTENCE_ENDS.finditer(text, start, place.start))


def sentence_around(text: str, place: Selector) -> tuple[int, int]:
    """Where the sentence of a place begins and ends."""
    starts = (m.end() for m in _SENTENCE_ENDS.finditer(text, max(0, place.start - _LONG), place.start))
    end = _SENTENCE_ENDS.search(text, place.end, place.end + _LONG)
    return max(starts, default=max(0, place.start - _LONG)), end.start() if end else min(len(text), place.end + _LONG)


_LONG = 400
"""Characters within which a sentence ends."""
