from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.circumstances.made import reading
from twosource.circumstances.time_grammar import matches, signs_of
from twosource.circumstances.time_starts import first_letters
from twosource.circumstances.words import read_words


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("[abc]d", "abc"),
        ("[abc]?d", "abcd"),
        ("a|bc", "ab"),
        ("(?:a|b)?c", "abc"),
        ("(?P<x>a?)(?:b?|c)d", "abcd"),
        ("(?<=a)b", "b"),
        ("(?:a)?(?<=b)c?d(?=e)", "acd"),
        ("(?:(?:a?|b)c?)d", "abcd"),
    ],
)
def test_a_pattern_begins_with_these_letters(pattern: str, letters: str) -> None:
    assert first_letters(pattern) == set(letters)


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
def test_no_match_begins_with_another_letter(pattern: str, text: str) -> None:
    match = re.match(pattern, text)
    assert not (match and match.group()) or text[0] in first_letters(pattern)


def test_each_place_is_found_from_every_place_before_it() -> None:
    words = read_words(reading("It sank on the 3rd of May 2018, two days after the last Sunday in March."), ["body"])
    signs = signs_of(words)
    places = {matches(signs, start)[0] for start in range(len(signs.letters))} - {-1}
    for start in range(len(signs.letters)):
        assert matches(signs, start)[0] == min((p for p in places if p >= start), default=-1)
