"""A brief says no more than its origins do: the looser number, whom each cites, and who counts otherwise."""

from __future__ import annotations

import pytest

from twosource.model import Given, Record
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture


def record(*reports: str, days: tuple[str, str] = ("2031-05-07", "2031-05-07")) -> Record:
    captures = [
        Capture(
            location=f"{name}.txt",
            raw=text.encode(),
            media_type="text/plain",
            given=Given(input_id=name, date=day, outlet=name),
        )
        for name, text, day in zip(("Halden Courier", "Valley Post"), reports, days, strict=True)
    ]
    return combine([read_capture(c, "shipped") for c in captures], one_story=True, analyzer="shipped")


def statement(words: str, *reports: str) -> str:
    """The one statement of the brief with these words."""
    found = [s.text for s in record(*reports).brief if words in s.text]
    assert len(found) == 1, [s.text for s in record(*reports).brief]
    return found[0]


COURIER = (
    "Lorries queue at the border\n\nSeventeen lorries with flowers were waiting at the Tarvik crossing at noon as "
)
LEADS = (
    "Customs officers stay away\n\nCustoms officers at the Tarvik crossing stayed away from work for a second day. {}"
    " The customs union has asked for a larger staff at night."
)


def test_the_looser_number_is_told_and_the_other_one_beside_it() -> None:
    told = statement(
        "lorries",
        f"{COURIER}the walkout of customs officers went on and a second gate was shut.",
        LEADS.format("At least twelve lorries with flowers were waiting at the crossing."),
    )
    assert "that at least twelve lorries with flowers were waiting at the crossing (Halden Courier: seventeen)" in told


def test_a_clause_that_only_one_tells_is_left_out() -> None:
    told = statement(
        "lorries",
        f"{COURIER}the walkout of customs officers went on and a second gate was shut.",
        LEADS.format("Near the toll gate seventeen lorries with flowers were waiting at the crossing since dawn."),
    )
    assert "second gate" not in told


def test_whom_an_origin_cites_is_told_where_another_speaks_for_itself() -> None:
    told = statement(
        "marched",
        "March through Halden\n\nAbout 3,000 teachers marched through Halden to the ministry of education on Tuesday,"
        " according to the police.",
        "Teachers on the streets\n\nAbout 3,000 teachers marched through Halden to the ministry of education on Tuesday"
        " to ask for smaller classes.",
    )
    assert told.startswith("Two independent origins (Halden Courier, citing the police; Valley Post) report that")


@pytest.mark.parametrize("number", ["3,000", "Some 3,000"])
def test_one_number_needs_no_note(number: str) -> None:
    told = statement(
        "marched",
        f"March\n\n{number} teachers marched through Halden to the ministry of education on Tuesday.",
        f"Streets\n\n{number} teachers marched through Halden to the ministry of education on Tuesday, cheering.",
    )
    assert ":" not in told


SLIDES = (
    "Slide in Tarvik\n\nAt least 14 people were killed when a slope gave way above the town of Tarvik on Tuesday.",
    "Tarvik mourns\n\nThe slide above the town of Tarvik killed 37 people, rescuers said after a night of digging.",
)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2031-05-07", "2031-05-07"), "above the town of Tarvik on Tuesday (Valley Post: 37)"),
        (
            ("2031-05-06", "2031-05-08"),
            "The number killed rose from at least 14 (Halden Courier, 6 May 2031) to 37 (Valley Post, 8 May 2031)",
        ),
    ],
)
def test_no_origin_is_given_the_toll_of_another(days: tuple[str, str], words: str) -> None:
    told = " ".join(s.text for s in record(*SLIDES, days=days).brief)
    assert words in told
    assert "put the number killed at 37" not in told
