"""Runs the model: the words of one sentence in, its labels out. The one door to `onnxruntime`."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.errors import BrokenModel
from twosource.nlp.shipped.decode import Marks, best_tree
from twosource.nlp.shipped.files import AGAIN, ModelFiles
from twosource.nlp.shipped.link_scores import LinkScorer
from twosource.nlp.shipped.pieces import START, STOP, Pieces

LONGEST = 254
"""Pieces read at once, 256 with both ends; a longer sentence (tables, hostile text) is read in parts."""
_PLAIN = ("upos", "feats", "names", "attribution", "mentions")
Floats = NDArray[np.float32]
_Part = list[tuple[tuple[int, ...], tuple[int, ...]]]
"""Words as their pieces and the rows of their casing."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the model says of a sentence; all but `vector` and the links run in step with its words."""

    upos: list[str]
    feats: list[str]
    heads: list[int]
    """Index of the head in the sentence, -1 for the root."""
    deprels: list[str]
    names: list[str]
    """BIO marks."""
    attribution: list[str]
    mentions: list[str]
    """The type of the mention that the word heads, empty for none."""
    link_word: Floats
    link_head: Floats
    """States (words, 64) by which a mention is compared with those before it."""
    vector: Floats
    """384 numbers of length 1."""


class Network:
    """A loaded model; may be shared between threads, and with forks of its process."""

    def __init__(self, files: ModelFiles, threads: int) -> None:
        self.pieces = Pieces(files.vocabulary)
        self.classes = files.classes
        self._session: Any = _Session(files.graph, threads)
        weights = np.load(io.BytesIO(files.weights), allow_pickle=False)
        self._label, self._label_bias = weights["label"], weights["label_bias"]
        self.scorer = LinkScorer(weights)
        self._slices = _slices([len(self.classes[name]) for name in _PLAIN])
        if (self._session.width("plain"), self._label.shape[1]) != self._sizes():
            raise BrokenModel(f"the language model's classes are not those of its graph: {AGAIN}")
        self._names, self._attribution = Marks(self.classes["names"]), Marks(self.classes["attribution"])

    def _sizes(self) -> tuple[int, int]:
        """How many classes the heads have that are read from words, and that which is read from arcs."""
        return self._slices[-1].stop, len(self.classes["deprels"])

    def label(self, words: Sequence[str]) -> Labels:
        """The labels of a sentence of one word at least; they depend on these words alone."""
        found = [self._part(part) for part in self._parts(words)]
        return found[0] if len(found) == 1 else _joined(found)

    def vector(self, words: Sequence[str], most: int) -> Floats:
        """What a passage of one word at least is about: 384 numbers of length 1, from the words in its first pieces.

        At most `most` pieces are read, `LONGEST` of them at the utmost, at once and whatever sentences they are of.
        """
        vector: Floats = self._session.run(["vector"], _given(next(self._parts(words, min(most, LONGEST)))))[0]
        return vector

    def _parts(self, words: Sequence[str], longest: int = LONGEST) -> Iterator[_Part]:
        part: _Part = []
        size = 0
        for word in words:
            own = self.pieces.of(word)
            if part and size + len(own[0]) > longest:
                yield part
                part, size = [], 0
            part.append(own)
            size += len(own[0])
        yield part

    def _part(self, part: _Part) -> Labels:
        given = _given(part)
        plain, arcs, states, vector = self._session.run(["plain", "arcs", "states", "vector"], given)
        return self._labels(plain, arcs, states, vector)

    def _labels(self, plain: Floats, arcs: Floats, states: Floats, vector: Floats) -> Labels:
        upos, feats, names, attribution, mentions = (plain[1:, own] for own in self._slices)
        heads = best_tree(arcs)
        n = self._label.shape[0]
        ends = np.maximum(states[1:, :n] + states[heads, n : 2 * n], 0)
        deprels = (ends @ self._label + self._label_bias).argmax(1)
        links = states[1:, 2 * n :].copy()  # labels are kept, the other states are not
        half = links.shape[1] // 2
        return Labels(
            upos=self._named("upos", upos.argmax(1)),
            feats=self._named("feats", feats.argmax(1)),
            heads=[h - 1 for h in heads.tolist()],
            deprels=self._named("deprels", deprels),
            names=self._named("names", self._names.best(names[None])[0]),
            attribution=self._named("attribution", self._attribution.best(attribution[None])[0]),
            mentions=self._named("mentions", mentions.argmax(1)),
            link_word=links[:, :half],
            link_head=links[:, half:],
            vector=vector,
        )

    def _named(self, head: str, indices: NDArray[np.int64]) -> list[str]:
        classes = self.classes[head]
        return [classes[i] for i in indices.tolist()]


