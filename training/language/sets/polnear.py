"""PolNeAR: who says what in US political news. No licence is stated for its data: measured with, never shipped from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.language.labelled import Labelled
from twosource.text.sentences import split_sentences
from twosource.text.tokens import tokenize

_PARTS = (("content", "CONTENT"), ("source", "SPEAKER"), ("cue", "CUE"))
"""Fields of an attribution and their parts here; where attributions overlap, the later overwrites: a cue is a cue."""


def polnear(folder: Path, part: str) -> list[Labelled]:
    """The sentences of `train` or `dev`, labelled with attribution alone.

    Paragraphs that an annotator was unsure of are left out. Sentences and words are cut by our rules.
    """
    with (folder / "quotes" / f"polnear_{part}.jsonl").open(encoding="utf-8") as lines:
        return [s for line in lines for s in _sentences(json.loads(line), f"polnear-{part}")]


def _sentences(row: dict[str, Any], name: str) -> Iterator[Labelled]:
    text, kinds = row["text"], _kinds(row)
    at = 0
    for paragraph in text.split("\n"):
        for start, end in split_sentences(text, at, at + len(paragraph)):
            spans = tokenize(text, start, end)
            if spans and not any(a < end and start < b for a, b in row["unsure"]):
                words = tuple(text[a:b] for a, b in spans)
                marks = tuple(_marks([kinds[a] for a, _ in spans]))
                yield Labelled(name, "news", row["doc_id"], words, attribution=marks)
        at += len(paragraph) + 1


def _kinds(row: dict[str, Any]) -> list[str]:
    """The part that each character takes in an attribution; the outermost content, empty for none."""
    kinds = [""] * len(row["text"])
    outermost = sorted(row["quotes"], key=lambda q: -sum(b - a for a, b in q["content"]))
    taken: list[tuple[int, int]] = []
    for quote in outermost:
        spans = [(a, b) for field, _ in _PARTS for a, b in quote[field] or ()]
        if any(a < y and x < b for a, b in spans for x, y in taken):
            continue
        taken += spans
        for field, part in _PARTS:
            for a, b in quote[field] or ():
                kinds[a:b] = [part] * (b - a)
    return kinds


def _marks(kinds: list[str]) -> Iterator[str]:
    before = ""
    for kind in kinds:
        yield f"{'I' if kind == before else 'B'}-{kind}" if kind else "O"
        before = kind
