"""Pieces that the values of several rules are made of: years, modifiers, counts, parts of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from twosource.circumstances.periods import UNKNOWN, Period, clipped, day_of, valid_day
from twosource.circumstances.scene import Scene, Value

if TYPE_CHECKING:
    from datetime import date

    from twosource.circumstances.time_grammar import Found
    from twosource.model import TimexMod

UNRESOLVED = Value("DATE", UNKNOWN)
_DURATION_UNITS = {"D": "D", "W": "W", "M": "M", "Y": "Y", "H": "H", "N": "M", "S": "S", "Q": "Q", "K": "WE"}
_IN_YEARS = {"E": 10, "C": 100}
_AHEAD_DAYS, _LONG_AGO, _JUST_PAST = 75, 240, 90
"""A date without a year is read ahead if it comes within 75 days and the last one is over 240 days gone (dividends,
hearings, elections: reports give the year of what is that long ago), and where the clause leans ahead, unless the
last one is under 90 days gone."""
_FROM_TODAY = frozenset({"earlier", "later", "rest", "remainder"})
"""Words for the part of a period before or after the day of publication."""
_LEAP_DAY = (2, 29)
STEPS = {"next": 1, "following": 1, "last": -1, "previous": -1, "preceding": -1}
"""Words for what is one step ahead or back."""
IN_TEXT = frozenset({"following", "previous", "preceding"})
"""What is next or last in the text, not from the day of publication on, where the text has named a day."""
SURE = 2
"""The lean of a date that "will" itself governs: it lies ahead, even if the last one is just gone."""
HAPPENED = -2
"""The lean of a date right after a verb of the past ("began on 12 June"): it never lies ahead."""


def mod_of(found: Found) -> TimexMod | None:
    """The modifier of an expression: of its edge ("the end of") or of its hedge ("more than")."""
    return cast("TimexMod | None", found.value("edge") or found.value("hedge") or None)


def dated(found: Found, scene: Scene, period: Period, basis: str) -> Value:
    """A DATE with the modifier of the expression, its days cut accordingly."""
    mod = mod_of(found)
    today = scene.today if _FROM_TODAY.intersection(found.written("edge").split()) else None
    return Value("DATE", clipped(period, mod, today), mod, basis if period.first else "")


def year_value(found: Found) -> int | None:
    """The year in digits or words, None if there is none."""
    year = found.value("year")
    return int(year) if year else None


def stated_year(found: Found, scene: Scene) -> int | None:
    """The year that an expression names: 2016, "last year"; None if it names none."""
    of = found.value("ofyear")
    if of is not None and scene.today is not None:
        return scene.today.year + int(of)
    return year_value(found)


def is_of_no_year(found: Found) -> bool:
    """Whether "March last" goes on with another unit than a year: "in March last week"."""
    return found.value("ofyear") is not None and found.value("unit") != "Y"


def yearless(scene: Scene, month: int, day: int, lean: int, weekday: int | None = None) -> date | None:
    """The day that "October 25" means: its weekday decides if given, else the last one or, leaning ahead, the next."""
    today = scene.today
    if today is None:
        return None
    reach = 8 if (month, day) == _LEAP_DAY else 1
    years = [valid_day(today.year + n, month, day) for n in range(-reach, reach + 1)]
    days = [d for d in years if d is not None and (weekday is None or d.isoweekday() == weekday)]
    past = [d for d in days if d <= today]
    ahead = [d for d in days if d >= today]
    if not (past and ahead):
        return next(iter(past or ahead), None)
    back, forth = (today - past[-1]).days, (ahead[0] - today).days
    near = forth <= _AHEAD_DAYS and back > _LONG_AGO and lean > HAPPENED
    return ahead[0] if near or lean == SURE or (lean > 0 and back > _JUST_PAST) else past[-1]


def at_part(value: Value, part: str | None) -> Value:
    """A day at a part of it ("Friday night"): a TIME whose value carries the part."""
    if not part or value.type != "DATE":
        return value
    period = value.period
    suffix = f"T{part}"
    shown = f"{period.value}{suffix}" if period.value else ""
    return Value("TIME", Period(shown, period.first, period.last), value.mod, value.basis)


def published_day(scene: Scene, day: date | None) -> Value:
    """A day reckoned from the day of publication; unresolved if that is unknown."""
    return UNRESOLVED if day is None else Value("DATE", day_of(day), None, "published")


def length(count: str, unit: str) -> str:
    """The TIMEX3 value of a duration: P9D, PT4H, P20Y for two decades, PXM for "months", P2Y6M for two and a half."""
    if unit in _IN_YEARS:
        count = f"{float(count) * _IN_YEARS[unit]:g}" if count != "X" else "X"
        if count == "X":
            return "PXDE" if unit == "E" else f"PX{unit}"
        unit = "Y"
    if unit == "W2":
        unit, count = "W", f"{float(count) * 2:g}" if count != "X" else "X"
    prefix = "PT" if unit in "HNS" else "P"
    if count != "X" and not float(count).is_integer():
        return prefix + _mixed(float(count), unit)
    shown = count if count == "X" else f"{float(count):.0f}"
    return f"{prefix}{shown}{_DURATION_UNITS[unit]}"


def _mixed(count: float, unit: str) -> str:
    """A count with a fraction: in the next smaller unit where that comes out even (2.5 years: 2Y6M)."""
    smaller, parts = {"Y": ("M", 12), "D": ("D", 1), "H": ("M", 60), "N": ("S", 60)}.get(unit, ("", 0))
    rest = (count % 1) * parts
    if parts < 2 or not rest.is_integer():
        return f"{count:g}{_DURATION_UNITS[unit]}"
    whole = f"{int(count)}{_DURATION_UNITS[unit]}" if count >= 1 else ""
    return f"{whole}{rest:.0f}{smaller}"
