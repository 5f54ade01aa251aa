"""Mentions of people, bodies and places, each linked to the earlier mention it takes up."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Mentioned
from twosource.nlp.shipped.network import Labels
from twosource.nlp.words import Line


def linked(lines: Sequence[Line], labels: Sequence[Labels]) -> tuple[Mentioned, ...]:
    """The mentions of an article."""
    return tuple(
        Mentioned(sentence=i, token=k, type=type_)
        for i, own in enumerate(labels)
        for k, type_ in enumerate(own.mentions)
        if type_
    )
