"""People, bodies and places counted as the scorer run_conllu.py counts them, on the tags that a set itself has.

The tables of names hold the labels of our guideline against what each word may bear; this figure takes the tags as
they are (titles inside the name, "Austin, Texas" as one), a GPE for a LOC, and no other label, so that it can be
compared with figures of others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from evaluation.language.counts import Found
from training.language.labelled import Labelled
from twosource.nlp.base import WordLabels

Tagged = tuple[tuple[str, ...], tuple[str, ...]]
"""Words and tags of a sentence."""
Places = dict[str, str]
_COUNTED = frozenset(("PER", "ORG", "LOC"))
_OURS = {"PERSON": "PER", "ORGANIZATION": "ORG", "GPE": "LOC", "LOCATION": "LOC"}


def _worldwide(folder: Path) -> Iterator[Tagged]:
    for line in (folder / "names" / "worldwide_eval_only.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield tuple(row["w"]), tuple(row["t"])


def _wikigold(folder: Path) -> Iterator[Tagged]:
    for rows in _blocks(folder / "names" / "wikigold.conll"):
        yield tuple(row.split()[0] for row in rows), tuple(row.split()[1] for row in rows)


def _uner(folder: Path) -> Iterator[Tagged]:
    for rows in _blocks(folder / "names" / "uner-ewt-dev.iob2"):
        cells = [row.split("\t") for row in rows if not row.startswith("# ")]
        yield tuple(row[1] for row in cells), tuple(row[2] for row in cells)


def _blocks(path: Path) -> Iterator[list[str]]:
    """The lines between empty ones."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return (list(group) for filled, group in groupby(lines, key=lambda line: bool(line.strip())) if filled)


SETS: dict[str, tuple[Callable[[Path], Iterator[Tagged]], Places]] = {
    "uner-ewt-dev": (_uner, _OURS | {"FAC": "LOC"}),  # buildings are places there
    "wikigold-dev": (_wikigold, _OURS),
    "worldwide": (_worldwide, _OURS),
}
"""How the tags of a set are read, and which labels count as which."""


def plain_names(folder: Path, name: str, sentences: Sequence[Labelled], found: Sequence[WordLabels]) -> Found:
    """The counts on sentences of the set `name`, a key of SETS; `found` in step with them."""
    read, same = SETS[name]
    tags = own_tags([s.words for s in sentences], read(folder))
    count = Found()
    for gold, labels in zip(tags, found, strict=True):
        one, other = plain_spans(gold, same), plain_spans(labels.names, same)
        count.right += len(one & other)
        count.gold += len(one)
        count.found += len(other)
    return count


def own_tags(sentences: Sequence[tuple[str, ...]], file: Iterator[Tagged]) -> list[tuple[str, ...]]:
    """The tags of these sentences, which stand in the file in this order with others between them."""
    found = []
    for words in sentences:
        tags = next((tags for there, tags in file if there == words), None)
        if tags is None:
            raise ValueError(f"the set has no sentence {' '.join(words)[:60]!r} where it should stand")
        found.append(tags)
    return found


def plain_spans(tags: Sequence[str], same: Places) -> set[tuple[int, int, str]]:
    """The spans of people, bodies and places in BIO or IO tags; a span that begins with `I-` is one."""
    spans: set[tuple[int, int, str]] = set()
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        mark, _, written = tag.partition("-")
        here = same.get(written.upper(), written.upper())
        if label and (mark != "I" or here != label):
            spans.add((start, i, label))
            label = ""
        if mark == "B" or (mark == "I" and not label):
            start, label = i, here
    return {span for span in spans if span[2] in _COUNTED}
