"""Which reports tell of one happening: one pass over a stream, each report joins the nearest story or opens one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from twosource.model import content_id
from twosource.stories.rarity import Rarity
from twosource.stories.terms import terms

NEAR = 0.24
"""Cosine from which a report belongs to a story, while few reports are known …"""
NEAR_AT_LAST = 0.32
"""… and once `SETTLED` are: the more stories there are, the more of them look alike."""
SETTLED = 50
KEPT = 100
"""Terms of a report that are compared, the rarest and weightiest. 60 to all of them measured alike."""
KEYS = 25
"""Terms by which stories are looked up."""
DAYS = 4
"""Reports this many days after the last of a story are as near as on the same day; then likeness falls by `PER_DAY`."""
PER_DAY = 0.01


@dataclass(slots=True)
class Centre:
    """A story's sum of term vectors, its length, and the days it spans."""

    id: str
    vector: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    square: float = 0.0
    first: date | None = None
    last: date | None = None

    def add(self, vector: dict[str, float], day: date | None) -> None:
        """Takes a report in."""
        for term, weight in vector.items():
            before = self.vector[term]
            self.vector[term] = before + weight
            self.square += (before + weight) ** 2 - before**2
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)

    def likeness(self, vector: dict[str, float], day: date | None) -> float:
        """Cosine of the report's vector and the story's, less what their distance in days takes off."""
        dot = sum(weight * self.vector[term] for term, weight in vector.items() if term in self.vector)
        return dot / math.sqrt(self.square) * self._in_time(day) if self.square > 0 else 0.0

    def _in_time(self, day: date | None) -> float:
        if day is None or self.first is None or self.last is None:
            return 1.0
        apart = max((self.first - day).days, (day - self.last).days) - DAYS
        return max(0.5, 1.0 - PER_DAY * max(0, apart))


def cluster(articles: Iterable[tuple[str, str, str | None]]) -> Iterator[tuple[str, str]]:
    """For each (id, text, ISO day or None) as it arrives, (id, id of its story); the first line is the headline."""
    rarity = Rarity()
    centres: list[Centre] = []
    keys: dict[str, list[int]] = defaultdict(list)
    for number, (article, text, day) in enumerate(articles):
        vector = rarity.vector(terms(text), KEPT)
        when = _day(day)
        at = _nearest(vector, when, centres, keys, _threshold(number))
        if at is None:
            at = len(centres)
            centres.append(Centre(content_id("story", article)))
        for term in _keys(vector):
            if not keys[term] or at not in keys[term][-1:]:
                keys[term].append(at)
        centres[at].add(vector, when)
        yield article, centres[at].id


def _nearest(
    vector: dict[str, float],
    when: date | None,
    centres: list[Centre],
    keys: dict[str, list[int]],
    threshold: float,
) -> int | None:
    candidates = sorted({at for term in _keys(vector) for at in keys[term]})
    likeness, at = max(((centres[at].likeness(vector, when), -at) for at in candidates), default=(0.0, 0))
    return -at if likeness >= threshold else None


def _keys(vector: dict[str, float]) -> list[str]:
    return sorted(vector, key=lambda term: (-vector[term], term))[:KEYS]


def _threshold(number: int) -> float:
    return NEAR + (NEAR_AT_LAST - NEAR) * min(1.0, number / SETTLED)


def _day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None
