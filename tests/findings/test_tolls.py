"""A later number of what grows is the same toll, whatever words they share; and what is no toll of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings import find_findings
from twosource.findings.gather import gather
from twosource.findings.no_counts import is_part
from twosource.findings.tolls import toll_groups, toll_in
from twosource.model import Reading

from .wire import count, reading, record

FIRST, NEXT = "2031-05-05", "2031-05-06"


def told(name: str, line: str, *numbers: tuple[str, float, str], day: str = FIRST, of: str = "") -> Reading:
    found = reading(name, line, day=day)
    for words, value, role in numbers:
        found = count(found, words, value, value, role, of=of)
    return found


def joined(*readings: Reading) -> list[str]:
    both = record(*readings)
    return [role for role, members in toll_groups(gather(both), both) if len(members) > 1]


FLOOD = told("a", "The flood killed 11 people in Vik", ("11", 11, "killed"))


@pytest.mark.parametrize(
    ("line", "number", "day", "found"),
    [
        ("Rescuers had found 17 bodies by noon", 17.0, NEXT, True),  # more, a day on: no word in common is needed
        ("Rescuers had found 17 bodies by noon", 17.0, FIRST, False),  # of one day nothing tells which is later
        ("Rescuers had found nine bodies by noon", 9.0, NEXT, False),  # fewer
        ("Rescuers had found 170 bodies by noon", 170.0, NEXT, False),  # of another size
        ("Rescuers had found two more bodies by noon", 2.0, NEXT, False),  # what came to it
    ],
)
def test_a_later_higher_number_is_the_same_toll(line: str, number: float, day: str, found: bool) -> None:
    words = next(w for w in ("170", "17", "nine", "two") if w in line)
    assert joined(FLOOD, told("b", line, (words, number, "killed"), day=day)) == (["killed"] if found else [])


def at_hour(told: Reading, hour: int) -> Reading:
    published = told.article.published
    assert published is not None
    out = replace(published, at=f"{FIRST}T{hour:02}:00+00:00")
    return replace(told, article=replace(told.article, published=out))


@pytest.mark.parametrize(("hour", "found"), [(14, ["killed"]), (10, [])])
def test_of_one_day_the_hour_tells_which_is_later(hour: int, found: list[str]) -> None:
    later = told("b", "Rescuers had found 17 bodies by then", ("17", 17, "killed"))
    assert joined(at_hour(FLOOD, 10), at_hour(later, hour)) == found


def test_the_hurt_are_counted_by_their_treatment_too() -> None:
    first = told("a", "The flood wounded nine people in Vik", ("nine", 9, "injured"))
    later = told("b", "Fourteen are being treated", ("Fourteen", 14, "injured"), day=NEXT)
    assert joined(first, later) == ["injured"]


@pytest.mark.parametrize(("of", "found"), [("people", []), ("others", ["injured"])])
def test_as_many_as_the_hurt_and_the_dead_may_be_both_unless_they_are_others(of: str, found: list[str]) -> None:
    line = "The flood killed 4 people in Vik and wounded nine"
    first = count(told("a", line, ("4", 4, "killed")), "nine", 9, 9, "injured")
    later = told("b", f"Thirteen {of} hurt in Vik are being treated", ("Thirteen", 13, "injured"), day=NEXT, of=of)
    assert joined(first, later) == found


def test_those_called_hurt_are_no_dead_and_those_who_needed_treatment_are_not_lacking() -> None:
    line = "The flood killed 1 man in Vik and wounded six"
    first = count(told("a", line, ("1", 1, "killed")), "six", 6, 6, "injured")
    assert joined(first, told("b", "Seven were injured by noon", ("Seven", 7, "injured"), day=NEXT)) == ["injured"]
    assert joined(first, told("b", "Nine had needed treatment", ("Nine", 9, "injured"), day=NEXT)) == ["injured"]


def test_nobody_is_all_of_the_dead_for_being_reached() -> None:
    line = "The charity counts 58 deaths in Vik, 23 of people who never reached a doctor"
    other = count(told("b", line, ("58", 58, "killed")), "a doctor", 1, 1, "killed")
    (_, assertion) = gather(record(FLOOD, other))
    found = toll_in(assertion, "killed")
    assert found is not None and found.point == 58


def test_a_number_told_as_all_of_them_is_the_toll() -> None:
    lines = "Police arrested two boys in Vik", "The number of those arrested in the Vik flood has risen to 47"
    later = count(count(reading("b", *lines, day=NEXT), "two", 2, 2, "arrested"), "47", 47, 47, "arrested")
    both = record(told("a", "Police arrested 31 people in Vik", ("31", 31, "arrested")), later)
    assertions = gather(both)
    ((_, members),) = toll_groups(assertions, both)
    assert [toll_in(assertions[m], "arrested").point for m in members] == [31, 47]  # type: ignore[union-attr]


@pytest.mark.parametrize(("line", "found"), [("Nine cases are confirmed", ["sick"]), ("Nine cases are suspected", [])])
def test_confirmed_and_suspected_cases_are_counted_apart(line: str, found: list[str]) -> None:
    first = told("a", "Laboratories have confirmed five cases in Vik", ("five", 5, "sick"))
    assert joined(first, told("b", line, ("Nine", 9, "sick"), day=NEXT)) == found


def test_where_a_report_counts_the_dead_of_two_things_it_is_not() -> None:
    two = reading("b", "Nine were lost on the road", "Rescuers had found 17 bodies by noon", day=NEXT)
    two = count(count(two, "Nine", 9, 9, "killed"), "17", 17, 17, "killed")
    assert joined(FLOOD, two) == []


def test_the_missing_become_fewer() -> None:
    first = told("a", "Thirty others were sought in Vik", ("Thirty", 30, "missing"))
    assert joined(first, told("b", "Seventeen have not come back", ("Seventeen", 17, "missing"), day=NEXT)) == [
        "missing"
    ]
    assert joined(first, told("b", "Forty have not come back", ("Forty", 40, "missing"), day=NEXT)) == []


def test_people_of_one_country_are_not_all_the_dead() -> None:
    egyptians = told("b", "The storm left 26 Egyptians dead", ("26", 26, "killed"), day=NEXT, of="Egyptians")
    assert joined(FLOOD, egyptians) == []


@pytest.mark.parametrize(
    ("line", "numbers", "toll"),
    [
        ("With three deaths in hospital the toll rose to 34", (("three", 3, "killed"), ("34", 34, "killed")), 34),
        ("With the death of a waiter the blast has killed 7", (("a waiter", 1, "killed"), ("7", 7, "killed")), 7),
        ("Five people died and 34 were hurt", (("Five", 5, "killed"),), 5),
        ("Two critical and 19 others were hurt", (("19", 19, "injured"),), 19),
    ],
)
def test_all_there_are_is_the_toll(line: str, numbers: tuple[tuple[str, float, str], ...], toll: float) -> None:
    assertions = gather(record(told("a", line, *numbers)))
    found = [q for a in assertions for role in ("killed", "injured") if (q := toll_in(a, role))]
    assert [q.point for q in found] == ([toll] if "critical" not in line else [])


def test_a_fifth_victim_makes_five() -> None:
    fifth = told("b", "A fifth victim has died in hospital", ("fifth", 5, "killed"), day=NEXT)
    fifth = replace(fifth, quantities=tuple(replace(q, ordinal=True) for q in fifth.quantities))
    first = told("a", "The crane killed 4 people in Vik", ("4", 4, "killed"))
    assert joined(first, fifth) == ["killed"]


def test_more_than_a_dozen_and_14_further_down_are_one_number() -> None:
    first = told("a", "Police hold eleven people in Vik", ("eleven", 11, "arrested"))
    second = reading("b", "More than a dozen sit behind bars", "Fourteen were brought before a judge", day=NEXT)
    second = count(second, "More than a dozen", 12, None, "arrested")
    assert joined(first, count(second, "Fourteen", 14, 14, "arrested")) == ["arrested"]
    assert joined(first, count(second, "Fourteen", 4, 4, "arrested")) == []


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("52 pupils, 19 girls among them, were taken away", False),
        ("52 pupils, including 19 girls, were taken away", False),
        ("52 boys and 19 girls were taken away", True),
    ],
)
def test_the_whole_is_no_part_of_itself(line: str, part: bool) -> None:
    (assertion,) = gather(record(told("a", line, ("52", 52, "abducted"), ("19", 19, "abducted"))))
    assert is_part(assertion, next(q for q in assertion.quantities if q.point == 52)) is part


def test_a_number_below_a_line_that_ends_in_one_is_whole() -> None:
    page = reading("a", "They read it out: 51.", "", "17 are still gone")
    last = gather(record(count(page, "17", 17, 17, "missing")))[-1]
    assert [q.point for q in last.quantities] == [17]


HURT = told("a", "The blast killed 2 people in Vik and injured 9", ("2", 2, "killed"), ("9", 9, "injured"))


@pytest.mark.parametrize(
    ("line", "numbers", "found"),
    [
        ("Eleven people hurt in the Vik blast are in hospital", (("Eleven", 11, "injured"),), []),  # the 9 and 2 dead
        ("Twelve people hurt in the Vik blast are in hospital", (("Twelve", 12, "injured"),), ["injured"]),
        (
            "The Vik blast injured 11 people and killed 2",  # told apart from the dead
            (("11", 11, "injured"), ("2", 2, "killed")),
            ["killed", "injured"],
        ),
    ],
)
def test_the_hurt_that_hold_the_dead_are_no_toll_of_the_hurt(
    line: str, numbers: tuple[tuple[str, float, str], ...], found: list[str]
) -> None:
    assert joined(HURT, told("b", line, *numbers)) == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [(200, 240, False), (200, 200, True), (90, 90, False), (4000, 5200, True), (4000, 90000, False)],
)
def test_of_many_driven_from_home_a_story_has_one_number(first: float, second: float, found: bool) -> None:
    one = told("a", "Neighbours were moved to a hall", ("Neighbours", first, "displaced"))
    two = told("b", "Families went out of Vik", ("Families", second, "displaced"))
    assert joined(one, two) == (["displaced"] if found else [])


@pytest.mark.parametrize(
    ("line", "number", "found"),
    [
        ("The manifest lists 13 sailors", 13, ["differs"]),  # no word in common is needed
        ("The manifest lists 14 sailors", 14, ["corroborated"]),
        ("The manifest lists 60 passengers", 60, []),  # of another ship
    ],
)
def test_how_many_were_aboard_is_one_number(line: str, number: int, found: list[str]) -> None:
    one = told("a", "The trawler had 14 people on board", ("14", 14, "aboard"))
    two = told("b", line, (str(number), number, "aboard"))
    assert [f.status for f in find_findings(record(one, two)).findings if f.origins > 1] == found


def test_a_number_is_told_again_as_the_least_there_are() -> None:
    lines = ("Toll reaches 19 in Vik", "The flood killed at least 19 people in Vik")
    a = count(count(reading("c", *lines, day=NEXT), "19", 19, 19, "killed"), "at least 19", 19, None, "killed")
    both = record(a, FLOOD)
    ((_, members),) = toll_groups(gather(both), both)
    assert len(members) == 3


def test_of_two_numbers_that_rose_the_greater_is_the_toll() -> None:
    line = "A sailor died, taking to two the number of dead sailors and to five the overall toll"
    found = told("b", line, ("two", 2, "killed"), ("five", 5, "killed"))
    toll = toll_in(gather(record(found, FLOOD))[0], "killed")
    assert toll is not None and toll.point == 5
    first = told("a", "The fire killed four sailors", ("four", 4, "killed"))
    later = told("b", line, ("two", 2, "killed"), ("five", 5, "killed"), day=NEXT)
    (finding,) = (f for f in find_findings(record(first, later)).findings if f.origins > 1)
    assert (finding.status, [v.value for v in finding.differences[0].values]) == ("updated", ["4", "5"])
