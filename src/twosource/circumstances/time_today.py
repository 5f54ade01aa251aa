"""Values of "today", "tomorrow", "tonight" and "this morning", in a quotation on the day that it was spoken."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twosource.circumstances import periods
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_parts import at_part, mod_of, published_day
from twosource.circumstances.words import BREAK, CLAUSE_ENDS
from twosource.vocab.times import weekdays
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.time_grammar import Found

_MARKS = frozenset('"“”')
_LOOKED_BACK, _LOOKED_AHEAD = 300, 24
"""Words looked over for the mark that opens a quotation, and for the day on which it was spoken after it."""
_NEAR = 200
"""Words before a quotation within which the day before publication is the day of what it belongs to."""
_NOT_THE_DAY = frozenset({"since", "until", "till", "by", "from", "of", "next", "last", "before", "after", "for"})
_WEEK = 7


def today(found: Found, scene: Scene) -> Value | None:
    """Today, yesterday, tomorrow, tonight, overnight; not "yesterday until the evening" as one."""
    if found.written("inside") not in ("", "in", "at", "during"):
        return None
    offset, _, implied = (found.value("today") or "0").partition(":")
    base = (_day_spoken(found, scene) or scene.today) if scene.today else None
    value = published_day(scene, base and periods.moved(base, "D", int(offset)))
    return at_part(value._replace(mod=mod_of(found)), found.value("part") or implied)


def this_part(found: Found, scene: Scene) -> Value | None:
    """The part of a day: this morning, last night."""
    part, which = found.value("part") or "", found.value("which")
    if found.kind("which") == "NEXT" or (which == "-1" and part != "NI"):
        return None
    day = scene.today and periods.moved(scene.today, "D", int(which or 0))
    return at_part(published_day(scene, day)._replace(mod=mod_of(found)), part)


def _day_spoken(found: Found, scene: Scene) -> date | None:
    """The day before publication on which the quotation around an expression was spoken; None where nothing tells."""
    opened = _opening(scene.words.lower, found.first)
    if opened is None or scene.today is None:
        return None
    if day := _day_told_after(scene.words.lower, found.end, scene.today):
        return day
    last, yesterday = scene.told.last_day(opened), scene.today - timedelta(days=1)
    return yesterday if last is not None and last.day == yesterday and opened - last.end < _NEAR else None


def _opening(lower: list[str], i: int) -> int | None:
    """The mark that opens the quotation around word `i` of a block; None outside of one."""
    at = i - 1
    straight: list[int] = []
    while at >= max(0, i - _LOOKED_BACK) and lower[at] != BREAK:
        if lower[at] in ("“", "”"):
            return at if lower[at] == "“" else None
        if lower[at] == '"':
            straight.append(at)
        at -= 1
    return straight[0] if len(straight) % 2 else None


def _day_told_after(lower: list[str], end: int, today: date) -> date | None:
    """The weekday told after the quotation with who said it: '"Today we won," she told fans on Tuesday'."""
    closed = next((i for i in range(end, min(len(lower), end + 2 * _LOOKED_AHEAD)) if lower[i] in _MARKS), None)
    told = False
    for i in range(closed + 1, min(len(lower), closed + _LOOKED_AHEAD)) if closed else ():
        if lower[i] in CLAUSE_ENDS or lower[i] in _MARKS:
            break
        told = told or lower[i] in word_set("words of telling")
        number = weekdays().get(lower[i])
        if told and number and lower[i - 1] not in _NOT_THE_DAY:
            return today - timedelta(days=(today.isoweekday() - number) % _WEEK)
    return None
