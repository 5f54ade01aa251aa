"""Values of expressions that name a date of the calendar: days, months, years, quarters, seasons, holidays."""

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
_AWAITED = frozenset({"by", "before", "until", "till"})
_HALF_A_YEAR = 6
_JUST_HELD = 45
"""Days gone within which a holiday is the last one though its clause leans ahead: "to avert it before Christmas"."""


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
    orders = [(parts[0], parts[1]), (parts[1], parts[0])]
    if "." in written:
        orders.reverse()
    days = [d for d in (periods.valid_day(year, m, n) for m, n in orders) if d]
    if not days:
        return UNRESOLVED
    today = scene.today
    if today and "." not in written:
        days.sort(key=lambda d: abs((d - today).days))
    return Value("DATE", periods.day_of(days[0]), None, "text")


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


def season(found: Found, scene: Scene) -> Value | None:
    """Last summer, summer 2015, the spring. "Fall" and "spring" alone are verbs or wells."""
    code, which = found.value("season") or "", found.value("which")
    if is_of_no_year(found):
        return None
    number = stated_year(found, scene)
    if number is not None:
        return dated(found, scene, periods.season_of(number, code), "text" if year_value(found) else "published")
    bare = found.match.end() - found.match.start() == 1
    if found.kind("season") == "FALLISH" and (bare or found.before() != "IN" or found.after() == "OF") and not which:
        return None
    if year := _season_beside(found, scene, code):
        return dated(found, scene, periods.season_of(year, code), "context")
    today = scene.today
    if today is None:
        return UNRESOLVED
    if bare and found.before() == "IN" and scene.is_usual(found.first, found.end):
        return Value("DATE", Period(f"XXXX-{code}"))  # "a cabinet in winter is no luxury"
    lean = 0 if which else scene.lean(found.first, found.end, wanted=1)
    if lean:
        which = "+" if lean > 0 else ("-" if scene.is_past(found.first, found.end) else which)
    return dated(found, scene, periods.season_of(_season_year(code, which, today), code), "published")


def _season_beside(found: Found, scene: Scene, code: str) -> int | None:
    """The year of "the following spring" and "that summer", reckoned from what was spoken of; None for others."""
    spoken, words = scene.spoken, scene.words.lower[found.first : found.end]
    if spoken is None or spoken.first is None:
        return None
    begun = periods.season_of(spoken.first.year, code)
    if begun.first is None or begun.last is None:
        return None
    if "that" in words or "same" in words:
        return spoken.first.year
    if found.written("which") not in IN_TEXT:
        return None
    if found.value("which") == "1":
        return spoken.first.year + (begun.first <= spoken.first)
    return spoken.first.year - (begun.last >= spoken.first)


def _season_year(code: str, which: str | None, today: date) -> int:
    """The year of a season: the current one; of "last" the latest ended, of "next" the first to begin, of what lies
    ahead ("+": "by the summer") the first that is not over, of what is past ("-") the last that has begun.
    """
    now = periods.season_of(today.year, code)
    begun = now.first is not None and now.first <= today
    ended = now.last is not None and now.last < today
    if which == "-1":
        return today.year if ended else today.year - 1
    if which == "1":
        return today.year + 1 if begun else today.year
    if which == "-" and not begun:
        return today.year - 1
    return today.year + 1 if which == "+" and ended else today.year


def holiday(found: Found, scene: Scene) -> Value | None:
    """Christmas Eve, Thanksgiving, Easter; feasts of the moon stay unresolved."""
    if is_of_no_year(found):
        return None
    rule, number = found.value("holiday") or "?", stated_year(found, scene)
    number = number or (None if found.value("which") else scene.year_in_hand(found.first))
    if number is not None:
        exact = _holiday_in(rule, number)
        basis = "text" if year_value(found) else ("published" if found.value("ofyear") else "context")
        return dated(found, scene, periods.day_of(exact), basis) if exact else UNRESOLVED
    today = scene.today
    days = [_holiday_in(rule, today.year + n) for n in (-1, 0, 1)] if today else []
    known = [d for d in days if d is not None]
    if today is None or not known:
        return UNRESOLVED
    which, lean = found.value("which"), scene.lean(found.first, found.end, present=1, wanted=1)
    sure = scene.is_sure(found.first, found.end)
    past, ahead = [d for d in known if d <= today], [d for d in known if d >= today]
    back, forth = (today - past[-1]).days, (ahead[0] - today).days
    forward = which == "1" or (
        which != "-1" and ((lean > 0 and (sure or back > _JUST_HELD)) or (lean == 0 and forth < 45))
    )
    awaited = found.first and scene.words.lower[found.first - 1] in _AWAITED and which != "-1"
    forward = forward or bool(awaited and forth < _JUST_HELD)
    return dated(found, scene, periods.day_of(ahead[0] if forward else past[-1]), "published")


def _holiday_in(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, by its rule: month-day, month-weekday-count (9: last) or days after Easter."""
    if rule == "?":
        return None
    if rule.startswith("e"):
        return periods.easter(year) + timedelta(days=int(rule[1:] or 0))
    parts = [int(part) for part in rule.split("-")]
    if len(parts) < _ISO_PARTS:
        return periods.valid_day(year, parts[0], parts[1])
    number, weekday, count = parts
    first = date(year, number, 1)
    first += timedelta(days=(weekday - first.isoweekday()) % 7)
    last = periods.month_of(year, number).last
    days = [first + timedelta(days=7 * n) for n in range(5)]
    inside = [d for d in days if last is not None and d <= last]
    return inside[-1] if count > len(inside) else inside[count - 1]
