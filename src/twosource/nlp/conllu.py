"""CoNLL-U in, CoNLL-U out: given words and sentences, filled with tags, heads and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.errors import InputError
from twosource.model import Name
from twosource.nlp.heads import parse
from twosource.nlp.lemmas import lemma
from twosource.nlp.links import upos
from twosource.nlp.names import find_names
from twosource.nlp.tagger import tagger
from twosource.nlp.words import Line, is_title_case

COLUMNS = 10
_FORM = re.compile(r"\s*+$|#|\d+(?:[-.]\d+)?\t")
_TOGETHER = 40
"""Sentences that are labelled together where no `# newdoc` says which belong to one article."""


def annotate(lines: Iterable[str]) -> Iterator[str]:
    """The lines with LEMMA (if empty), UPOS, HEAD, DEPREL and in MISC `NER=B-PER` and so on.

    Words and sentences are taken as given; comments, multiword tokens and empty nodes are kept as they are.
    Raises InputError where a line is of another form.
    """
    batch: list[list[str]] = []
    for block in _blocks(lines):
        new = any(line.startswith("# newdoc") for line in block)
        if batch and (new or len(batch) >= _TOGETHER):
            yield from _annotated(batch)
            batch = []
        batch.append(block)
    yield from _annotated(batch)


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


def _annotated(batch: list[list[str]]) -> Iterator[str]:
    sentences = [_line(block) for block in batch]
    marks = _marks(sentences, find_names(sentences))
    for block, sentence, ner in zip(batch, sentences, marks, strict=True):
        yield from _filled(block, sentence, ner)
        yield ""


def _is_word(line: str) -> bool:
    return line.partition("\t")[0].isdecimal()


def _line(block: list[str]) -> Line:
    """The sentence with offsets into a text of its own: hyphens and initials' stops glued, all else a blank apart."""
    words = [(line.split("\t") + ["_"] * 2)[1] or "_" for line in block if _is_word(line)]
    starts, ends, at = [], [], 0
    for i, word in enumerate(words):
        if i and "-" not in (word, words[i - 1]) and not (word == "." and len(words[i - 1]) == 1):
            at += 1
        starts.append(at)
        at += len(word)
        ends.append(at)
    title_case = bool(words) and is_title_case(words)
    states = tagger().tag(words, title_case=title_case)
    return Line(0, at, 0, "body", words, starts, ends, states, title_case)


def _marks(sentences: Sequence[Line], names: Sequence[Name]) -> list[list[str]]:
    """The BIO mark of each word, `O` outside names."""
    marks = [["O"] * len(s.words) for s in sentences]
    for name in names:
        line = sentences[name.sentence]
        inside = [i for i, start in enumerate(line.starts) if name.start <= start < name.end]
        for k, i in enumerate(inside):
            marks[name.sentence][i] = f"{'I' if k else 'B'}-{name.label}"
    return marks


def _filled(block: list[str], sentence: Line, ner: list[str]) -> Iterator[str]:
    tree = parse(sentence.words, sentence.states) if sentence.words else []
    i = 0
    for line in block:
        if not _is_word(line):
            yield line
            continue
        cells = (line.split("\t") + ["_"] * COLUMNS)[:COLUMNS]
        cells[3] = upos(sentence.states[i])
        cells[2] = lemma(sentence.words[i], cells[3]) if cells[2] == "_" else cells[2]
        cells[6], cells[7] = str(tree[i][0] + 1), tree[i][1]
        cells[9] = _misc(cells[9], ner[i])
        yield "\t".join(cells)
        i += 1


def _misc(cell: str, mark: str) -> str:
    kept = [x for x in cell.split("|") if x not in ("", "_") and not x.startswith("NER=")]
    return "|".join([*kept, *([f"NER={mark}"] if mark != "O" else [])]) or "_"
