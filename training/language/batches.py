"""Batches of sentences of like length, as tensors; what a set does not label is masked."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.language.inventory import Inventory
from training.language.labelled import Labelled
from twosource.nlp.shipped.pieces import PAD, START, STOP, Pieces

NONE = -100
"""The class of what is not labelled; the losses pass it over."""
LONGEST = 160
"""Pieces of a training sentence at most; 19 of 17,000 sentences are longer and left out."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as numbers; word 0 is the root."""

    ids: list[int]
    casing: list[int]
    firsts: list[int]
    heads: list[int]
    deprels: list[int]
    plain: dict[str, list[int]]
    names: list[list[int]]
    """For each word the classes it may bear; empty: not labelled."""
    order: int
    """Where the sentence stands in the training list, by which its vector is found; -1: its words were changed."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step; `names` is (batch, words, classes) of bool."""

    ids: Tensor
    casing: Tensor
    real: Tensor
    firsts: Tensor
    heads: Tensor
    deprels: Tensor
    plain: dict[str, Tensor]
    names: Tensor
    order: Tensor


class Encoding:
    """Turns labelled sentences into numbers."""

    def __init__(self, pieces: Pieces, inventory: Inventory) -> None:
        self.pieces, self.inventory = pieces, inventory
        self._index = {
            name: {value: i for i, value in enumerate(getattr(inventory, name))} for name in inventory.__slots__
        }

    def encode(self, s: Labelled, order: int) -> Encoded:
        """The sentence as numbers."""
        ids, rows, firsts = [START], [0], [0]
        for word in s.words:
            own, casing = self.pieces.of(word)
            firsts.append(len(ids))
            ids.extend(own)
            rows.extend(casing)
        plain = {
            name: self._column(name, getattr(s, name), len(s.words))
            for name in ("upos", "feats", "attribution", "mentions")
        }
        heads = [NONE, *(h + 1 for h in s.heads)] if s.heads is not None else [NONE] * (len(s.words) + 1)
        index = self._index["names"]
        names = [[], *([index[m] for m in marks] for marks in s.names)] if s.names is not None else [[]] * len(firsts)
        deprels = self._column("deprels", s.deprels, len(s.words))
        return Encoded([*ids, STOP], [*rows, 0], firsts, heads, deprels, plain, names, order)

    def _column(self, name: str, values: Sequence[str] | None, n: int) -> list[int]:
        if values is None:
            return [NONE] * (n + 1)
        return [NONE, *(self._index[name].get(value, NONE) for value in values)]

    def batch(self, some: Sequence[Encoded]) -> Batch:
        """The sentences side by side, padded to the longest."""
        words, width = max(len(s.firsts) for s in some), len(self.inventory.names)
        names = torch.zeros(len(some), words, width, dtype=torch.bool)
        for i, s in enumerate(some):
            for j, marks in enumerate(s.names):
                names[i, j, marks] = True
        ids = _padded([s.ids for s in some], PAD)
        return Batch(
            ids=ids,
            casing=_padded([s.casing for s in some], 0),
            real=_padded([[1] * len(s.ids) for s in some], 0).bool(),
            firsts=_padded([s.firsts for s in some], 0),
            heads=_padded([s.heads for s in some], NONE),
            deprels=_padded([s.deprels for s in some], NONE),
            plain={name: _padded([s.plain[name] for s in some], NONE) for name in some[0].plain},
            names=names,
            order=torch.tensor([s.order for s in some]),
        )


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    out = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def parts(sentences: Sequence[Encoded], pieces: int, rng: random.Random) -> Iterator[list[Encoded]]:
    """Batches of at most `pieces` pieces, padding counted: of like length, in random order."""
    order = sorted(sentences, key=lambda s: (len(s.ids) + rng.randrange(4), rng.random()))
    batches: list[list[Encoded]] = [[]]
    for s in order:
        longest = max(len(s.ids), *(len(x.ids) for x in batches[-1])) if batches[-1] else len(s.ids)
        if batches[-1] and longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
        batches[-1].append(s)
    rng.shuffle(batches)
    yield from batches
