"""A report as the clustering sees it, and how like two of them are: their words, what their tops say, their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

OF_WORDS = 0.7
"""Share of the words in the likeness of two reports, the rest that of their tops. 0.6 to 0.8 measured alike (±0.01)."""
WORDS_ALONE = 1.5
"""Brings the likeness by words alone up to the scale of both: the best thresholds are 0.24 and 0.36."""
DAYS = 4
"""Reports this many days apart are as near as on the same day; then likeness falls by `PER_DAY`."""
PER_DAY = 0.007
LEAST = 0.25
"""What is left of it years apart: the same fair, strike or flood may come again."""


@dataclass(frozen=True, slots=True)
class Report:
    """Its article's id, its unit vector of terms, that of what its top is about (None: not known), its day."""

    article: str
    terms: dict[str, float]
    top: NDArray[np.float32] | None
    day: date | None


def likeness(one: Report, other: Report) -> float:
    """How like two reports are, up to 1 (1.5 by words alone); 0.36 is about where they tell of one happening."""
    few, many = sorted((one.terms, other.terms), key=len)
    words = sum(weight * many[term] for term, weight in few.items() if term in many)
    if one.top is None or other.top is None:
        return WORDS_ALONE * words * _in_time(one.day, other.day)
    return (OF_WORDS * words + (1 - OF_WORDS) * float(one.top @ other.top)) * _in_time(one.day, other.day)


def top_of(content: bytes) -> NDArray[np.float32] | None:
    """The vector of half-precision numbers that an analyzer gave, of length 1; None if it gave none."""
    top = np.frombuffer(content, dtype="<f2").astype(np.float32)
    length = float(np.linalg.norm(top))
    return top / length if length > 0 else None


def _in_time(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return 1.0
    return max(LEAST, 1.0 - PER_DAY * max(0, abs((one - other).days) - DAYS))
