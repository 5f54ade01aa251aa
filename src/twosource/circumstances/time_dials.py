"""Clock times that need a look at the words around: "ten past four", "the 18.55", "18h30", "0300 hours"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from twosource.vocab.times import weekdays
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.scene import Scene
    from twosource.circumstances.time_grammar import Found

_AT = word_set("before a bare clock time")
_TOWARDS = frozenset({"at", "before", "after"})
"""Words before "ten to six"; after others "ten to six" may be a range."""
_AT_AN_HOUR = frozenset({"at", "until", "till", "since", "before", "after"})
"""Words before a number that is an hour if a part of the day follows; "rose to six this evening" is a count."""
_DIAL = 12
_IN_PART = {"MO": (1, 12), "AF": (12, 7), "EV": (4, 12), "NI": (6, 5)}
"""The first and last hour on the dial that a part of the day has: "at 11 at night", not "at 11 in the afternoon"."""
_IT_IS = (
    ["it", "was"],
    ["it", "is"],
    ["it", "'s"],
    ["it", "’s"],
    ["was", "nearly"],
    ["was", "almost"],
    ["was", "just"],
)
_QUARTER = 15
_FIVES = frozenset({5, 10, 20, 25})
"""Minutes that are told without "minutes"."""
_DOTTED = re.compile(r"([01]?[0-9]|2[0-3])\.([0-5][0-9])")
_MILITARY = re.compile(r"([01][0-9]|2[0-4])([0-5][0-9])")
_HOURS = frozenset({"hours", "hrs"})
_CLOSED = ("DOT", "COMMA", "BREAK", "IN", "AND", "LPAREN")
_DAYS = ("WEEKDAY", "TODAY", "MONTH", "MAYISH")
_SERVICES = word_set("services by the clock")
_PRICES = word_set("prices and rates")
_ODDS = frozenset({"odds", "ratio", "bet", "bets", "outnumbered"})
_LEVELS = word_set("levels and tallies")
_REACH = 14
"""Words before "at 18.55" in which a price or a rate makes it one."""


def hours(hour: int, minute: int, ampm: str | None = None) -> str | None:
    """HH:MM, None where no clock shows it."""
    if ampm and not 1 <= hour <= 12:
        return None
    if ampm:
        hour = hour % 12 + (12 if ampm == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def on_dial(hour: int, minute: int, part: str) -> str | None:
    """HH:MM of an hour of the dial in a part of the day, None where that part has no such hour."""
    if not 1 <= hour <= 12:
        return hours(hour, minute) if hour > 12 else None
    first, last = _IN_PART.get(part, (1, 12))
    if not (first <= hour <= last or (first > last and (hour >= first or hour <= last))):
        return None
    after_noon = part in ("AF", "EV") or (part == "NI" and first <= hour < 12)
    if hour == 12:
        hour = 0 if part in ("MO", "NI", "EV") else 12
        return hours(hour, minute)
    return hours(hour + 12 * after_noon, minute)


def joins_part(found: Found) -> bool:
    """Whether "in the morning", "at night" stands after the hour, not "by the evening"."""
    words = found.signs.words.lower[found.first : found.end]
    return words[-3:-1] == ["in", "the"] or (words[-2] == "at" and words[-1] == "night")


def past(found: Found, scene: Scene) -> str | None:
    """Half past six, a quarter to seven, ten past four, twenty-five to nine in the evening."""
    to, minute, part = found.written("side") == "to", _minute(found), found.value("dayside")
    if minute is None or found.written("side") not in ("past", "to") or (part and not joins_part(found)):
        return None
    if not (part or _is_told(found, scene, to=to)):
        return None
    if found.kind("clock") == "NOON":
        hour = {"12:00": 12, "24:00": 0}[found.value("clock") or "12:00"]
        return hours((hour - to) % 24, 60 - minute if to else minute)
    hour = int(float(found.value("clock") or 0))
    if not 1 <= hour <= 12:
        return None
    hour, minute = ((hour - 2) % 12 + 1, 60 - minute) if to else (hour, minute)
    near = scene.near(found.first)
    told = on_dial(hour, minute, part or (near.part if near else ""))
    return told or (None if part else hours(hour, minute))


def _is_closed(found: Found, scene: Scene) -> bool:
    return found.after() in _CLOSED or scene.words.lower[found.end] in ("when", "as")


def roughly(found: Found, scene: Scene) -> str | None:
    """At around ten, told of a night or morning just spoken of; "the toll stood at around ten" is a count."""
    lower, near = scene.words.lower, scene.near(found.first)
    hour = float(found.value("roughly") or 0)
    counts = _LEVELS & {*lower[max(0, found.first - _REACH) : found.first]}
    told = found.first and lower[found.first - 1] == "at" and found.after() in _CLOSED
    return (
        on_dial(int(hour), 0, near.part) if told and near and near.part and not counts and hour == int(hour) else None
    )


def beside_part(found: Found, scene: Scene) -> str | None:
    """At six this evening, at nine on Tuesday morning, shortly before ten tonight: the hour; its day follows."""
    before = scene.words.lower[found.first - 1] if found.first else ""
    opens = found.kind("hedge") is not None and found.before() in ("BREAK", "DOT")
    hour = float(found.value("clock") or 0)
    fits = hour.is_integer() and (before in _AT_AN_HOUR or opens)
    part = (found.value("beside") or "").rpartition(":")[2]
    return on_dial(int(hour), 0, part) if fits and 1 <= hour <= _DIAL else None


def _minute(found: Found) -> int | None:
    """How many minutes before or after the hour; None where the words tell no such number."""
    half, to = "half" in found.written("past"), found.written("side") == "to"
    if found.kind("past"):
        return None if half and to else 2 * _QUARTER if half else _QUARTER
    count = float(found.value("minutes") or 0)
    told = count < 30 if found.value("unit") == "N" else count in _FIVES and not found.kind("unit")
    return int(count) if told and count >= 1 else None


def _is_told(found: Found, scene: Scene, *, to: bool) -> bool:
    """Whether the words around are those of a clock time: "by a quarter to six", "from five to nine" are amounts."""
    before = scene.words.lower[found.first - 1] if found.first else ""
    if scene.words.lower[max(0, found.first - 2) : found.first] in _IT_IS and (not to or _is_closed(found, scene)):
        return True
    if found.kind("past"):
        return before in (_AT - {"by", "from", "to"} if to else _AT)
    odds = _ODDS & {*scene.words.lower[max(0, found.first - _REACH) : found.first]}
    return not to or found.value("unit") == "N" or (before in _TOWARDS and found.after() in _CLOSED and not odds)


def in_hours(found: Found, scene: Scene) -> str | None:
    """18h30, 18h: the marks right beside the figures; the hour alone only after "at" and its like."""
    first, words = found.first, scene.words
    hour, minute = found.written("hour"), found.written("minute")
    at = found.signs.first[found.match.start("hour")]
    joined = words.ends[at] == words.starts[at + 1] and (not minute or words.ends[at + 1] == words.starts[at + 2])
    told = bool(minute) or (first > 0 and words.lower[first - 1] in _AT) or found.value("zone") is not None
    if not (joined and told and hour.isdecimal() and len(hour) < 3 and (not minute or len(minute) == 2)):
        return None
    return hours(int(hour), int(minute or 0))


def military(found: Found, scene: Scene) -> str | None:
    """0300 hours, at 1430 hours; "1430 hours of work" are a stretch."""
    written, before = found.written("military"), scene.words.lower[found.first - 1] if found.first else ""
    digits = _MILITARY.fullmatch(written)
    told = written[:1] == "0" or (before in _AT and scene.words.lower[found.end] != "of")
    return hours(int(digits[1]), int(digits[2])) if digits and told and found.written("unit") in _HOURS else None


def dotted(found: Found, scene: Scene) -> str | None:
    """The 18.55 to the coast; at 07.20; at 18.55 on Tuesday: no price and no rate."""
    lower, written = scene.words.lower, found.written("dotted")
    digits, before = _DOTTED.fullmatch(written), lower[found.first - 1] if found.first else ""
    if digits is None or _PRICES & {*lower[max(0, found.first - _REACH) : found.end + 1]}:
        return None
    service = before == "the" and lower[found.end] in _SERVICES and len(digits[1]) == 2
    at = before in ("at", "around", "by", "until", "from", "since") and len(digits[1]) == 2
    day = found.after() in _DAYS or (lower[found.end] == "on" and lower[found.end + 1] in weekdays())
    return hours(int(digits[1]), int(digits[2])) if service or (at and (written[0] == "0" or day)) else None
