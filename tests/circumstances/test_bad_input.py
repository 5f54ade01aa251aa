"""Numbers, dates and lengths that no reporter means: nothing breaks, nothing is made up, nothing grows out of hand."""

from __future__ import annotations

import math
import sys
from types import FrameType
from typing import Any

import pytest

from tests.circumstances.made import analysed
from twosource.model import Reading
from twosource.vocab.times import time_rules

NONSENSE = [
    "It is due on February 30.",
    "It is due on the 45th of May.",
    "In 99999 it ends.",
    "Infinite people, inf people and NaN people died.",
    "1e999 people were killed.",
    f"{'9' * 10_000} people were killed.",
    f"{'1,' * 5_000}1 people were killed.",
    f"0.{'0' * 10_000}1 people were killed.",
    "²³ people died, ½ of them in Ⅳ.",
    "٣٤ people were killed on ٢٠١٦-١٠-٢٥.",
    "１２ people were killed in ２０１６.",
    "On 2016-99-99, on 31/31/2016 and at 25:61 it rang.",
    "The 0th and the 999th century, the year 0, 0000 and 9999.",
    "999999 years ago, 99999999999999999999 days ago, in 10000000 weeks.",
    "The last 1000000000000 years.",
    "The million, a hundred, between and, more than, half a, one in.",
    "In 1994½ and 2015 1/2, on May 2½, at 3½ p.m., the 1990½s.",
    "-5 people, −5 people, 5%%%, $$$5, 1/0, 3 0/0 years.",
]

REPEATED = [
    "one ", "hundred ", "million ", "half a ", "between ", "and ", "a ", "the ", "last ", "first ", "May ",
    "May 3-", "1-", "1 to ", "2016-", "12:00 ", "3 p.m. ", "Monday ", "two days after ", "a week before ",
    "killed ", "killed 3, ", "people ", "including ", "a man and ", "aged 9 and ", "the toll ", "injured with ",
    "Paris, ", "New York ", "St. ", "Bosnia and ", "no one ", "1 000 ", "1.000.", "1,00,", "a third of ", "of a ",
    "'80s ", "until ", "said ", "x", "\n", " ", ".", '"', "½",
]  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE, ids=lambda text: text[:40])
def test_what_no_reporter_means_breaks_nothing(text: str) -> None:
    made = analysed(text, "rules")
    for q in made.quantities:
        assert all(math.isfinite(bound) for bound in (q.min, q.max) if bound is not None)
    for found in (*made.times, *made.quantities):
        found.selector.check(made.page)


@pytest.mark.parametrize("text", ["Due on February 30.", "Due on the 45th of May.", "On 2016-99-99.", "On 31/31/2016."])
def test_a_day_that_no_calendar_has_stays_as_written(text: str) -> None:
    (time,) = analysed(text, "rules").times
    assert (time.timex.value, time.earliest, time.latest, time.basis) == ("", None, None, "")


@pytest.mark.parametrize("text", [f"{'9' * 10_000} people were killed.", "Infinite people died.", "1e999 were killed."])
def test_a_number_that_counts_nobody_is_no_toll(text: str) -> None:
    assert [q.role for q in analysed(text, "rules").quantities if q.role] == []


@pytest.mark.parametrize("piece", REPEATED, ids=repr)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    analysed(piece, "rules")  # loads the tables
    short, long = (_steps(piece * count) for count in (400, 1600))
    assert long <= 5 * short + 1000


def _steps(text: str) -> int:
    """How many calls reading `text` takes, of functions in Python and in C: the work, however fast the machine is."""
    count = 0

    def counting(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        analysed(text, "rules")
    finally:
        sys.setprofile(None)
    return count


def test_rules_of_times_repeat_nothing_so_that_each_is_tried_in_a_bounded_number_of_steps() -> None:
    assert not [rule.name for rule in time_rules() if set("*+{") & set(rule.pattern)]


def test_an_empty_article_has_no_circumstances() -> None:
    made: Reading = analysed("", "rules")
    assert (made.times, made.places, made.quantities) == ((), (), ())
