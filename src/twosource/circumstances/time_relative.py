"""Values of expressions reckoned from another day: "last week", "two weeks ago", "that year", "the day before"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import IN_TEXT, STEPS, UNRESOLVED, at_part, dated, length, mod_of

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found
    from twosource.model import TimexMod


_DAYS_OF = {"H": 1, "N": 1, "S": 1, "D": 1, "W": 7, "W2": 14, "M": 31}
_SECONDS = {"H": 3600, "N": 60, "S": 1}
_MOST_SECONDS = 2 * 24 * 3600
"""So many hours go on from a clock time; more are told in days."""
_BESIDE = frozenset({"with", "when", "while", "but", "as", "near", "to", "where", "who", "which", ")", "and"})
"""Words that may follow "the day before" where it is no "the day before the vote"."""


def relative(found: Found, scene: Scene) -> Value | None:
    """Last week, this month, next year; "the past decade" is a duration, "the last" of a day or hour as well."""
    unit, which = found.value("unit") or "", int(found.value("which") or 0)
    if found.kind("unit") == "UNITS":
        return None
    if unit in ("H", "N") or (found.kind("which") == "PAST" and unit in ("E", "C")):
        return Value("DURATION", Period(f"PT1{'H' if unit == 'H' else 'M'}" if unit in "HN" else _span_of(unit)))
    if found.written("which") in IN_TEXT and scene.spoken is not None and unit != "D":
        return that(found, scene)
    if unit == "D" and which:
        return _next_to_spoken(scene, which, mod_of(found))
    if scene.today is None:
        return UNRESOLVED._replace(mod=mod_of(found))
    if unit == "Q" and which == 0:
        return dated(found, scene, periods.enclosing(scene.today, "Q"), "published")
    there = periods.moved(scene.today, unit, which)
    if there is None:
        return UNRESOLVED
    return dated(found, scene, periods.enclosing(there, unit), "published")


def _span_of(unit: str) -> str:
    return {"E": "P10Y", "C": "P100Y"}.get(unit, f"P1{unit}")


def _next_to_spoken(scene: Scene, step: int, mod: TimexMod | None) -> Value:
    """The next or previous day: from the day last spoken of."""
    spoken = scene.spoken
    if spoken is None or spoken.first is None or spoken.first != spoken.last:
        return UNRESOLVED._replace(mod=mod)
    day = periods.moved(spoken.first, "D", step)
    return UNRESOLVED if day is None else Value("DATE", periods.day_of(day), mod, "context")


def edge_of_unit(found: Found, scene: Scene) -> Value | None:
    """The end of the year; later in the day; year-end."""
    unit = found.value("unit") or "Y"
    if unit in ("H", "N", "S") or found.kind("unit") == "UNITS":
        return None
    mod = mod_of(found) or ("END" if found.kind("yearend") else None)
    if unit in ("C", "E"):
        return _edge_of_era(found, scene, unit)
    if scene.today is None:
        return UNRESOLVED._replace(mod=mod)
    period = periods.enclosing(scene.today, unit)
    last = scene.told.last_day(found.first) if unit == "D" else None
    if last is not None and (last.period == scene.spoken or last.day == scene.today - timedelta(days=1)):
        return Value("DATE", last.period, mod, "context")
    if found.kind("yearend"):
        return Value("DATE", periods.clipped(period, "END", None), "END", "published")
    return dated(found, scene, period, "published")


def _edge_of_era(found: Found, scene: Scene, unit: str) -> Value | None:
    """The middle of the century, by mid-century, the end of the decade: of this one, or of the last if it is past.

    Not "mid-century chairs", nor "the end of a decade of war".
    """
    fits = found.before() == "IN" or scene.words.lower[found.first] == "the"
    names = found.after() in ("OF", "DASH", "POSS") or scene.is_name(found.first, found.end)
    if scene.today is None or not fits or names:
        return None
    value = dated(found, scene, periods.enclosing(scene.today, unit), "published")
    ahead = value.period.first is not None and value.period.first > scene.today
    if not (ahead and scene.is_past(found.first, found.end)):
        return value
    before = periods.moved(scene.today, unit, -1)
    return dated(found, scene, periods.enclosing(before, unit), "published") if before else UNRESOLVED


def weekend(found: Found, scene: Scene) -> Value:
    """The weekend: the last one begun by the day of publication, or the next where the clause leans ahead."""
    if scene.today is None:
        return UNRESOLVED
    ahead = scene.lean(found.first, found.end) > 0
    week = scene.today if ahead or scene.today.isoweekday() > 5 else scene.today - timedelta(days=7)
    return Value("DATE", periods.weekend_of(week), None, "published")


def ago(found: Found, scene: Scene) -> Value:
    """Two weeks ago, a decade ago: the day, month or year so far back; "ten years ago today" is that very day."""
    if found.value("number") == "X":
        return Value("DATE", Period("PAST_REF"))
    if found.value("exact"):
        return _to_the_day(found, scene)
    mod = _point_mod(found)
    return _away(scene, found, scene.today, -1, "published")._replace(mod=mod)


def _to_the_day(found: Found, scene: Scene) -> Value:
    """The day so many units back; "yesterday" after it counts from there."""
    base = scene.today and periods.moved(scene.today, "D", int((found.value("exact") or "0").partition(":")[0]))
    back = base and periods.moved(base, _known(found.value("unit") or "D"), -float(found.value("number") or 0))
    return Value("DATE", periods.day_of(back), None, "published") if back else UNRESOLVED


def ago_range(found: Found, scene: Scene) -> Value:
    """Two to three weeks ago: from the further to the nearer day."""
    unit = found.value("unit") or "D"
    days = [
        scene.today and periods.moved(scene.today, _known(unit), -float(found.value(g) or 0))
        for g in ("number2", "number")
    ]
    if days[0] is None or days[1] is None:
        return UNRESOLVED
    return Value("DATE", Period(f"{days[0]}/{days[1]}", days[0], days[1]), "APPROX", "published")


def from_now(found: Found, scene: Scene) -> Value | None:
    """Two weeks from now; in three days, where the clause leans ahead."""
    if found.value("number") == "X":
        return Value("DATE", Period("FUTURE_REF")) if found.value("ago") else None
    if found.value("ago") is None and (
        scene.words.lower[found.first - 1] != "in" or scene.lean(found.first - 1, found.end) <= 0
    ):
        return None
    value = _away(scene, found, scene.today, 1, "published")
    return value if value.period.value else None


def offset(found: Found, scene: Scene) -> Value:
    """A year earlier, two days later: from the day last spoken of; beside a quarter, the quarter a year before."""
    sign = -1 if found.value("offset") in ("START", "-") else 1
    spoken = scene.spoken.first if scene.spoken else None
    if found.value("number") == "X" or found.value("unit") in ("H", "N", "S"):
        return _stretch(found)  # "40 minutes later": the day does not tell when
    if spoken is None and sign < 0:
        return _away(scene, found, scene.today, sign, "published")
    if _is_coarse(scene, found.value("unit") or "D"):
        return _stretch(found)
    value = _away(scene, found, spoken, sign, "context")
    return value if value.period.value else _stretch(found)


def hours_away(found: Found) -> timedelta | None:
    """How far "two hours later", "ten minutes earlier" is from what was told before; None for days and longer."""
    seconds, count = _SECONDS.get(found.value("unit") or ""), found.value("number") or ""
    sign = -1 if found.value("offset") in ("START", "-") else 1
    if seconds is None or count in ("", "X") or not 0 < float(count) * seconds <= _MOST_SECONDS:
        return None
    return timedelta(seconds=sign * float(count) * seconds)


def _stretch(found: Found) -> Value:
    """How long after, where the text does not tell from when: "they did so in 2017, and eleven days later"."""
    return Value("DURATION", Period(length(found.value("number") or "1", found.value("unit") or "D")), mod_of(found))


def _is_coarse(scene: Scene, unit: str) -> bool:
    """Whether what was spoken of last is longer than the unit in which something is counted from it."""
    spoken, days = scene.spoken, _DAYS_OF.get(unit)
    if spoken is None or spoken.first is None or spoken.last is None or days is None:
        return False
    return (spoken.last - spoken.first).days >= days


def that(found: Found, scene: Scene) -> Value:
    """That year, the same day, the next morning: from the period last spoken of."""
    written = found.written("edge")
    spoken = scene.spoken
    if spoken is None or spoken.first is None:
        return UNRESOLVED._replace(mod=mod_of(found))
    unit, part = found.value("unit") or "D", found.value("part")
    words = found.signs.words.lower[found.first : found.end]
    steps = [STEPS[word] for word in words if word in STEPS]
    there = periods.moved(spoken.first, _known(unit), steps[0] if steps else 0)
    if there is None or unit in ("H", "N"):
        return UNRESOLVED
    value = Value("DATE", periods.enclosing(there, unit), mod_of(found) if written else None, "context")
    return at_part(value, part)


def beside(found: Found, scene: Scene) -> Value | None:
    """The month before, the day after: beside the period last spoken of; not where the words go on ("before it")."""
    step = {"before": -1, "after": 1}.get(found.written("side"))
    unit, spoken, part = found.value("unit") or "D", scene.spoken, found.value("part")
    goes_on = (
        found.after() not in ("COMMA", "DOT", "BREAK", "IN", "AND") and scene.words.lower[found.end] not in _BESIDE
    )
    if step is None or goes_on or unit in ("H", "N"):
        return None
    base = spoken.first if spoken and spoken.first else scene.today
    if base is None or (unit == "D" and _is_coarse(scene, "D")):
        return UNRESOLVED
    there = periods.moved(base, unit, step)
    return at_part(Value("DATE", periods.enclosing(there, unit), None, "context"), part) if there else UNRESOLVED


def _known(unit: str) -> str:
    return {"H": "D", "N": "D", "S": "D"}.get(unit, unit)


def _point_mod(found: Found) -> TimexMod | None:
    hedge = found.value("hedge")
    if hedge is None and "or" in found.signs.words.lower[found.first : found.end]:
        hedge = "APPROX"
    return cast("TimexMod | None", "APPROX" if hedge in ("LESS_THAN", "APPROX") else hedge)


def _away(scene: Scene, found: Found, base: date | None, sign: int, basis: str) -> Value:
    """The period that lies the stated count of units before or after `base`, as wide as the unit is coarse."""
    unit = found.value("unit") or "D"
    count = float(found.value("number") or 1)
    if base is None:
        return UNRESOLVED
    if unit in ("H", "N", "S"):
        hours = count / (1 if unit == "H" else 60)
        return Value("DATE", periods.day_of(base), None, basis) if hours < 12 else UNRESOLVED
    if unit == "Y" and scene.quarter is not None and count == 1 and scene.quarter.first is not None:
        first = periods.moved(scene.quarter.first, "Y", sign)
        return UNRESOLVED if first is None else Value("DATE", periods.enclosing(first, "Q"), None, "context")
    there = periods.moved(base, unit, sign * count)
    if there is None:
        return UNRESOLVED
    if unit in ("W", "W2", "K"):
        slack = timedelta(days=3)
        return Value("DATE", Period(there.isoformat(), there - slack, there + slack), None, basis)
    if unit in ("E", "C"):
        return Value("DATE", periods.year_of(there.year), None, basis)
    return Value("DATE", periods.enclosing(there, unit), None, basis)
