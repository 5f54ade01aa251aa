"""What parts of the design are worth: one epoch with and one without each. `python -m training.language.ablations`."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch

from training.language.__main__ import ROOT
from training.language.measure import measure
from training.language.prepare import kept_features, prepare
from training.language.sets.everything import held_back
from training.language.train import Plan, train

RUNS = ("everything", "no casing embedding", "no corpus of our own", "names not changed")
MEASURED = {"ewt-dev": ("upos", "las"), "gum-news": ("las",), "worldwide": ("names",), "wikigold-dev": ("names",),
            "re3d-dev": ("names",), "own-dev": ("names", "attribution")}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints one line of figures a run."""
    parser = argparse.ArgumentParser(prog="python -m training.language.ablations", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("runs", nargs="*", default=list(RUNS))
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    for name in given.runs:
        print(f"{name:24}", _run(name, given.data), flush=True)


def _run(name: str, data: Path) -> str:
    prepared = prepare(data, keep=lambda s: name != "no corpus of our own" or not s.set.startswith("own"))
    plan = Plan(epochs=1, folder=ROOT / "build" / "ablation", casing=name != "no casing embedding",
                swap=name != "names not changed")  # fmt: skip
    shutil.rmtree(plan.folder, ignore_errors=True)
    train(plan, prepared.model, prepared.encoding, prepared.sentences, lambda _: None)
    held, found = held_back(data), []
    for held_name, columns in MEASURED.items():
        sentences = [kept_features(s) for s in held[held_name]]
        figures = measure(prepared.model, prepared.encoding, sentences, casing=plan.casing)
        found += [f"{held_name} {column} {figures[column]:.1f}" for column in columns]
    return "; ".join(found)


if __name__ == "__main__":
    main()