def _slices(sizes: Sequence[int]) -> list[slice]:
    """Where runs of columns of these sizes stand beside one another."""
    ends = list(accumulate(sizes))
    return [slice(end - size, end) for end, size in zip(ends, sizes, strict=True)]


class _Session:
    """A session of onnxruntime that is opened anew in a fork of its process, where its threads are gone.

    The one it leaves behind stays: to close it would be to wait for them. A session of one thread has none.
    """

    def __init__(self, graph: bytes, threads: int) -> None:
        self._graph, self._threads = graph if threads > 1 else b"", threads
        self._opened = {os.getpid(): _session(graph, threads)}

    def run(self, names: Sequence[str], given: Mapping[str, Any]) -> Sequence[Floats]:
        """The outputs of these names."""
        process = os.getpid() if self._graph else next(iter(self._opened))
        if process not in self._opened:
            self._opened[process] = _session(self._graph, self._threads)
        found: Sequence[Floats] = self._opened[process].run(names, given)
        return found

    def width(self, name: str) -> int:
        """How many columns an output has."""
        (session,) = self._opened.values()
        return next(int(output.shape[1]) for output in session.get_outputs() if output.name == name)


def _given(part: _Part) -> dict[str, NDArray[np.int64]]:
    """What the graph takes: pieces between both ends, their rows of the casing embedding, where each word begins."""
    ids, casing, firsts = [START], [0], [0]
    for own, rows in part:
        firsts.append(len(ids))
        ids.extend(own)
        casing.extend(rows)
    return {"ids": np.array([*ids, STOP]), "casing": np.array([*casing, 0]), "firsts": np.array(firsts)}


def _session(graph: bytes, threads: int) -> Any:
    """Raises BrokenModel where onnxruntime is not there or cannot read the graph."""
    try:
        import onnxruntime
    except ImportError as error:
        raise BrokenModel(f"onnxruntime cannot be imported ({error}): pip install onnxruntime, or go on without the "
                          "language model: --analyzer rules") from error  # fmt: skip
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors have no common class
        reason = " ".join(str(error).split())[:200]
        version = onnxruntime.__version__
        raise BrokenModel(f"onnxruntime {version} cannot read the language model ({reason}): {AGAIN}") from error


def _joined(parts: Sequence[Labels]) -> Labels:
    """A sentence read in parts: the roots of later parts hang from that of the first."""
    heads: list[int] = []
    deprels: list[str] = []
    root = parts[0].heads.index(-1)
    for part in parts:
        at = len(heads)
        own = [at + h if h >= 0 else (root if at else -1) for h in part.heads]
        deprels += [r if h >= 0 or not at else "parataxis" for h, r in zip(part.heads, part.deprels, strict=True)]
        heads += own
    vector = np.sum([len(p.heads) * p.vector for p in parts], axis=0)
    return Labels(
        **{name: [x for p in parts for x in getattr(p, name)] for name in ("upos", "feats", "names", "attribution",
                                                                           "mentions")},
        heads=heads,
        deprels=deprels,
        link_word=np.concatenate([p.link_word for p in parts]),
        link_head=np.concatenate([p.link_head for p in parts]),
        vector=vector / max(float(np.linalg.norm(vector)), 1e-9),
    )  # fmt: skip
