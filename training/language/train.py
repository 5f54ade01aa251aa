"""The training loop: epochs over all sets, a checkpoint after each, which a later run takes up."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.language.augment import Changes
from training.language.batches import Batch, Encoded, Encoding, parts
from training.language.labelled import Labelled
from training.language.losses import WEIGHTS, loss
from training.language.network import Encoder, Joint

ENCODER_RATE, HEADS_RATE, WARM_UP = 2e-4, 1e-3, 0.06
PIECES = 1600
"""Pieces of a step, about 55 sentences."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run does; the same plan and threads give the same weights."""

    epochs: int
    folder: Path
    """Where checkpoints go."""
    seed: int = 1
    casing: bool = True
    """False: without the casing embedding (an ablation)."""
    swap: bool = True
    """False: names are not changed for others (an ablation)."""


def train(
    plan: Plan,
    model: Joint,
    encoding: Encoding,
    sentences: Sequence[Labelled],
    log: Callable[[str], None],
) -> None:
    """Trains the model in place; takes up the last checkpoint in the folder of the plan."""
    changes = Changes(sentences, swap=plan.swap)
    own = deepcopy(model.encoder)
    optimizer = _optimizer(model)
    steps = plan.epochs * sum(1 for _ in _epoch(plan, 0, encoding, sentences, changes))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: _rate(i / steps))
    first = _take_up(plan, model, optimizer, schedule)
    vectors = _vectors(own, encoding, sentences) if first < plan.epochs else torch.empty(0)
    for epoch in range(first, plan.epochs):
        torch.manual_seed(1000 * plan.seed + epoch)
        began, sums = time.monotonic(), Counter[str]()
        model.train()
        for some in _epoch(plan, epoch, encoding, sentences, changes):
            sums.update(_step(model, optimizer, _batch(plan, encoding, some), vectors))  # type: ignore[arg-type]
            sums["steps"] += 1
            schedule.step()
        means = " ".join(f"{name} {sums[name] / sums['steps']:.3f}" for name in WEIGHTS)
        log(f"epoch {epoch + 1} of {plan.epochs}: {time.monotonic() - began:.0f} s; {means}")
        _keep(plan, epoch + 1, model, optimizer, schedule)


def _batch(plan: Plan, encoding: Encoding, some: Sequence[Encoded]) -> Batch:
    batch = encoding.batch(some)
    if not plan.casing:
        batch.casing.zero_()
    return batch


def _step(model: Joint, optimizer: torch.optim.Optimizer, batch: Batch, vectors: Tensor) -> dict[str, float]:
    """One step of the optimizer; the losses of the batch."""
    # bfloat16 matrix products: 3 times as fast on one core with AVX512-BF16, twice on two; no worse results.
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = loss(model, batch, vectors)
    torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return {name: float(value.detach()) for name, value in losses.items()}


def _epoch(
    plan: Plan, epoch: int, encoding: Encoding, sentences: Sequence[Labelled], changes: Changes
) -> Iterator[list[Encoded]]:
    """The batches of an epoch; the same for the same seed and epoch."""
    rng = random.Random(f"{plan.seed}/{epoch}")
    encoded = [encoding.encode(*changes.change(s, i, rng)) for i, s in enumerate(sentences)]
    return parts(encoded, PIECES, rng)


def _optimizer(model: Joint) -> torch.optim.Optimizer:
    """Adam with two rates; the word embeddings stay as they are, so that words never seen in training keep their place
    among those that were.
    """
    model.encoder.words.weight.requires_grad_(False)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}], weight_decay=0.01, fused=True
    )


def _rate(share: float) -> float:
    """Up to the full rate over the first steps, then down to nothing in a line."""
    return share / WARM_UP if share < WARM_UP else max(0.0, (1 - share) / (1 - WARM_UP))


@torch.no_grad()
def _vectors(encoder: Encoder, encoding: Encoding, sentences: Sequence[Labelled]) -> Tensor:
    """The mean state of each sentence by the encoder as given, of length 1: what the vector head is to reproduce."""
    encoder.eval()
    encoded = [encoding.encode(s, i) for i, s in enumerate(sentences)]
    out = torch.zeros(len(sentences), 384)
    for some in parts(encoded, 8000, random.Random(0)):
        batch = encoding.batch(some)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = encoder(batch.ids, torch.zeros_like(batch.casing), batch.real).float()
        out[batch.order] = torch.nn.functional.normalize((states * batch.real[:, :, None]).sum(1), dim=-1)
    return out


def _keep(plan: Plan, epoch: int, model: Joint, *parts: object) -> None:
    plan.folder.mkdir(parents=True, exist_ok=True)
    new = plan.folder / "checkpoint.new"
    states = [part.state_dict() for part in parts]  # type: ignore[attr-defined]
    torch.save({"epoch": epoch, "of": plan.epochs, "model": model.state_dict(), "parts": states}, new)
    new.replace(plan.folder / "checkpoint.pt")


def _take_up(plan: Plan, model: Joint, *parts: object) -> int:
    """The epoch to go on with."""
    file = plan.folder / "checkpoint.pt"
    if not file.exists():
        return 0
    kept = torch.load(file, weights_only=True)
    if kept["of"] != plan.epochs:
        raise SystemExit(f"{file} is of a run of {kept['of']} epochs, not {plan.epochs}: give another folder")
    model.load_state_dict(kept["model"])
    for part, state in zip(parts, kept["parts"], strict=True):
        part.load_state_dict(state)  # type: ignore[attr-defined]
    return int(kept["epoch"])
