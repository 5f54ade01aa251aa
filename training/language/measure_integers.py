"""What the shipped integers lose against 32-bit numbers: `python -m training.language.measure_integers`.

Exports the last checkpoint both ways and runs both through the package's own code, names sentence by sentence.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from training.language.__main__ import ROOT
from training.language.export import export
from training.language.labelled import Labelled
from training.language.links import Scorer
from training.language.prepare import prepare
from training.language.sets.everything import held_back
from training.language.small_weights import small_weights
from twosource.nlp.shipped.files import ModelFiles
from twosource.nlp.shipped.network import Network
from twosource.nlp.spans import spans_of

SETS = ("ewt-dev", "gum-news", "gum-dev", "worldwide", "wikigold-dev", "own-dev")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints UPOS, LAS and names F1 of both exports, set by set."""
    parser = argparse.ArgumentParser(prog="python -m training.language.measure_integers", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "language", help="where the checkpoint lies")
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    prepared, held = prepare(given.data), held_back(given.data)
    prepared.model.load_state_dict(torch.load(given.work / "checkpoint.pt", weights_only=True)["model"])
    prepared.model.eval()
    small, classes = small_weights(prepared.model, Scorer()), asdict(prepared.encoding.inventory)
    for quantized in (False, True):
        graph = export(prepared.model, quantized=quantized).SerializeToString()
        network = Network(ModelFiles(graph, small, prepared.vocabulary, classes), 1)
        for name in SETS:
            print("integers" if quantized else "32 bits ", f"{name:13}", _figures(network, held[name]), flush=True)


def _figures(network: Network, sentences: Sequence[Labelled]) -> str:
    c: Counter[str] = Counter()
    for s in sentences:
        found = network.label(s.words)
        c["words"] += len(s.words)
        if s.upos is not None and s.heads is not None and s.deprels is not None:
            c["upos"] += sum(a == b for a, b in zip(found.upos, s.upos, strict=True))
            arcs = zip(found.heads, s.heads, found.deprels, s.deprels, strict=True)
            c["las"] += sum(head == gold and label == right for head, gold, label, right in arcs)
        if s.names is not None:
            ours, theirs = set(spans_of(found.names)), set(spans_of([marks[0] for marks in s.names]))
            c["both"] += len(ours & theirs)
            c["spans"] += len(ours) + len(theirs)
    shares = [f"{name} {100 * c[name] / c['words']:.2f}" for name in ("upos", "las") if c[name]]
    return "  ".join([*shares, *([f"names {200 * c['both'] / c['spans']:.2f}"] if c["spans"] else [])])


if __name__ == "__main__":
    main()
