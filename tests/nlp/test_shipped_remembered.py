"""Sentences read before: the same labels, read once, within a bound."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.nlp.shipped.network import Labels
from twosource.nlp.shipped.remembered import Remembered

NONE = np.zeros((0, 64), dtype=np.float32)


class Counted:
    """Labels of nothing, and which sentences were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, words: Sequence[str]) -> Labels:
        self.asked.append(" ".join(words))
        return Labels([*words], [], [], [], [], [], [], NONE, NONE, np.zeros(384, dtype=np.float32))


def test_a_sentence_is_read_once_whoever_says_it_again() -> None:
    read = Counted()
    label = Remembered(read)
    assert label(["It", "rained"]) is label(("It", "rained"))
    assert label(["It", "rained", "."]).upos == ["It", "rained", "."]
    assert read.asked == ["It rained", "It rained ."]


def test_what_was_not_met_for_longest_goes_first() -> None:
    read = Counted()
    label = Remembered(read, words=4)
    for sentence in ("a b", "c d", "a b", "e f", "a b", "c d"):
        label(sentence.split())
    assert read.asked == ["a b", "c d", "e f", "c d"]


def test_a_sentence_over_the_bound_is_read_and_not_kept() -> None:
    read = Counted()
    label = Remembered(read, words=2)
    assert label(["a", "b", "c"]).upos == ["a", "b", "c"]
    label(["a", "b", "c"])
    assert read.asked == ["a b c"] * 2


def test_what_is_forgotten_is_read_again() -> None:
    read = Counted()
    label = Remembered(read)
    label(["a"])
    label.forget()
    label(["a"])
    assert read.asked == ["a", "a"]
