"""The measure of event coreference: agreement of clusters, and mentions placed on their words."""

from __future__ import annotations

import pytest

from evaluation.ecb_mentions import marked


def test_agreement_of_two_sortings() -> None:
    pytest.importorskip("scipy")
    from evaluation.cluster_measures import agreement

    key = dict.fromkeys("abc", 1) | dict.fromkeys("de", 2) | {"f": 3}
    assert agreement(key, key) == (100.0, 100.0, 100.0, 100.0)
    # One link of three kept and one made that is wrong: 1/3 of recall, 1/2 of precision.
    response = dict.fromkeys("ab", 1) | dict.fromkeys("cd", 2) | {"e": 3, "f": 4}
    found = agreement(key, response)
    assert found.muc == 40.0
    assert found.b_cubed == 70.5  # recall (4/3 + 1/3 + 1/2 + 1/2 + 1) / 6, precision (2 + 1/2 + 1/2 + 1 + 1) / 6
    assert found.ceaf_e == 70.5  # 4/5 + 2/3 + 1, of 3 clusters and of 4
    assert agreement(key, {m: m for m in key}, singletons=False).conll == 0.0


def test_mentions_are_placed_on_their_words_though_sentences_are_counted_otherwise() -> None:
    texts = {"t": "Mill burns\nThe mill burned, and firemen said it burned fast."}
    row = {"doc_id": "t", "topic": "1", "sent": 2, "text": "burned", "chain": "c"}
    rows = [{**row, "tokens": [2]}, {**row, "tokens": [8]}, {**row, "text": "sank", "tokens": [3]}]
    found = list(marked(texts, rows))
    assert [(m.number, texts["t"][m.start : m.start + 11]) for m in found] == [(0, "burned, and"), (1, "burned fast")]
