"""Values of weekdays: "Tuesday", "last Tuesday", "the following Friday", "Tuesday night", "Mondays"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.periods import Period
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import IN_TEXT, STEPS, at_part, dated, mod_of

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found

_NEAR = 4
"""Days ahead within which a weekday in the present tense is to come ("they vote on Monday"); captions tell of what was
in the present ("a man walks home on Monday"), hardly ever of a day three to six days gone."""
_TOMORROW = 6
"""Where nothing leans, a weekday is not the one six days gone: it is tomorrow's."""


def weekday(found: Found, scene: Scene) -> Value | None:
    """Tuesday, last Tuesday, Tuesday night, Tuesday in the evening, Tuesday of last week."""
    if found.written("inside") not in ("", "in", "at", "during") or _follows_it(found, scene):
        return None
    number = int(found.value("weekday") or 1)
    part = found.value("part")
    if scene.today is None:
        return at_part(Value("DATE", Period(f"XXXX-WXX-{number}"), mod_of(found)), part)
    if beside_spoken := _weekday_beside(found, scene, number):
        return at_part(dated(found, scene, periods.day_of(beside_spoken), "context"), part)
    day = _weekday_day(found, scene, scene.today, number)
    if found.kind("part") == "OVERNIGHT" and "into" in scene.words.lower[found.first : found.end]:
        day -= timedelta(days=1)  # "overnight into Friday" is Thursday's night
    if scene.of_next_day and _is_next(found, scene.today, day):
        day += timedelta(days=7)
        return at_part(dated(found, scene, periods.day_of(day), "day_after"), part)
    return at_part(dated(found, scene, periods.day_of(day), "published"), part)


def _follows_it(found: Found, scene: Scene) -> bool:
    """Whether "following" is a preposition, as in "missing following Tuesday's shipwreck"."""
    return scene.words.lower[found.first] == "following" and found.after() == "POSS"


def _weekday_beside(found: Found, scene: Scene, number: int) -> date | None:
    """The day of "the following Tuesday" and "the previous Friday" beside the day spoken of; None for others."""
    spoken, step = scene.spoken_day, STEPS.get(found.written("which"), 0)
    if spoken is None or found.written("which") not in IN_TEXT or found.value("week") is not None:
        return None
    ahead = (number - spoken.isoweekday()) % 7
    return spoken + timedelta(days=(ahead or 7) if step > 0 else ahead - 7)


def _is_next(found: Found, today: date, day: date) -> bool:
    """Whether a weekday, taken for the one six days ago, is that of the day after the one a report is dated."""
    return today - day == timedelta(days=6) and found.value("week") is None and found.value("which") is None


def _weekday_day(found: Found, scene: Scene, today: date, number: int) -> date:
    """The day a weekday means: the last one, the same day included, unless the words or the clause point ahead."""
    week, which = found.value("week"), found.value("which")
    back = (today.isoweekday() - number) % 7
    if week is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * int(week))
        return monday + timedelta(days=number - 1)
    if which == "-1":
        return today - timedelta(days=back or 7)
    ahead = today + timedelta(days=(7 - back) if back else 0)
    if which == "1":
        return today + timedelta(days=7 - back)
    soon, sooner = int(7 - back <= _NEAR), int(7 - back < _NEAR)
    lean = scene.lean(found.first, found.end, present=soon, foretold=sooner)
    if lean <= 0 and back and scene.goes_on_ahead(found.first):
        return ahead
    if (which == "0" and lean >= 0) or (back == _TOMORROW and not lean):
        return ahead
    return ahead if lean > 0 else today - timedelta(days=back)


def weekdays(found: Found, scene: Scene) -> Value:
    """Mondays; Tuesday nights: a set."""
    number = found.value("weekdays") or found.value("weekday")
    part = found.value("part")
    return Value("SET", Period(f"XXXX-WXX-{number}" + (f"T{part}" if part else "")))
