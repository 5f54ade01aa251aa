"""Synthetic inputs of true-to-life size: shuffled paragraphs of the example reports, no two sentences alike."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
WORDS = 470
"""Words of an average news report."""


def paragraphs() -> list[str]:
    """All paragraphs of the flat example reports that are running text."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/*.txt")))
    return [p for text in texts for p in text.split("\n\n") if len(p.split()) > 12]


def varied(paragraph: str, chance: random.Random, words: Sequence[str]) -> str:
    """The paragraph with one word in each sentence exchanged: the language layer reads no sentence twice."""
    changed = []
    for sentence in re.split(r"(?<=[.?!]) ", paragraph):
        own = sentence.split(" ")
        own[chance.randrange(len(own))] = chance.choice(words)
        changed.append(" ".join(own))
    return " ".join(changed)


def reports(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows of JSONL: an id, a title, a date and about 470 words each."""
    chance, pool = random.Random(seed), paragraphs()
    small = sorted({word for paragraph in pool for word in paragraph.split() if word.isalpha() and word.islower()})
    for number in range(count):
        chosen: list[str] = []
        words = 0
        while words < WORDS:
            chosen.append(varied(chance.choice(pool), chance, small))
            words += len(chosen[-1].split())
        day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
        title = f"Report {number}: " + " ".join(chosen[0].split()[:7])
        yield {"id": f"r{number}", "title": title, "date": day, "text": "\n\n".join(chosen)}


def write(path: Path, count: int) -> Path:
    """Writes `count` reports as JSONL and returns the path."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in reports(count))
    return path
