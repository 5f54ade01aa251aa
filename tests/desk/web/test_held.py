"""What is held, what goes, and that a thing is made once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from twosource.desk.web.held import Held


def test_the_least_lately_used_goes_first() -> None:
    made: list[str] = []
    held: Held[str] = Held(3)

    def get(key: str, weight: int = 1) -> None:
        assert held.get(key, weight, lambda: made.append(key) or key) == key  # type: ignore[func-returns-value]

    for key in "abcabd":
        get(key)
    assert made == ["a", "b", "c", "d"]
    for key in "abdc":
        get(key)
    assert made == ["a", "b", "c", "d", "c"], "c went when d came, a when c came again"
    get("heavy", 9)
    get("heavy", 9)
    assert made.count("heavy") == 1, "what weighs more than all may weigh stays while it is the newest"


def test_what_fails_is_told_and_tried_again() -> None:
    held: Held[int] = Held(1)
    with pytest.raises(ZeroDivisionError):
        held.get("a", 1, lambda: 1 // 0)
    assert held.get("a", 1, lambda: 2) == 2


def test_many_who_ask_at_once_have_it_made_once() -> None:
    made: list[int] = []
    held: Held[int] = Held(5)

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return 7

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: held.get("a", 1, make), range(8))) == {7}
    assert made == [1]
