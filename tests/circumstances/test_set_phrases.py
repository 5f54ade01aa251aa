from typing import get_args

import pytest

from tests.circumstances.made import reading
from twosource.circumstances.driven import opens_moves
from twosource.circumstances.set_phrases import phrase_end
from twosource.circumstances.words import READ_ROLES, read_words
from twosource.vocab.counts import MovedUse, VerbUse, moved_phrases
from twosource.vocab.rows import rows
from twosource.vocab.wordings import wording


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("in custody", "in custody", True),
        ("in custody", "in the custody", False),
        ("taken/led to court", "led to court", True),
        ("suffered * burns", "suffered burns", True),
        ("suffered * burns", "suffered bruises and bad burns", True),
        ("suffered * burns", "suffered bruises and a few burns", False),
        ("suffered * burns", "suffered. The burns", False),
        ("to ~ halls", "to halls", True),
        ("to ~ halls", "to the two old parish halls", True),
        ("to ~ halls", "to the town and halls", False),
        ("to ~ halls", "to towns, halls", False),
        ("to + hall", "to hall", False),
        ("to + hall", "to the hall", True),
        ("to + @shelter", "to a village gym", True),
    ],
)
def test_a_gap_holds_so_many_words_and_ends_with_its_clause(phrase: str, text: str, stands: bool) -> None:
    words = read_words(reading(text), READ_ROLES)
    assert phrase_end(wording(phrase), words, 0) == (len(text.replace(".", " .").split()) if stands else None)


def test_each_row_of_those_moved_is_read() -> None:
    read = {row["use"] for row in rows("moved_words.tsv")}
    assert read == set(get_args(VerbUse)) | set(get_args(MovedUse))
    assert set(moved_phrases("whole")) <= opens_moves()
    assert all(row["word"] in opens_moves() for row in rows("moved_words.tsv") if row["use"] in ("moves", "forces"))
