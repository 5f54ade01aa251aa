"""One command from the data folder to the shipped model: `python -m training.language --data FOLDER`.

About an hour on two cores. Stopped and begun again it goes on after the last whole epoch.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from training.language.links import train_links
from training.language.prepare import Prepared, prepare
from training.language.ship import ship
from training.language.train import Plan, train

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "twosource" / "nlp" / "shipped" / "weights"
EPOCHS = 18


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains, learns links, exports."""
    parser = argparse.ArgumentParser(prog="python -m training.language", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="the folder of open sets")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "language", help="where checkpoints go")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the model's files go")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    began = time.monotonic()
    prepared = prepare(given.data)
    _log(f"{len(prepared.sentences)} sentences, {sum(len(s.words) for s in prepared.sentences)} words")
    _make(given.epochs, given.work, given.out, prepared)
    _log(f"done in {(time.monotonic() - began) / 60:.0f} minutes: {given.out}; now: python -m evaluation.language")


def _make(epochs: int, work: Path, out: Path, prepared: Prepared) -> None:
    model, encoding = prepared.model, prepared.encoding
    train(Plan(epochs=epochs, folder=work), model, encoding, prepared.sentences, _log)
    scorer = train_links(model, encoding, prepared.sentences)
    ship(out, model, scorer, encoding.inventory, prepared.vocabulary)


def _log(text: str) -> None:
    print(time.strftime("%H:%M:%S"), text, flush=True)


if __name__ == "__main__":
    main()
