"""WikiGold: names in Wikipedia articles of 2008, tokens and IO tags (Balasuriya et al. 2009), CC BY 4.0."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.language.labelled import Labelled, Marks
from training.language.sets.dates import dates
from training.language.sets.marks import bio
from training.language.sets.tagged import tagged_names

HELD_BACK_EVERY = 5
"""Of five documents the fifth is held back for measuring."""
_DOCUMENT = "-DOCSTART-"


def wikigold(folder: Path, part: str) -> list[Labelled]:
    """Part `train` or `dev` of WikiGold from the data folder; what may be a date may be one or none."""
    path = folder / "names" / "wikigold.conll"
    held_back = part == "dev"
    return [
        Labelled(f"wikigold-{part}", "encyclopedia", f"wikigold-{number:03}", words, names=marks(words, tags))
        for number, words, tags in _sentences(path)
        if (number % HELD_BACK_EVERY == 0) == held_back
    ]


def marks(words: tuple[str, ...], tags: tuple[str, ...]) -> Marks:
    """The marks of one sentence from WikiGold's tags."""
    return bio(len(words), tagged_names("wikigold", words, tags) + dates(words))


def _sentences(path: Path) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Number of the document, words and tags. Raises ValueError with the line that is no `word tag`."""
    document = 1
    with path.open(encoding="utf-8") as file:
        rows = [(number, line.split()) for number, line in enumerate(file, 1)]
    for blank, group in groupby(rows, key=lambda row: not row[1]):
        lines = list(group)
        if blank:
            continue
        for number, row in lines:
            if len(row) != 2:
                raise ValueError(f"{path}, line {number}: {len(row)} fields instead of a word and its tag")
        if lines[0][1][0] == _DOCUMENT:
            document += 1
        kept = [row for _, row in lines if row[0] != _DOCUMENT]
        if kept:
            yield document, tuple(word for word, _ in kept), tuple(tag for _, tag in kept)
