"""Figures of a network on labelled sentences: UPOS, UAS, LAS, span F1 by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import torch

from training.language.batches import Encoding
from training.language.labelled import Labelled
from training.language.network import Joint
from twosource.nlp.shipped.decode import Marks, best_tree
from twosource.nlp.spans import spans_of


@torch.no_grad()
def measure(
    model: Joint, encoding: Encoding, sentences: Sequence[Labelled], *, casing: bool = True
) -> dict[str, float]:
    """UPOS, feats, UAS, LAS, names and attribution F1 in per cent, as far as the sentences are labelled."""
    model.eval()
    counts: Counter[str] = Counter()
    for at in range(0, len(sentences), 32):
        some = sentences[at : at + 32]
        batch = encoding.batch([encoding.encode(s, i) for i, s in enumerate(some)])
        if not casing:
            batch.casing.zero_()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            given = {k: v.float() for k, v in model(batch.ids, batch.casing, batch.real, batch.firsts).items()}
        for i, s in enumerate(some):
            _count({k: v[i, : len(s.words) + 1] if v.dim() > 2 else v[i] for k, v in given.items()}, s, model,
                   encoding, counts)  # fmt: skip
    return dict(_figures(counts))


def _count(given: dict[str, torch.Tensor], s: Labelled, model: Joint, encoding: Encoding, counts: Counter[str]) -> None:
    inventory, n = encoding.inventory, len(s.words)
    for name, gold, classes in (("upos", s.upos, inventory.upos), ("feats", s.feats, inventory.feats)):
        if gold is not None:
            best = given[name][1:].argmax(-1).tolist()
            counts[f"{name} right"] += sum(classes[k] == g for k, g in zip(best, gold, strict=True))
            counts[f"{name} all"] += n
    if s.heads is not None and s.deprels is not None:
        heads = best_tree(given["arcs"][:, : n + 1].numpy())
        labels = model.labels(given["label_word"][1:], given["label_head"][torch.from_numpy(heads)]).argmax(-1).tolist()
        right = [h - 1 == g for h, g in zip(heads.tolist(), s.heads, strict=True)]
        counts["uas right"] += sum(right)
        counts["las right"] += sum(
            r and inventory.deprels[k] == g for r, k, g in zip(right, labels, s.deprels, strict=True)
        )
        counts["uas all"] += n
        counts["las all"] += n
    if s.names is not None:
        _count_spans("names", given["names"][1:].numpy(), inventory.names, [m[0] for m in s.names], counts)
    if s.attribution is not None:
        _count_spans("attribution", given["attribution"][1:].numpy(), inventory.attribution, s.attribution, counts)


def _count_spans(name: str, scores: np.ndarray, classes: Sequence[str], gold: Sequence[str], c: Counter[str]) -> None:
    best = Marks(classes).best(scores, [0, len(scores)]).tolist()
    found, right = set(spans_of([classes[k] for k in best])), set(spans_of(gold))
    c[f"{name} found"] += len(found)
    c[f"{name} gold"] += len(right)
    c[f"{name} both"] += len(found & right)
    for label in {x[2] for x in found | right}:
        c[f"{name}/{label} found"] += sum(x[2] == label for x in found)
        c[f"{name}/{label} gold"] += sum(x[2] == label for x in right)
        c[f"{name}/{label} both"] += sum(x[2] == label for x in found & right)


def _figures(c: Counter[str]) -> Iterator[tuple[str, float]]:
    for key in sorted(c):
        name, _, what = key.rpartition(" ")
        if what == "all":
            yield name, round(100 * c[f"{name} right"] / c[key], 2)
        elif what == "gold":
            total = c[f"{name} found"] + c[key]
            yield name, round(200 * c[f"{name} both"] / total, 2) if total else 0.0
