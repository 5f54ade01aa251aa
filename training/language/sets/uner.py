"""Universal NER on the dev part of EWT: PER, ORG, LOC (Mayhew et al. 2024), CC BY-SA 4.0; for measuring only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.language.labelled import Labelled, Marks
from training.language.sets.dates import dates
from training.language.sets.marks import bio
from training.language.sets.tagged import tagged_names
from training.language.sets.untold import free_names

_UNTOLD = ("NORP", "EVENT", "MISC")


def uner(folder: Path) -> list[Labelled]:
    """All sentences, never trained on: the dev part of EWT is held back as a whole."""
    return [
        Labelled("uner-ewt-dev", "web", text, words, names=marks(words, tags))
        for text, words, tags in _sentences(folder / "names" / "uner-ewt-dev.iob2")
    ]


def marks(words: tuple[str, ...], tags: tuple[str, ...]) -> Marks:
    """The marks of one sentence; capitalised words outside PER, ORG, LOC may be NORP, EVENT, MISC or no name."""
    told = tagged_names("uner", words, tags) + dates(words)
    return bio(len(words), told + free_names(words, told, _UNTOLD))


def _sentences(path: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Id of the document, words and tags. Raises ValueError with the line that has too few columns."""
    text = ""
    with path.open(encoding="utf-8") as file:
        rows = [(number, line.rstrip("\n")) for number, line in enumerate(file, 1)]
    for blank, group in groupby(rows, key=lambda row: not row[1].strip()):
        tokens: list[list[str]] = []
        for number, line in group:
            if line.startswith("# newdoc id"):
                text = line.partition("=")[2].strip()
            elif not line.startswith("#") and not blank:
                tokens.append(line.split("\t"))
                if len(tokens[-1]) < 3:
                    raise ValueError(f"{path}, line {number}: no number, word and tag, separated by tabs")
        if tokens:
            yield text, tuple(row[1] for row in tokens), tuple(row[2] for row in tokens)
