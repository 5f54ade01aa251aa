"""What the steps before found, by where it stands: mentions, places, times, quantities and quotes of one reading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from twosource.model import Actor, Place, Quantity, Quote, Reading, Selector, Time

T = TypeVar("T")

_LOOK_BACK = 200
"""Spans looked at before a place in the text: one that covers all others must not make every look-up long."""


class Found(NamedTuple, Generic[T]):
    """Words and the record they belong to."""

    selector: Selector
    record: T


class Spans(Generic[T]):
    """Records by their spans; looking up a stretch costs the logarithm of their number."""

    def __init__(self, found: Iterable[Found[T]]) -> None:
        self._found = sorted(found, key=lambda f: (f.selector.start, -f.selector.end))
        self._starts = [f.selector.start for f in self._found]
        self._furthest = list(accumulate((f.selector.end for f in self._found), max))

    def within(self, start: int, end: int) -> list[Found[T]]:
        """Those that begin and end inside the stretch, in the order of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [f for f in self._found[first:last] if f.selector.end <= end] if first < last else []

    def at(self, offset: int) -> Found[T] | None:
        """The longest of those that cover the character at `offset`."""
        best: Found[T] | None = None
        last = bisect_right(self._starts, offset) - 1
        for i in range(last, max(-1, last - _LOOK_BACK), -1):
            if self._furthest[i] <= offset:
                break
            here = self._found[i]
            if here.selector.end > offset and (best is None or _length(here) > _length(best)):
                best = here
        return best

    def innermost(self, start: int, end: int) -> Found[T] | None:
        """The shortest of those that cover the whole stretch."""
        best: Found[T] | None = None
        last = bisect_right(self._starts, start) - 1
        for i in range(last, max(-1, last - _LOOK_BACK), -1):
            if self._furthest[i] < end:
                break
            here = self._found[i]
            if here.selector.end >= end and (best is None or _length(here) < _length(best)):
                best = here
        return best


def _length(found: Found[T]) -> int:
    return found.selector.end - found.selector.start


class Lookup:
    """All that an event can refer to, found by the place in the text."""

    def __init__(self, reading: Reading) -> None:
        self.page = reading.page
        self.article = reading.article
        self.published = _day(reading)
        self.mentions: Spans[Actor] = Spans(Found(m.selector, a) for a in reading.actors for m in a.mentions)
        self.places: Spans[Place] = Spans(Found(m, p) for p in reading.places for m in p.mentions)
        self.times: Spans[Time] = Spans(Found(t.selector, t) for t in reading.times)
        self.quantities: Spans[Quantity] = Spans(Found(q.selector, q) for q in reading.quantities)
        self.kinds = _kinds(reading)
        self.quotes: Spans[Quote] = Spans(Found(c, q) for q in reading.quotes for c in q.content)


def _kinds(reading: Reading) -> dict[int, str]:
    """What the analyzer takes each noun to mean ("person", "abstract"), by its first character; empty: it cannot."""
    if reading.analysis is None:
        return {}
    words = [sentence.tokens for sentence in reading.analysis.sentences]
    return {words[m.sentence][m.token].start: m.type for m in reading.analysis.mentions}


def _day(reading: Reading) -> str | None:
    """The day published; the one after where the text shows that it was written then."""
    published = reading.article.published
    day = published.value[:10] if published else ""
    try:
        written = date.fromisoformat(day).isoformat()
    except ValueError:
        return None
    return max([written, *(t.earliest for t in reading.times if t.basis == "day_after" and t.earliest)])
