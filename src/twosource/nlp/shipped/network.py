"""Runs the model: the words of sentences in, their labels out. The one door to `onnxruntime`."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.errors import BrokenModel
from twosource.nlp.shipped.decode import Marks, best_tree
from twosource.nlp.shipped.files import AGAIN, ModelFiles
from twosource.nlp.shipped.link_scores import LinkScorer
from twosource.nlp.shipped.packs import LONGEST, Pack, cut, packs
from twosource.nlp.shipped.pieces import Pieces

_PLAIN = ("upos", "feats", "names", "attribution", "mentions")
Floats = NDArray[np.float32]


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
        self._runs = {name: Marks(self.classes[name]) for name in ("names", "attribution")}

    def _sizes(self) -> tuple[int, int]:
        """How many classes the heads have that are read from words, and that which is read from arcs."""
        return self._slices[-1].stop, len(self.classes["deprels"])

    def label(self, words: Sequence[str]) -> Labels:
        """The labels of a sentence of one word at least; they depend on these words alone."""
        return self.label_all([words])[0]

    def label_all(self, sentences: Sequence[Sequence[str]]) -> list[Labels]:
        """The labels of each sentence: the same, bit for bit, as if it were read alone."""
        parts = [list(cut(words, self.pieces)) for words in sentences]
        read = dict[int, Labels]()
        for pack in packs([part for own in parts for part in own]):
            read.update(zip(pack.at, self._read(pack), strict=True))
        ends = accumulate(map(len, parts))
        return [_joined([read[i] for i in range(end - len(own), end)]) for own, end in zip(parts, ends, strict=True)]

    def vector(self, words: Sequence[str], most: int) -> Floats:
        """What a passage of one word at least is about: 384 numbers of length 1, from the words in its first pieces.

        At most `most` pieces are read, `LONGEST` of them at the utmost, at once and whatever sentences they are of.
        """
        (pack,) = packs([next(cut(words, self.pieces, min(most, LONGEST)))])
        vector: Floats = self._session.run(["vector"], pack.given)[0][0]
        return vector

    def _read(self, pack: Pack) -> Iterator[Labels]:
        plain, arcs, states, vectors = self._session.run(["plain", "arcs", "states", "vector"], pack.given)
        trees = [best_tree(own[np.ix_(at, at)]) for own, at in zip(arcs, pack.firsts, strict=True)]
        words = _flat((at[1:] for at in pack.firsts), pack.length)
        heads = _flat((at[tree] for at, tree in zip(pack.firsts, trees, strict=True)), pack.length)
        ends = [0, *accumulate(map(len, trees))]
        states = states.reshape(-1, states.shape[-1])
        marks = self._marks(plain.reshape(-1, plain.shape[-1])[words], ends)
        n = self._label.shape[0]
        joints = np.maximum(states[words, :n] + states[heads, n : 2 * n], 0)
        links = states[words, 2 * n :]
        half = links.shape[1] // 2
        for i, tree in enumerate(trees):
            own = slice(ends[i], ends[i + 1])
            deprels = (joints[own] @ self._label + self._label_bias).argmax(1)
            yield Labels(
                **{name: found[own] for name, found in marks.items()},
                heads=[head - 1 for head in tree.tolist()],
                deprels=self._named("deprels", deprels),
                link_word=links[own, :half].copy(),  # labels are kept, what was read beside them is not
                link_head=links[own, half:].copy(),
                vector=vectors[i].copy(),
            )

    def _marks(self, scores: Floats, ends: Sequence[int]) -> dict[str, list[str]]:
        """What the plain heads say of the words of sentences; `ends` are 0 and where each of these ends."""
        found = {}
        for name, own in zip(_PLAIN, self._slices, strict=True):
            runs = self._runs.get(name)
            best = runs.best(scores[:, own], ends) if runs else scores[:, own].argmax(1)
            found[name] = self._named(name, best)
        return found

    def _named(self, head: str, indices: NDArray[np.int64]) -> list[str]:
        classes = self.classes[head]
        return [classes[i] for i in indices.tolist()]


def _flat(places: Iterable[NDArray[np.int64]], length: int) -> NDArray[np.int64]:
    """Places in sentences of this length as places among all their pieces."""
    return np.concatenate([own + i * length for i, own in enumerate(places)])


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
        return next(int(output.shape[-1]) for output in session.get_outputs() if output.name == name)


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
    slow = ["SkipLayerNormFusion"]  # takes 200 us where an addition and a layer norm take 35 (120 pieces)
    try:
        return onnxruntime.InferenceSession(graph, options, ["CPUExecutionProvider"], disabled_optimizers=slow)
    except Exception as error:  # onnxruntime's errors have no common class
        reason = " ".join(str(error).split())[:200]
        version = onnxruntime.__version__
        raise BrokenModel(f"onnxruntime {version} cannot read the language model ({reason}): {AGAIN}") from error


def _joined(parts: Sequence[Labels]) -> Labels:
    """A sentence read in parts: the roots of later parts hang from that of the first."""
    if len(parts) == 1:
        return parts[0]
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
