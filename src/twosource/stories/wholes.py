"""Which of a report's counts is its toll, where it gives those of several counters, or "dozens" before the number."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.stories.counters import yields
from twosource.stories.counts import HEART, OPENING, Count
from twosource.vocab.word_sets import word_set

_LEFT_OPEN = word_set("numbers left open")


def whole(counts: Sequence[Count]) -> Count:
    """The toll of a report among its counts of one role, which stand in the order of `counts_of`; one at least."""
    near = [c for c in counts if not c.aside and c.depth <= HEART]
    by = {c.by for c in near}
    own = [c for c in near if not yields(c.by, by)] or list(counts)
    return _told_exactly(own)


def _told_exactly(counts: Sequence[Count]) -> Count:
    """The first count; of "dozens" the number that the opening gives for them."""
    first = counts[0]
    if not any(_LEFT_OPEN.intersection(s.exact.lower().split()) for s in first.selectors):
        return first
    exact = (c for c in counts if c.point is not None and not c.vague and c.low >= first.low and c.depth <= OPENING)
    return next(exact, first)


def shared_wording(reports: Sequence[Sequence[Count]]) -> list[Count] | None:
    """Of copies of one text the count that all of them give near the top in one sentence, one for each of them.

    It has to be what one of them would be taken to give: a sentence that a later version kept is not its toll.
    """
    if len(reports) < 2 or not all(reports):
        return None
    tolls = [whole(counts) for counts in reports]
    for told in sorted(tolls, key=lambda c: c.point is None):
        same = [next((c for c in counts if _is_same(c, told)), None) for counts in reports]
        if all(same):
            return [c for c in same if c]
    return None


def _is_same(one: Count, two: Count) -> bool:
    return bool(one.wording) and (one.wording, one.low, one.high) == (two.wording, two.low, two.high)
