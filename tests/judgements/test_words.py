"""A judgement in words of its own."""

from __future__ import annotations

from typing import get_args

import pytest

from twosource.formats.words import JUDGEMENT_WORDS
from twosource.judgements.history import OVER
from twosource.judgements.words import WORDS, decided
from twosource.model import Judgement, JudgementKind, Ruling, Selector, Span

MENTION = Selector(page="p", start=0, end=7, exact="Ann\nRoe")


@pytest.mark.parametrize(
    ("kind", "ruling", "said"),
    [
        ("speaker", Ruling(name="Ann Roe", passages=(MENTION,)), "speaker: Ann Roe"),
        ("speaker", Ruling(passages=(MENTION,)), "speaker: “Ann Roe”"),
        ("speaker", Ruling(), "speaker: nobody who can be told"),
        ("date", Ruling(span=Span(earliest="2031-05-01", latest="2031-05-31")), "day: 2031-05"),
        ("date", Ruling(span=Span(earliest="2031-05-01", latest="2031-05-03")), "day: 2031-05-01 to 2031-05-03"),
        ("date", Ruling(), "day: not known"),
        ("place", Ruling(), "place: a place that is not known"),
        ("wrong", Ruling(verdict="agrees"), "the reports do not differ"),
        ("merge_actors", Ruling(name="Ann"), "one: Ann"),
        ("split_actor", Ruling(), "another"),
        ("merge_stories", Ruling(articles=("a", "b")), "one story of 2 reports"),
        ("undo", Ruling(judgement="j"), ""),
    ],
)
def test_what_was_decided(kind: JudgementKind, ruling: Ruling, said: str) -> None:
    assert decided(Judgement.of(kind, at="", who="Ann", why="", ruling=ruling)) == said


def test_every_kind_has_words() -> None:
    assert set(WORDS) == set(JUDGEMENT_WORDS) == set(get_args(JudgementKind)) - OVER
