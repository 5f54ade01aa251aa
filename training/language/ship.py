"""Writes the files of the model, with a manifest by which they are checked when they are read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from training.language.export import export
from training.language.inventory import Inventory
from training.language.links import Scorer
from training.language.network import Joint
from training.language.small_weights import small_weights
from twosource.nlp.shipped.files import FORMAT, MANIFEST


def ship(folder: Path, model: Joint, scorer: Scorer, inventory: Inventory, vocabulary: str) -> None:
    """The four files of a model in `folder`, weights in 8-bit integers."""
    model.eval()
    contents = {
        "model.onnx": export(model).SerializeToString(),
        "heads.npz": small_weights(model, scorer),
        "vocabulary.txt": vocabulary.encode(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    manifest = {
        "format": FORMAT,
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        "classes": asdict(inventory),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
