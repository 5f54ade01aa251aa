"""Synthetic inputs of true-to-life size: shuffled paragraphs of the example reports, no two reports alike."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WORDS = 470
"""Words of an average news report."""


def paragraphs() -> list[str]:
    """All paragraphs of the flat example reports that are running text."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/*.txt")))
    return [p for text in texts for p in text.split("\n\n") if len(p.split()) > 12]


def reports(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows of JSONL: an id, a title, a date and about 470 words each."""
    chance, pool = random.Random(seed), paragraphs()
    for number in range(count):
        chosen: list[str] = []
        words = 0
        while words < WORDS:
            chosen.append(chance.choice(pool))
            words += len(chosen[-1].split())
        day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
        title = f"Report {number}: " + " ".join(chosen[0].split()[:7])
        yield {"id": f"r{number}", "title": title, "date": day, "text": "\n\n".join(chosen)}


def write(path: Path, count: int) -> Path:
    """Writes `count` reports as JSONL and returns the path."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in reports(count))
    return path
