"""Days reckoned between events: "two days after the raid", "nine days into the strike" date one event by the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from twosource.events.clauses import Clauses
from twosource.events.lookup import Lookup
from twosource.model import Event, EventTime, Selector

_STEPS = {"after": 1, "into": 1, "before": -1}
_LENGTH = re.compile(r"P([0-9]{1,3})([DW])")
_DAYS = {"D": 1, "W": 7}
_REACH = 60
"""Characters between "after" and the event from which the days are counted."""


@dataclass(frozen=True, slots=True)
class Link:
    """The event at `later` lies `days` (negative: before) from the one at `base`; `words` are the length of time."""

    later: int
    base: int
    days: int
    words: Selector


class Told(NamedTuple):
    """An event, by its index among all, and the words of this sentence that name it."""

    event: int
    anchor: Selector


def links(clauses: Clauses, lookup: Lookup, told: Sequence[Told]) -> list[Link]:
    """The links that one sentence states between the events `told` in it."""
    found = []
    for time in lookup.times.within(clauses.sentence.start, clauses.sentence.end):
        length = _LENGTH.fullmatch(time.record.timex.value)
        after = bisect_left(clauses.starts, time.selector.end)
        if length is None or after == len(clauses.starts) or clauses.words[after] not in _STEPS:
            continue
        pair = _pair(told, time.selector)
        if pair:
            days = _STEPS[clauses.words[after]] * int(length[1]) * _DAYS[length[2]]
            found.append(Link(*pair, days, time.selector))
    return found


def _pair(told: Sequence[Told], words: Selector) -> tuple[int, int] | None:
    """The event that is dated and the one it is dated by: the nearest before the words or past the base."""
    after = [t for t in told if t.anchor.start >= words.end]
    if not after or after[0].anchor.start - words.end > _REACH:
        return None
    before = [t for t in told if t.anchor.end <= words.start]
    later = before[-1] if before else after[1] if len(after) > 1 else None
    return (later.event, after[0].event) if later and later.event != after[0].event else None


def dated(events: Sequence[Event], found: Sequence[Link]) -> list[Event]:
    """The events, those of a link that have no day of their own dated by the other."""
    result = list(events)
    for link in found:
        later, base = result[link.later], result[link.base]
        owner = _owner(later, base)
        if owner is base:
            result[link.later] = _moved(later, base.time, link.days, link.words)
        elif owner is later:
            result[link.base] = _moved(base, later.time, -link.days, link.words)
    return result


def _owner(later: Event, base: Event) -> Event | None:
    """Whose the one date of the two is, None if both have their own; of one date that both share, the nearer's."""
    if later.time is None or base.time is None:
        return base if base.time else later if later.time else None
    words = base.time.selector
    if later.time != base.time or words is None:
        return None
    return min(base, later, key=lambda event: abs(event.anchor.start - words.start))


def _moved(event: Event, from_time: EventTime | None, days: int, words: Selector) -> Event:
    if from_time is None or from_time.earliest is None or from_time.earliest != from_time.latest:
        return event
    try:
        day = (date.fromisoformat(from_time.earliest) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return event
    return replace(event, time=EventTime(earliest=day, latest=day, precision="day", selector=words))
