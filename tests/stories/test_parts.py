"""What of one report's counts is the whole: those harmed less the dead, sprees beside the one happening."""

from __future__ import annotations

import pytest

from twosource.stories.counts import counts_of

from .reports import reading, toll
from .test_describe import story


def test_those_shot_of_one_report_are_the_dead_of_another() -> None:
    one = reading("one", "Four shot in Brenn", "Four people were shot. His wife was killed.", day="2031-05-05")
    two = reading("two", "Four dead in Brenn", "All four died in Brenn.", day="2031-05-06")
    counts = (toll(one, "Four", 4, 4, "harmed"), toll(one, "His wife", 1, 1), toll(two, "Four", 4, 4))
    assert [(f.role, f.point) for f in story(one, two, quantities=counts).figures] == [("killed", 4)]
    fewer = (counts[0], counts[1], toll(two, "Four", 2, 2))
    assert [f.role for f in story(one, two, quantities=fewer).figures] == ["killed", "injured"]


def test_a_toll_since_some_day_adds_up_a_spree_and_comes_after_the_one_happening() -> None:
    one = reading(
        "one", "Chief speaks", "Violence left 10 people dead since Friday.", "One woman was killed on Monday."
    )
    counts = (toll(one, "10", 10, 10), toll(one, "One", 1, 1))
    found = counts_of(one.article, one.page.text, counts, (), (), None)
    assert [(c.low, c.aside) for c in found] == [(1, False), (10, True)]


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Twelve people were hurt in Brenn, two of whom died.", 10),
        ("Twelve people were hurt in Brenn, and two of them died.", 10),
        ("Twelve people were hurt in Brenn, two fatally.", 10),
        ("Twelve people were hurt in Brenn, including two who died.", 10),
        ("Of the Twelve people hurt in Brenn, two died.", 10),
        ("Twelve people were hurt in Brenn and two died.", 12),
        ("Twelve people were hurt in Brenn. They left, two of whom died.", 12),
    ],
)
def test_of_those_hurt_the_dead_are_taken_away_where_they_are_some_of_them(text: str, injured: int) -> None:
    one = reading("one", "Crash in Brenn", text, day="2031-05-05")
    counts = (toll(one, "Twelve", 12, 12, "injured"), toll(one, "two", 2, 2))
    assert {f.role: f.point for f in story(one, quantities=counts).figures} == {"killed": 2, "injured": injured}
