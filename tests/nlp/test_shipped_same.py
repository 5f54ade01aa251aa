"""What the shipped model says of a sentence hangs on its words alone: not on what is read before, beside or where."""

from __future__ import annotations

import pickle
import sys
from dataclasses import fields
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nlp.shipped_model import REPORT, analysed, loaded, needs_weights
from twosource.engines import LocalEngine
from twosource.model import Analysis
from twosource.nlp.shipped.analyzer import ShippedAnalyzer
from twosource.nlp.shipped.network import Labels

pytestmark = needs_weights
SENTENCES = tuple(
    tuple(sentence.split())
    for sentence in (
        "Gale warnings kept the boats of Bergen in port for a third day .",
        "`` Nobody was told , '' said Ines Prado , who runs the clinic in Beira .",
        "HARBOUR CLOSED",
        "The NRC , an aid group , put the number of families without a roof at 1,240 on 4 March 2021 .",
        "\U0001f6a2 قال المتحدث 发言人 x\u0301 \ud800",
        "Rain .",
        "( " * 300,
        " ".join(["Then Moe left Oslo , and the crew of the ferry left the pier ;"] * 12),
    )
)


def same(one: Labels, other: Labels) -> bool:
    """Bit for bit, numbers too."""
    pairs = ((getattr(one, field.name), getattr(other, field.name)) for field in fields(Labels))
    return all(a.tobytes() == b.tobytes() if isinstance(a, np.ndarray) else a == b for a, b in pairs)


@cache
def alone(index: int) -> Labels:
    """The labels of a sentence by an analyzer that has read nothing else."""
    return ShippedAnalyzer()._network.label(SENTENCES[index])


@given(st.lists(st.integers(0, len(SENTENCES) - 1), max_size=8))
@settings(max_examples=20)
def test_order_and_company_change_no_bit(order: list[int]) -> None:
    for i in order:
        assert same(loaded()._network.label(SENTENCES[i]), alone(i))
    together = loaded()._network.label_all([SENTENCES[i] for i in order])
    assert all(same(found, alone(i)) for found, i in zip(together, order, strict=True))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
@settings(max_examples=10)
def test_sentences_of_one_length_beside_one_another_change_no_bit(lengths: list[int]) -> None:
    """Sentences of all lengths are filled up and read side by side, each again alone."""
    words = " ".join(map(" ".join, SENTENCES[:4])).split()
    sentences = [words[i % 7 : i % 7 + n] for i, n in enumerate(lengths)]
    together = loaded()._network.label_all(sentences)
    assert all(same(found, loaded()._network.label(own)) for found, own in zip(together, sentences, strict=True))


@pytest.mark.parametrize("threads", ["2", "4"])
def test_threads_change_no_bit(threads: str) -> None:
    for i, words in enumerate(SENTENCES):
        assert same(loaded(threads)._network.label(words), alone(i))
    assert without_name(analysed(REPORT, loaded(threads))) == without_name(analysed(REPORT))


def without_name(analysis: Analysis) -> list[object]:
    """All of it but which analyzer made it."""
    return [getattr(analysis, field.name) for field in fields(analysis) if field.name != "analyzer"]


def read(index: int) -> bytes:
    return pickle.dumps(loaded()._network.label(SENTENCES[index]))


@pytest.mark.parametrize("workers", [1, 3])
def test_workers_change_no_bit(workers: int) -> None:
    """Whether they load the model or are forks of a process that has."""
    order = [i % len(SENTENCES) for i in range(3 * len(SENTENCES))]
    for before in (loaded.cache_clear, loaded):
        before()
        for i, answer in zip(order, LocalEngine(workers=workers).map(read, order), strict=True):
            assert isinstance(answer, bytes), answer
            assert same(pickle.loads(answer), alone(i))


def test_a_report_is_read_the_same_again_and_beside_others() -> None:
    first = analysed(REPORT)
    analysed("Something else was read between. " * 40)
    assert analysed(REPORT) == first == analysed(REPORT, ShippedAnalyzer())
    beside = analysed(REPORT + "A tug went out to help on Wednesday.\n")
    assert beside.sentences[: len(first.sentences)] == first.sentences


def threads_begun(_: int) -> int:
    """How many threads begin in this process when the model is first run in it."""
    before = len(list(Path("/proc/self/task").iterdir()))
    loaded("3")._network.label(SENTENCES[-1])
    return len(list(Path("/proc/self/task").iterdir())) - before


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells the threads of a process")
def test_a_fork_has_the_threads_that_were_asked_for() -> None:
    loaded("3")._network.label(SENTENCES[0])
    first, again = LocalEngine().map(threads_begun, [1, 2])
    assert isinstance(first, int)
    assert first >= 2
    assert again == 0
