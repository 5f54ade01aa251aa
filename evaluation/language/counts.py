"""Counts of what an analyzer has right: words of a tree, and spans of names where a word may bear several marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from training.language.labelled import Labelled, Marks
from training.language.sets.features import reduced
from training.language.sets.marks import LABELS
from twosource.nlp.base import WordLabels
from twosource.nlp.spans import spans_of

Figures = dict[str, float]
"""Name of a figure to its value: shares in per cent, counts as they are."""
ALL = "all"


@dataclass(slots=True)
class Found:
    """How many spans of one kind are right, were found, are in the gold labels."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, *, found: bool, gold: bool) -> None:
        """One span: in both it is right."""
        self.right += found and gold
        self.found += found
        self.gold += gold

    def figures(self) -> Figures:
        """Precision, recall and F1 as the scorers round them, and how many there are in the gold labels."""
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.gold if self.gold else 0.0
        f1 = 200 * p * r / (p + r) if p + r else 0.0
        return {"P": round(100 * p, 1), "R": round(100 * r, 1), "F1": round(f1, 1), "gold": self.gold}


@dataclass(slots=True)
class Words:
    """How many words there are, and how many have each layer right."""

    right: Counter[str] = field(default_factory=Counter)
    total: int = 0

    def add(self, gold: Labelled, found: WordLabels) -> None:
        """One sentence that has the four layers of syntax."""
        if gold.upos is None or gold.feats is None or gold.heads is None or gold.deprels is None:
            return
        heads = [a == b for a, b in zip(found.heads, gold.heads, strict=True)]
        self.total += len(gold.words)
        self.right["UPOS"] += _same(found.upos, gold.upos)
        self.right["feats"] += _same(found.feats, map(reduced, gold.feats, gold.upos))
        self.right["UAS"] += sum(heads)
        labels = zip(heads, found.deprels, gold.deprels, strict=True)
        self.right["LAS"] += sum(right and a == b for right, a, b in labels)

    def figures(self) -> Figures:
        """The share of each layer; features are those that the model learns (training/language/sets/features.py)."""
        shares = {name: round(100 * self.right[name] / self.total, 2) for name in ("UPOS", "feats", "UAS", "LAS")}
        return {**shares, "words": self.total}


def _same(found: Iterable[str], gold: Iterable[str]) -> int:
    return sum(a == b for a, b in zip(found, gold, strict=True))


class Judged(NamedTuple):
    """A name that was found, is in the gold labels, or both."""

    label: str
    found: bool
    gold: bool


def judge(marks: Marks, names: Sequence[str]) -> Iterator[Judged]:
    """The names of a sentence, found as BIO marks, held against the marks that each word may bear.

    A name is right where the gold name of just these words may bear its label; it then counts under that label, and a
    gold name that is missed under the first it may bear. What the marks leave open counts neither way.
    """
    gold = {(start, end): labels for start, end, labels in sure_names(marks)}
    for start, end, label in spans_of(names):
        if label in gold.get((start, end), ()):
            del gold[start, end]
            yield Judged(label, found=True, gold=True)
        elif not _left_open(marks[start:end], label):
            yield Judged(label, found=True, gold=False)
    for labels in gold.values():
        yield Judged(labels[0], found=False, gold=True)


def sure_names(marks: Marks) -> list[tuple[int, int, tuple[str, ...]]]:
    """Start, end and possible labels of the names that are names in any case."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for i, allowed in enumerate(marks):
        if "O" in allowed:
            continue
        if allowed[0].startswith("B-") or not found or found[-1][1] != i:
            found.append((i, i + 1, tuple(mark[2:] for mark in allowed)))
        else:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def _left_open(marks: Marks, label: str) -> bool:
    """Whether these words may be no name, and may be this one."""
    return all("O" in allowed for allowed in marks) and all(
        f"{'I' if i else 'B'}-{label}" in allowed for i, allowed in enumerate(marks)
    )


def by_label(judged: Iterable[Judged]) -> dict[str, Found]:
    """The counts of each label, in the order of the guideline, after those of all."""
    counts = {label: Found() for label in (ALL, *LABELS)}
    for name in judged:
        for label in (ALL, name.label):
            counts[label].add(found=name.found, gold=name.gold)
    return {label: count for label, count in counts.items() if label == ALL or count.found or count.gold}
