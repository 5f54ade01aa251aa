"""The small weights that stand beside the graph: the labels of arcs and the scorer of antecedents."""

from __future__ import annotations

import io

import numpy as np

from training.language.links import Scorer
from training.language.network import Joint


def small_weights(model: Joint, scorer: Scorer) -> bytes:
    """`heads.npz`: `label` (LABEL, relations), `label_bias`, and the weights that `LinkScorer` reads."""
    values = {"label": model.label.weight.T, "label_bias": model.label.bias} | scorer.weights()
    arrays = {name: np.ascontiguousarray(value.detach().float().numpy()) for name, value in values.items()}
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()
