from __future__ import annotations

import pytest

from twosource.findings.counts import bounds, compatible
from twosource.findings.differ import value_text
from twosource.model import Quantity, Selector


def number(low: float | None, high: float | None, *, about: bool = False, words: str = "12") -> Quantity:
    at = Selector(page="p", start=0, end=len(words), exact=words)
    return Quantity(
        id="q", article="a", selector=at, min=low, max=high, point=low if low == high else None, approximate=about
    )


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (number(12, None), number(14, 14), True),
        (number(12, None), number(11, 11), False),
        (number(1500, 2500), number(2000, 2000, about=True), True),
        (number(200, 200, about=True), number(190, 190), True),
        (number(14, 14), number(9, 9), False),
        (number(1, 1, words="a man"), number(3, 3), True),
        (number(1, 1, words="one man"), number(3, 3), False),
        (number(None, 10), number(8, 8), True),
    ],
)
def test_what_can_be_true_together(one: Quantity, two: Quantity, agree: bool) -> None:
    assert compatible(one, two) is agree
    assert compatible(two, one) is agree


def test_bounds_of_a_hedge_lie_on_both_sides() -> None:
    low, high = bounds(number(200, 200, about=True))
    assert low < 200 < high


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (number(12, 12), "12"),
        (number(12, None), "at least 12"),
        (number(None, 12), "at most 12"),
        (number(3000, 4000, about=True), "about 3,000 to 4,000"),
    ],
)
def test_values_read_well(quantity: Quantity, text: str) -> None:
    assert value_text(quantity) == text
