"""Whether the words beside a day or a place let it be the happening's, not a statement's, a hospital's, a street's."""

from __future__ import annotations

import re

from twosource.model import Selector

FOLLOWING, NEARBY = 0.5, 0.2
"""What a day or a place weighs beside which such words stand, and a town from which a distance is measured."""
_STREET = re.compile(
    r"\s?(?:and [A-Z]\w{1,20} )?"
    r"(?:Streets?|streets|St\.|Avenues?|avenues|Ave\b|Roads?|roads|Rd\b|Boulevard|Blvd|Drive|Lane)"
)
_CORNER = re.compile(
    r"\b(?:intersection|corner|block) of (?:[\w.]{1,20} ){0,3}(?:and )?$|\b(?!(?:19|20)\d\d )\d{3,5} (?:[NSEW]\.? )?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:hospital|medical center|airlifted|flown|flew|miles|kilomet(?:er|re)s|native|originally|raised)\b"
    r"[^.!?\n]{0,40}$"
)
"""Before a place that the victims were brought to, came from, or that lies near."""
_MEASURED = re.compile(
    r"\b(?:miles?|kilomet(?:er|re)s?|km|hours?['’]? (?:drive|walk|ride)|hours?|minutes)\b(?: \([^()\n]{1,30}\))?"
    r"(?: by \w{1,10}| (?:to the )?(?:\w{1,5}-)?(?:north|south|east|west)\w{0,10}| away| outside| off)?"
    r" (?:of|from|outside)(?: [a-z][\w’'-]{0,15}){0,4}(?: of)?,? $"
)
"""Before a town that only tells where another place lies."""
_NAME = r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?"
_LISTED_BEFORE = re.compile(rf"{_NAME}, (?:{_NAME},? (?:and )?)?$")
_LISTED_AFTER = re.compile(rf"(?:, {_NAME}){{1,2}},? and [A-Z]|,? and {_NAME}\b")
_LISTED_THIRD = re.compile(rf"{_NAME}, {_NAME},? and $")
"""Around a place that is one of three or more: "envoys of Paris, Rome and Madrid"."""
_RULES = re.compile(
    r" (?:\w{3,9}ly |has |had |have |also |first |now |still |will |would ){0,2}(?:acknowledged|accuse[sd]?"
    r"|den(?:y|ies|ied)|wants?|urge[sd]?|insist(?:s|ed)?|reject(?:s|ed)|reject|vow(?:s|ed)|condemn(?:s|ed)|demand(?:s|ed)|refuse[sd]"
    r"|blame[sd]?|agreed|recalled|imposed|threatened|proposed|pledged|protested)\b"
)
"""Behind a capital that stands for its government: "since Lima acknowledged the outbreak"."""
_TOLD_IN = re.compile(
    r"\b(?:told (?:[a-z]{1,15} ){1,4}|(?:said|says|speaking|spoke|announced) )in (?:the capital,? )?$"
)
_TELLERS_IN = re.compile(
    r"\b(?:ministry|agency|agencies|officials?|police|prosecutors|spokes\w{3,6}|government|embassy|authorities) in $"
)
_AFTER_IT = re.compile(r"\b(?:ceremony|conference|briefing|memorial service) (?:\w{1,12} )?in $")
_HOSPITAL = re.compile(r" (?:general |military |city )?(?:hospitals?|clinics?|morgue|newspaper|daily|radio)\b")
"""Behind the town of a hospital: "died in a Lima hospital"."""
_SAY = re.compile(r",? (?:said|says|say|told|confirmed|announced|added|reported)\b")
"""Around a place where it was only told: "told reporters in Lima", "officials in Lima said"."""
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


def _is_one_of_many(text: str, before: str, end: int) -> bool:
    """Whether a place is the first, a middle or the last one of three or more that are named in a row."""
    after = _LISTED_AFTER.match(text, end)
    first = after is not None and after[0].startswith(", ")
    return first or (after is not None and bool(_LISTED_BEFORE.search(before))) or bool(_LISTED_THIRD.search(before))


def place_weight(text: str, place: Selector) -> float:
    """1 where the words beside a place let it be that of the happening, 0 where it names a street.

    A town from which the way to the scene is measured is not the scene: "90 km (56 miles) north of the capital Lima".
    """
    if _STREET.match(text, place.end) or _CORNER.search(text[max(0, place.start - 40) : place.start]):
        return 0.0
    before = text[max(0, place.start - 80) : place.start]
    if _RULES.match(text, place.end) or _is_one_of_many(text, before, place.end):
        return NEARBY
    if _MEASURED.search(before):
        return NEARBY
    told = (
        _TOLD_IN.search(before)
        or _AFTER_IT.search(before)
        or (_TELLERS_IN.search(before) and _SAY.match(text, place.end))
    )
    told = told or _HOSPITAL.match(text, place.end)
    return FOLLOWING if told or _ELSEWHERE.search(before[-60:]) else 1.0
