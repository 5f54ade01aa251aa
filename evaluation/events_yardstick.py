"""What training on a set itself would reach: `python -m evaluation.events_yardstick [DATA] [--analyzer NAME]`.

A linear classifier (softmax, numpy) is trained and tested by cross-validation on the sentences of
plover_relations_dev, whose actors are given, and set beside ours. That set may not be fitted on, so nothing of it
ships: it only says how much the sentences give away. Prints macro-F1 over types for ours and for what the classifier
sees: words, words and sentence vectors, and these with the types that we found.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.event_scores import Sentence, macro_f1, most_fitting
from evaluation.events import DEFAULT_FOLDER, RENAMED, plover_code, reading_of
from twosource.model import Event, Reading
from twosource.nlp import DEFAULT_ANALYZER

NAME = "plover_relations_dev.jsonl"
FOLDS, ROUNDS, RATE, DECAY = 10, 250, 0.05, 2e-4
VECTOR_WEIGHT = 1.5
_MARK = re.compile(r"<([st])>(.{0,500}?)</\1>", re.DOTALL)

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: what it says by name, its vector, its label, and the type of our most fitting event."""

    words: frozenset[str]
    found: frozenset[str]
    vector: Array
    label: str
    ours: str


def cases(path: Path, analyzer: str) -> list[Case]:
    """The sentences of the set, read."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_case(row, reading_of(row["text"], analyzer)) for row in rows if row["events"]]


def _case(row: dict[str, str | list[dict[str, str]]], reading: Reading) -> Case:
    event = row["events"][0]
    assert isinstance(event, dict)
    gold = Sentence(str(row["text"]), frozenset(), (event["source"],), (event["target"],))
    best = most_fitting(gold, reading.events)
    analysis = reading.analysis
    vector = analysis.sentences[0].vector if analysis and analysis.sentences else b""
    return Case(
        words=_words(str(row["marked"]), reading),
        found=frozenset(_found(best, reading.events)),
        vector=np.frombuffer(vector, dtype="<f2").astype(np.float32) if vector else np.zeros(384, np.float32),
        label=event["code"],
        ours=plover_code(best) if best else "",
    )


def _words(marked: str, reading: Reading) -> frozenset[str]:
    """Words and pairs of words with the actors as S and T, lemmas, and the words between the two actors."""
    text = _MARK.sub(lambda m: f" {m[1].upper()} ", marked)
    words = [w if w in ("S", "T") else w.lower() for w in re.findall(r"\w+|[^\w\s]", text)]
    marks = [i for i, w in enumerate(words) if w in ("S", "T")]
    between = words[min(marks) : max(marks) + 1] if marks else []
    sentences = reading.analysis.sentences if reading.analysis else ()
    lemmas = [t.lemma for s in sentences for t in s.tokens if t.upos in ("VERB", "NOUN")]
    roots = [t.lemma for s in sentences for t in s.tokens if t.head == -1]
    return frozenset((*words, *map(" ".join, itertools.pairwise(words)), *(f"between {w}" for w in between))) | {
        *(f"lemma {x}" for x in lemmas),
        *(f"root {x}" for x in roots),
    }


def _found(best: Event | None, events: Sequence[Event]) -> Iterable[str]:
    """Our types: of every event, and of the one whose parties the gold names best."""
    yield from (f"type {plover_code(e)}" for e in events)
    yield from (f"mode {m}" for e in events for m in e.mode)
    if best:
        yield from (f"best {plover_code(best)}", f"best {best.type}", f"best {best.anchor.exact.lower()}")


def matrix(chosen: Sequence[frozenset[str]], vectors: Sequence[Array] | None) -> Array:
    """A row of length 1 for each sentence over the names that two sentences share, beside its vector."""
    counts = Counter(name for names in chosen for name in names)
    columns = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n > 1))}
    table = np.zeros((len(chosen), len(columns)), np.float32)
    for i, names in enumerate(chosen):
        table[i, [columns[name] for name in names if name in columns]] = 1
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    return table if vectors is None else np.hstack([table, VECTOR_WEIGHT * np.stack(vectors)])


def train(rows: Array, labels: NDArray[np.int64], count: int) -> Array:
    """Weights of a softmax regression with decay, by Adam on all rows at once."""
    weights = np.zeros((rows.shape[1], count), np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    gold = np.eye(count, dtype=np.float32)[labels]
    for step in range(1, ROUNDS + 1):
        scores = rows @ weights
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        slope = rows.T @ (chances - gold) / len(rows) + DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def cross_validated(rows: Array, labels: Sequence[str]) -> float:
    """Macro-F1 over folds drawn by a fixed seed, each row judged by weights that have not seen it."""
    names = sorted(set(labels))
    numbers = np.array([names.index(label) for label in labels])
    order = list(range(len(labels)))
    random.Random(1).shuffle(order)
    guesses = [""] * len(labels)
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        rest = np.array(sorted(set(order) - set(held)))
        scores = rows[held] @ train(rows[rest], numbers[rest], len(names))
        for i, best in zip(held, scores.argmax(axis=1), strict=True):
            guesses[i] = names[int(best)]
    return macro_f1((frozenset({a}), frozenset({b})) for a, b in zip(labels, guesses, strict=True))


def report(found: Sequence[Case]) -> str:
    """A line for ours and for each choice of what the classifier sees."""
    labels = [case.label for case in found]
    pairs = [(RENAMED.get(c.label, frozenset({c.label})), frozenset({c.ours} - {""})) for c in found]
    words, vectors = [c.words for c in found], [c.vector for c in found]
    both = [c.words | c.found for c in found]
    return "\n".join(
        (
            f"{NAME}: {len(found)} sentences, macro-F1 of ours (nothing trained on them) {macro_f1(pairs):.3f}",
            f"trained on them, {FOLDS} folds: words {cross_validated(matrix(words, None), labels):.3f}, "
            f"with sentence vectors {cross_validated(matrix(words, vectors), labels):.3f}, "
            f"and with the types that we found {cross_validated(matrix(both, vectors), labels):.3f}",
        )
    )


def main(arguments: Sequence[str]) -> int:
    """Prints the yardstick; says so where the set is absent."""
    parser = argparse.ArgumentParser(description="What a classifier trained on the set itself reaches.")
    parser.add_argument("data", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--analyzer", default=DEFAULT_ANALYZER)
    options = parser.parse_args(arguments)
    path = options.data / "events" / NAME
    print(report(cases(path, options.analyzer)) if path.exists() else f"{NAME}: not in {path.parent}, left out")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
