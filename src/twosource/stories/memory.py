"""What the clustering keeps of a stream. Here it is in memory; a desk gives mappings that read from its store.

All that is kept is replaced, never changed in place: a mapping that is told of each new value knows what to write.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from twosource.stories.reports import Report

Listed = tuple[tuple[int, float], ...]
"""Numbers of reports, the earliest first, each with its weight."""


@dataclass(frozen=True, slots=True)
class Story:
    """How many stories were opened before it, and the numbers of its reports as they joined it."""

    order: int
    reports: tuple[int, ...]


class Lists(dict[str, Listed]):
    """Reports by term: none under a term that is new."""

    def __missing__(self, term: str) -> Listed:
        return ()


@dataclass(slots=True)
class Memory:
    """Reports are numbered from 0. `held`: reports by term, 0 for a new one; `under`: where to look reports up."""

    count: int = 0
    opened: int = 0
    """Stories that there were, those that are no more included."""
    held: dict[str, int] = field(default_factory=Counter)
    under: dict[str, Listed] = field(default_factory=Lists)
    reports: dict[int, Report] = field(default_factory=dict)
    placed: dict[int, str] = field(default_factory=dict)
    """The id of the story that a report is of."""
    stories: dict[str, Story] = field(default_factory=dict)
    """Those that have reports."""
