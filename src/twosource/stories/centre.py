"""A story as the sum of its reports' term vectors: how like a report or another story is to it."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

DAYS = 4
"""Reports this many days after the last of a story are as near as on the same day; then likeness falls by `PER_DAY`."""
PER_DAY = 0.01
LEAST = 0.25
"""What is left of it years apart: the same fair, strike or flood may come again."""


@dataclass(slots=True)
class Centre:
    """A story's sum of term vectors, the square of its length, its reports, and the days it spans."""

    id: str
    vector: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    square: float = 0.0
    reports: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, vector: dict[str, float], day: date | None) -> None:
        """Takes a report in."""
        self._extend(vector)
        self.reports += 1
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)

    def join(self, other: Centre) -> None:
        """Takes the reports of another story in."""
        self._extend(other.vector)
        self.reports += other.reports
        days = [d for d in (self.first, self.last, other.first, other.last) if d]
        self.first, self.last = min(days, default=None), max(days, default=None)

    def _extend(self, vector: dict[str, float]) -> None:
        for term, weight in vector.items():
            before = self.vector[term]
            self.vector[term] = before + weight
            self.square += (before + weight) ** 2 - before**2

    def likeness(self, vector: dict[str, float], day: date | None) -> float:
        """Cosine of the report's vector and the story's, less what their distance in days takes off."""
        return self._dot(vector) / math.sqrt(self.square) * self._in_time(day, day) if self.square > 0 else 0.0

    def nearness(self, other: Centre) -> float:
        """How like two stories are: between the cosine of their sums, which grows with them, and of their reports."""
        if not (self.square > 0 and other.square > 0):
            return 0.0
        scale = math.sqrt(math.sqrt(self.square * other.square) * self.reports * other.reports)
        return self._dot(other.vector) / scale * self._in_time(other.first, other.last)

    def _dot(self, vector: dict[str, float]) -> float:
        return sum(weight * self.vector[term] for term, weight in vector.items() if term in self.vector)

    def _in_time(self, first: date | None, last: date | None) -> float:
        if first is None or last is None or self.first is None or self.last is None:
            return 1.0
        apart = max((self.first - last).days, (first - self.last).days) - DAYS
        return max(LEAST, 1.0 - PER_DAY * max(0, apart))
