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
        ("``Never again,''' he said ''.", ["``Never again,''"]),
        ("He said: „So nicht“ and left.", ["„So nicht“ and left."]),
        ('"Line one\nis not line two," he said.', ['"Line one', 'is not line two,"']),
        ("", []),
    ],
)
def test_what_stands_in_quotation_marks(line: str, quoted: list[str]) -> None:
    assert [line[s:e] for s, e in quoted_spans(line)] == quoted


@given(st.text(alphabet="\"'“”‘’«»` a.\n"))
def test_spans_are_in_order_apart_and_inside(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
