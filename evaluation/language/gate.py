"""The figures of the language layer that the gate pins: of the default analyzer and, beside it, of the rules.

Whole documents where that is quick, else the first sentences: the gate is run before each change.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evaluation.language.counts import Words
from evaluation.language.labelling import labels
from evaluation.language.plain_names import plain_names
from training.language.labelled import Labelled
from training.language.sets.everything import held_back
from twosource.nlp import DEFAULT_ANALYZER
from twosource.nlp.base import WordLabeller

ANALYZERS = tuple(dict.fromkeys((DEFAULT_ANALYZER, "rules")))
SYNTAX: dict[str, int | None] = {"ewt-dev": 600, "gum-news": None}
NAMES: dict[str, int | None] = {"worldwide": 800, "wikigold-dev": None}
"""Set to how many of its sentences are labelled, None for all."""


def pinned(name: str, labeller: WordLabeller, folder: Path) -> dict[str, float]:
    """`NAME.upos.SET` and `NAME.las.SET` in per cent of words, `NAME.names.SET` as F1 of PER, ORG, LOC."""
    sets = held_back(folder, {**SYNTAX, **NAMES})
    found: dict[str, float] = {}
    for held, most in SYNTAX.items():
        words = _words(labeller, sets[held][:most])
        found |= {f"{name}.{layer.lower()}.{held}": words[layer] for layer in ("UPOS", "LAS")}
    for held, most in NAMES.items():
        some = sets[held][:most]
        found[f"{name}.names.{held}"] = plain_names(folder, held, some, labels(labeller, some)).figures()["F1"]
    return found


def _words(labeller: WordLabeller, sentences: Sequence[Labelled]) -> dict[str, float]:
    words = Words()
    for s, own in zip(sentences, labels(labeller, sentences), strict=True):
        words.add(s, own)
    return words.figures()
