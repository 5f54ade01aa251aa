"""Sentences side by side: nothing is lost, each stands where it says, and runs of marks are allowed ones."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.nlp.shipped_model import loaded, needs_weights
from twosource.nlp.shipped.decode import Marks
from twosource.nlp.shipped.packs import LONGEST, ROWS, STEP, cut, packs
from twosource.nlp.shipped.pieces import START, STOP

MARKS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
sentences = st.lists(
    st.lists(st.sampled_from(["rain", "Kowloon", "antidisestablishment", "4", "漢字"]), min_size=1, max_size=300),
    max_size=20,
)


@needs_weights
@given(sentences)
def test_every_part_is_in_one_pack_with_its_pieces(given_words: list[list[str]]) -> None:
    pieces = loaded()._network.pieces
    parts = [part for words in given_words for part in cut(words, pieces)]
    seen = dict[int, list[int]]()
    for pack in packs(parts):
        ids = pack.given["ids"]
        assert ids.shape == (len(pack.at), pack.length)
        assert pack.length % STEP == 0
        assert ids.size <= ROWS or len(pack.at) == 1
        for row, i, firsts in zip(ids, pack.at, pack.firsts, strict=True):
            own = [piece for word, _ in parts[i] for piece in word]
            assert row[: len(own) + 2].tolist() == [START, *own, STOP]
            assert not row[len(own) + 2 :].any()
            assert len(row) < len(own) + 2 + STEP
            assert row[firsts].tolist() == [START, *(word[0] for word, _ in parts[i])]
            assert i not in seen
            seen[i] = own
    assert sorted(seen) == list(range(len(parts)))


@needs_weights
def test_shares_and_lengths_leave_out_what_fills_up() -> None:
    pieces = loaded()._network.pieces
    (pack,) = packs([next(cut(words, pieces)) for words in (["rain"], ["rain", "."])])
    assert pack.given["lengths"].tolist() == [3, 4]
    assert pack.given["shares"].tolist() == [
        [[np.float32(1 / 3)] * 3 + [0]],
        [[0.25] * 4],
    ]


@needs_weights
@pytest.mark.parametrize("longest", [8, LONGEST])
def test_a_long_sentence_is_cut_between_words(longest: int) -> None:
    words = ["antidisestablishment", "rain"] * 200
    parts = list(cut(words, loaded()._network.pieces, longest))
    assert sum(map(len, parts)) == len(words)
    assert all(sum(len(own) for own, _ in part) <= longest for part in parts)


def allowed(run: list[str]) -> bool:
    return all(not mark.startswith("I-") or before[2:] == mark[2:] for before, mark in itertools.pairwise(["O", *run]))


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.integers(0, 10_000))
def test_runs_of_marks_are_the_best_allowed_ones_of_each_sentence(sizes: list[int], seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(sum(sizes), len(MARKS))).astype(np.float32)
    marks, ends = Marks(MARKS), [0, *np.cumsum(sizes).tolist()]
    found = marks.best(scores, ends)
    for start, end in itertools.pairwise(ends):
        own = scores[start:end]
        run = [MARKS[k] for k in found[start:end]]
        assert allowed(run)
        assert found[start:end].tolist() == marks.best(own, [0, end - start]).tolist()
        if end - start <= 3:
            ways = np.indices((len(MARKS),) * (end - start)).reshape(end - start, -1).T
            best = max(own[np.arange(len(way)), way].sum() for way in ways if allowed([MARKS[k] for k in way]))
            assert own[np.arange(end - start), found[start:end]].sum() == pytest.approx(best, abs=1e-5)
