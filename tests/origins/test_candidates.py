from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.origins.candidates import FIRST, SHARED, candidates
from twosource.origins.characters import Values


def sketched(*windows: list[int]) -> list[Values]:
    """Sketches of these windows, spread over all bits as hashes are."""
    return [np.array([w * 0x9E3779B97F4A7C15 % 2**64 for w in one], np.uint64) for one in windows]


def every_pair(sketches: list[Values]) -> dict[int, list[int]]:
    """What comparing all with all gives."""
    sets = [set(s.tolist()) for s in sketches]
    found: dict[int, list[int]] = {}
    for j, later in enumerate(sets):
        some = sorted((-len(later & sets[i]), i) for i in range(j) if len(later & sets[i]) >= SHARED)
        if some:
            found[j] = [i for _, i in some]
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(1, 40), max_size=12), max_size=FIRST))
def test_few_reports_are_paired_as_comparing_all_with_all_would(windows: list[list[int]]) -> None:
    sketches = sketched(*windows)
    assert candidates(sketches, furniture_too=True).earlier == every_pair(sketches)


def test_five_hundred_reports_with_copies_are_paired_as_comparing_all_with_all_would() -> None:
    chance = random.Random(1)
    windows = [[chance.randrange(1 << 40) for _ in range(60)] for _ in range(500)]
    for later in range(100, 500, 7):
        copied = windows[chance.randrange(later)]
        windows[later][: chance.choice((1, 2, 10, 60))] = copied[: chance.choice((1, 2, 10, 60))]
    sketches = sketched(*windows)
    found = candidates(sketches)
    assert found.earlier == every_pair([s[~found.furniture.holds(s)] for s in sketches])
    assert candidates(sketches, furniture_too=True).earlier == every_pair(sketches)


def test_of_many_copies_each_meets_the_first_ones() -> None:
    found = candidates(sketched(*[list(range(1, 50))] * 1000)).earlier
    assert all(len(earlier) == min(j, FIRST) for j, earlier in found.items())
    assert found[999] == list(range(FIRST))


@pytest.mark.parametrize(("furniture_too", "pairs"), [(False, 0), (True, 6 * 5 // 2)])
def test_what_strangers_share_is_furniture(furniture_too: bool, pairs: int) -> None:
    footer = list(range(1, 8))
    sketches = sketched(*([*footer, *range(1000 * n, 1000 * n + 60)] for n in range(1, 7)))
    found = candidates(sketches, furniture_too=furniture_too)
    assert sum(map(len, found.earlier.values())) == pairs
    assert all(found.furniture.holds(s).sum() == len(footer) for s in sketches)


def test_what_copies_share_is_no_furniture() -> None:
    sketches = sketched(*([*range(1, 60), *range(1000 * n, 1000 * n + 20)] for n in range(1, 7)))
    assert not candidates(sketches).furniture.windows.size
