"""The default analyzer: the model that ships in the package, over our own sentences and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

import numpy as np

from twosource.errors import UsageError
from twosource.model import Analysis, Article, Attributed, Mentioned, Name, Page, Sentence, Token
from twosource.nlp.base import WordLabels
from twosource.nlp.consistent import consistent
from twosource.nlp.lemmas import lemma
from twosource.nlp.names import find_names
from twosource.nlp.rules import ANALYSED_ROLES, as_sentence, given_line, read_block
from twosource.nlp.shipped.files import read_files, shipped_files
from twosource.nlp.shipped.link_scores import LinkScorer
from twosource.nlp.shipped.mentions import linked
from twosource.nlp.shipped.network import Labels, Network
from twosource.nlp.shipped.reach import speaks, within_reach
from twosource.nlp.shipped.remembered import Remembered
from twosource.nlp.spans import Span, marks_of, spans_of
from twosource.nlp.words import Line
from twosource.text.tokens import tokenize

MOST_THREADS = 64
TOP = 128
"""Pieces of the headline and the first lines that are read at once, in about 10 ms. They tell stories apart better than
the mean of four sentences' vectors (average precision of pairs of BASIL .958, .877), and no worse than 254 do."""
TOPS = 300
"""Tops whose vectors are kept, for copies of a report: some 3 MB. They depend on these words alone."""
LONG = 10_000
"""Code points of a block that are looked at for those: ten times what 128 pieces take."""


class ShippedAnalyzer:
    """Tags, features, heads, names, dates, attribution, mentions and vectors by one small network.

    About 60 ms for an article of 570 words on a core of a busy machine. The labels of a sentence depend on its words
    alone; then names are made one throughout the article.
    """

    name = "shipped"

    def __init__(self, threads: str = "1") -> None:
        """Loads the model; `threads` for one sentence. Raises UsageError, and BrokenModel where a file is not right."""
        if not (threads.isascii() and threads.isdecimal() and 1 <= int(threads) <= MOST_THREADS):
            raise UsageError(f"shipped:{threads}: give the number of threads, 1 to {MOST_THREADS}, as in shipped:2")
        self._network = Network(read_files(shipped_files()), int(threads))
        self.label = Remembered(self._network.label_all)
        self.top = lru_cache(maxsize=TOPS)(self._top)

    def analyze(self, page: Page, article: Article) -> Analysis:
        """The analysis of the blocks of `article` that carry language; never raises on any text."""
        blocks = enumerate(article.blocks)
        lines = [line for i, b in blocks if b.role in ANALYSED_ROLES for line in read_block(page.text, i, b)]
        read = within_reach([line.words for line in lines])
        labels = dict(zip(read, self.label([lines[i].words for i in read]), strict=True))
        spans = {i: spans_of(own.names) for i, own in labels.items()}
        dates = {i: [span for span in own if span[2] == "DATE"] for i, own in spans.items()}
        return Analysis(
            analyzer=self.name,
            sentences=tuple(_sentence(line, labels.get(i)) for i, line in enumerate(lines)),
            names=_all_names(lines, spans),
            dates=tuple(_names(lines, dates)),
            attribution=tuple(_attribution(lines, labels)),
            mentions=_mentions(lines, labels, self._network.scorer),
        )

    def top_vector(self, page: Page, article: Article) -> bytes:
        """What the headline and the first lines are about, as `Sentence.vector`; empty where no words stand."""
        words = tuple(islice(_running_words(page, article), TOP))
        return self.top(words) if words else b""

    def _top(self, words: Sequence[str]) -> bytes:
        return self._network.vector(words, TOP).astype(np.dtype("<f2")).tobytes()

    def label_words(self, sentences: Sequence[Sequence[str]]) -> list[WordLabels]:
        """Labels of given words, the sentences of one article; names are made one throughout."""
        labels = self.label(sentences)
        spans = [spans_of(x.names) for x in labels]
        lines = [given_line(words) for words in sentences]
        found = _consistent(lines, spans)
        return [_given(x, own, other) for x, own, other in zip(labels, found, spans, strict=True)]


def _running_words(page: Page, article: Article) -> Iterator[str]:
    for block in article.blocks:
        if block.role in ANALYSED_ROLES and block.role != "caption":
            yield from (page.text[a:b] for a, b in tokenize(page.text, block.start, min(block.end, block.start + LONG)))


def _consistent(lines: Sequence[Line], spans: Sequence[list[Span]]) -> list[list[Span]]:
    """The names that are no dates, the same throughout."""
    return consistent(lines, [[s for s in own if s[2] != "DATE"] for own in spans])


def _given(labels: Labels, names: list[Span], spans: list[Span]) -> WordLabels:
    taken = {i for a, b, _ in names for i in range(a, b)}
    dates = [s for s in spans if s[2] == "DATE" and taken.isdisjoint(range(s[0], s[1]))]
    marks = marks_of(len(labels.upos), [*names, *dates])
    return WordLabels(labels.upos, labels.feats, labels.heads, labels.deprels, marks)


def _sentence(line: Line, labels: Labels | None) -> Sentence:
    """The record of a sentence, by the rules where the network did not read it."""
    if labels is None:
        return as_sentence(line)
    columns = (line.starts, line.ends, line.words, labels.upos, labels.heads, labels.deprels, labels.feats)
    tokens = [
        Token(start, end, word, upos, lemma(word, upos), head, deprel, "" if feats == "_" else feats)
        for start, end, word, upos, head, deprel, feats in zip(*columns, strict=True)
    ]
    vector = labels.vector.astype(np.dtype("<f2")).tobytes()
    return Sentence(
        start=line.start, end=line.end, block=line.block, role=line.role, tokens=tuple(tokens), vector=vector
    )


def _all_names(lines: Sequence[Line], spans: Mapping[int, list[Span]]) -> tuple[Name, ...]:
    """The network's names, one throughout, and those of the rules in sentences that it did not read."""
    found = _consistent([lines[i] for i in spans], list(spans.values()))
    names = list(_names(lines, dict(zip(spans, found, strict=True))))
    if any(i not in spans and speaks(line.words) for i, line in enumerate(lines)):
        names += (name for name in find_names(lines) if name.sentence not in spans)
    return tuple(sorted(names, key=lambda name: name.start))


def _names(lines: Sequence[Line], spans: Mapping[int, Sequence[Span]]) -> Iterator[Name]:
    for i, own in spans.items():
        for a, b, label in own:
            yield Name(start=lines[i].starts[a], end=lines[i].ends[b - 1], label=label, sentence=i)


def _attribution(lines: Sequence[Line], labels: Mapping[int, Labels]) -> Iterator[Attributed]:
    for i, own in labels.items():
        for a, b, part in spans_of(own.attribution):
            yield Attributed(start=lines[i].starts[a], end=lines[i].ends[b - 1], part=part.lower(), sentence=i)


def _mentions(lines: Sequence[Line], labels: Mapping[int, Labels], scorer: LinkScorer) -> tuple[Mentioned, ...]:
    at = list(labels)
    found = linked([lines[i] for i in at], list(labels.values()), scorer)
    return found if len(at) == len(lines) else tuple(replace(one, sentence=at[one.sentence]) for one in found)
