"""What the licence costs: the model trained on with PolNeAR's attributions, of which nothing may ship.

`python -m training.language.licence_cost` goes over PolNeAR's training part, GUM and our own corpus once, from the last
checkpoint, and writes a model to measure with; put into the package's weights, `run_quotes.py` shows the difference.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from training.language.__main__ import ROOT
from training.language.links import train_links
from training.language.measure import measure
from training.language.prepare import prepare
from training.language.sets.polnear import polnear
from training.language.ship import ship
from training.language.train import Plan, train

BESIDE = ("gum-train", "own-train")
"""Sets that are read along, so that other heads forget nothing."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains, writes the model, prints attribution F1 on PolNeAR's development part before and after."""
    parser = argparse.ArgumentParser(prog="python -m training.language.licence_cost", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "language", help="where the checkpoint lies")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "build" / "polnear", help="where the model goes; never ship it"
    )
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    prepared = prepare(given.data)
    model, encoding = prepared.model, prepared.encoding
    model.load_state_dict(torch.load(given.work / "checkpoint.pt", weights_only=True)["model"])
    held = [s for s in polnear(given.data, "dev") if len(s.words) < 100]
    print("before", measure(model, encoding, held), flush=True)
    beside = [s for s in prepared.sentences if s.set in BESIDE]
    # GUM's attributions include what people think and see, by other rules: here PolNeAR's count.
    beside = [replace(s, attribution=None) if s.set == "gum-train" else s for s in beside]
    sentences = [*(s for s in polnear(given.data, "train") if len(s.words) < 80), *beside]
    train(Plan(epochs=1, folder=given.out), model, encoding, sentences, print)
    print("after", measure(model, encoding, held), flush=True)
    ship(given.out, model, train_links(model, encoding, prepared.sentences), encoding.inventory, prepared.vocabulary)


if __name__ == "__main__":
    main()
