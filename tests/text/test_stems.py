from __future__ import annotations

import pytest

from twosource.text.stems import stem


@pytest.mark.parametrize(
    ("word", "same"),
    [("Floods", "flood"), ("flooding", "flood"), ("parties", "party"), ("mayor’s", "mayor"), ("bus", "bus")],
)
def test_forms_of_a_word_meet(word: str, same: str) -> None:
    assert stem(word) == stem(same)
