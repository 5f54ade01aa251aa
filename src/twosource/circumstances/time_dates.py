"""Values of expressions that name a day, a week or a month of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import (
    HAPPENED,
    IN_TEXT,
    SURE,
    UNRESOLVED,
    at_part,
    dated,
    is_of_no_year,
    mod_of,
    stated_year,
    year_value,
    yearless,
)

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found

_ISO_PARTS = 3
_HALF_A_YEAR = 6


def iso(found: Found, scene: Scene) -> Value:
    """2016-10-25."""
    year, month, day = (int(part) for part in (found.value("iso") or "").split("-"))
    exact = periods.valid_day(year, month, day)
    return Value("DATE", periods.day_of(exact), None, "text") if exact else UNRESOLVED


def slashed(found: Found, scene: Scene) -> Value | None:
    """10/25/2016 or 25.10.2016; where both orders are days, the one nearer to the day of publication."""
    written = found.value("slashed") or ""
    parts = [int(p) for p in written.replace(".", "/").split("/")]
    if len(parts) != _ISO_PARTS:
        return None
    year = parts[2] if parts[2] > 99 else parts[2] + (2000 if parts[2] < 70 else 1900)
    return _in_order(year, parts[0], parts[1], scene, day_first="." in written)


def year_first(found: Found, scene: Scene) -> Value:
    """2019/05/09."""
    exact = periods.valid_day(*(int(float(found.value(g) or 0)) for g in ("year", "first", "second")))
    return Value("DATE", periods.day_of(exact), None, "text") if exact else UNRESOLVED


def dashed(found: Found, scene: Scene) -> Value:
    """12-03-2019, in the order that lies nearer to the day of publication."""
    year, first, second = (int(float(found.value(g) or 0)) for g in ("year", "first", "second"))
    return _in_order(year, first, second, scene, day_first=False)


def _in_order(year: int, first: int, second: int, scene: Scene, *, day_first: bool) -> Value:
    orders = [(second, first)] if day_first else []
    days = [d for d in (periods.valid_day(year, m, n) for m, n in (*orders, (first, second), (second, first))) if d]
    if not days:
        return UNRESOLVED
    today = scene.today
    if today and not day_first:
        days.sort(key=lambda d: abs((d - today).days))
    return Value("DATE", periods.day_of(days[0]), None, "text")


def weekday_and_day(found: Found, scene: Scene) -> Value | None:
    """Friday the 17th: of the month nearest to publication in which it is one.

    Nothing of "Friday the 17th Corps", nor of "Tuesday, the first since May".
    """
    after = scene.words.written[found.end] if found.end < len(scene.words.written) else ""
    day, weekday = int(float(found.value("day") or 0)), int(found.value("weekday") or 0)
    if after[:1].isupper() or not found.written("day")[:1].isdecimal() or not 1 <= day <= 31:
        return None
    if scene.today is None:
        return UNRESOLVED
    months = (periods.moved(scene.today.replace(day=1), "M", n) for n in (0, -1, 1, -2, 2))
    days = (periods.valid_day(m.year, m.month, day) for m in months if m)
    exact = next((d for d in days if d and d.isoweekday() == weekday), None)
    return Value("DATE", periods.day_of(exact), None, "published") if exact else UNRESOLVED


def _month_day(found: Found, scene: Scene, day_group: str) -> tuple[date | None, str, str]:
    """The day, its value where the year is unknown, and the basis."""
    month, day = int(found.value("month") or 0), int(float(found.value(day_group) or 0))
    if not 1 <= day <= 31:
        return None, "", ""
    year = stated_year(found, scene)
    if year is not None:
        exact = periods.valid_day(year, month, day)
        return exact, "", "text" if year_value(found) else "published"
    if periods.valid_day(2000, month, day) is None:
        return None, "", ""
    lean = {"-1": -1, "1": 1}.get(found.value("which") or "") or scene.lean(found.first, found.end)
    weekday = int(found.value("weekday") or 0) or None
    lean = HAPPENED if lean < 0 and scene.happened(found.first) else lean
    exact = yearless(scene, month, day, lean, weekday) or yearless(scene, month, day, lean)
    return exact, f"XXXX-{month:02}-{day:02}", "published" if exact else ""


def month_day(found: Found, scene: Scene) -> Value | None:
    """October 25, with or without its year."""
    if found.kind("month") == "MAYISH" and not found.written("month")[:1].isalpha():
        return None
    if is_of_no_year(found):
        return None
    exact, value, basis = _month_day(found, scene, "day")
    if exact is None:
        return Value("DATE", Period(value), None, "")
    return at_part(dated(found, scene, periods.day_of(exact), basis), found.value("part"))


def week_of(found: Found, scene: Scene) -> Value | None:
    """The week of March 6."""
    exact, _, basis = _month_day(found, scene, "day")
    return None if exact is None else Value("DATE", periods.week_of(exact), None, basis)


def month_days(found: Found, scene: Scene) -> Value | None:
    """May 12-14: an interval."""
    first, value, basis = _month_day(found, scene, "day")
    last, last_value, _ = _month_day(found, scene, "to")
    if first is None or last is None or last < first:
        shown = f"{value}/{last_value}" if value and last_value else ""
        return Value("DATE", Period(shown), None, "")
    if part := found.value("part"):  # "the night of 3 to 4 May" is that of its first day
        return at_part(Value("DATE", periods.day_of(first), None, basis), part)
    return Value("DATE", Period(f"{first}/{last}", first, last), None, basis)


def month_day_this(found: Found, scene: Scene) -> Value | None:
    """On the 25th: of the month of publication; of the one before, if that day is to come and the clause leans back."""
    day = int(float(found.value("day") or 0))
    if scene.today is None or not 1 <= day <= 31:
        return Value("DATE", Period(f"XXXX-XX-{day:02}")) if 1 <= day <= 31 else None
    month = scene.today.replace(day=1)
    if day > scene.today.day and scene.lean(found.first, found.end) <= 0:
        month = (month - timedelta(days=1)).replace(day=1)
    exact = periods.valid_day(month.year, month.month, day)
    return Value("DATE", periods.day_of(exact), None, "published") if exact else UNRESOLVED


def _month_year(found: Found, scene: Scene, month: int) -> int | None:
    """The year of a month without one: as `which` or the clause says, else the last such month or this one."""
    today = scene.today
    if today is None:
        return None
    which = found.value("which") or ""
    if found.written("which") in IN_TEXT and scene.spoken and scene.spoken.first:
        spoken = scene.spoken.first
        return spoken.year + ((month <= spoken.month) if which == "1" else -(month >= spoken.month))
    if which == "-1":
        return today.year - (month >= today.month)
    if which == "1":
        return today.year + (month <= today.month)
    soon = 0 < (month - today.month) % 12 < _HALF_A_YEAR
    lean = scene.lean(found.first, found.end, present=int(soon), wanted=1, named=int(soon))
    if lean < 0:
        return today.year - (month > today.month)
    lean = SURE if lean > 0 and scene.is_sure(found.first, found.end) and month != today.month else lean
    near = yearless(scene, month, 15, lean)
    return today.year if month == today.month or which == "0" or near is None else near.year


def month(found: Found, scene: Scene) -> Value | None:
    """October, last October, mid-October, October 2016. "May" and "March" alone need a preposition before them."""
    number = int(found.value("month") or 0)
    alone = not (found.value("edge") or found.value("which") or found.value("year") or found.value("ofyear"))
    if found.kind("month") == "MAYISH" and alone and found.before() not in ("IN", "OF", "TO", "BEFORE"):
        return None
    if is_of_no_year(found):
        return None
    year = stated_year(found, scene)
    bare = year is None and not found.value("which")
    if bare and found.before() in ("IN", "TO", "AND", "DASH", "EDGE") and scene.is_every_year(found.first, found.end):
        return Value("DATE", Period(f"XXXX-{number:02}"), mod_of(found))
    basis = "text" if year_value(found) else "published"
    year = year or scene.year_in_hand(found.first) or _month_year(found, scene, number)
    if year is None:
        return Value("DATE", Period(f"XXXX-{number:02}"), None, "")
    return dated(found, scene, periods.month_of(year, number), basis)


def week_of_month(found: Found, scene: Scene) -> Value | None:
    """The first week of June: the days 1 to 7, 8 to 14, … of it."""
    number = int(found.value("month") or 0)
    year = year_value(found) or _month_year(found, scene, number)
    count = found.value("ordinal") or ""
    if year is None or found.value("week") not in ("W", "K"):
        return None
    whole = periods.month_of(year, number)
    if whole.first is None or whole.last is None:
        return None
    week = 4 if count == "-1" else int(float(count))
    first = whole.first + timedelta(days=7 * (week - 1)) if count != "-1" else whole.last - timedelta(days=6)
    if not 1 <= week <= 5 or first > whole.last:
        return UNRESOLVED
    last = min(first + timedelta(days=6), whole.last)
    return Value("DATE", Period(whole.value, first, last), None, "text" if year_value(found) else "published")
