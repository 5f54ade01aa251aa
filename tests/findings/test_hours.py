"""Reports that tell at which hour one thing was: the same hour joins them, hours apart are what they differ in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.findings.gather import gather
from twosource.findings.hours import hour_in, minutes_apart
from twosource.model import Finding, Reading, Time, Timex

from .test_aspects import town
from .test_structure import FILLER, OTHER
from .wire import at, event, reading, record

DAY = "2031-05-04"


def clock(found: Reading, words: str, minute: str) -> Reading:
    """The reading with a time of the clock at `words`."""
    time = Time(
        id=f"time:{found.article.id}:{words}", article=found.article.id, selector=at(found, words),
        timex=Timex(type="TIME", value=f"{DAY}T{minute}"), earliest=DAY, latest=DAY, basis="text",
    )  # fmt: skip
    return replace(found, times=(*found.times, time))


def fought(article: str, line: str, anchor: str, words: str, minute: str, *rest: str) -> Reading:
    return event(clock(reading(article, line, *rest), words, minute), anchor, "ASSAULT")


def several(*readings: Reading) -> list[Finding]:
    return [f for f in find_findings(record(*readings)).findings if f.origins > 1]


A = fought("a", "Gunmen stormed the customs post at 6:10 a.m.", "stormed", "6:10 a.m.", "06:10", *FILLER)


@pytest.mark.parametrize(
    ("line", "anchor", "words", "minute", "joined"),
    [
        ("The raid began around ten past six in the morning", "raid", "ten past six in the morning", "06:10", True),
        ("The raid began at 6:15 a.m. (0515 GMT)", "raid", "6:15 a.m.", "06:15", True),
        ("The raid began around ten past six", "raid", "ten past six", "18:10", True),  # morning or evening
        ("The raid began around ten past six in the evening", "raid", "ten past six in the evening", "18:10", False),
        ("The raid began around 8 a.m.", "raid", "8 a.m.", "08:00", False),
    ],
)
def test_what_was_at_one_hour_is_one_thing(line: str, anchor: str, words: str, minute: str, joined: bool) -> None:
    found = several(A, fought("b", line, anchor, words, minute, *OTHER))
    assert [f.status for f in found] == ["corroborated"] * joined
    assert all("same_hour" in {e.function for e in f.evidence} for f in found)


def test_a_report_that_gives_two_hours_may_tell_of_two_things() -> None:
    two = fought(
        "b", "The raid began around 6:10 a.m.", "raid", "6:10 a.m.", "06:10", *OTHER, "A patrol was shot at by 9 a.m."
    )
    assert several(A, event(clock(two, "9 a.m.", "09:00"), "shot at", "ASSAULT")) == []


@pytest.mark.parametrize(("hour", "minute", "differs"), [("8 a.m.", "08:00", True), ("4 p.m.", "16:00", False)])
def test_reports_on_one_place_may_differ_by_some_hours(hour: str, minute: str, differs: bool) -> None:
    a = fought("a", "Gunmen stormed the post in Halden at 6:10 a.m.", "stormed", "6:10 a.m.", "06:10", *FILLER)
    b = fought("b", f"Halden was raided around {hour}", "raided", hour, minute, *OTHER)
    both = replace(record(a, b), places=(town("Halden", 59.0, a, b),))
    found = [f for f in find_findings(both).findings if f.origins > 1]
    assert [(f.status, f.differences[0].aspect) for f in found] == [("differs", "time")] * differs


def test_hours_lie_apart_around_midnight() -> None:
    late, early = (
        hour_in(gather(record(fought("a", f"The raid began at {words}", "raid", words, minute)))[0])
        for words, minute in (("11:50 p.m.", "23:50"), ("12:10 a.m.", "00:10"))
    )
    assert late and early and minutes_apart(late, early) == 20


@pytest.mark.parametrize(("words", "known"), [("at 6:14 a.m.", True), ("Four minutes later", False)])
def test_what_is_reckoned_from_another_hour_is_of_another_thing(words: str, known: bool) -> None:
    told = gather(record(fought("a", f"{words} the raid began", "raid", words, "06:14")))[0]
    assert (hour_in(told) is not None) is known
