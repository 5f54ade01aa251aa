from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.made import quotes, said
from twosource.quotes.marks import find_quotations

SHAPES = [
    ('He said "yes" twice.', ["yes"]),
    ("He said “yes” twice.", ["yes"]),
    ("„Ja“, sagte er.", ["Ja"]),
    ("„Ja”, sagte er.", ["Ja"]),
    ("« Oui », dit-il.", ["Oui"]),
    ("»Ja«, sagte er.", ["Ja"]),
    ("``Yes,'' he said.", ["Yes,"]),
    ("''Yes,'' he said.", ["Yes,"]),
    ("‘Yes,’ he said.", ["Yes,"]),
    ("'Yes,' he said.", ["Yes,"]),
    ("'The workers' pay must rise,' he said.", ["The workers' pay must rise,"]),
    ("The workers' pay and the drivers' pay.", []),
    ("rock 'n' roll in the '90s", []),
    ("“He told me “no” that night,” she said.", ["He told me “no” that night,"]),
    ('He said "yes and left.', ["yes and left."]),
    ("`Yes,' he said.", ["Yes,"]),
    ("'He said “no” to us,' she said.", ["He said “no” to us,"]),
    ('‘They wrote "open", then "shut".’', ['They wrote "open", then "shut".']),
    ("the workers' “pay” and the drivers' hours", ["pay"]),
    ('"The road is open, said Tom Grant.', ["The road is open"]),
    ('"The road is open, the mayor of Porto said.', ["The road is open"]),
    ('"It was cold, my father said.', ["It was cold, my father said."]),
    ('He left." She stayed.', []),
    ('A 5" pipe and a 6" pipe.', []),
    ('"', []),
    ('""', []),
]


@pytest.mark.parametrize(("text", "inside"), SHAPES)
def test_what_stands_in_quotation_marks(text: str, inside: list[str]) -> None:
    assert [text[q.first : q.last] for q in find_quotations(text, 0, len(text))] == inside


@given(st.text(alphabet="abT .,:'\"“”‘’„‟‚«»‹›「」＂`\n", max_size=60))
def test_quotations_never_overlap_and_stay_in_their_block(text: str) -> None:
    found = find_quotations(text, 0, len(text))
    for q in found:
        assert 0 <= q.start < q.first < q.last <= q.end <= len(text)
    for before, after in pairwise(found):
        assert before.end <= after.start


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'"), ("„", "“"), ("«", "»"), ("``", "''"), ("''", "''")],
)
def test_every_kind_of_mark_makes_the_same_quote(opening: str, closing: str) -> None:
    (found,) = quotes(f"{opening}The bridge is safe,{closing} said Ana Costa. {opening}We checked it.{closing}")
    assert said(found) == (["The bridge is safe", "We checked it."], "Ana Costa", "direct")


@pytest.mark.parametrize("piece", ["'A ", "' ", '"a', "“", "‘A. ", "`a' ", "„a", '." ', "'a \"b", "‘a “b. ’ "])
def test_many_marks_cost_no_more_than_their_number(piece: str) -> None:
    """Forty thousand of them take a moment; if each looked at all others it would be hours."""
    text = piece * 40_000
    assert all(q.first < q.last for q in find_quotations(text, 0, len(text)))


def test_a_stray_mark_leaves_the_next_paragraph_alone() -> None:
    found = quotes('The pipe was 5" wide, and "nobody saw it break.', '"We saw nothing," said Ana Costa.')
    assert said(found[-1]) == (["We saw nothing"], "Ana Costa", "direct")
