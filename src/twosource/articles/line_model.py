"""The chance of every line to be the report itself: two small networks, the second sees what the first thought.

Trained by training/lines/train.py on the development part of WCXB (annotations CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from twosource.articles.columns import Column
from twosource.articles.features import Matrix, context, features
from twosource.articles.lines import Line

Weights = NDArray[np.float32]


_ROWS = 32
"""Rows multiplied at once: larger products wake the threads of OpenBLAS, which cost ten times what they gain here."""


@dataclass(frozen=True, slots=True)
class Network:
    """Several networks of one hidden layer, the first axis of the last four; their chances are averaged."""

    mean: Weights
    scale: Weights
    hidden: Weights
    hidden_bias: Weights
    out: Weights
    out_bias: Weights

    def chances(self, rows: Matrix) -> Column:
        """The chance of each row, between 0 and 1."""
        level = np.clip((rows - self.mean) / self.scale, -4.0, 4.0)
        parts = [level[i : i + _ROWS] @ self.hidden for i in range(0, len(level), _ROWS)]
        active = np.maximum(np.concatenate(parts, axis=1) + self.hidden_bias[:, None], 0.0)
        logits = np.squeeze(active @ self.out[:, :, None], axis=2) + self.out_bias[:, None]
        chances: Column = (1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0)))).mean(axis=0).astype(np.float32)
        return chances


@cache
def _networks() -> tuple[Network, Network]:
    path = resources.files("twosource.articles").joinpath("weights/lines.npz")
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        first, second = (Network(*(stored[f"{stage}_{name}"] for name in _FIELDS)) for stage in ("first", "second"))
    return first, second


_FIELDS = ("mean", "scale", "hidden", "hidden_bias", "out", "out_bias")


def chances(lines: Sequence[Line]) -> Column:
    """For each line the chance that it is the report itself (its subheads and lists included)."""
    first, second = _networks()
    rows = features(lines)
    return second.chances(np.column_stack([rows, context(lines, first.chances(rows))]))
