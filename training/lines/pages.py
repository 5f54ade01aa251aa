"""Training rows from annotated pages: lines, whether each is the report itself, how much each weighs."""

from __future__ import annotations

import difflib
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from twosource.articles.features import Matrix, features
from twosource.articles.lines import Line, split_lines
from twosource.text.markup import visible_text

_WORD = re.compile(r"\w+")
UNKNOWN = -1.0
"""Label of a line that neither counts for nor against: titles of clean cuts, lines without words."""


@dataclass(frozen=True)
class Sample:
    """One text to learn from; `page` keeps the texts of one page in one fold."""

    page: int
    lines: Sequence[Line]
    rows: Matrix
    labels: np.ndarray

    def weights(self) -> np.ndarray:
        """By words, as shares of the page's body, capped; every line counts a little. Unknown lines count nothing."""
        words = np.array([max(1, len(line.words)) for line in self.lines], float)
        share = np.minimum(words / max(1.0, words[self.labels > 0.5].sum()), 0.25)
        weight = 0.7 * share / max(share.sum(), 0.5) + 0.3 / len(self.lines)
        weight[self.labels < 0] = 0.0
        return weight


def read_pages(path: str) -> list[dict[str, Any]]:
    """The annotated pages that have a body."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [page for page in map(json.loads, file) if page["body"]]


def samples(pages: Sequence[dict[str, Any]], seed: int = 1) -> Iterator[Sample]:
    """Each page as flattened and as visible text, and three cuts of its body: whole, a part, a part with residue."""
    draw = random.Random(seed)
    labelled = [(split_lines(page["flat"]), _labels(split_lines(page["flat"]), page["body"])) for page in pages]
    residue = [
        line.text
        for lines, labels in labelled
        for line, x in zip(lines, labels, strict=True)
        if 0 <= x < 0.2 and len(line.text) < 200
    ]
    for i, page in enumerate(pages):
        yield _sample(i, *labelled[i])
        visible = split_lines(visible_text(page["html"]).text)
        yield _sample(i, visible, _labels(visible, page["body"]))
        for kind in ("whole", "part", "soiled"):
            sample = _cut(i, page, kind, draw, residue)
            if sample is not None:
                yield sample


def _sample(page: int, lines: Sequence[Line], labels: Sequence[float]) -> Sample:
    return Sample(page, lines, features(lines), np.array(labels))


def _labels(lines: Sequence[Line], body: str) -> list[float]:
    """For each line the share of its words that align with the annotated body, in runs of four or whole lines."""
    words, owner = [], []
    for i, line in enumerate(lines):
        for word in _WORD.findall(line.text.lower()):
            words.append(word)
            owner.append(i)
    total = np.bincount(owner, minlength=len(lines))
    hits = np.zeros(len(lines))
    matcher = difflib.SequenceMatcher(None, words, _WORD.findall(body.lower()), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        for i in owner[start : start + size]:
            hits[i] += size >= min(4, total[i])
    return [hit / n if n else UNKNOWN for hit, n in zip(hits, total, strict=True)]


def _cut(i: int, page: dict[str, Any], kind: str, draw: random.Random, residue: Sequence[str]) -> Sample | None:
    body = [line.text for line in split_lines(page["body"])]
    title = [(" ".join(page["title"].split()), UNKNOWN)] if page["title"] and draw.random() < 0.7 else []
    if kind != "whole":
        size = draw.randint(1, min(len(body), 25))
        start = draw.choice([0, 0, draw.randint(0, len(body) - size)])
        body = body[start : start + size]
    parts = [(text, 1.0) for text in body]
    if kind == "soiled":
        for _ in range(draw.randint(1, 3)):
            parts.insert(draw.randint(0, len(parts)), (draw.choice(residue), 0.0))
        title = [(draw.choice(residue), 0.0) for _ in range(draw.randint(0, 4))] + title
        parts += [(draw.choice(residue), 0.0) for _ in range(draw.randint(0, 5))]
    parts = [(text.strip(), label) for text, label in title + parts if text.strip()]
    lines = split_lines(draw.choice(["\n\n", "\n\n", "\n"]).join(text for text, _ in parts))
    return _sample(i, lines, [label for _, label in parts]) if len(lines) == len(parts) else None
