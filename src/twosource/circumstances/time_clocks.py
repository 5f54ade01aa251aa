"""Values of clock times: "3 p.m.", "5:20 in the morning", "half past six", "18.07.2021 17:42"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from twosource.circumstances.periods import Period, day_of
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import at_part
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.time_grammar import Found
    from twosource.model import TimexMod

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::[0-9]{2})?)?")
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")
_AT = word_set("before a bare clock time")
_TOWARDS = _AT - {"by", "from", "to"}
"""Words before "a quarter to six"; "by a quarter to six", "from a quarter to" are of amounts."""
BESIDE_DAY = frozenset({"", ",", "on", "at", "at about", "at around", ", at", "on the", "|", "-", "–", "—", "·"})
"""What may stand between a clock time and its day."""
_IN_PART = {"MO": (1, 12), "AF": (12, 7), "EV": (4, 12), "NI": (6, 5)}
"""The first and last hour on the dial that a part of the day has: "at 11 at night", not "at 11 in the afternoon"."""
_QUARTER = 15


def clock(found: Found, scene: Scene) -> Value | None:
    """3 p.m., 8.15pm, 15:30 GMT, 0630 GMT, noon: a time of day; the day is joined to it by `joined`."""
    if found.kind("past"):
        shown = _past(found, scene)
    elif found.kind("dayside"):
        shown = _of_part(found, scene)
    else:
        shown = found.value("noon") or _by_digits(found, scene)
    if not shown:
        return None
    return Value("TIME", Period(f"T{shown}"), cast("TimexMod | None", found.value("hedge")))


def _by_digits(found: Found, scene: Scene) -> str | None:
    """HH:MM as written; a bare "17:30" is a time beside its day and after "at", else a result or a ratio."""
    bare = found.value("ampm") is None and found.value("zone") is None and found.kind("clock") == "CLOCK"
    if bare and not (_is_told_at(found, scene) or _is_beside_day(found, scene)):
        return None
    written = (found.value("clock") or "") if found.kind("clock") == "WORD" else found.written("clock")
    four = found.value("ampm") is None and len(found.value("zone") or "") > 2  # "in 2016 CT scans" tells no time
    digits = _CLOCK.fullmatch(written) or (_FOUR_DIGITS.fullmatch(written) if four else None)
    return _hours(int(digits[1]), int(digits[2] or 0), found.value("ampm")) if digits else None


def _is_told_at(found: Found, scene: Scene) -> bool:
    return bool(found.first) and scene.words.lower[found.first - 1] in _AT


def _is_beside_day(found: Found, scene: Scene) -> bool:
    """Whether a day stands right before a bare clock time ("18.07.2021 17:42") or after it."""
    spoken, lower = scene.spoken, scene.words.lower
    day_before = spoken is not None and spoken.first is not None and spoken.first == spoken.last
    near = day_before and 0 <= found.first - scene.spoken_at <= 1
    return (near and " ".join(lower[scene.spoken_at : found.first]) in BESIDE_DAY) or found.after() in (
        "ISO",
        "SLASHED",
        "WEEKDAY",
    )


def _of_part(found: Found, scene: Scene) -> str | None:
    """5:20 in the morning, four in the afternoon, 11 at night: the hour on the dial in that part of the day."""
    in_digits = found.kind("clock") == "CLOCK"
    told = in_digits or found.kind("hedge") or _is_told_at(found, scene)
    if not told or not _joins_part(found):
        return None
    digits = _CLOCK.fullmatch(found.written("clock") if in_digits else found.value("clock") or "")
    return _on_dial(int(digits[1]), int(digits[2] or 0), found.value("dayside") or "") if digits else None


def _joins_part(found: Found) -> bool:
    """Whether "in the morning", "at night" stands after the hour, not "by the evening"."""
    words = found.signs.words.lower[found.first : found.end]
    return words[-3:-1] == ["in", "the"] or (words[-2] == "at" and words[-1] == "night")


def _on_dial(hour: int, minute: int, part: str) -> str | None:
    """HH:MM of an hour of the dial in a part of the day, None where that part has no such hour."""
    if not 1 <= hour <= 12:
        return _hours(hour, minute, None) if hour > 12 else None
    first, last = _IN_PART.get(part, (1, 12))
    if not (first <= hour <= last or (first > last and (hour >= first or hour <= last))):
        return None
    after_noon = part in ("AF", "EV") or (part == "NI" and first <= hour < 12)
    if hour == 12:
        hour = 0 if part in ("MO", "NI", "EV") else 12
        return _hours(hour, minute, None)
    return _hours(hour + 12 * after_noon, minute, None)


def _past(found: Found, scene: Scene) -> str | None:
    """Half past six, a quarter to seven."""
    before, side = scene.words.lower[found.first - 1] if found.first else "", found.written("side")
    half, to = "half" in found.written("past"), side == "to"
    if side not in ("past", "to") or (half and to) or before not in (_TOWARDS if to else _AT):
        return None
    part, hour = found.value("dayside"), int(float(found.value("clock") or 0))
    if not 1 <= hour <= 12 or (part and not _joins_part(found)):
        return None
    minute = 2 * _QUARTER if half else _QUARTER
    hour, minute = ((hour - 2) % 12 + 1, 60 - minute) if to else (hour, minute)
    return _on_dial(hour, minute, part) if part else _hours(hour, minute, None)


def _hours(hour: int, minute: int, ampm: str | None) -> str | None:
    """HH:MM, None where no clock shows it."""
    if ampm and not 1 <= hour <= 12:
        return None
    if ampm:
        hour = hour % 12 + (12 if ampm == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def joined(clock_time: Value, day: Value) -> Value:
    """A time of day on its day."""
    value = day.period.value.partition("T")[0]
    shown = (value or "XXXX-XX-XX") + clock_time.period.value
    return at_part(day, "x")._replace(period=Period(shown, day.period.first, day.period.last))


def on_day(clock_time: Value, day: date | None) -> Value:
    """A time of day that stands alone, on the day it belongs to (none: the day stays XXXX-XX-XX)."""
    base = day_of(day) if day else Period("XXXX-XX-XX")
    period = Period(base.value + clock_time.period.value, base.first, base.last)
    return Value("TIME", period, clock_time.mod, "published" if day else "")
