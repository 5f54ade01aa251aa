"""Which day a range names, and which day of a sentence is only reckoned from."""

from __future__ import annotations

import pytest

from twosource.briefs.asides import reckons_from
from twosource.briefs.days import day_of

from .records import at, page


@pytest.mark.parametrize(
    ("earliest", "latest", "date"),
    [
        ("2031-05-05", "2031-05-05", "2031-05-05"),
        ("2031-05-05", "2031-05-11", None),
        ("2031-05-10", "2031-05-11", None),
        ("2031-05-29", "2031-06-02", None),
        ("2031-05-01", "2031-05-06", "2031-05"),
        ("2031-05-11", "2031-05-21", "2031-05"),
        ("2031-01-01", "2031-12-31", "2031"),
    ],
)
def test_a_week_names_no_month(earliest: str, latest: str, date: str | None) -> None:
    day = day_of(earliest, latest)
    assert (day.date if day else None) == date


@pytest.mark.parametrize(
    ("text", "words", "aside"),
    [
        ("Missing since Saturday, he was found on Sunday.", "Saturday", True),
        ("Missing since Saturday, he was found on Sunday.", "Sunday", False),
        ("Saturday's collision was the second.", "Saturday", True),
        ("They protested against a ruling a day earlier.", "a day earlier", True),
        ("The bridge closed on Monday.", "Monday", False),
        ("Two days after Friday the bridge closed.", "Friday", True),
    ],
)
def test_a_day_that_a_sentence_only_reckons_from(text: str, words: str, aside: bool) -> None:
    made = page("a", text)
    assert reckons_from([made])(at(made, words)) is aside
