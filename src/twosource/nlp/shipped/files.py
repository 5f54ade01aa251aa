"""The files of the shipped model: found, checked against their manifest, read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from twosource.errors import BrokenModel

FORMAT = 1
"""Version of the files' form; a model of another version is refused."""
MANIFEST = "manifest.json"
_AGAIN = "install twosource again (pip install --force-reinstall twosource), or go on without it: --analyzer rules"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The contents of a model: the graph, small weights, the vocabulary, the classes of each head."""

    graph: bytes
    weights: bytes
    vocabulary: str
    """A piece a line."""
    classes: Mapping[str, tuple[str, ...]]


def shipped_files() -> Traversable:
    """The folder in the package."""
    return files("twosource.nlp.shipped") / "weights"


def read_files(folder: Traversable) -> ModelFiles:
    """The model in a folder. Raises BrokenModel where a file is missing, cut short, changed or of another version."""
    manifest = _manifest(folder)
    graph, weights, vocabulary = (_checked(folder, name, manifest) for name in
                                 ("model.onnx", "heads.npz", "vocabulary.txt"))  # fmt: skip
    classes = {name: tuple(values) for name, values in manifest["classes"].items()}
    return ModelFiles(graph, weights, vocabulary.decode("utf-8"), classes)


def _manifest(folder: Traversable) -> dict[str, dict[str, list[str]]]:
    try:
        manifest = json.loads(_bytes(folder, MANIFEST))
        version = manifest["format"]
        if version == FORMAT and manifest["sha256"].keys() and manifest["classes"].keys():
            return dict(manifest)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BrokenModel(f"the language model's {MANIFEST} is damaged: {_AGAIN}") from None
    raise BrokenModel(f"the language model has form {version!r}, this twosource reads form {FORMAT}: {_AGAIN}")


def _checked(folder: Traversable, name: str, manifest: Mapping[str, Mapping[str, list[str]]]) -> bytes:
    content = _bytes(folder, name)
    if hashlib.sha256(content).hexdigest() != manifest["sha256"].get(name):
        size = f"{len(content):,} bytes"
        raise BrokenModel(f"the language model's {name} ({size}) is not the one that was shipped: {_AGAIN}")
    return content


def _bytes(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise BrokenModel(f"the language model's {name} cannot be read ({error.strerror}): {_AGAIN}") from None
