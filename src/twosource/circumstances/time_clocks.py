"""Values of clock times: "3 p.m.", "5:20 in the morning", "half past six", "18.07.2021 17:42"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from twosource.circumstances import time_dials
from twosource.circumstances.periods import Period, day_of
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_dials import hours, joins_part, on_dial
from twosource.circumstances.time_parts import at_part
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.time_grammar import Found
    from twosource.model import TimexMod

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::[0-9]{2})?)?")
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")
_AT = word_set("before a bare clock time")
_AFTERNOON = 5
"""The last hour for which nothing is called before dawn: "will meet at one o'clock on Friday" is after noon."""
BESIDE_DAY = frozenset({"", ",", "on", "at", "at about", "at around", ", at", "on the", "|", "-", "–", "—", "·"})
"""What may stand between a clock time and its day."""
_BY_GROUP = {
    "side": time_dials.past,
    "hour": time_dials.in_hours,
    "military": time_dials.military,
    "dotted": time_dials.dotted,
    "roughly": time_dials.roughly,
    "beside": time_dials.beside_part,
}
"""Groups of the rules of clock times whose presence tells how to read one."""


def clock(found: Found, scene: Scene) -> Value | None:
    """3 p.m., 8.15pm, 15:30 GMT, 0630 GMT, noon: a time of day; the day is joined to it by `joined`."""
    told = next((read for group, read in _BY_GROUP.items() if found.kind(group)), None)
    if told is not None:
        shown = told(found, scene)
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
    if found.value("ampm") is None and found.kind("clock") in ("WORD", "SMALL") and written.isdecimal():
        near = scene.near(found.first)  # "at nine o'clock" after "on Tuesday evening"
        part = near.part if near else ""
        if not part and 1 <= int(written) <= _AFTERNOON and scene.lean(found.first, found.end) > 0:
            part = "AF"
        return on_dial(int(written), 0, part) or hours(int(written), 0)
    digits = _CLOCK.fullmatch(written) or (_FOUR_DIGITS.fullmatch(written) if four else None)
    return hours(int(digits[1]), int(digits[2] or 0), found.value("ampm")) if digits else None


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
    if not told or not joins_part(found):
        return None
    digits = _CLOCK.fullmatch(found.written("clock") if in_digits else found.value("clock") or "")
    return on_dial(int(digits[1]), int(digits[2] or 0), found.value("dayside") or "") if digits else None


def at_midnight_gone(found: Found, clock: Value, day: date | None, scene: Scene) -> Value:
    """Midnight of the day of publication, if it is past, is where that day began: "in force since midnight"."""
    gone = clock.period.value == "T24:00" and day == scene.today and scene.lean(found.first, found.end) < 0
    return clock._replace(period=Period("T00:00")) if gone else clock


def joined(clock_time: Value, day: Value) -> Value:
    """A time of day on its day."""
    value, _, part = day.period.value.partition("T")
    shown = (value or "XXXX-XX-XX") + _in_part(clock_time.period.value, part)
    return at_part(day, "x")._replace(period=Period(shown, day.period.first, day.period.last))


def _in_part(clock_time: str, part: str) -> str:
    """T18:00 of "six this evening", "half past six tonight": the hour on the dial that this part of the day has."""
    digits = _CLOCK.fullmatch(clock_time.removeprefix("T"))
    told = on_dial(int(digits[1]), int(digits[2] or 0), part) if digits and part.isalpha() else None
    return f"T{told}" if told else clock_time


def on_day(clock_time: Value, day: date | None) -> Value:
    """A time of day that stands alone, on the day it belongs to (none: the day stays XXXX-XX-XX)."""
    base = day_of(day) if day else Period("XXXX-XX-XX")
    period = Period(base.value + clock_time.period.value, base.first, base.last)
    return Value("TIME", period, clock_time.mod, "published" if day else "")
