"""Sentences read before: the same labels, read once, within a bound."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.nlp.shipped.network import Labels
from twosource.nlp.shipped.remembered import Remembered

NONE = np.zeros((0, 64), dtype=np.float32)


class Counted:
    """Labels of nothing, and which sentences were asked for, those asked for at once with a stroke between."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Labels]:
        self.asked.append(" / ".join(" ".join(words) for words in sentences))
        vector = np.zeros(384, dtype=np.float32)
        return [Labels([*words], [], [], [], [], [], [], NONE, NONE, vector) for words in sentences]


def upos(found: Sequence[Labels]) -> list[str]:
    return [" ".join(own.upos) for own in found]


def test_a_sentence_is_read_once_whoever_says_it_again() -> None:
    read = Counted()
    label = Remembered(read)
    (first,) = label([["It", "rained"]])
    assert label([("It", "rained")])[0] is first
    again = label([["It", "rained", "."], ["It", "rained"], ["It", "rained", "."]])
    assert upos(again) == ["It rained .", "It rained", "It rained ."]
    assert read.asked == ["It rained", "It rained ."]


def test_what_is_new_is_read_at_once() -> None:
    read = Counted()
    label = Remembered(read)
    assert upos(label([["a"], ["b"], ["a"], ["c"]])) == ["a", "b", "a", "c"]
    assert upos(label([["d"], ["b"], ["e"]])) == ["d", "b", "e"]
    assert label([]) == []
    assert read.asked == ["a / b / c", "d / e"]


def test_what_was_not_met_for_longest_goes_first() -> None:
    read = Counted()
    label = Remembered(read, words=4)
    for sentence in ("a b", "c d", "a b", "e f", "a b", "c d"):
        label([sentence.split()])
    assert read.asked == ["a b", "c d", "e f", "c d"]


def test_what_goes_over_the_bound_is_read_and_not_kept() -> None:
    read = Counted()
    label = Remembered(read, words=2)
    assert upos(label([["a", "b", "c"], ["d"]])) == ["a b c", "d"]
    label([["a", "b", "c"], ["d"]])
    assert read.asked == ["a b c / d", "a b c"]


def test_what_is_forgotten_is_read_again() -> None:
    read = Counted()
    label = Remembered(read)
    label([["a"]])
    label.forget()
    label([["a"]])
    assert read.asked == ["a", "a"]
