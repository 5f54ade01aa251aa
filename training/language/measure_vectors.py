"""How near the shipped sentence vectors are to the encoder's own: `python -m training.language.measure_vectors`.

Two figures on held-back sentences of news: the mean cosine of both vectors of a sentence, and the correlation of the
cosines of all pairs of sentences by one and by the other, on which clustering rests.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.language.__main__ import ROOT, SHIPPED
from training.language.labelled import Labelled
from training.language.network import Encoder
from training.language.prepare import encoder_folder
from training.language.sets.everything import held_back
from twosource.nlp.shipped.files import read_files
from twosource.nlp.shipped.network import Network
from twosource.nlp.shipped.pieces import START, STOP, Pieces

SETS = ("gum-news", "own-dev", "wikigold-dev")
Vectors = NDArray[np.float32]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints both figures."""
    parser = argparse.ArgumentParser(prog="python -m training.language.measure_vectors", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    held = held_back(given.data)
    sentences = [s for name in SETS for s in held[name]]
    network = Network(read_files(given.model), 1)
    ours = np.stack([network.label(s.words).vector for s in sentences])
    own = _encoders_own(sentences, network.pieces)
    cosines = (ours * own).sum(1)
    pairs = np.triu_indices(len(sentences), 1)
    together = np.corrcoef((ours @ ours.T)[pairs], (own @ own.T)[pairs])[0, 1]
    print(f"{len(sentences)} sentences of {', '.join(SETS)}: mean cosine {cosines.mean():.3f}, "
          f"one in twenty below {np.quantile(cosines, 0.05):.3f}; correlation over pairs {together:.3f}")  # fmt: skip


@torch.no_grad()
def _encoders_own(sentences: Sequence[Labelled], pieces: Pieces) -> Vectors:
    """The mean state of each sentence by the encoder as its package gives it, of length 1."""
    encoder = Encoder()
    encoder.load(encoder_folder() / "model.safetensors")
    encoder.eval()
    found = []
    for s in sentences:
        ids = torch.tensor([[START, *(i for word in s.words for i in pieces.of(word)[0]), STOP]])
        mean = encoder(ids, torch.zeros_like(ids), torch.ones_like(ids).bool())[0].mean(0).numpy()
        found.append(mean / np.linalg.norm(mean))
    return np.stack(found)


if __name__ == "__main__":
    main()
