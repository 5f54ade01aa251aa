"""Values of seasons and holidays: "last summer", "the following spring", "Christmas Eve", "before Easter"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import IN_TEXT, UNRESOLVED, dated, is_of_no_year, stated_year, year_value

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found

_AWAITED = frozenset({"by", "before", "until", "till"})
_JUST_HELD = 45
"""Days gone within which a holiday is the last one though its clause leans ahead: "to avert it before Christmas"."""
_SOON = 45
"""Days within which a holiday is the next one where its clause leans nowhere, or something is to be done by it."""
_PARTS = frozenset({"part", "parts", "most", "much", "half", "rest", "remainder", "all", "months", "weeks", "days"})
_BY_WEEKDAY = 3
"""Parts of the rule of a holiday that is the nth weekday of a month."""


def season(found: Found, scene: Scene) -> Value | None:
    """Last summer, summer 2015, the spring. "Fall" and "spring" alone are verbs or wells."""
    code, which = found.value("season") or "", found.value("which")
    if is_of_no_year(found):
        return None
    number = stated_year(found, scene)
    if number is not None:
        return dated(found, scene, periods.season_of(number, code), "text" if year_value(found) else "published")
    bare = found.match.end() - found.match.start() == 1
    plain = bare or not (found.before() == "IN" or _is_part_of(found, scene)) or found.after() == "OF"
    if found.kind("season") == "FALLISH" and plain and not which:
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


def _is_part_of(found: Found, scene: Scene) -> bool:
    """Whether a season is told of by its parts: "for most of the spring", not "the pumps of the spring"."""
    lower = scene.words.lower
    return found.first > 1 and lower[found.first - 1] == "of" and lower[found.first - 2] in _PARTS


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
        which != "-1" and ((lean > 0 and (sure or back > _JUST_HELD)) or (lean == 0 and forth < _SOON))
    )
    awaited = found.first and scene.words.lower[found.first - 1] in _AWAITED and which != "-1"
    forward = forward or bool(awaited and forth < _SOON)
    return dated(found, scene, periods.day_of(ahead[0] if forward else past[-1]), "published")


def _holiday_in(rule: str, year: int) -> date | None:
    """The day of a holiday in a year, by its rule: month-day, month-weekday-count (9: last) or days after Easter."""
    if rule == "?":
        return None
    if rule.startswith("e"):
        return periods.easter(year) + timedelta(days=int(rule[1:] or 0))
    parts = [int(part) for part in rule.split("-")]
    if len(parts) < _BY_WEEKDAY:
        return periods.valid_day(year, parts[0], parts[1])
    number, weekday, count = parts
    first = date(year, number, 1)
    first += timedelta(days=(weekday - first.isoweekday()) % 7)
    last = periods.month_of(year, number).last
    days = [first + timedelta(days=7 * n) for n in range(5)]
    inside = [d for d in days if last is not None and d <= last]
    return inside[-1] if count > len(inside) else inside[count - 1]
