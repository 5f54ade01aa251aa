"""Trains the model of lines: python training/lines/train.py WCXB_DEV.jsonl.gz [OUT.npz]. Needs scikit-learn."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pages import Sample, read_pages, samples
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from twosource.articles.features import Matrix, context
from twosource.articles.line_model import Network

OUT = Path(__file__).parents[2] / "src/twosource/articles/weights/lines.npz"
FOLDS, NETS, HIDDEN, ALPHA, EPOCHS = 5, 5, 48, 0.3, 12


def fit(rows: Matrix, labels: np.ndarray, weights: np.ndarray) -> Network:
    """NETS networks on standardised rows."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    level = np.clip((rows - mean) / scale, -4.0, 4.0)
    nets = [
        MLPClassifier(
            (HIDDEN,), alpha=ALPHA, max_iter=EPOCHS, batch_size=256, learning_rate_init=1e-3, random_state=seed
        ).fit(level, labels, sample_weight=weights)
        for seed in range(NETS)
    ]
    return Network(
        mean.astype(np.float32),
        scale.astype(np.float32),
        np.stack([net.coefs_[0] for net in nets]).astype(np.float32),
        np.stack([net.intercepts_[0] for net in nets]).astype(np.float32),
        np.stack([net.coefs_[1][:, 0] for net in nets]).astype(np.float32),
        np.array([net.intercepts_[1][0] for net in nets], dtype=np.float32),
    )


def joined(chosen: Sequence[Sample], rows: Sequence[Matrix]) -> tuple[Matrix, np.ndarray, np.ndarray]:
    """Rows, labels and weights (mean 1) of several samples."""
    weights = np.concatenate([sample.weights() for sample in chosen])
    labels = np.concatenate([sample.labels > 0.5 for sample in chosen]).astype(int)
    return np.vstack(rows), labels, weights / weights.mean()


def train(all_samples: Sequence[Sample]) -> tuple[Network, Network]:
    """The two stages; the second learns from chances that the first gave to pages it had not seen."""
    guesses: dict[int, np.ndarray] = {}
    for fold in range(FOLDS):
        seen = [s for s in all_samples if s.page % FOLDS != fold]
        network = fit(*joined(seen, [s.rows for s in seen]))
        guesses |= {i: network.chances(s.rows) for i, s in enumerate(all_samples) if s.page % FOLDS == fold}
    first = fit(*joined(all_samples, [s.rows for s in all_samples]))
    wider = [np.column_stack([s.rows, context(s.lines, guesses[i])]) for i, s in enumerate(all_samples)]
    return first, fit(*joined(all_samples, wider))


def main(path: str, out: Path = OUT) -> None:
    """Reads the pages, trains, writes the weights."""
    warnings.simplefilter("ignore", ConvergenceWarning)  # EPOCHS is the early stop, chosen by cross-validation
    stages = dict(zip(("first", "second"), train(list(samples(read_pages(path)))), strict=True))
    fields = Network.__slots__
    arrays = {f"{stage}_{name}": getattr(network, name) for stage, network in stages.items() for name in fields}
    np.savez(out, **arrays)
    print(f"{out}: {out.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:3]))
