"""Clauses that lead to what follows them in their sentence are told by what stands behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.briefs.records import article, at, claim, page, record, said
from twosource.briefs.open_ends import goes_on, has_verb, is_gapped
from twosource.briefs.reports import Reports
from twosource.model import Page


def reports(one: Page) -> Reports:
    return Reports(record([(one, article(one, "Post"))], [claim(one, one.text)], []))


@pytest.mark.parametrize(
    ("text", "words", "open_ended"),
    [
        ("The council wrote on its page: the mill is shut.", "The council wrote on its page", True),
        (
            "It left one dead and three others -- two women -- hurt.",
            "It left one dead and three others -- two women",
            True,
        ),
        ("The plan to leave Halden, which Roe made, is old.", "The plan to leave Halden", True),
        ("In a letter shown on Monday, Roe said no.", "In a letter shown on Monday", True),
        ("Roe said that his plan, a long one, was ready.", "Roe said that his plan", True),
        ("Roe was told off over what the court called a plan.", "Roe was told off over", True),
        ("The council has sent Roe, R-Hald., a letter.", "The council has sent Roe, R-Hald.", True),
        ("The mill burned down, and Roe left.", "The mill burned down", False),
        ("The mill burned down while Roe was away.", "The mill burned down", False),
        ("Roe moved in.", "Roe moved in", False),
    ],
)
def test_a_clause_that_leads_on_is_not_whole(text: str, words: str, open_ended: bool) -> None:
    one = page("one", text)
    assert goes_on(at(one, words), reports(one)) is open_ended


def test_a_verb_after_to_is_not_finite() -> None:
    assert has_verb(["the", "town", "was", "quiet"])
    assert has_verb(["roe", "burned"])
    assert not has_verb(["the", "plan", "to", "leave"])


def test_content_whose_subject_stands_before_its_speaker_is_gapped() -> None:
    one = page("one", "Some of which she said helped the town to grow.")
    quote = replace(said(one, "helped the town to grow", "actor:Roe", "said"), speaker_selector=at(one, "she"))
    assert is_gapped(quote, reports(one))
    other = page("two", "On Monday she said it helped the town to grow.")
    whole = replace(said(other, "it helped the town to grow", "actor:Roe", "said"), speaker_selector=at(other, "she"))
    assert not is_gapped(whole, reports(other))
