"""Values of durations, sets, clock times and of words such as "now": what is no date of the calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from twosource.circumstances.periods import Period, day_of, enclosing
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import at_part, length, mod_of

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.time_grammar import Found
    from twosource.model import TimexMod


def duration(found: Found, scene: Scene) -> Value | None:
    """Nine days, more than two years, 2 1/2 years, half an hour, two to three weeks; not an age, not "a" alone."""
    if found.after() in ("OLD", "AGO") or _before_old(found):
        return None
    if found.after() == "OF" and found.value("unit") == "Q":  # "three quarters of voters"
        return None
    unit = found.value("unit") or "D"
    count = "0.5" if found.value("halved") else found.value("number") or "X"
    if count != "X" and float(count) > 1e6:
        return None
    if found.value("half") or found.value("half2"):
        count = f"{float(count) + 0.5:g}" if count != "X" else "X"
    if found.kind("number") == "A" and not (_stands_alone(found) and unit not in ("K",)):
        return None
    if (found.kind("number") == "YEAR" and found.kind("unit") == "UNIT") or found.kind("unit") == "QUARTER":
        return None
    return Value("DURATION", Period(length(count, unit)), mod_of(found))


def _before_old(found: Found) -> bool:
    """Whether "old" follows, with or without a hyphen: an age, which is a quantity."""
    after = found.signs.words.lower[found.end : found.end + 2]
    return "old" in after or "olds" in after


def _stands_alone(found: Found) -> bool:
    """Whether "a year" is a stretch of time ("within a year"), not the rate of "$5 a year"."""
    return found.before() in ("IN", "OF", "TO", "HEDGE", "BREAK", "DOT", "COMMA", "OTHER", "HALF", "BEFORE")


_MOST_OF = {"M": 12, "W": 52, "D": 365, "H": 24, "N": 60, "S": 60}
"""So many of a unit are no remainder beside a greater one."""


def sum_of(found: Found, scene: Scene) -> Value | None:
    """Two years and three months."""
    unit, unit2 = found.value("unit") or "", found.value("unit2") or ""
    order = "CEYQMWDHNS"
    if found.value("number") == "X" or order.find(unit[0]) >= order.find(unit2[0]):
        return None
    each = scene.words.lower[found.end] in ("respectively", "each")
    if each or float(found.value("number2") or 0) >= _MOST_OF.get(unit2, 1e6):  # "jailed for three years and 18 months"
        return None
    first, second = length(found.value("number") or "", unit), length(found.value("number2") or "", unit2)
    tail = second.removeprefix("PT") if "T" in first else second.removeprefix("P")
    return Value("DURATION", Period(first + tail), mod_of(found))


def bare_units(found: Found, scene: Scene) -> Value | None:
    """Months, years: so many that nobody counts them."""
    if found.before() in ("POSS", "DASH") or found.after() in ("DASH", "OLD") or found.value("unit") in ("Q", "K"):
        return None
    return Value("DURATION", Period(length("X", found.value("unit") or "D")), mod_of(found))


def unit_long(found: Found, scene: Scene) -> Value:
    """Year-long, weeklong, decades-long."""
    code = found.value("unitlong") or "D"
    return Value("DURATION", Period(length("X" if code[0] == "X" else "1", code.removeprefix("X"))))


def stretch(found: Found, scene: Scene) -> Value | None:
    """The past two months, the first nine months, the next 12 to 18 months."""
    count = "X" if found.value("number2") else found.value("number") or "X"
    if found.kind("number") in ("A", "YEAR"):
        return None
    return Value("DURATION", Period(length(count, found.value("unit") or "D")), mod_of(found))


def recent(found: Found, scene: Scene) -> Value:
    """Recent weeks, the coming months, past years."""
    direction = found.value("recent") or ""
    return Value("DATE", Period({"-1": "PAST_REF", "1": "FUTURE_REF"}.get(direction, direction)))


def every(found: Found, scene: Scene) -> Value | None:
    """Every day, every two years, each Thursday, every July."""
    kind, what, part = found.kind("what"), found.value("what"), found.value("part")
    tail = f"T{part}" if part else ""
    if kind == "WEEKDAY":
        return Value("SET", Period(f"XXXX-WXX-{what}{tail}"))
    if kind == "MONTH":
        return Value("SET", Period(f"XXXX-{int(what or 0):02}"))
    if kind == "PART":
        return Value("SET", Period(f"XXXX-XX-XXT{what}"))
    if kind is not None:
        return Value("SET", Period(f"XXXX-{what}"))
    return Value(
        "SET", Period(length(found.value("number") or found.value("every") or "1", found.value("unit") or "D"))
    )


def daily(found: Found, scene: Scene) -> Value | None:
    """Daily, weekly, annually; not the Daily of a newspaper's name, nor "the daily Nación"."""
    named = scene.words.written[found.first][0].isupper() and found.before() not in ("DOT", "BREAK")
    if named or scene.words.written[found.end][:1].isupper():
        return None
    return Value("SET", Period(length("1", found.value("daily") or "D")))


def rate(found: Found, scene: Scene) -> Value | None:
    """$5 a year, four times a day: a set; "a year" after words is a duration."""
    words = scene.words.lower[max(0, found.first - 4) : found.first]
    counted = any(w[0].isdecimal() or w in ("times", "once", "twice", "$") for w in words)
    if found.signs.words.lower[found.first] != "per" and not counted:
        return None
    return Value("SET", Period(length("1", found.value("unit") or "D")))


def reference(found: Found, scene: Scene) -> Value:
    """Now, recently, the future."""
    return Value("DATE", Period(found.value("ref") or ""))


def the_past(found: Found, scene: Scene) -> Value:
    """In the past."""
    return Value("DATE", Period("PAST_REF"))


def the_year(found: Found, scene: Scene) -> Value | None:
    """The fiscal year; "the year ended June 30" is as long as a year."""
    if found.value("unit") != "Y":
        return None
    after = scene.words.lower[found.end] if found.end < len(scene.words.lower) else ""
    if after in ("ended", "ending"):
        return Value("DURATION", Period("P1Y"))
    if found.kind("fiscal") is None or scene.today is None:
        return None
    return Value("DATE", enclosing(scene.today, "Y"), None, "published")


_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::[0-9]{2})?)?")
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")


def clock(found: Found, scene: Scene) -> Value | None:
    """3 p.m., 8.15pm, 15:30 GMT, 0630 GMT, noon: a time of day; the day is joined to it by `joined`."""
    noon, written = found.value("noon"), found.written("clock")
    if found.kind("clock") == "WORD":
        written = found.value("clock") or ""
    four = found.value("ampm") is None and len(found.value("zone") or "") > 2  # "in 2016 CT scans" tells no time
    digits = _CLOCK.fullmatch(written) or (_FOUR_DIGITS.fullmatch(written) if four else None)
    shown = noon or (digits and _hours(int(digits[1]), int(digits[2] or 0), found.value("ampm")))
    if not shown:
        return None
    mod = found.value("hedge")
    return Value("TIME", Period(f"T{shown}"), cast("TimexMod | None", mod))


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
