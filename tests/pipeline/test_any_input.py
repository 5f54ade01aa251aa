"""Whatever is given: no crash, selectors that quote their page, records that keep the schema, the same twice."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.made import anything, capture, check, pages, texts
from twosource.codec import dump
from twosource.errors import InputError
from twosource.pipeline import combine, read_capture, read_line, read_record

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(st.one_of(texts, anything))
def test_any_text_gives_a_record_that_holds_or_is_refused(text: str) -> None:
    with contextlib.suppress(InputError):
        check(read_record(capture(text), "rules"))


@few
@given(st.one_of(pages, anything))
def test_any_html_gives_a_record_that_holds_or_is_refused(page: str) -> None:
    with contextlib.suppress(InputError):
        check(read_record(capture(page, "text/html"), "rules"))


@few
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record_that_holds_or_are_refused(raw: bytes) -> None:
    with contextlib.suppress(InputError):
        check(read_record(capture(raw.decode("latin-1"), None), "rules"))


@few
@given(st.lists(texts, min_size=1, max_size=4))
def test_the_order_of_articles_changes_nothing(found: list[str]) -> None:
    readings = []
    for n, text in enumerate(found):
        with contextlib.suppress(InputError):
            readings.append(read_capture(capture(text, input_id=str(n)), "rules"))
    for one_story in (True, False):
        first = combine(readings, one_story=one_story)
        check(first)
        assert dump(combine([*reversed(readings), *readings], one_story=one_story)) == dump(first)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Of The",
        "Police said 0-",
        "(" * 2000 + " he said.",
        'He said "' * 200,
        "said that " * 300,
        "The U.S. " * 300,
        "killed 12 people and " * 200,
        "“He said so.\n\n" * 200,
        "By John Smith\n" * 200 + "\nIt rained in the town on Tuesday.",
        "PARIS (AP) — It burned.\n" * 200,
        "\u2028".join(["It rained in the town."] * 100),
        "🚒\u200d" * 500 + " burned on Tuesday, police said.",
        "".join(f"{n} people were hurt in Lima on {n % 28 + 1} March 2019. " for n in range(200)),
    ],
)
def test_odd_texts_give_the_same_record_twice(text: str) -> None:
    with contextlib.suppress(InputError):
        check(read_record(capture(text), "rules"))
        assert read_line(capture(text), "rules") == read_line(capture(text), "rules")
