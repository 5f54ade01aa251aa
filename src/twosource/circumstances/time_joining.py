"""Expressions joined to those beside them: clock times to their days, counts of days and hours to what they go on."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, datetime
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances import periods, time_clocks
from twosource.circumstances.periods import moved
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_spoken import JUST_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, timedelta

    from twosource.circumstances.words import Words
    from twosource.model import TimexMod

_STEPS = {"before": -1, "after": 1}
_COUNT = re.compile(r"P([0-9]{1,4})([DWMY])")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}")
_NOT_THEN = frozenset({"before", "after", "by", "until", "till"})
"""Before a clock time at which nothing happened: "shortly before 3 am. They noticed 40 minutes later"."""
_APART = 9
"""Words that may stand between a clock time and its day, all of them of _IN_BRACKETS: "5 a.m. (2200 GMT) on Friday",
"from 7 a.m. to 10 p.m. on Friday"."""
_IN_BRACKETS = frozenset(
    {"(", ")", "on", "local", "time", "gmt", "utc", ",", "a.m.", "p.m.", "am", "pm", "to", "until", "midnight", "noon"}
    | {"-", "–"}
)


class Expression(NamedTuple):
    """A value and the words it was read from."""

    first: int
    end: int
    value: Value
    is_clock: bool = False
    day: date | None = None
    """Of a clock time: the day it belongs to where no day stands beside it."""
    away: timedelta | None = None
    """Of "two hours later", "ten minutes earlier": how far from what was told before."""


def joined(found: list[Expression], scene: Scene) -> Iterator[Expression]:
    """The expressions, each clock time joined to the day beside it, each count of days to the day it starts from, each
    count of hours or minutes to the clock time that it goes on from.
    """
    last: tuple[datetime, int] | None = None
    for told in _paired(found, scene):
        gone_on = _gone_on(told, last)
        one = told._replace(value=_at_moment(gone_on, told.value.mod)) if gone_on else told
        yield one
        before = scene.words.lower[one.first - 1] if one.first else ""
        if one.value.type in ("DATE", "TIME") and before != "(":
            moment = _moment(one) if before not in _NOT_THEN else None
            last = (moment, one.end) if moment else None


def _paired(found: list[Expression], scene: Scene) -> Iterator[Expression]:
    i = 0
    while i < len(found):
        pair = found[i : i + 2]
        if len(pair) == 2 and (reckoned := _reckoned(pair[0], pair[1], scene.words)):
            yield Expression(pair[0].first, pair[1].end, reckoned)
            i += 2
            continue
        if len(pair) == 2 and _belong_together(pair[0], pair[1], scene.words):
            clock, day = pair if pair[0].is_clock else pair[::-1]
            value = time_clocks.joined(clock.value, day.value)
            yield Expression(pair[0].first, pair[1].end, value)
            i += 2
            continue
        one = found[i]
        yield one._replace(value=time_clocks.on_day(one.value, _day_of(found, i, scene))) if one.is_clock else one
        i += 1


def _day_of(found: list[Expression], i: int, scene: Scene) -> date | None:
    """The day of clock time `i`: of the day told right after it in brackets or beyond them, else the day near it."""
    for other in found[i + 1 : i + 3]:
        between = scene.words.lower[found[i].end : other.first]
        if len(between) > _APART or not _IN_BRACKETS.issuperset(w for w in between if not w[0].isdecimal()):
            break
        first, last = other.value.period[1:]
        if not other.is_clock and first is not None and first == last:
            return first
    return found[i].day


def _reckoned(left: Expression, right: Expression, words: Words) -> Value | None:
    """The day that "a week before last Friday" means; None where `left` and `right` are no such pair."""
    step = _STEPS.get(words.lower[left.end]) if right.first - left.end == 1 else None
    base, count = right.value.period.first, _COUNT.fullmatch(left.value.period.value)
    if step is None or count is None or base is None or base != right.value.period.last:
        return None
    day = moved(base, count[2], step * int(count[1]))
    return Value("DATE", periods.day_of(day), left.value.mod, right.value.basis) if day else None


def _belong_together(left: Expression, right: Expression, words: Words) -> bool:
    if left.is_clock == right.is_clock or right.first - left.end > 2:
        return False
    day = right.value if left.is_clock else left.value
    between = " ".join(words.lower[left.end : right.first])
    return day.type in ("DATE", "TIME") and len(day.period.value) >= 10 and between in time_clocks.BESIDE_DAY


def _moment(one: Expression) -> datetime | None:
    """The moment of a clock time on its day."""
    value = one.value.period.value
    return datetime.fromisoformat(value) if _MOMENT.fullmatch(value) else None


def _gone_on(one: Expression, last: tuple[datetime, int] | None) -> datetime | None:
    """The moment of "two hours later", "ten minutes earlier", counted from the clock time just told."""
    if last is None or one.away is None or one.first - last[1] > JUST_BEFORE or one.value.mod not in (None, "APPROX"):
        return None
    return last[0] + one.away if MINYEAR < last[0].year < MAXYEAR else None


def _at_moment(moment: datetime, mod: TimexMod | None) -> Value:
    day = moment.date()
    return Value("TIME", periods.Period(moment.isoformat(timespec="minutes"), day, day), mod, "context")
