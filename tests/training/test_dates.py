from __future__ import annotations

import pytest

from training.language.sets.dates import dates
from training.language.sets.wordlists import date_examples, date_patterns


def found(text: str, told: bool = False) -> list[tuple[str, bool]]:
    words = text.split(" ")
    spans = dates(words, range(len(words)) if told else ())
    return [(" ".join(words[span.start : span.end]), span.sure) for span in spans]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("on Tuesday , 25 October 2016 , he", "Tuesday , 25 October 2016"),
        ("on May 4 he", "May 4"),
        ("in early 2014 he", "early 2014"),
        ("the late 1980s were", "late 1980s"),
        ("in 1890 it", "1890"),
        ("last week they", "last week"),
        ("came yesterday .", "yesterday"),
        ("up to August 2011 ,", "August 2011"),
        ("by March they", "March"),
    ],
)
def test_calendar_expressions_are_sure(text: str, want: str) -> None:
    assert found(text) == [(want, True)]


@pytest.mark.parametrize("text", ["for two days", "12 months old", "he may come", "3 people", "at 10 pm", "this album"])
def test_spans_of_time_and_other_figures_are_none(text: str) -> None:
    assert found(text) == []


def test_a_lone_year_is_sure_only_where_the_set_says_it_is_a_time() -> None:
    assert found("the 2013 report") == [("2013", False)]
    assert found("2013", told=True) == [("2013", True)]
    assert found("the past two weeks", told=True) == [("past two weeks", False)]


def test_the_name_may_is_no_sure_date() -> None:
    assert found("May I come") == [("May", False)]


def test_each_row_of_the_table_finds_its_example() -> None:
    assert len(date_patterns()) == len(date_examples())
    for _, example in date_examples():
        assert found(example), example
