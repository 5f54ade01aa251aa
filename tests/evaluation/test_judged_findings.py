from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.judged_drawing import beside, rows_of, shown
from evaluation.judged_findings import (
    HELD,
    JUDGED,
    NONE,
    RIGHT,
    TRIED,
    Judged,
    judged,
    line_of,
    present,
    row_of,
    tally,
)
from evaluation.judged_stories import SETS, is_held_back, record_of, stories
from evaluation.shared import DATA

REPORTS = [
    {
        "id": "a/0",
        "title": "Ferry sinks off Tarvik",
        "date": "2031-05-07",
        "text": "A ferry sank in the harbour of Tarvik on Monday, and 12 people drowned. The harbour master of Tarvik, "
        "Lena Brandt, said the old ferry had never been inspected by the port.",
    },
    {
        "id": "a/1",
        "title": "Twelve drown in Tarvik",
        "date": "2031-05-07",
        "text": "Twelve people drowned when a ferry sank in the harbour of Tarvik on Monday. The harbour master plans "
        "to close the old port of Tarvik, where the ferry had lain, for a week.",
    },
]
ROW = Judged(sample="drawn", story="a", passages=(("a/0", 24, 94), ("a/1", 24, 99)), verdict="same")


def test_a_row_is_read_as_it_was_written() -> None:
    row = replace(ROW, verdict="conflict", aspect="time", status="differs", differing=("place", "time"), confidence=0.8)
    assert row_of(line_of(row)) == row
    assert row_of(line_of(ROW)) == ROW


@pytest.mark.parametrize(
    ("status", "differing", "verdict", "right"),
    [
        ("corroborated", (), "same", True),
        ("corroborated", (), "other", False),
        ("differs", ("time",), "conflict", True),
        ("differs", ("place",), "conflict", False),
        ("updated", ("time",), "moved on", True),
        (NONE, (), "same", False),
    ],
)
def test_a_status_is_right_if_the_reader_says_the_same(
    status: str, differing: tuple[str, ...], verdict: str, right: bool
) -> None:
    row = replace(ROW, verdict=verdict, aspect="time", status=status, differing=differing)
    assert row.right == right


def test_the_tally_counts_by_status_and_what_was_missed() -> None:
    made = replace(ROW, status="corroborated", confidence=0.9)
    lines = list(tally([made, replace(made, verdict="other"), ROW]))
    assert lines[0] == "drawn: 3 judged in 1 stories"
    assert "  corroborated: right 1/2 {'other': 1}" in lines
    assert "  not joined: 1 {'same': 1}" in lines
    assert "  of confidence 0.9 and more: right 1/2" in lines


def test_what_is_made_of_a_row_now_is_found_by_its_passages() -> None:
    record, pages = record_of(REPORTS, "rules")
    rest = (("a/0", 96, 180), ("a/1", 101, 180))
    rows: Sequence[Judged] = [ROW, replace(ROW, passages=rest, status="corroborated", confidence=0.9)]
    together, apart = present(rows, {"a": (record, pages)})
    assert together.status == "corroborated" and together.confidence > 0
    assert (apart.status, apart.confidence) == (NONE, 0.0)


def test_pairs_beside_are_in_no_finding_and_each_claim_is_used_once() -> None:
    record, _ = record_of(REPORTS, "rules")
    pairs = beside(record, 5)
    ends = [(at.page, at.start, at.end) for pair in pairs for at in pair]
    assert pairs and len(set(ends)) == len(ends)
    assert not any("drowned" in one.exact and "drowned" in other.exact for one, other in pairs)


def test_what_is_drawn_holds_as_many_pairs_as_findings() -> None:
    record, pages = record_of(REPORTS, "rules")
    drawn = list(rows_of([("neus", "a", record, pages)]))
    joined = [row for row, _ in drawn if row.status != NONE]
    assert joined and {row.sample for row in joined} <= {"held neus", "held conflicts"}
    assert 0 < len(drawn) - len(joined) <= len(joined)
    assert all(text == shown(row, pages) and "«" in text and row.status not in text for row, text in drawn)


@pytest.mark.parametrize("path", [JUDGED, TRIED, HELD], ids=lambda p: p.stem)
def test_the_rows_hold_verdicts_and_no_text_of_others(path: Path) -> None:
    rows = judged(path)
    assert len(rows) > 280
    assert {row.verdict for row in rows} <= {*RIGHT.values(), "other"}
    assert all(len(report) < 50 for row in rows for report, *_ in row.passages)


def test_what_was_judged_at_the_end_is_of_stories_that_were_held_back() -> None:
    seen = {row.story for path in (JUDGED, TRIED) for row in judged(path)}
    held = {row.story for row in judged(HELD)}
    assert all(map(is_held_back, held)) and held.isdisjoint(seen)


@pytest.mark.skipif(not (DATA).exists(), reason="the collections are not beside the project")
def test_every_row_is_of_a_story_of_the_collections() -> None:
    known = {story for path in SETS.values() for story in stories(DATA / path)}
    assert {row.story for path in (JUDGED, TRIED, HELD) for row in judged(path)} <= known
