"""Whole documents as the model reads them: its labels, with the encoder's states of the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from training.language.batches import Encoding
from training.language.labelled import Labelled
from training.language.network import Joint
from twosource.nlp.shipped.decode import best_tree
from twosource.nlp.shipped.packs import LONGEST

_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence: what the model says of it, and of its words which clusters they belong to."""

    words: tuple[str, ...]
    upos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    mentions: list[str]
    """The type of the mention that each word heads by the model, empty for none."""
    types: list[str]
    """The likeliest type of each word, were it the head of a mention."""
    clusters: tuple[int, ...]
    states: Tensor
    """(words, WIDTH) of bfloat16."""

    def with_gold(self) -> Read:
        """The same with the labelled mentions in place of the model's; the types are still the model's."""
        marks = zip(self.types, self.clusters, strict=True)
        return replace(self, mentions=[kind if cluster >= 0 else "" for kind, cluster in marks])


Document = list[Read]


def read_documents(model: Joint, encoding: Encoding, sentences: Sequence[Labelled]) -> dict[str, Document]:
    """The texts that have clusters, in their order; a sentence too long for one reading is left out."""
    chosen = [s for s in sentences if s.clusters is not None and _pieces(encoding, s) <= LONGEST]
    order = sorted(range(len(chosen)), key=lambda i: len(chosen[i].words))
    found: dict[int, Read] = {}
    model.eval()
    for at in range(0, len(order), _TOGETHER):
        some = order[at : at + _TOGETHER]
        found.update(zip(some, _read(model, encoding, [chosen[i] for i in some]), strict=True))
    documents: dict[str, Document] = {}
    for i, s in enumerate(chosen):
        documents.setdefault(s.text, []).append(found[i])
    return documents


def _pieces(encoding: Encoding, s: Labelled) -> int:
    return sum(len(encoding.pieces.of(word)[0]) for word in s.words)


@torch.no_grad()
def _read(model: Joint, encoding: Encoding, some: Sequence[Labelled]) -> list[Read]:
    batch = encoding.batch([encoding.encode(s, i) for i, s in enumerate(some)])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        given = {k: v.float() for k, v in model(batch.ids, batch.casing, batch.real, batch.firsts).items()}
    return [_one(model, encoding, s, {k: v[i] for k, v in given.items()}) for i, s in enumerate(some)]


def _one(model: Joint, encoding: Encoding, s: Labelled, given: dict[str, Tensor]) -> Read:
    classes, n = encoding.inventory, len(s.words)
    heads = best_tree(given["arcs"][: n + 1, : n + 1].numpy())
    ends = given["label_word"][1 : n + 1], given["label_head"][torch.from_numpy(heads)]
    kinds = given["mentions"][1 : n + 1]
    return Read(
        words=s.words,
        upos=[classes.upos[i] for i in given["upos"][1 : n + 1].argmax(-1).tolist()],
        feats=[classes.feats[i] for i in given["feats"][1 : n + 1].argmax(-1).tolist()],
        heads=[h - 1 for h in heads.tolist()],
        deprels=[classes.deprels[i] for i in model.labels(*ends).argmax(-1).tolist()],
        mentions=[classes.mentions[i] for i in kinds.argmax(-1).tolist()],
        types=[classes.mentions[1:][i] for i in kinds[:, 1:].argmax(-1).tolist()],
        clusters=s.clusters or (),
        states=given["words"][1 : n + 1].bfloat16(),
    )
