"""Worldwide newswire names (Shan et al. 2023), for MEASURING ONLY: its terms are non-commercial.

Nothing that ships may be trained or fitted on it.
"""

from __future__ import annotations

import json
from pathlib import Path

from training.language.labelled import Labelled, Marks
from training.language.sets.marks import bio
from training.language.sets.tagged import tagged_names


def worldwide(folder: Path) -> list[Labelled]:
    """All sentences; the set does not say which stand in one article, so each is a text of its own."""
    path = folder / "names" / "worldwide_eval_only.jsonl"
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        words = tuple(row["w"])
        if len(words) != len(row["t"]):
            raise ValueError(f"{path}, line {number}: {len(words)} words but {len(row['t'])} tags")
        found.append(Labelled("worldwide", "news", f"worldwide-{number}", words, names=marks(words, tuple(row["t"]))))
    return found


def marks(words: tuple[str, ...], tags: tuple[str, ...]) -> Marks:
    """The marks of one sentence from the set's tags; sums of money are no names here."""
    return bio(len(words), tagged_names("worldwide", words, tags))
