"""Values of what is told within something else: "all week", "within the hour", "that date", "the 9th of this month"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import UNRESOLVED, length

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found

_CLOSED = ("DOT", "COMMA", "BREAK", "IN", "AND", "TO", "LPAREN")
_MARKS = frozenset('"“”’')
_BEFORE_DATE = frozenset({"since", "on", "from", "until", "till", "by", "before", "after", "to"})
_OUTLIVE = frozenset({"survive", "survives", "survived", "outlast", "outlasts", "last", "lasts", "lasted"})
_SEE = frozenset({"see", "sees", "saw", "seeing", "get", "gets", "got", "make", "makes", "made"})
_OFTEN = frozenset({"once", "twice", "times", "day", "days", "hours", "round"})


def whole(found: Found, scene: Scene) -> Value | None:
    """All week, all month, all year: of the day of publication; not what is so at all times ("open all year")."""
    unit, after = found.value("unit") or "", scene.words.lower[found.end]
    if unit not in ("W", "M", "Y", "K") or after in ("round", "-", "a") or scene.is_usual(found.first, found.end):
        return None
    if scene.today is None:
        return UNRESOLVED
    return Value("DATE", periods.enclosing(scene.today, unit), None, "published")


def within(found: Found, scene: Scene) -> Value | None:
    """Within the hour, within the week: as long as one; what one survives or sees out is the one that it is."""
    unit = found.value("unit") or "H"
    before = scene.words.lower[max(0, found.first - 2) : found.first]
    if not before or not (found.after() in _CLOSED or scene.words.lower[found.end] in _MARKS):
        return None
    if before[-1] == "within":
        return Value("DURATION", Period(length("1", unit)))
    outlived = before[-1] in _OUTLIVE or (before[-1] in ("out", "through") and before[0] in _SEE)
    if scene.today is None or unit not in ("W", "M", "Y") or not outlived:
        return None
    return Value("DATE", periods.enclosing(scene.today, unit), None, "published")


def that_date(found: Found, scene: Scene) -> Value | None:
    """Since that date, on the same date: the period spoken of before the sentence, else in it."""
    lower = scene.words.lower
    told = found.first and lower[found.first - 1] in _BEFORE_DATE and found.after() in _CLOSED
    spoken = scene.spoken_before(found.first)
    if not told:
        return None
    return UNRESOLVED if spoken is None or spoken.first is None else Value("DATE", spoken, None, "context")


def day_of_month(found: Found, scene: Scene) -> Value | None:
    """The 9th of this month, the 3rd of last month."""
    day, unit = int(float(found.value("day") or 0)), found.value("unit")
    if unit != "M" or not 1 <= day <= 31:
        return None
    month = scene.today and periods.moved(scene.today.replace(day=1), "M", int(found.value("which") or 0))
    exact = periods.valid_day(month.year, month.month, day) if month else None
    return Value("DATE", periods.day_of(exact), None, "published") if exact else UNRESOLVED


def week_after(found: Found, scene: Scene) -> Value | None:
    """A week on Friday, a week from Monday: the one after the next; not "once a week on Friday"."""
    lower = scene.words.lower
    before = lower[found.first - 1] if found.first else ""
    on = found.written("on")
    counted = before in _OFTEN or before[:1].isdecimal()
    if found.value("unit") != "W" or on not in ("on", "from") or counted or scene.today is None:
        return None
    if on == "on" and scene.lean(found.first, found.end, present=1) <= 0:
        return None
    ahead = (int(found.value("weekday") or 1) - scene.today.isoweekday()) % 7 or 7
    return Value("DATE", periods.day_of(scene.today + timedelta(days=ahead + 7)), None, "published")
