"""Which of a report's counts is its toll, where it gives those of several counters, or "dozens" before the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twosource.stories.counters import yields
from twosource.stories.counts import HEART, OPENING, Count
from twosource.vocab.word_sets import word_set

_LEFT_OPEN = word_set("numbers left open")


def whole(counts: Sequence[Count]) -> Count:
    """The toll of a report among its counts of one role, which stand in the order of `counts_of`; one at least."""
    near = [c for c in counts if not c.aside and (c.total or c.depth <= HEART)]
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
    """Of copies of one text the count that all of them give in one sentence, one for each of them; None if none is.

    It has to be what one of them would be taken to give: a sentence that a later version kept is not its toll.
    """
    given = [{_key(c): c for c in reversed(counts)} for counts in reports]
    holding = Counter(key for counts in given for key in counts)
    tolls = sorted((whole(counts) for counts in reports), key=lambda c: c.point is None)
    common = next((_key(c) for c in tolls if c.wording and holding[_key(c)] == len(reports)), None)
    return [counts[common] for counts in given] if common else None


def _key(count: Count) -> tuple[str, float, float]:
    return count.wording, count.low, count.high
