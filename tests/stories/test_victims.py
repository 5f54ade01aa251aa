from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Actor, Mention, Reading
from twosource.stories.victims import fallen, people

from .reports import at, reading


def actor(report: Reading, *words: str, named: bool = True) -> Actor:
    """A person of the report who is called by these words."""
    return Actor(
        id=f"actor:{words[0]}", name=words[0], kind="person", named=named, names=words,
        mentions=tuple(Mention(selector=at(report, w), form="name" if named else "description") for w in words),
    )  # fmt: skip


def struck(report: Reading, *actors: Actor) -> dict[str, list[str]]:
    found = fallen(report.article, report.page.text, people(actors).get(report.page.id, []), 5)
    return {role: [s.exact for s in at] for role, at in found.items() if at}


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Ana Ruiz, 16, was killed when the wall fell.", "Ana Ruiz", {"killed": ["Ana Ruiz"]}),
        ("Ana Ruiz, of Tarvik, died at the scene of the fire.", "Ana Ruiz", {"killed": ["Ana Ruiz"]}),
        ("Ana Ruiz was pronounced dead after the crash.", "Ana Ruiz", {"killed": ["Ana Ruiz"]}),
        ("A man is charged with the murder of 16-year-old Ana Ruiz.", "Ana Ruiz", {"killed": ["Ana Ruiz"]}),
        ("Ana Ruiz was shot in the leg.", "Ana Ruiz", {"injured": ["Ana Ruiz"]}),
        ("Ana Ruiz accidentally shot herself.", "Ana Ruiz", {}),
        ("Ana Ruiz shot herself.", "Ana Ruiz", {"injured": ["Ana Ruiz"]}),
        ("Ana Ruiz said the man was killed in the crash.", "Ana Ruiz", {}),
        ("Ana Ruiz killed two in the crash.", "Ana Ruiz", {}),
    ],
)
def test_a_person_right_before_what_befell_him_is_a_victim(text: str, name: str, told: dict[str, list[str]]) -> None:
    report = reading("a", "Night in Tarvik", text)
    assert struck(report, actor(report, name)) == told


def test_who_dies_in_old_age_was_not_killed() -> None:
    report = reading("a", "Poet dies", "Ana Ruiz died on Monday, aged 96.")
    assert struck(report, actor(report, "Ana Ruiz")) == {}


def test_whose_brother_was_killed_was_not() -> None:
    report = reading("a", "Crash in Tarvik", "Ana Ruiz wept after the death of her brother in the crash.")
    assert struck(report, actor(report, "Ana Ruiz", "her")) == {}


def test_whom_no_name_is_given_may_be_the_one_named() -> None:
    report = reading("a", "Crash in Tarvik", "Ana Ruiz was killed.", "The girl died at once.")
    assert struck(report, actor(report, "Ana Ruiz"), actor(report, "The girl", named=False)) == {"killed": ["Ana Ruiz"]}


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    report = reading("a", "Crash", text.replace("\n", " ") or "x")
    assert struck(report) == {}
