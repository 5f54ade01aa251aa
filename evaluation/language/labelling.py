"""Runs an analyzer over labelled sentences: those of one article together, others as `twosource annotate` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol, cast

from training.language.labelled import Labelled
from twosource.errors import UsageError
from twosource.nlp import load_analyzer
from twosource.nlp.base import Analyzer, WordLabeller, WordLabels

TOGETHER = 40
"""Sentences that `annotate` hands on together where nothing says which are of one article; the rules count on it."""


class Labeller(Analyzer, WordLabeller, Protocol):
    """What is measured: an analyzer that labels given words too."""


def labeller_called(name: str) -> Labeller:
    """The analyzer of that name. Raises UsageError where it does not exist or cannot label given words."""
    analyzer = load_analyzer(name)
    if not hasattr(analyzer, "label_words"):
        raise UsageError(f"the analyzer {name!r} cannot be measured: it labels no given words (no label_words)")
    return cast("Labeller", analyzer)


def labels(labeller: WordLabeller, sentences: Sequence[Labelled]) -> list[WordLabels]:
    """The labels of the sentences, in step with them."""
    found: list[WordLabels] = []
    for group in _groups(sentences):
        found.extend(labeller.label_words([s.words for s in group]))
    return found


def articles(sentences: Sequence[Labelled]) -> list[list[Labelled]]:
    """Runs of sentences of one text."""
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.text)]


def _groups(sentences: Sequence[Labelled]) -> Iterator[Sequence[Labelled]]:
    """What is labelled together: articles, or, where a set does not tell them, neighbours, as `annotate` takes them."""
    texts = articles(sentences)
    if len(texts) < len(sentences):
        yield from texts
    else:
        yield from (sentences[i : i + TOGETHER] for i in range(0, len(sentences), TOGETHER))
