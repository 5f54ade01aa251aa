"""Whether the words beside a day or a place let it be the happening's, not a statement's, a hospital's, a street's."""

from __future__ import annotations

import re

from twosource.model import Selector

FOLLOWING = 0.5
"""What a day or a place weighs beside which such words stand."""
_STREET = re.compile(
    r"\s?(?:and [A-Z]\w{1,20} )?"
    r"(?:Streets?|streets|St\.|Avenues?|avenues|Ave\b|Roads?|roads|Rd\b|Boulevard|Blvd|Drive|Lane)"
)
_CORNER = re.compile(
    r"\b(?:intersection|corner|block) of (?:[\w.]{1,20} ){0,3}(?:and )?$|\b(?!(?:19|20)\d\d )\d{3,5} (?:[NSEW]\.? )?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:hospital|medical center|airlifted|flown|miles|kilomet(?:er|re)s|native|originally|raised)\b[^.!?\n]{0,40}$"
)
"""Before a place that the victims were brought to, came from, or that lies near."""
_PRINTED = re.compile(r"\b(?:published|updated|posted|copyright)\W{0,3}$", re.IGNORECASE)
"""Before the day of a report, not of what it tells."""
_AFTERWARDS = re.compile(
    r"\b(?:said|says|announced|told \w{1,20}|reported|identified|released|charged|arraigned|arrested|died|court)"
    r"(?: (?:early|late))?(?: on)? $"
)
"""Before the day of what followed: of statements, arrests, charges, deaths in hospital."""


def day_weight(text: str, day: Selector) -> float:
    """1 where the words before a day let it be that of the happening, 0 where it is that of the report."""
    before = text[max(0, day.start - 30) : day.start]
    return 0.0 if _PRINTED.search(before) else FOLLOWING if _AFTERWARDS.search(before) else 1.0


def place_weight(text: str, place: Selector) -> float:
    """1 where the words beside a place let it be that of the happening, 0 where it names a street."""
    if _STREET.match(text, place.end) or _CORNER.search(text[max(0, place.start - 40) : place.start]):
        return 0.0
    return FOLLOWING if _ELSEWHERE.search(text[max(0, place.start - 60) : place.start]) else 1.0
