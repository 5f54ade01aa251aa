"""A line of the timeline is understood by itself, and stands on a day that the report's own words give."""

from __future__ import annotations

import pytest

from tests.briefs.records import article, at, claim, finding, page, record
from twosource.briefs import find_timeline
from twosource.briefs.lines import Lines
from twosource.briefs.reports import Reports
from twosource.model import Quote, Time, Timex


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bridge at Tarvik closed on Monday.", True),
        ("They were released two months later.", False),
        ("But it opened again in May.", False),
        ("Inside she was handed a letter on Monday.", False),
        ("One of them, a boy, got away on Monday.", False),
        ("Tomorrow the road will be closed.”", False),
        ("(Published Monday, 5 May)", False),
        ("“The road is closed until May,” Agnes Roe said.", True),
    ],
)
def test_a_line_tells_of_whom_it_is(text: str, wanted: bool) -> None:
    one = page("a", text)
    lines = Lines(Reports(record([(one, article(one, "Post"))], [claim(one, text)], [])))
    assert lines.stands(at(one, text)) is wanted


def test_a_clause_from_the_middle_is_told_with_its_sentence() -> None:
    text = "The road to Tarvik stayed shut, a day after the slide had buried it."
    one = page("a", text)
    lines = Lines(Reports(record([(one, article(one, "Post"))], [claim(one, text)], [])))
    assert lines.line(at(one, "a day after the slide had buried it")).exact == text
    assert lines.line(at(one, "The road to Tarvik stayed shut")).exact == "The road to Tarvik stayed shut"


def days(text: str, *named: tuple[str, str, str], quoted: str = "", kind: str = "DATE") -> list[str]:
    """The dates of the timeline of one sentence in which these words name these days."""
    one = page("a", text)
    told = claim(one, text)
    times = tuple(
        Time(id=words, article=f"article:{one.location}", selector=at(one, words), earliest=first, latest=last,
             timex=Timex(type=kind, value=first), basis="text")  # type: ignore[arg-type]
        for words, first, last in named
    )  # fmt: skip
    spoken = at(one, quoted or text)
    quotes = (Quote(id="q", article=f"article:{one.location}", kind="direct", content=(spoken,)),)
    made = record([(one, article(one, "Post"))], [told], [finding(told, status="single_origin")], times=times,
                  quotes=quotes if quoted else ())  # fmt: skip
    return [entry.date for entry in find_timeline(made).timeline]


def test_a_day_that_only_a_speaker_names_is_none_of_the_timeline() -> None:
    text = "“We can talk until Friday,” Agnes Roe said on Monday."
    friday, monday = ("Friday", "2031-05-09", "2031-05-09"), ("Monday", "2031-05-05", "2031-05-05")
    assert days(text, friday, monday, quoted="We can talk until Friday") == ["2031-05-05"]


def test_a_month_gives_way_to_a_day_in_its_line() -> None:
    text = "Agnes Roe, who took office in January, opened the bridge on Monday."
    january, monday = ("January", "2031-01-01", "2031-01-31"), ("Monday", "2031-05-05", "2031-05-05")
    assert days(text, january, monday) == ["2031-05-05"]


def test_a_day_has_one_line_for_what_two_reports_tell_in_nearly_the_same_words() -> None:
    texts = (
        "The bridge at Tarvik was closed on Monday after a slide.",
        "A slide closed the bridge at Tarvik on Monday.",
    )
    pages = [page(str(n), text) for n, text in enumerate(texts)]
    times = tuple(
        Time(id=p.id, article=f"article:{p.location}", selector=at(p, "Monday"), earliest="2031-05-05",
             latest="2031-05-05", timex=Timex(type="DATE", value="2031-05-05"), basis="text")
        for p in pages
    )  # fmt: skip
    claims = [claim(p, p.text) for p in pages]
    found = [finding(c, status="single_origin") for c in claims]
    made = record([(p, article(p, "Post")) for p in pages], claims, found, times=times)
    assert [e.text.exact for e in find_timeline(made).timeline] == [texts[0]]
