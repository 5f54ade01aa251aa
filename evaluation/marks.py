"""Marks: a record held against the gold record of its reports, one for each thing a careful reader takes from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from evaluation.marks_findings import (
    difference_marks,
    false_conflict_marks,
    figure_marks,
    finding_marks,
    origin_marks,
    story_marks,
    update_marks,
)
from evaluation.marks_parts import (
    actor_marks,
    event_marks,
    place_marks,
    quantity_marks,
    report_marks,
    time_marks,
)
from evaluation.marks_quotes import quote_marks
from evaluation.tally import Mark
from evaluation.view import Json, View

SECTIONS: tuple[Callable[[View, Json], Iterator[Mark]], ...] = (
    report_marks,
    origin_marks,
    actor_marks,
    place_marks,
    quote_marks,
    time_marks,
    quantity_marks,
    event_marks,
    finding_marks,
    difference_marks,
    update_marks,
    figure_marks,
    story_marks,
    false_conflict_marks,
)
"""Each reads one part of the gold record; a key that the gold record lacks gives no mark."""


def each_mark(record: dict[str, Any], expected: dict[str, Any]) -> Iterator[Mark]:
    """Every mark in the order of the sections, right or wrong, with what it is about."""
    view = View(record)
    for section in SECTIONS:
        yield from section(view, expected)


def marks(record: dict[str, Any], expected: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Marks by kind: (right, all). `record` is the JSON of `brief --one-story`, `expected` that of a gold record."""
    tally: dict[str, tuple[int, int]] = {}
    for mark in each_mark(record, expected):
        right, total = tally.get(mark.kind, (0, 0))
        tally[mark.kind] = (right + mark.right, total + 1)
    return tally


def misses(record: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What is wrong, one readable line for each mark missed."""
    return [f"{mark.kind}: {mark.what}" for mark in each_mark(record, expected) if not mark.right]


def share(tally: dict[str, tuple[int, int]]) -> float:
    """The share of all marks that are right, 0 to 1; 1 where there are none."""
    total = sum(all_ for _, all_ in tally.values())
    return sum(right for right, _ in tally.values()) / total if total else 1.0
