"""Indirect quotes in two spans are not restated: half of one is no statement."""

from __future__ import annotations

from dataclasses import replace

from tests.briefs.records import article, at, claim, page, person, record, said
from twosource.briefs.reports import Reports
from twosource.briefs.spoken import spoken_words

TEXT = "The old mill at Halden, Ann Brenn said, would burn down within a day or two."
FIRST, SECOND = "The old mill at Halden", "would burn down within a day or two"


def test_half_of_a_broken_clause_is_not_restated() -> None:
    assert _told(FIRST, SECOND) is None
    assert _told(TEXT[:-1]) is not None


def _told(*spans: str) -> str | None:
    one = page("one", TEXT)
    whole = claim(one, TEXT)
    quote = replace(said(one, FIRST, "actor:Ann Brenn", "said"), content=tuple(at(one, words) for words in spans))
    made = record([(one, article(one, None))], [whole], [], quotes=(quote,), actors=(person("Ann Brenn"),))
    return spoken_words(whole.selector, Reports(made), named=True)
