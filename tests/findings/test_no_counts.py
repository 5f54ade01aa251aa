"""Numbers that are no count of the happening: ages, parts, none at all, those that a report gives beside its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings.counts import persons_apart, tells_also
from twosource.findings.gather import gather
from twosource.findings.no_counts import is_age, is_background, is_no_count, is_part
from twosource.findings.stances import denies_a_statement, is_charge
from twosource.findings.tolls import toll_in
from twosource.model import Quantity, Reading, Selector

from .test_joint import FILLER, shared
from .wire import count, reading, record


def counted(line: str, words: str, value: float, of: str = "", role: str | None = "injured") -> tuple[object, Quantity]:
    """The assertion of a line, and its number."""
    told = count(reading("a", line, FILLER[0]), words, value, value, role, of)
    assertion = gather(record(told, reading("b", FILLER[1])))[0]
    return assertion, assertion.quantities[0]


@pytest.mark.parametrize(
    ("line", "words", "age"),
    [
        ("Ann Roe, 29, and her sister were injured at the quay", "29", True),
        ("Roe and Lind, both 22 — were injured at the quay", "22", True),
        ("At the quay 29 passengers were injured by glass", "29", False),
    ],
)
def test_ages_are_no_counts(line: str, words: str, age: bool) -> None:
    assertion, number = counted(line, words, float(words))
    assert is_age(assertion, number) is age  # type: ignore[arg-type]
    assert is_no_count(assertion, number, "") is age  # type: ignore[arg-type]


def test_two_numbers_joined_by_and_are_parts_of_one_count() -> None:
    told = reading("a", "Two other men and two women were hurt at the quay", FILLER[0])
    told = count(count(told, "Two other men", 2, 2, "injured", "men"), "two women", 2, 2, "injured", "women")
    assertion = gather(record(told, reading("b", FILLER[1])))[0]
    assert all(is_part(assertion, q) for q in assertion.quantities)


def test_a_report_that_gives_the_other_number_too_is_in_no_conflict_with_it() -> None:
    assertion, _ = counted("Seven men were hurt in Halden, including four at the quay.", "Seven", 7, "men")
    _, four = counted("Four men were hurt at the quay.", "Four", 4, "men")
    _, five = counted("Five men were hurt at the quay.", "Five", 5, "men")
    assert tells_also(assertion, four) and not tells_also(assertion, five)  # type: ignore[arg-type]
    crowd, _ = counted("Unions counted 180,000 in Halden and 400,000 in all.", "180,000", 180_000)
    _, all_of_them = counted("Unions say 400,000 marched.", "400,000", 400_000)
    assert tells_also(crowd, all_of_them)  # type: ignore[arg-type]


def test_persons_of_two_kinds_are_counted_apart() -> None:
    _, officers = counted("Two officers were hurt at the quay.", "Two", 2, "officers")
    _, people = counted("Six people were hurt at the quay.", "Six", 6, "people")
    assert persons_apart(officers, people) and not persons_apart(people, people)


@pytest.mark.parametrize(
    ("line", "role", "whole"),
    [
        ("The slide killed two people and 9 others remain missing", "missing", True),
        ("Another 9 people were hurt in Skarholm", "injured", True),
        ("Another 9 people were killed in Skarholm", "killed", False),
        ("In the worst slide in ten years 9 people were killed", "killed", True),
        ("In ten years 9 people were killed on the slope", "killed", False),
    ],
)
def test_which_counts_are_all_there_are(line: str, role: str, whole: bool) -> None:
    assertion, number = counted(line, "9", 9, "people", role)
    assert (toll_in(assertion, role) == number) is whole  # type: ignore[arg-type]
    assert is_no_count(assertion, number, f"role:{role}") is not whole  # type: ignore[arg-type]


def test_what_runs_on_since_a_day_is_no_background_where_a_report_begins_with_it() -> None:
    line = "The fever has killed 9 people in Skarholm since the spring thaw"
    for lines, kept in (((line, FILLER[0]), True), ((*FILLER, line), False)):
        told = count(reading("a", *lines), "9", 9, 9, "killed", "people")
        (assertion,) = (a for a in gather(record(told, reading("b", FILLER[1]))) if "fever" in a.at.exact)
        assert (toll_in(assertion, "killed") is not None) is kept


def test_those_driven_from_their_homes_are_counted_since_it_began_wherever_they_are_told_of() -> None:
    line = "The war has driven 900 people out of Skarholm since the spring thaw"
    told = count(reading("a", *FILLER, line), "900", 900, 900, "displaced", "people")
    (assertion,) = (a for a in gather(record(told, reading("b", FILLER[1]))) if "war" in a.at.exact)
    assert toll_in(assertion, "displaced") is not None


def test_many_thousands_driven_from_their_homes_are_those_of_the_story() -> None:
    lines = "Some 14000 people have left their houses in the lower valley", "Almost 23000 fled, most of them farmers"
    a = count(reading("a", lines[0], FILLER[0], day="2031-05-05"), "14000", 14000, 14000, "displaced", "people")
    b = count(reading("b", lines[1], FILLER[2], day="2031-05-06"), "23000", 23000, 23000, "displaced", "")
    assert [f.status for f in shared(a, b)] == ["updated"]


def about(told: Reading) -> Reading:
    """The report with its number told as about so many."""
    return replace(told, quantities=tuple(replace(q, approximate=True) for q in told.quantities))


@pytest.mark.parametrize(("day", "status"), [("2031-05-06", "updated"), ("2031-05-05", "differs")])
def test_so_many_have_one_number_whether_it_is_exact_or_not(day: str, status: str) -> None:
    lines = "Some 14000 people have left their houses in the lower valley", "Almost 23000 fled, most of them farmers"
    a = count(reading("a", lines[0], FILLER[0], day="2031-05-05"), "14000", 14000, 14000, "displaced", "people")
    b = count(reading("b", lines[1], FILLER[2], day=day), "23000", 23000, 23000, "displaced", "")
    assert [f.status for f in shared(about(a), about(b))] == [status]


def test_none_is_in_no_conflict() -> None:
    a = count(reading("a", "5 people died in the Skarholm blast.", FILLER[0]), "5", 5, 5, "killed", "people")
    b = count(reading("b", "0 people died in the Skarholm blast.", FILLER[1]), "0", 0, 0, "killed", "people")
    assert not [f for f in shared(a, b) if f.differences]


@pytest.mark.parametrize(
    ("clause", "statement", "charge"),
    [
        ("that he had burned the mill", True, False),
        ("having burned the mill", True, False),
        ("any talk of a fire at the mill", True, False),
        ("visas to sailors without a berth", False, False),
        ("a man was charged with burning the mill", False, True),
    ],
)
def test_what_a_denial_denies(clause: str, statement: bool, charge: bool) -> None:
    at = Selector(page="p", start=0, end=len(clause), exact=clause)
    assert (denies_a_statement(at), is_charge(at)) == (statement, charge)


def test_those_held_since_long_ago_are_counted_still_and_the_dead_of_long_ago_are_others() -> None:
    line = "Norland agreed to free 31 dockers arrested years ago in Halden."
    held, number = counted(line, "31", 31, "dockers", "arrested")
    assert not is_no_count(held, number, "role:arrested")  # type: ignore[arg-type]
    dead, number = counted("31 dockers were killed in Halden years ago.", "31", 31, "dockers", "killed")
    assert is_no_count(dead, number, "role:killed")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "background"),
    [
        ("A wall fell the previous night, killing five men", False),
        ("A wall fell earlier on Tuesday, killing five men", False),
        ("A wall that fell hours earlier killed five men", False),
        ("A wall fell the previous winter, killing five men", True),
        ("An earlier collapse killed five men", True),
    ],
)
def test_what_the_previous_night_brought_is_no_background(line: str, background: bool) -> None:
    assertion, _ = counted(line, "five", 5, role="killed")
    assert is_background(assertion) is background  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "part"),
    [("One nurse and one driver were killed in Vik", True), ("On Friday and Sunday one driver was killed", False)],
)
def test_the_second_of_two_persons_is_a_part(line: str, part: bool) -> None:
    assertion, number = counted(line, "one", 1, "driver", "killed")
    assert is_no_count(assertion, number, "role:killed") is part  # type: ignore[arg-type]
