from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.circumstances.made import reading
from twosource.circumstances.time_grammar import matches
from twosource.circumstances.time_signs import signs_of
from twosource.circumstances.time_starts import beginnings
from twosource.circumstances.words import read_words


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("ab", "ab"),
        ("abc", "ab"),
        ("a?b", "ab b"),
        ("[abc]d", "ad bd cd"),
        ("[ab]?d", "ad bd d"),
        ("a|bc", "a bc"),
        ("(?:a|b)?c", "ac bc c"),
        ("(?P<x>a?)(?:b?|c)d", "ab ac ad bd cd d"),
        ("(?<=a)b", "b"),
        ("(?:a)?(?<=b)c?d(?=e)", "ac ad cd d"),
        ("(?:(?:a?|b)c?)d", "ac bc ad bd cd d"),
        ("ab?(?:cd)?", "a ab ac"),
    ],
)
def test_a_pattern_begins_with_these_letters(pattern: str, begins: str) -> None:
    assert beginnings(pattern) == set(begins.split())


@given(
    st.recursive(
        st.sampled_from(["a", "b", "c", "[ab]", "[bc]"]),
        lambda inner: st.one_of(
            st.tuples(inner, inner).map("".join),
            st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
            inner.map(lambda one: f"(?:{one})?"),
        ),
        max_leaves=8,
    ),
    st.text("abc", min_size=1, max_size=6),
)
def test_no_match_begins_with_other_letters(pattern: str, text: str) -> None:
    match = re.match(pattern, text)
    assert match is None or not match.group() or beginnings(pattern) & {text[:1], text[:2]}


def test_each_place_is_found_from_every_place_before_it() -> None:
    words = read_words(reading("It sank on the 3rd of May 2018, two days after the last Sunday in March."), ["body"])
    signs = signs_of(words)
    places = {matches(signs, start)[0] for start in range(len(signs.letters))} - {-1}
    for start in range(len(signs.letters)):
        assert matches(signs, start)[0] == min((p for p in places if p >= start), default=-1)
