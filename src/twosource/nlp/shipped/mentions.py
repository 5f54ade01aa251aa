"""Mentions of people, bodies and places, each linked to the earlier mention it takes up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.model import Mentioned
from twosource.nlp.shipped.link_features import Table
from twosource.nlp.shipped.link_scores import LinkScorer
from twosource.nlp.shipped.network import Labels
from twosource.nlp.words import Line


def linked(lines: Sequence[Line], labels: Sequence[Labels], scorer: LinkScorer) -> tuple[Mentioned, ...]:
    """The mentions of an article with their antecedents."""
    at = [(i, k) for i, own in enumerate(labels) for k, type_ in enumerate(own.mentions) if type_]
    found = antecedents([line.words for line in lines], labels, scorer)
    return tuple(
        Mentioned(sentence=i, token=k, type=labels[i].mentions[k], antecedent=j if j >= 0 else None)
        for (i, k), j in zip(at, found, strict=True)
    )


def antecedents(sentences: Sequence[Sequence[str]], labels: Sequence[Labels], scorer: LinkScorer) -> list[int]:
    """For each mention of an article the index of the one it takes up, -1 for none."""
    heading = [np.array([bool(type_) for type_ in own.mentions], dtype=bool) for own in labels]
    if not any(marks.any() for marks in heading):
        return []
    word = np.concatenate([own.link_word[marks] for own, marks in zip(labels, heading, strict=True)])
    head = np.concatenate([own.link_head[marks] for own, marks in zip(labels, heading, strict=True)])
    found: list[int] = scorer.antecedents(Table(sentences, labels), word, head).tolist()
    return found
