"""The event mentions of ECB+ on the words of its texts, as this project reads them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

TOKEN = re.compile(r"\w+|[^\w\s]")
SHIFTS = (0, -1, -2)
"""Lines by which the sentences of a text may be counted otherwise: ECB+ counts its address and its date."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: its text, which of its text's mentions it is, where its first word begins, its chain and topic."""

    text: str
    number: int
    start: int
    chain: str
    topic: str


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def marked(texts: Mapping[str, str], rows: Sequence[dict[str, Any]]) -> Iterator[Marked]:
    """The mentions, by text and in their order; those whose word does not stand there (0.6%) are left out."""
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_text[row["doc_id"]].append(row)
    for name, mentions in by_text.items():
        placed = [_starts(texts[name].split("\n"), mentions, shift) for shift in SHIFTS]
        best = max(placed, key=lambda starts: sum(s is not None for s in starts))
        for number, (row, start) in enumerate(zip(mentions, best, strict=True)):
            if start is not None:
                yield Marked(name, number, start, row["chain"], row["topic"])


def _starts(lines: list[str], mentions: Sequence[dict[str, Any]], shift: int) -> list[int | None]:
    """Where each mention begins if its sentence is `shift` lines away; None where its word does not stand there."""
    offsets = [0, *accumulate(len(line) + 1 for line in lines)]
    found: list[int | None] = []
    for row in mentions:
        line = row["sent"] + shift
        inside = 0 <= line < len(lines)
        start = _nearest(lines[line], row["text"].split()[0], row["tokens"][0]) if inside else None
        found.append(None if start is None else offsets[line] + start)
    return found


def _nearest(line: str, word: str, number: int) -> int | None:
    """Where `word` stands in the line, nearest to being its token of that number."""
    wanted = (word, word.split("-", maxsplit=1)[0])
    at = [(abs(n - number), m.start()) for n, m in enumerate(TOKEN.finditer(line)) if m.group() in wanted]
    return min(at)[1] if at else None
