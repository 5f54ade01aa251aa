from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.findings import find_claims
from twosource.findings.claims import LONGEST
from twosource.findings.clauses import opening

from .wire import at, count, event, quote, reading


def texts(lines: str) -> list[str]:
    return [c.selector.exact for c in find_claims(reading("a", lines)).claims if c.kind == "text"]


def test_a_sentence_and_its_clauses_are_claims() -> None:
    found = texts("The fire burned the mill, and police closed the road.")
    assert "The fire burned the mill" in found
    assert "and police closed the road" in found
    assert "The fire burned the mill, and police closed the road." in found


def test_an_apposition_is_a_claim_of_its_own() -> None:
    assert "the old capital of the river people" in texts(
        "The fire burned Halden, the old capital of the river people."
    )


def test_a_relative_clause_is_a_claim_of_its_own() -> None:
    assert "which was closed" in texts("The fire spread over the bridge, which was closed.")


def test_a_short_aside_stays_with_its_clause() -> None:
    assert texts("In Halden, the mill burned.") == ["In Halden, the mill burned."]


def test_quotes_events_and_counts_are_claims_with_their_asserter() -> None:
    r = reading("a", "Police said 12 people left the town.", "The mill burned.")
    r = event(
        count(quote(r, "12 people left the town", "actor:police"), "12", 12, 12, of="people"), "burned", "ACCIDENT"
    )
    claims = {c.kind: c for c in find_claims(r).claims if c.kind != "text"}
    assert claims["quote"].asserted_by == claims["quantity"].asserted_by == "actor:police"
    assert claims["event"].asserted_by == "article"
    assert claims["event"].selector == at(r, "The mill burned.")
    assert claims["quantity"].ref == "quantity:article:a:12"


def test_what_is_told_in_a_speakers_words_is_cut_where_clauses_are_joined() -> None:
    told = "The fire burned the mill, and police closed the road"
    r = quote(reading("a", f"{told}, the mayor said."), told, "actor:mayor")
    pieces = [c for c in find_claims(r).claims if c.kind == "quote"]
    assert [c.selector.exact for c in pieces] == ["The fire burned the mill", "and police closed the road"]
    assert {(c.asserted_by, c.ref) for c in pieces} == {("actor:mayor", r.quotes[0].id)}


def test_words_in_quotation_marks_stay_whole() -> None:
    told = "The fire burned the mill, and police closed the road"
    r = quote(reading("a", f"{told}, the mayor said."), told, "actor:mayor")
    direct = replace(r, quotes=(replace(r.quotes[0], kind="direct"),))
    assert [c.selector.exact for c in find_claims(direct).claims if c.kind == "quote"] == [told]


def test_a_quote_that_is_too_long_is_cut_at_a_word() -> None:
    r = quote(reading("a", "Police said " + "the town burned " * 60 + "."), ("the town burned " * 60).strip())
    longest = max(find_claims(r).claims, key=lambda c: c.selector.end - c.selector.start)
    assert longest.selector.end - longest.selector.start <= LONGEST
    assert longest.selector.exact.split()[-1] in ("the", "town", "burned")


def test_without_an_analysis_there_are_no_claims() -> None:
    assert find_claims(replace(reading("a", "The mill burned."), analysis=None)).claims == ()


@given(
    st.lists(st.text(alphabet=st.characters(exclude_characters="\n"), min_size=1, max_size=80), min_size=1, max_size=4)
)
def test_selectors_hold_on_any_text(lines: list[str]) -> None:
    r = find_claims(reading("a", *[line.encode("utf-8", "replace").decode() for line in lines]))
    for claim in r.claims:
        claim.selector.check(r.page)


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("as the strike", "advcl"),
        ("and the mayor", "conj"),
        ("as long as", None),
        ("As soon as", None),
        ("as if nothing", None),
        ("because the strike", None),
    ],
)
def test_which_words_open_a_clause(words: str, relation: str | None) -> None:
    assert opening(words.split()) == relation
