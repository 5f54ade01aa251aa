"""A clause that ends before a word is cut short where a quotation follows: it is no wording of a finding."""

from __future__ import annotations

import pytest

from twosource.findings.wording import is_cut, parts
from twosource.model import Selector

TEXT = "Roe wrote to the council on Monday asking whether the mill, long shut, would open."


@pytest.mark.parametrize(
    ("words", "cut"),
    [("Roe wrote to the council on Monday asking", True), ("Roe wrote to the council on Monday asking ", True),
     ("Roe wrote to the council on Monday asking whether the mill", False), (TEXT, False)],
)  # fmt: skip
def test_a_clause_before_a_mark_is_whole_and_before_a_word_is_cut(words: str, cut: bool) -> None:
    at, whole = (Selector(page="p", start=5, end=5 + len(w), exact=w) for w in (words, TEXT))
    assert is_cut(at, whole) is cut


def test_a_clause_before_one_that_opens_with_its_own_word_is_whole() -> None:
    text = "Two ferries lay in port at noon as the strike went on."
    at, whole = (Selector(page="p", start=5, end=5 + len(w), exact=w) for w in (text[:31], text))
    assert at.exact == "Two ferries lay in port at noon"
    assert not is_cut(at, whole)


@pytest.mark.parametrize(
    ("clause", "found"),
    [("and the owner sold the land to a builder", ["the owner sold the land to a builder"]),
     ("and to sell the land to a builder", [])],
)  # fmt: skip
def test_what_is_to_be_done_says_not_who_will_do_it(clause: str, found: list[str]) -> None:
    text = f"Roe wants to close the old mill {clause}."
    at = Selector(page="p", start=32, end=32 + len(clause), exact=clause)
    whole = Selector(page="p", start=0, end=len(text), exact=text)
    assert [part.exact for part in parts(at, whole)] == found
