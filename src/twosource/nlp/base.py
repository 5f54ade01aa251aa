"""The seam of the language layer: what an analyzer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from twosource.model import Analysis, Article, Page


class Analyzer(Protocol):
    """Finds sentences, tokens and names in the blocks of an article that carry language."""

    name: str

    def analyze(self, page: Page, article: Article) -> Analysis:
        """The analysis of `article`: offsets are code points of `page.text`; never raises on any text."""
        ...


@dataclass(frozen=True, slots=True)
class WordLabels:
    """What is said of the words of one sentence; the lists run in step with them."""

    upos: Sequence[str]
    feats: Sequence[str]
    """Features of UD, `_` for none."""
    heads: Sequence[int]
    """Index of the head in the sentence, -1 for the root."""
    deprels: Sequence[str]
    names: Sequence[str]
    """BIO marks, `O`, `B-PER`."""


@runtime_checkable
class WordLabeller(Protocol):
    """An analyzer that can also label sentences of given words, as `twosource annotate` needs."""

    def label_words(self, sentences: Sequence[Sequence[str]]) -> Sequence[WordLabels]:
        """Labels of each sentence of one article, in order: a name is the same name in all of them."""
        ...


@runtime_checkable
class TopReader(Protocol):
    """An analyzer that can also say what the top of an article is about, which tells stories apart."""

    def top_vector(self, page: Page, article: Article) -> bytes:
        """384 half-precision numbers, little-endian, of length 1, of headline and lead; empty where nothing stands."""
        ...
