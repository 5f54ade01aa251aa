"""What the network is trained on: one loss a layer of labels, added up."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as f

from training.language.batches import NONE, Batch
from training.language.network import LABEL, Joint

WEIGHTS = {"upos": 0.5, "feats": 0.5, "arcs": 1.0, "deprels": 1.0, "names": 1.0, "attribution": 0.5, "mentions": 0.2,
           "vector": 2.0}  # fmt: skip
_NEVER = -1e4


def loss(model: Joint, batch: Batch, vectors: Tensor) -> dict[str, Tensor]:
    """The weighted losses of a batch by layer; `vectors` are the encoder's own, by order in the training list."""
    given = model(batch.ids, batch.casing, batch.real, batch.firsts)
    parts = {name: _plain(given[name], batch.plain[name]) for name in batch.plain}
    parts["arcs"], parts["deprels"] = _arcs(model, given, batch)
    parts["names"] = _names(given["names"].float(), batch.names)
    known = batch.order >= 0
    if known.any():
        parts["vector"] = (1 - (given["vector"][known] * vectors[batch.order[known]]).sum(-1)).mean()
    return {name: WEIGHTS[name] * value for name, value in parts.items()}


def _plain(scores: Tensor, classes: Tensor) -> Tensor:
    wanted = classes != NONE
    if not wanted.any():
        return scores.sum() * 0
    return f.cross_entropy(scores[wanted].float(), classes[wanted])


def _arcs(model: Joint, given: dict[str, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """Loss of heads, and of arc labels given the right heads."""
    wanted = batch.heads != NONE
    if not wanted.any():
        none = given["arcs"].sum() * 0
        return none, none
    lengths = (batch.firsts > 0).sum(1) + 1
    outside = torch.arange(batch.firsts.shape[1])[None, :] >= lengths[:, None]
    arcs = given["arcs"].float().masked_fill(outside[:, None, :], _NEVER)
    heads = batch.heads.clamp(min=0)
    of_head = given["label_head"].gather(1, heads[:, :, None].expand(-1, -1, LABEL))
    labels = model.labels(given["label_word"][wanted], of_head[wanted]).float()
    return f.cross_entropy(arcs[wanted], batch.heads[wanted]), f.cross_entropy(
        labels, batch.deprels[wanted], ignore_index=NONE
    )


def _names(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the probability that a word bears one of the marks it may bear."""
    wanted = allowed.any(-1)
    if not wanted.any():
        return scores.sum() * 0
    scores, allowed = scores[wanted], allowed[wanted]
    within = scores.masked_fill(~allowed, _NEVER).logsumexp(-1)
    return (scores.logsumexp(-1) - within).mean()
