"""The measure of timelines by their days: how many are taken, from which range, and what a ranking starts with."""

from __future__ import annotations

import pytest

from evaluation.timelines import by_mentions, by_origins, by_publication, date_f1, record_of

RANKED = ["2031-05-01", "2031-05-09", "2031-05-03", "2031-05-04"]


def test_as_many_days_are_taken_as_the_timeline_has() -> None:
    assert date_f1(RANKED, {"2031-05-01", "2031-05-03"}, in_range=False) == 0.5
    assert date_f1(RANKED, {"2031-05-03"}, in_range=False) == 0.0


def test_in_the_range_of_the_timeline_other_days_are_passed_over() -> None:
    assert date_f1(RANKED, {"2031-05-01", "2031-05-03"}, in_range=True) == 1.0


def test_days_that_are_missing_cost_recall() -> None:
    assert date_f1(["2031-05-01"], {"2031-05-01", "2031-05-02", "2031-05-03"}, in_range=False) == pytest.approx(0.5)


def test_the_three_rankings_of_one_record() -> None:
    once = "The bridge at Tarvik closed on 7 May 2031, the town council said in a statement to the press."
    often = "They met on 9 May 2031, argued on 9 May 2031 and shook hands on 9 May 2031, the two mayors said later on."
    again = "Lorries have queued at the ferry since 7 May 2031, when the bridge at Tarvik was closed to all traffic."
    rows = [{"id": str(n), "title": "", "text": t, "date": "2031-05-12"} for n, t in enumerate([once, often, again])]
    record = record_of(rows, "rules")
    assert by_origins(record)[0] == "2031-05-07"
    assert by_mentions(record)[0] == "2031-05-09"
    assert by_publication(record) == ["2031-05-12"]
