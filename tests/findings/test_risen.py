"""Counts told as a number that rose, which name nothing counted beside the number."""

from __future__ import annotations

import pytest

from twosource.findings.gather import gather
from twosource.findings.no_counts import is_part
from twosource.vocab.risen import is_newest, is_risen_to

from .test_joint import FILLER
from .wire import count, reading, record


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The number of people killed in the landslide rose to five on Friday.", "killed"),
        ("The number of confirmed dead has climbed further to five in Skarholm.", "killed"),
        ("The number of passengers injured in the crash reached five on Friday.", "injured"),
        ("The number of people killed rose from two to five on Friday.", "killed"),
        ("The number of people known to have been killed in Skarholm climbed to five.", "killed"),
        ("The official death toll from the storm in one of the largest towns rose to five.", "killed"),
        ("Two died in hospital, raising the number of dead from three to five.", "killed"),
        ("A third body was found, bringing the death toll to five.", "killed"),
        ("Deaths in the three valleys have risen to five.", "killed"),
        ("The number of fatal victims of Monday's blast in the quarry has increased to five.", "killed"),
        ("One of the hurt died on Friday, bringing to five the number of people killed in the blast.", "killed"),
        ("His death raises to five the overall toll of the storm.", "killed"),
        ("Two more were treated on Friday, taking to five the number of those injured.", "injured"),
        ("He died, taking to two the number of dead sailors and to five the overall toll.", "killed"),
        ("Buses are taking to five the schools that stayed open.", None),
        ("The deal brings to five the number of lakes that the firm fishes.", None),
        ("The toll on the bridge rose to five kroner.", None),
        ("The number of schools closed by the storm rose to five on Friday.", None),
        ("The number of people killed by the storm is not known in five towns.", None),
        ("The price of bread rose to five kroner on Friday.", None),
    ],
)
def test_the_number_of_the_killed_that_rose_is_a_toll(line: str, role: str | None) -> None:
    told = count(reading("a", line, FILLER[0]), "five", 5, 5, None, "")
    assertion = gather(record(told, reading("b", FILLER[1])))[0]
    assert assertion.quantities[0].role == role


def test_what_a_toll_rose_to_is_all_of_it_and_what_was_added_is_a_part() -> None:
    line = "The number of people killed rose to five after rescuers found three bodies in a cellar."
    told = count(count(reading("a", line, FILLER[0]), "five", 5, 5, None, ""), "three", 3, 3, "killed", "bodies")
    five, three = sorted(gather(record(told, reading("b", FILLER[1])))[0].quantities, key=lambda q: q.selector.start)
    assertion = gather(record(told, reading("b", FILLER[1])))[0]
    assert not is_part(assertion, five) and is_part(assertion, three)


def test_a_number_without_words_before_it_rose_from_nothing() -> None:
    assert not is_risen_to("") and not is_risen_to("   ")


@pytest.mark.parametrize(
    ("sentence", "newest"),
    [
        ("Nine sailors were lost in the fire, the navy now says.", True),
        ("Nine sailors are now known to have died.", True),
        ("The ministry said that nine sailors had died.", False),
        ("Nine sailors who said they now live ashore were hurt.", False),
    ],
)
def test_a_number_may_be_told_as_newer_than_others(sentence: str, newest: bool) -> None:
    assert is_newest(sentence) is newest
