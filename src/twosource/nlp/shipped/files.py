"""The files of the shipped model: found, checked against their manifest, read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from twosource.errors import BrokenModel

FORMAT = 2
"""Version of the files' form; a model of another version is refused."""
MANIFEST = "manifest.json"
AGAIN = "install twosource again (pip install --force-reinstall twosource), or go on without it: --analyzer rules"
"""What an error says last: how to get the model back."""
HEADS = ("upos", "feats", "deprels", "names", "attribution", "mentions")
"""What the manifest must give the classes of."""


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
    digests, classes = _manifest(folder)
    graph, weights, vocabulary = (_checked(folder, name, digests) for name in
                                  ("model.onnx", "heads.npz", "vocabulary.txt"))  # fmt: skip
    return ModelFiles(graph, weights, vocabulary.decode("utf-8"), classes)


def _manifest(folder: Traversable) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The digest of each file and the classes of each head."""
    try:
        manifest = json.loads(_bytes(folder, MANIFEST))
        version = manifest["format"]
        if version == FORMAT:
            digests = {str(name): str(digest) for name, digest in manifest["sha256"].items()}
            return digests, {name: tuple(map(str, manifest["classes"][name])) for name in HEADS}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BrokenModel(f"the language model's {MANIFEST} is damaged: {AGAIN}") from None
    raise BrokenModel(f"the language model has form {version!r}, this twosource reads form {FORMAT}: {AGAIN}")


def _checked(folder: Traversable, name: str, digests: Mapping[str, str]) -> bytes:
    content = _bytes(folder, name)
    if hashlib.sha256(content).hexdigest() != digests.get(name):
        size = f"{len(content):,} bytes"
        raise BrokenModel(f"the language model's {name} ({size}) is not the one that was shipped: {AGAIN}")
    return content


def _bytes(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise BrokenModel(f"the language model's {name} cannot be read ({error.strerror}): {AGAIN}") from None
