"""The dateline at the head of a report: town, agency, date, dash. "PARIS, March 5 (AP) — The talks …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.vocab.countries import country_of, governments
from twosource.vocab.gazetteer import spots
from twosource.vocab.page_furniture import dateline_stops, publication_words
from twosource.vocab.wires import Wire, wire_names, wire_spelling

_MONTH = "|".join(sorted(publication_words("month"), key=len, reverse=True))
_CALENDAR = publication_words("weekday").keys() | publication_words("month").keys()
"""No town: "Sunday 6 June 2032 - 07:40"."""
_CAPS = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-Ž'’.]{1,24}(?:[ /-][A-ZÀ-ÖØ-ÞĀ-Ž'’.]{2,24}){0,3}"
_TITLE = r"[A-ZÀ-ÖØ-Þ][\w'’.]{1,24}(?:[ -](?:de|la|le|los|el|al|of|the|am|sur|[A-ZÀ-ÖØ-Þ])[\w'’.]{0,24}){0,4}"
_DATE = rf"(?:(?:{_MONTH})\.?[ ]?\d{{1,2}}|\d{{1,2}}[ ](?:{_MONTH})\.?)(?:,?[ ](?:19|20)\d\d)?"
_DASH = r"(?:—|–|--|-|_)"
_HEAD = re.compile(
    rf"""
    (?P<town>{_CAPS}|{_TITLE})?
    (?P<region>,\ {_TITLE}|,\ {_CAPS}|\ \({_TITLE}\)(?=,?\ ?[(\[]))?
    (?:,?\ ?(?P<date>(?i:{_DATE}))(?=[\ ,.:(—–-]))?
    (?:,?\ ?[(\[](?P<agency>[^()\[\]]{{2,40}})[)\]])?
    (?:,?\ ?(?P<later>(?i:{_DATE}))(?=[\ ,.:(—–-]))?
    ,?(?P<space>\ ?)(?:(?P<dash>{_DASH})(?:\ |(?=["“]|$)|(?<=--)|(?<=_))|(?P<colon>:)\ )
    """,
    re.VERBOSE,
)
LENGTH = 110
"""Characters in which a dateline ends."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `end` is where it ends in its line, `town` and `agency_span` are spans of the line."""

    end: int
    town: tuple[int, int] | None
    wire: Wire | None
    agency_span: tuple[int, int] | None
    date: str | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which a line begins, None where it begins with none."""
    match = _HEAD.match(text[:LENGTH])
    if match is None or match.end() < 4:
        return None
    wire = _wire(match["agency"])
    if not _holds(match, wire):
        return None
    return Dateline(
        end=match.end(),
        town=match.span("town") if match["town"] else None,
        wire=wire,
        agency_span=match.span("agency") if wire else None,
        date=match["date"] or match["later"],
    )


def _wire(words: str | None) -> Wire | None:
    found = wire_spelling().search(words) if words else None
    return wire_names()[found[0]] if found else None


def _holds(match: re.Match[str], wire: Wire | None) -> bool:
    """An agency makes a dateline; a town in capitals or beside its country does with a dash, unless it is a label."""
    town = (match["town"] or "").rstrip(".")
    if town.lower() in dateline_stops() or not _CALENDAR.isdisjoint(town.lower().split()):
        return False
    if wire is not None:
        return match["dash"] is not None or match["colon"] is not None
    if not town or (match["agency"] and not _is_country(match["agency"])):
        return False
    dated = bool(match["date"] or match["later"])
    known = town in governments() or _is_country(match["region"] or match["agency"])
    if match["dash"] is None:
        return town.isupper() and len(town) > 3 and (known or dated or _one_place(town))
    spaced = match["dash"] in ("—", "–", "--", "_") or bool(match["space"])
    return spaced and ((town.isupper() and len(town) > 2) or known or dated or _opens_report(match, town))


def _opens_report(match: re.Match[str], town: str) -> bool:
    """Whether a town of the gazetteer stands before a dash and a sentence: "Agadez - The lorries came at dawn"."""
    after = match.string[match.end() :].lstrip("“\"‘'")
    found = spots(town) if after[:1].isupper() else ()
    return bool(found) and found[0].usual and found[0].precision == "town"


def _one_place(town: str) -> bool:
    return len(town.split()) <= 2


def _is_country(region: str | None) -> bool:
    return region is not None and country_of(region.strip(" ,()")) is not None
