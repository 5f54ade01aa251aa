"""Counts of the missing: no figure of what happened, but compared from report to report, and they may fall."""

from __future__ import annotations

import pytest

from twosource.model import Finding, Given, Record
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

FIRST = (
    "Landslide buries houses in Hallvik\n\nA landslide buried nine houses in Hallvik on Monday, the police said.\n\n"
    "Fire chief Karin Moe said {first} people were missing and that the search would go on all night with dogs.\n"
)
SECOND = (
    "Hillside gives way in Hallvik\n\nHouses in Hallvik were swept away when a hillside gave way on Monday.\n\n"
    "The county governor, Nils Dahl, said that {second} people were unaccounted for after the landslide.\n"
)


def record(first: str, second: str, day: str) -> Record:
    """Two reports, the second of that day."""
    texts = [(FIRST.format(first=first), "2031-05-05", "Post"), (SECOND.format(second=second), day, "Herald")]
    captures = [
        Capture(location=f"{outlet}.txt", raw=text.encode(), given=Given(date=date, outlet=outlet))
        for text, date, outlet in texts
    ]
    return combine([read_capture(c, "rules") for c in captures], one_story=True)


def toll(found: Record) -> Finding | None:
    """The finding that several reports count in."""
    counts = {q.selector: q for q in found.quantities if q.role == "missing"}
    assert len(counts) == 2
    selectors = {c.id: c.selector for c in found.claims}
    return next(
        (
            f
            for f in found.findings
            if f.origins == 2
            and all(
                any(
                    s.page == c.page and s.start <= c.start and c.end <= s.end
                    for s in map(selectors.get, f.claims)
                    if s
                )
                for c in counts
            )
        ),
        None,
    )


@pytest.mark.parametrize(
    ("first", "second", "day", "status", "values"),
    [
        ("31", "31", "2031-05-05", "corroborated", []),
        ("31", "28", "2031-05-05", "differs", ["28", "31"]),
        ("31", "nine", "2031-05-07", "updated", ["9", "31"]),
        ("nine", "31", "2031-05-07", "updated", ["9", "31"]),
    ],
)
def test_the_missing_are_compared(first: str, second: str, day: str, status: str, values: list[str]) -> None:
    found = toll(record(first, second, day))
    assert found is not None
    assert found.status == status
    assert [v.value for d in found.differences for v in d.values] == values


def test_they_are_no_figure_of_the_story() -> None:
    (story,) = record("31", "31", "2031-05-05").stories
    assert "missing" not in {figure.role for figure in story.figures}


def test_each_of_two_things_said_in_one_sentence_is_asserted() -> None:
    found = record("31", "28", "2031-05-05")
    said = {c.selector.exact for c in found.claims if c.kind == "quote"}
    assert {"31 people were missing", "that the search would go on all night with dogs"} <= said
    told = {c for f in found.findings for c in f.claims}
    assert {c.id for c in found.claims if c.kind == "quote"} <= told


@pytest.mark.parametrize(
    ("second", "day", "words"),
    [
        ("28", "2031-05-05", "The reports differ on how many are missing: 28 (Herald), 31 (Post)."),
        ("nine", "2031-05-07", "The number of those missing was lowered from 31 (Post, 5 May 2031) to 9 (Herald, "),
    ],
)
def test_a_brief_tells_how_they_differ(second: str, day: str, words: str) -> None:
    told = [s.text for s in record("31", second, day).brief if "missing" in s.text]
    assert told[0].startswith(words)
    assert len(told) == 1
