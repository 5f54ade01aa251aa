"""Reasons in plain words: three at once, what speaks against apart, all of them in full."""

from __future__ import annotations

import pytest

from twosource.findings.evidence import WEIGHTS
from twosource.formats.reasons import AGAINST, FIRST, FOR, reasons
from twosource.model import Evidence


def evidence(function: str, score: float = 1.0, detail: str = "") -> Evidence:
    return Evidence(function=function, score=score, detail=detail or f"What {function} measures.")


@pytest.mark.parametrize(("function", "weight"), [(f.__name__, weight) for f, weight in WEIGHTS])
def test_words_stand_on_the_side_of_their_function(function: str, weight: float) -> None:
    assert (function in FOR, function in AGAINST) == (weight > 0, weight < 0)


def test_three_are_told_at_once_and_all_in_full() -> None:
    found = reasons(map(evidence, ("same_words", "same_event", "same_time", "same_plan", "other_day")))
    assert len(found.first) == FIRST
    assert found.against == (AGAINST["other_day"],)
    assert found.all == tuple(
        f"What {f} measures" for f in ("same_words", "same_event", "same_time", "same_plan", "other_day")
    )
    assert found.more


def test_the_highest_score_of_several_pairs_counts() -> None:
    assert reasons([evidence("same_words", 0.2), evidence("same_words", 0.9)]).first == (FOR["same_words"],)
    assert reasons([evidence("same_words", 0.5)]).first == (f"{FOR['same_words']}, in good part",)
    assert reasons([evidence("same_words", 0.2)]).first == (f"{FOR['same_words']}, in part",)


def test_what_speaks_of_one_record_alone_is_told_in_its_own_words() -> None:
    found = reasons(
        [evidence("same_report", 1.0, "all 76 words are the same"), evidence("x", 0.1, "it credits nobody.")]
    )
    assert found.first == ("all 76 words are the same", "it credits nobody")
    assert not found.more
