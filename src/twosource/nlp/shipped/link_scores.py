"""Scores of antecedents: states of the encoder and a small network over features, with "none" among the choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.errors import BrokenModel
from twosource.nlp.shipped.files import AGAIN
from twosource.nlp.shipped.link_features import ALONE, PAIRS, Ints, Table

HIDDEN = 32
SCALE = 8.0
"""The product of two states is divided by it: the square root of their 64 numbers."""
_ROWS = 128
"""Mentions scored at once: 2 MB, whatever the length of the article."""
_SHAPES = {"link_w1": (2 * ALONE + PAIRS, HIDDEN), "link_b1": (HIDDEN,), "link_w2": (HIDDEN,), "link_b2": (1,)}
Floats = NDArray[np.float32]


class LinkScorer:
    """Ranks the antecedents of a mention (Lee et al. 2017, of words: Dobrovolskii 2021).

    The score of a candidate is the product of both states plus what the network says; that of none is 0.
    """

    def __init__(self, weights: Mapping[str, Any]) -> None:
        """Takes `link_w1` … `link_b2` from the weights; BrokenModel where one is missing or of another shape."""
        for name, shape in _SHAPES.items():
            if name not in weights or weights[name].shape != shape:
                raise BrokenModel(f"the language model's weights lack {name} of the shape {shape}: {AGAIN}")
        self._w1, self._b1, self._w2, self._b2 = (np.asarray(weights[name], dtype=np.float32) for name in _SHAPES)

    def antecedents(self, table: Table, link_word: Floats, link_head: Floats) -> Ints:
        """For each mention of the table the index of its antecedent, -1 for none; the states are in step with it."""
        if not table.size:
            return np.zeros(0, dtype=np.int64)
        own = table.own.astype(np.float32)
        one, other = own @ self._w1[:ALONE] + self._b1, own @ self._w1[ALONE : 2 * ALONE]
        parts = []
        for start in range(0, table.size, _ROWS):
            end = min(start + _ROWS, table.size)
            there = table.candidates(start, end)
            products = np.einsum("nd,nkd->nk", link_word[start:end], link_head[there]) / SCALE
            hidden = table.pairs(start, end).astype(np.float32) @ self._w1[2 * ALONE :]
            hidden += one[start:end, None] + other[there]
            scores = products + np.maximum(hidden, 0) @ self._w2 + self._b2
            scores[there < 0] = -np.inf
            best = scores.argmax(1)[:, None]
            found = np.take_along_axis(there, best, 1)
            parts.append(np.where(np.take_along_axis(scores, best, 1) > 0, found, -1)[:, 0])
        return np.concatenate(parts)
