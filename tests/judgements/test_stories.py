"""Which story an article is of when people have joined and parted stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from twosource.judgements.stories import membership
from twosource.model import Judgement, JudgementKind, Ruling

ARTICLES = [f"article:{n}" for n in range(6)]


def made(kind: JudgementKind, mine: Sequence[str], others: Sequence[str], n: int = 1) -> Judgement:
    ruling = Ruling(articles=tuple(others))
    at = f"2031-06-12T08:00:{n:02}.000000Z"
    return Judgement.of(kind, at=at, who="Ann", why="x", articles=tuple(mine), ruling=ruling)


def groups(judgements: Sequence[Judgement], placed: Mapping[str, str]) -> set[frozenset[str]]:
    now = membership(judgements, placed)
    found: dict[str, set[str]] = {}
    for article, story in placed.items():
        found.setdefault(now.whole_of(now.label(article, story)), set()).add(article[-1])
    return {frozenset(of) for of in found.values()}


def sets(*words: str) -> set[frozenset[str]]:
    return set(map(frozenset, words))


A, B, C, D, E, F = ARTICLES
PLACED = {A: "s1", B: "s1", C: "s2", D: "s2", E: "s3"}


def test_stories_are_joined_and_what_comes_later_with_them() -> None:
    merge = made("merge_stories", [A, B], [C])
    assert groups([merge], PLACED) == sets("0123", "4")
    assert groups([merge], PLACED | {F: "s2"}) == sets("01235", "4")


def test_reports_leave_and_what_comes_later_stays() -> None:
    split = made("split_story", [A], [B])
    assert groups([split], PLACED) == sets("0", "1", "23", "4")
    assert groups([split], PLACED | {F: "s1"}) == sets("0", "15", "23", "4")


def test_what_the_machine_puts_with_those_that_left_is_of_them() -> None:
    """It has parted them itself by then, as the person did."""
    split = made("split_story", [A], [B])
    assert groups([split], PLACED | {B: "s4", F: "s1"}) == sets("05", "1", "23", "4")


def test_a_split_out_of_joined_stories() -> None:
    history = [made("merge_stories", [A], [C]), made("split_story", [C, D], [A, B], n=2)]
    assert groups(history, PLACED) == sets("01", "23", "4")
    assert groups(history, PLACED | {F: "s2"}) == sets("01", "235", "4")
    root_leaves = [made("merge_stories", [A], [C]), made("split_story", [A, B], [C, D], n=2)]
    assert groups(root_leaves, PLACED | {F: "s1"}) == sets("015", "23", "4")


def test_what_was_parted_can_be_joined_again() -> None:
    history = [made("split_story", [A], [B]), made("merge_stories", [A], [B], n=2)]
    assert groups(history, PLACED) == sets("01", "23", "4")


def test_the_machine_joins_stories_that_were_parted() -> None:
    split = made("split_story", [C, D], [A, B])
    assert groups([split], dict.fromkeys(ARTICLES, "s9")) == sets("23", "0145")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["merge_stories", "split_story"]),
            st.sets(st.sampled_from(ARTICLES), min_size=1),
            st.sets(st.sampled_from(ARTICLES), min_size=1),
        ),
        max_size=6,
    ),
    st.lists(st.sampled_from(["s1", "s2", "s3"]), min_size=6, max_size=6),
)
def test_the_last_word_holds(steps: list[tuple[JudgementKind, set[str], set[str]]], stories: list[str]) -> None:
    placed = dict(zip(ARTICLES, stories, strict=True))
    history = [made(kind, sorted(mine), sorted(others - mine), n) for n, (kind, mine, others) in enumerate(steps)]
    found = groups(history, placed)
    assert sorted(a for group in found for a in group) == ["0", "1", "2", "3", "4", "5"]
    if history:
        last, of = history[-1], {a: group for group in found for a in group}
        mine = {of[a[-1]] for a in last.articles}
        assert len(mine) == 1
        for other in last.ruling.articles:
            assert (of[other[-1]] in mine) == (last.kind == "merge_stories")
