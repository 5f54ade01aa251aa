"""CoNLL-U files as sentences of syntactic words, with the columns that the loaders of this folder need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

_COLUMNS = 10


@dataclass(frozen=True)
class Sentence:
    """One sentence; the tuples run in step with `words`."""

    text: str
    """Id of the document, from `# newdoc id`; empty if the file gives none."""
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    """The Penn tag, which tells opening quotation marks (two grave accents) from closing ones (two apostrophes)."""
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    """Index of the head in the sentence, -1 for the root."""
    deprels: tuple[str, ...]
    misc: tuple[str, ...]
    """The last column as written, `_` for none."""

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the indices of its dependents, in order."""
        lists: list[list[int]] = [[] for _ in self.words]
        for word, head in enumerate(self.heads):
            if head >= 0:
                lists[head].append(word)
        return tuple(map(tuple, lists))

    def subtree(self, top: int) -> set[int]:
        """Indices of the word `top` and of all that hangs from it."""
        found, waiting = {top}, [top]
        while waiting:
            new = [child for child in self.children[waiting.pop()] if child not in found]
            found.update(new)
            waiting.extend(new)
        return found


def read(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file; ranges of multiword tokens and empty nodes are left out.

    Raises ValueError with file and line where a row has not ten columns or a head is no word of its sentence.
    """
    with path.open(encoding="utf-8") as file:
        return list(sentences(file, str(path)))


def sentences(lines: Iterator[str] | Sequence[str], source: str = "text") -> Iterator[Sentence]:
    """The sentences of lines of CoNLL-U; `source` names them in errors."""
    text = ""
    numbered = ((number, line.rstrip("\r\n")) for number, line in enumerate(lines, 1))
    for blank, group in groupby(numbered, key=lambda row: not row[1].strip()):
        if blank:
            continue
        rows = []
        for number, line in group:
            if line.startswith("# newdoc id"):
                text = line.partition("=")[2].strip()
            elif not line.startswith("#"):
                rows.append(_columns(line, f"{source}, line {number}"))
        if rows:
            yield _sentence(text, [row for row in rows if row[0].isdigit()], source)


def _columns(line: str, place: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        raise ValueError(f"{place}: {len(columns)} columns instead of 10, separated by tabs: {line[:60]!r}")
    return columns


def _sentence(text: str, rows: list[list[str]], source: str) -> Sentence:
    ids, words, lemmas, upos, xpos, feats, heads, deprels, _, misc = zip(*rows, strict=True)
    place = {"0": -1} | {number: index for index, number in enumerate(ids)}
    try:
        indices = tuple(place[head] for head in heads)
    except KeyError as missing:
        raise ValueError(f"{source}: in the sentence {' '.join(words)[:60]!r} no word is numbered {missing}") from None
    return Sentence(text, words, lemmas, upos, xpos, feats, indices, deprels, misc)
