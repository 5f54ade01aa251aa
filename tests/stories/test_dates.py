from __future__ import annotations

from twosource.stories import dates_from_story

from .reports import reading


def test_an_undated_report_takes_the_day_of_most_others() -> None:
    found = dates_from_story(
        [
            reading("a", "A", day="2031-05-06"),
            reading("b", "B", day="2031-05-05"),
            reading("c", "C", day="2031-05-06"),
            reading("d", "D"),
        ]
    )
    assert {k: (v.value, v.basis) for k, v in found.items()} == {"d": ("2031-05-06", "story")}


def test_reports_far_apart_lend_no_date() -> None:
    assert (
        dates_from_story([reading("a", "A", day="2031-05-06"), reading("b", "B", day="2031-06-05"), reading("c", "C")])
        == {}
    )


def test_without_a_dated_report_there_is_none() -> None:
    assert dates_from_story([reading("a", "A"), reading("b", "B")]) == {}
