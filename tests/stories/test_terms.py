from __future__ import annotations

import pytest

from twosource.stories.terms import stem, terms


@pytest.mark.parametrize(
    ("word", "same"),
    [("Floods", "flood"), ("flooding", "flood"), ("parties", "party"), ("mayor’s", "mayor"), ("bus", "bus")],
)
def test_forms_of_a_word_meet(word: str, same: str) -> None:
    assert stem(word) == stem(same)


def test_the_headline_weighs_most_and_the_foot_least() -> None:
    found = terms("Flood\n" + "river " + "x1 " * 100 + "bridge")
    assert found["flood"] > found["river"] > found["bridge"] > 0
