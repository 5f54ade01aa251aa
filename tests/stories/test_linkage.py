"""Average linkage against one written the plain way."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from twosource.stories.linkage import link

NUMBERS = {(0, 1): 0.9, (0, 2): 0.2, (1, 2): 0.6, (0, 3): 0.0, (1, 3): 0.0, (2, 3): 0.5}


def alike(one: int, other: int) -> float:
    return NUMBERS[min(one, other), max(one, other)]


def test_groups_are_as_alike_as_their_members_on_average() -> None:
    assert link([[0], [1], [2], [3]], alike, 0.55) == [[0, 1], [2], [3]]
    assert link([[0], [1], [2], [3]], alike, 0.4) == [[0, 1], [2, 3]]
    assert link([[0, 1], [2], [3]], alike, 0.3) == [[0], [1, 2]]
    assert link([[0, 1], [2]], alike, 0.4) == [[0, 1]]
    assert link([[0]], alike, 0.0) == [[0]]


def plain(count: int, likeness: dict[tuple[int, int], float], least: float) -> list[list[int]]:
    parts = [[i] for i in range(count)]

    def mean(one: list[int], other: list[int]) -> float:
        return sum(likeness[max(a, b), min(a, b)] for a in one for b in other) / (len(one) * len(other))

    while len(parts) > 1:
        pairs = [(mean(parts[i], parts[j]), -i, -j) for j in range(len(parts)) for i in range(j)]
        best, i, j = max(pairs)
        if best < least:
            break
        parts[-i] += parts.pop(-j)
    return parts


@given(st.integers(1, 7), st.randoms(use_true_random=False), st.floats(0, 1))
def test_it_joins_as_the_plain_way_does(count: int, chance: Random, least: float) -> None:
    likeness = {(a, b): chance.random() for a in range(count) for b in range(a)}
    found = link([[i] for i in range(count)], lambda a, b: likeness[a, b], least)
    assert sorted(map(sorted, found)) == sorted(map(sorted, plain(count, likeness, least)))
