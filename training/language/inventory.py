"""The classes of each head, counted from the training sets or fixed by the guideline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from training.language.labelled import Labelled
from training.language.network import Sizes

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X")  # fmt: skip
NAMES = ("PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "MISC")
SPANS = ("SPEAKER", "CUE", "CONTENT")
_RARE = 5
"""Relations seen less often in all training sets are left out."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """The classes of each head, in the order of its scores."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...]
    attribution: tuple[str, ...]
    mentions: tuple[str, ...]

    @property
    def sizes(self) -> Sizes:
        """How many classes each head has."""
        return Sizes(**{name: len(values) for name, values in asdict(self).items()})


def bio(labels: Sequence[str]) -> tuple[str, ...]:
    """`O` and both marks of each label."""
    return ("O", *(f"{mark}-{label}" for label in labels for mark in "BI"))


def take_inventory(sentences: Iterable[Labelled]) -> Inventory:
    """The classes that the sentences bear."""
    feats: dict[str, int] = {}
    deprels: dict[str, int] = {}
    mentions: dict[str, int] = {}
    for s in sentences:
        for values, counts in ((s.feats, feats), (s.deprels, deprels), (s.mentions, mentions)):
            for value in values or ():
                counts[value] = counts.get(value, 0) + 1
    return Inventory(
        upos=UPOS,
        feats=_frequent(feats, 1),
        deprels=_frequent(deprels, _RARE),
        names=bio(NAMES),
        attribution=bio(SPANS),
        mentions=("", *(x for x in _frequent(mentions, _RARE) if x)),
    )


def _frequent(counts: dict[str, int], least: int) -> tuple[str, ...]:
    return tuple(sorted(value for value, n in counts.items() if n >= least))
