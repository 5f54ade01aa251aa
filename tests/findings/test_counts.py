from __future__ import annotations

from dataclasses import replace

import pytest

from twosource.findings.counts import bounds, compatible, implied
from twosource.findings.differ import value_text
from twosource.model import Quantity, Selector
from twosource.vocab.counted import same_thing


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


@pytest.mark.parametrize(
    ("loose", "exact", "follows"),
    [
        (number(8, None), number(11, 11), True),
        (number(11, 11), number(8, None), False),
        (number(200, 200, about=True), number(220, 220), True),
        (number(1500, 2500), number(2000, 2000), True),
        (number(2000, 2000, about=True), number(1500, 2500), False),
    ],
)
def test_who_gives_the_exact_number_says_the_looser_one_too(loose: Quantity, exact: Quantity, follows: bool) -> None:
    assert implied(loose, exact) is follows


@pytest.mark.parametrize(
    ("role", "other", "same"), [("arrested", None, True), ("killed", None, False), ("killed", "killed", True)]
)
def test_persons_may_be_named_by_what_became_of_them(role: str, other: str | None, same: bool) -> None:
    people = Selector(page="p", start=3, end=9, exact="people")
    one, two = (replace(number(20, 20), role=r, of=people) for r in (role, other))
    assert same_thing(one, two) is same
