"""Values of quarters and halves of a year; business reports count from the last quarter that has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import UNRESOLVED, dated, year_value

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.periods import Period
    from twosource.circumstances.time_grammar import Found


def quarter(found: Found, scene: Scene) -> Value | None:
    """The third quarter of 1990, last year's third quarter, Q3; without a year the last such quarter that has begun."""
    number = _quarter_number(found, scene)
    if not 1 <= number <= 4:
        return None
    fixed = year_value(found)
    if fixed is None and scene.today is None:
        return UNRESOLVED
    year = fixed if fixed is not None else _quarter_year(found, scene, number)
    period = periods.quarter_of(year, number)
    scene.quarter = period
    return dated(found, scene, period, "text" if fixed else "published")


def _quarter_number(found: Found, scene: Scene) -> int:
    """1 to 4; "the 1988 quarter" is the one last spoken of, 0 if none was."""
    count = found.value("qnum") or found.value("ordinal")
    if count is not None:
        return int(float(count)) if count != "-1" else 4
    return int(scene.quarter.value[-1]) if scene.quarter else 0


def _quarter_year(found: Found, scene: Scene, number: int) -> int:
    today = scene.today
    if today is None:
        return 0
    stated = found.value("which2") or found.value("which")
    if stated is not None:
        return today.year + int(stated)
    lean = scene.lean(found.first, found.end)
    begun = 3 * number - 2 <= today.month
    return today.year if begun or lean > 0 else today.year - 1


def half(found: Found, scene: Scene) -> Value | None:
    """The first half of 2016, the second half of this year."""
    number = 2 if found.value("ordinal") == "-1" else int(float(found.value("ordinal") or 0))
    fixed = year_value(found)
    if number not in (1, 2) or (fixed is None and (found.value("unit") or found.value("unit2")) != "Y"):
        return None
    if fixed is None and scene.today is None:
        return UNRESOLVED
    year = fixed or (scene.today.year if scene.today else 0) + int(found.value("which") or 0)
    return dated(found, scene, periods.half_of(year, number), "text" if fixed else "published")


def latest_quarter(found: Found, scene: Scene) -> Value | None:
    """The quarter, the latest period: the quarter last spoken of, else the last that has ended."""
    named = "quarter" in found.signs.words.lower[found.first : found.end]
    if found.after() == "DASH":
        return None
    latest = "latest" in found.signs.words.lower[found.first : found.end] and scene.today is not None
    if scene.quarter is not None and not latest:
        return Value("DATE", scene.quarter, None, "context")
    if not (named or scene.quarter):
        return None
    if scene.today is None:
        return UNRESOLVED
    return Value("DATE", _ended_quarter(scene.today), None, "published")


def _ended_quarter(today: date) -> Period:
    before = periods.moved(today, "Q", -1) or today
    return periods.enclosing(before, "Q")


def year_ago_quarter(found: Found, scene: Scene) -> Value:
    """The year-ago quarter: a year before the quarter last spoken of, else before the last that has ended."""
    if scene.today is None and scene.quarter is None:
        return UNRESOLVED
    now = scene.quarter or (_ended_quarter(scene.today) if scene.today else None)
    first = now and now.first and periods.moved(now.first, "Y", -1)
    return UNRESOLVED if not first else Value("DATE", periods.enclosing(first, "Q"), None, "context")
