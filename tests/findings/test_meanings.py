"""What sentences mean, by their vectors: nearest to each other, candidates, and records without vectors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from twosource.findings import find_findings
from twosource.findings.evidence import same_meaning, shared_alone
from twosource.findings.gather import gather
from twosource.findings.pairs import Pair, Standard
from twosource.model import Reading, Record

from .wire import reading, record

A = ("Some 210,000 households had no electricity.", "Schools reopen in a week.")
B = ("The lights went out across the county.", "A choir sang.")


def meaning(found: Reading, *vectors: tuple[float, ...]) -> Reading:
    """The reading with a vector of length 1 for each sentence."""
    assert found.analysis
    of = [(np.array(v) / np.linalg.norm(v)).astype("<f2").tobytes() for v in vectors]
    sentences = tuple(replace(s, vector=v) for s, v in zip(found.analysis.sentences, of, strict=True))
    return replace(found, analysis=replace(found.analysis, sentences=sentences))


def two() -> Record:
    a = meaning(reading("a", *A), (1, 0, 0), (0, 1, 0))
    return record(a, meaning(reading("b", *B), (1, 0.2, 0), (0.8, 0, 0.8)))


def test_sentences_that_mean_the_same_are_compared_though_they_share_no_word() -> None:
    assertions = gather(two())
    standard = Standard.of(assertions)
    assert set(standard.meanings.pairs(assertions)) == {(0, 2)}
    pair = Pair(assertions[0], assertions[2], standard)
    assert same_meaning(pair) == 1.0
    assert same_meaning(Pair(assertions[0], assertions[3], standard)) < 0.5
    assert shared_alone(pair) == 0.0


def test_meaning_alone_joins_nothing() -> None:
    assert all(f.origins == 1 for f in find_findings(two()).findings)


def test_records_without_vectors_are_read_by_their_words() -> None:
    assertions = gather(record(reading("a", *A), reading("b", *B)))
    standard = Standard.of(assertions)
    assert list(standard.meanings.pairs(assertions)) == []
    assert same_meaning(Pair(assertions[0], assertions[2], standard)) == 0.0
