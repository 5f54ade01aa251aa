import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.articles.dates import dates_in, read_date


@pytest.mark.parametrize(
    ("text", "value", "at"),
    [
        ("Published 3 March 2024 10:15 GMT", "2024-03-03", "2024-03-03T10:15+00:00"),
        ("March 5th, 2024", "2024-03-05", None),
        ("Sept. 9, 2019 at 5.30pm", "2019-09-09", "2019-09-09T17:30"),
        ("2024-03-05T10:15:00+0100", "2024-03-05", "2024-03-05T10:15+01:00"),
        ("23.05.2024 07:30", "2024-05-23", "2024-05-23T07:30"),
        ("13/02/2020", "2020-02-13", None),
        ("02/13/2020", "2020-02-13", None),
        ("05/09/2024 - 19:14", "2024-09-05", "2024-09-05T19:14"),
        ("05/09/2024 7:14 pm", "2024-05-09", "2024-05-09T19:14"),
        ("Sunday, February 16, 2014 1:50 PM EST", "2014-02-16", "2014-02-16T13:50-05:00"),
        ("2019年11月20日", "2019-11-20", None),
    ],
)
def test_dates_are_read(text: str, value: str, at: str | None) -> None:
    found = next(dates_in(text))
    assert (found.value, found.at) == (value, at)


def test_an_order_that_nothing_tells_is_not_guessed() -> None:
    found = next(dates_in("05/09/2024"))
    assert (found.value, found.precision) == ("2024", "year")
    assert next(dates_in("05/09/2024", "mdy")).value == "2024-05-09"


@pytest.mark.parametrize("text", ["31 February 2024", "2024-13-01", "12 monkeys", "1.2.3", "99/99/2024"])
def test_no_day_is_invented(text: str) -> None:
    assert all(found.precision == "year" for found in dates_in(text))


@pytest.mark.parametrize(("words", "value"), [("2024", "2024"), ("2024-03", "2024-03"), ("20240305", "2024-03-05")])
def test_given_dates_may_be_coarse(words: str, value: str) -> None:
    found = read_date(words)
    assert found is not None and found.value == value


@given(st.text())
def test_spans_hold_in_any_text(text: str) -> None:
    for found in dates_in(text):
        assert text[found.start : found.end].strip() == text[found.start : found.end]
