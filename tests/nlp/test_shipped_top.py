"""What the top of an article is about, by which stories are told apart."""

from __future__ import annotations

import numpy as np
import pytest

from tests.nlp.shipped_model import loaded, needs_weights, on_page
from twosource.nlp.base import TopReader
from twosource.nlp.rules import RulesAnalyzer
from twosource.nlp.shipped.analyzer import TOP
from twosource.pipeline import read_to_sort, sample

HEADLINE = "Ferry runs aground off Skarholm"
LEAD = "The Skarholm ferry ran aground on Tuesday and 140 passengers were taken off."


def top(*lines: str) -> np.ndarray:  # type: ignore[type-arg]
    return np.frombuffer(loaded().top_vector(*on_page("\n".join(lines))), dtype="<f2").astype(np.float32)


@needs_weights
def test_it_has_length_one_and_tells_happenings_apart() -> None:
    same = top("Stranded ferry: passengers safe", "All 140 aboard a ferry that hit rocks near Skarholm are ashore.")
    other = top("Brenn wins mayoral runoff", "Hilde Brenn was elected mayor of Tarvik with 52 percent of the vote.")
    ferry = top(HEADLINE, LEAD)
    assert len(ferry) == 384
    assert float(ferry @ ferry) == pytest.approx(1, abs=0.01)
    assert float(ferry @ same) > float(ferry @ other) + 0.2


@needs_weights
def test_what_stands_below_the_top_does_not_matter() -> None:
    long = [HEADLINE, *[LEAD] * (TOP // 10)]
    assert (top(*long) == top(*long, "Brenn won the runoff in Tarvik.")).all()


@needs_weights
def test_a_copy_inherits_the_top_of_what_was_read_before() -> None:
    analyzer = loaded()
    lines = [HEADLINE, *[LEAD] * (TOP // 10)]
    analyzer.top.cache_clear()
    read = top(*lines)
    before = analyzer.top.cache_info().hits
    assert (top(*lines, "Printed by the Tarvik Post.") == read).all()
    assert analyzer.top.cache_info().hits == before + 1


@needs_weights
@pytest.mark.parametrize("text", [" ", "\u202e\u0301", "x" * 100_000, "漢" * 5_000, "\ud800 a"])
def test_any_text_is_taken(text: str) -> None:
    assert len(top(text)) in (0, 384)


@needs_weights
def test_reading_to_sort_gives_the_top_and_analyses_nothing() -> None:
    found = read_to_sort(sample(None), "shipped")
    assert len(found.top) == 2 * 384
    assert found.analysis is None


def test_the_rules_know_no_vectors() -> None:
    assert not isinstance(RulesAnalyzer(), TopReader)
    assert read_to_sort(sample(None), "rules").top == b""
