from __future__ import annotations

from twosource.text.stems import stem
from twosource.vocab.concepts import concepts, opposites
from twosource.vocab.finding_words import finding_words


def test_opposites_hold_both_ways_and_nothing_is_its_own() -> None:
    assert all((other, one) in opposites() and one != other for one, other in opposites())


def test_the_words_that_tables_compare_by_are_ones_that_marks_can_be() -> None:
    names = set(concepts().values())
    told = {word for pair in opposites() for word in pair}
    for group in ("once", "one holder", "claimed acts", "moves on"):
        told |= finding_words(group)
    wrong = {word for word in told if word not in names and (stem(word) != word or word in concepts())}
    assert not wrong
