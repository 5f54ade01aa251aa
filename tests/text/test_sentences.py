import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.sentences import LONGEST, split_sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('"The dam holds," she said. "We checked it."', ['"The dam holds," she said.', '"We checked it."']),
        ("“It burned.” Nobody knew why.", ["“It burned.”", "Nobody knew why."]),
        ("(He left early.) She stayed.", ["(He left early.)", "She stayed."]),
        ("Gen. J. R. Okello met Mr. Ito. They ate.", ["Gen. J. R. Okello met Mr. Ito.", "They ate."]),
        (
            "The U.S. Senate voted. It left the U.S. The end.",
            ["The U.S. Senate voted.", "It left the U.S.", "The end."],
        ),
        ("It fell 3.5 percent to No. 5 in Oct. 2019.", ["It fell 3.5 percent to No. 5 in Oct. 2019."]),
        ("They met at 5 p.m. Tuesday at sea.", ["They met at 5 p.m. Tuesday at sea."]),
        ("They met at 5 p.m. Fishermen watched.", ["They met at 5 p.m.", "Fishermen watched."]),
        ('"Is it over?" asked Ms. Bell. "Never!" he cried.', ['"Is it over?" asked Ms. Bell.', '"Never!" he cried.']),
        ("Well... maybe. So it went… Then rain.", ["Well... maybe.", "So it went…", "Then rain."]),
        ("1. Bread was short.", ["1. Bread was short."]),
        ("He said no. Okello said yes.", ["He said no.", "Okello said yes."]),
        ("One line\ngoes on\n\nanother begins", ["One line\ngoes on", "another begins"]),
        ('It rose . " So it goes " he wrote . " Yes . "', ["It rose .", '" So it goes " he wrote .', '" Yes . "']),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_what_never_ends_is_cut_at_blanks() -> None:
    found = split_sentences("word " * 5000)
    assert all(b - a <= LONGEST for a, b in found)
    assert sum(b - a + 1 for a, b in found) == 25000


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .\"'“”()A1\n"))))
def test_sentences_are_ordered_and_cover_all_but_blanks(text: str) -> None:
    found = split_sentences(text)
    at = 0
    for a, b in found:
        assert not text[at:a].strip()
        assert a < b
        assert text[a:b] == text[a:b].strip()
        at = b
    assert not text[at:].strip()
