"""CoNLL-U in, CoNLL-U out: given words and sentences, filled with tags, heads and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from twosource.errors import InputError
from twosource.nlp.base import WordLabeller, WordLabels
from twosource.nlp.lemmas import lemma

COLUMNS = 10
_FORM = re.compile(r"\s*+$|#|\d+(?:[-.]\d+)?\t")
_TOGETHER = 40
"""Sentences that are taken for one article where no `# newdoc` says which belong together: neighbours mostly do."""
_LONGEST = 2000
"""Sentences of one article that are labelled together at most."""


def annotate(lines: Iterable[str], labeller: WordLabeller) -> Iterator[str]:
    """The lines with LEMMA and FEATS (if empty), UPOS, HEAD, DEPREL and in MISC `NER=B-PER` and so on.

    Words and sentences are taken as given; comments, multiword tokens and empty nodes are kept as they are.
    Raises InputError where a line is of another form.
    """
    batch: list[list[str]] = []
    within = False
    for block in _blocks(lines):
        new = any(line.startswith("# newdoc") for line in block)
        if batch and (new or len(batch) >= (_LONGEST if within else _TOGETHER)):
            yield from _annotated(batch, labeller)
            batch = []
        within = within or new
        batch.append(block)
    yield from _annotated(batch, labeller)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for number, line in enumerate(lines, 1):
        bare = line.rstrip("\r\n")
        if not _FORM.match(bare):
            raise InputError(f"line {number} is no CoNLL-U: give ten columns with tabs between, the first a number")
        if bare.strip():
            block.append(bare)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _annotated(batch: list[list[str]], labeller: WordLabeller) -> Iterator[str]:
    sentences = [[(line.split("\t") + ["_"] * 2)[1] or "_" for line in block if _is_word(line)] for block in batch]
    filled = iter(labeller.label_words([words for words in sentences if words]))
    for block, words in zip(batch, sentences, strict=True):
        yield from _filled(block, words, next(filled)) if words else block
        yield ""


def _is_word(line: str) -> bool:
    return line.partition("\t")[0].isdecimal()


def _filled(block: list[str], words: list[str], labels: WordLabels) -> Iterator[str]:
    i = 0
    for line in block:
        if not _is_word(line):
            yield line
            continue
        cells = (line.split("\t") + ["_"] * COLUMNS)[:COLUMNS]
        cells[3], cells[6], cells[7] = labels.upos[i], str(labels.heads[i] + 1), labels.deprels[i]
        cells[2] = lemma(words[i], cells[3]) if cells[2] == "_" else cells[2]
        cells[5] = labels.feats[i] if cells[5] == "_" else cells[5]
        cells[9] = _misc(cells[9], labels.names[i])
        yield "\t".join(cells)
        i += 1


def _misc(cell: str, mark: str) -> str:
    kept = [x for x in cell.split("|") if x not in ("", "_") and not x.startswith("NER=")]
    return "|".join([*kept, *([f"NER={mark}"] if mark != "O" else [])]) or "_"
