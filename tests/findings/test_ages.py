"""A named person is of one age: two reports that give two differ, and of nobody else's age is that said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.model import Actor, Finding, Mention, Reading, Record, Selector

from .wire import at, count, reading, record

BESIDE = "Mira Oldal, {}, rowed out at dawn."
BEFORE = "The dead girl is {}-year-old Mira Oldal of Orsa."


def report(name: str, told: str, *ages: int, day: str = "2031-05-05") -> Reading:
    """A report of one sentence with these ages in it; of one in front of the name the name is what it is of."""
    found = reading(name, told.format(*ages), day=day)
    for age in ages:
        words = f"{age}-year-old" if "-year-old" in told else str(age)
        found = count(found, words, age, age, of="Mira Oldal" if "-year-old" in told else "", unit="years")
    return found


def about_mira(*readings: Reading) -> Record:
    mentions = tuple(Mention(selector=at(r, "Mira Oldal"), form="name") for r in readings)
    mira = Actor(id="actor:m", name="Mira Oldal", names=("Mira Oldal",), kind="person", named=True, mentions=mentions)
    return replace(record(*readings), actors=(mira,))


def apart(*readings: Reading) -> list[Finding]:
    return [f for f in find_findings(about_mira(*readings)).findings if f.status == "differs"]


def test_reports_differ_on_the_age_of_a_named_person() -> None:
    (finding,) = apart(report("a", BESIDE, 11), report("b", BEFORE, 12), report("c", BEFORE, 11))
    (difference,) = finding.differences
    assert [(v.value, len(v.selectors)) for v in difference.values] == [("11", 2), ("12", 1)]
    assert (difference.aspect, finding.origins) == ("quantity", 3)
    assert finding.evidence[0].function == "same_person"


def test_what_else_the_clauses_say_stands_for_itself() -> None:
    found = find_findings(about_mira(report("a", BESIDE, 11), report("b", BESIDE, 12))).findings
    assert len({f.id for f in found}) == len(found) > 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (report("a", BESIDE, 11), report("b", BEFORE, 11)),
        (report("a", BESIDE, 11), report("b", BEFORE, 41)),
        (report("a", BESIDE, 11), report("b", BEFORE, 12, day="2032-01-09")),
        (report("a", BESIDE, 11), report("b", "Mira Oldal, {} minutes later, was found.", 12)),
        (report("a", BESIDE, 11), report("b", "Mira Oldal rowed out, 12 years after the flood.")),
    ],
    ids=["one age", "a namesake", "a year later", "no age", "years of something else"],
)
def test_other_reports_do_not_differ_on_it(first: Reading, second: Reading) -> None:
    assert not apart(first, second)


def test_a_report_that_gives_two_ages_is_held_against_nobody() -> None:
    unsure = reading("a", "Mira Oldal, 11, rowed out.", "The ferry met Mira Oldal, 12, at noon.")
    unsure = count(count(unsure, "11", 11, 11, unit="years"), "12", 12, 12, unit="years")
    other = report("b", BEFORE, 13)
    found = about_mira(unsure, other)
    again = Mention(selector=Selector.of(unsure.page, *_last(unsure, "Mira Oldal")), form="name")
    twice = replace(found.actors[0], mentions=(*found.actors[0].mentions, again))
    assert [f.status for f in find_findings(found).findings if f.differences] == ["differs"]
    assert not [f for f in find_findings(replace(found, actors=(twice,))).findings if f.differences]


def _last(found: Reading, words: str) -> tuple[int, int]:
    start = found.page.text.rindex(words)
    return start, start + len(words)


def test_one_origin_does_not_differ_from_itself() -> None:
    one, copy = report("a", BESIDE, 11), report("b", BESIDE, 12)
    found = replace(
        record(one, copy, origins={"a": "origin:one", "b": "origin:one"}), actors=about_mira(one, copy).actors
    )
    assert {f.status for f in find_findings(found).findings} == {"single_origin"}
