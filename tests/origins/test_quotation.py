from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.origins.quotation import quoted_spans


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ('"Go home," she said, "and stay there."', ['"Go home,"', '"and stay there."']),
        ("He called it “a bad day” for the town.", ["“a bad day”"]),
        ('"It will take weeks, he said.', ['"It will take weeks, he said.']),
        ('and that is why we left," she said.', ['and that is why we left,"']),
        ("The mayor's office said the firm's plan was sound.", []),
        ("'We are closing,' the owner said.", ["'We are closing,'"]),
        ("`` Never again , '' he said .", ["`` Never again , ''"]),
    ],
)
def test_what_stands_in_quotation_marks(line: str, quoted: list[str]) -> None:
    assert [line[s:e] for s, e in quoted_spans(line, 0, len(line))] == quoted


@given(st.text(alphabet="\"'“”‘’«»` a.\n"))
def test_spans_are_in_order_and_apart(text: str) -> None:
    spans = quoted_spans(text, 0, len(text))
    assert all(s < e for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
