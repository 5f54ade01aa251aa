"""All sets together: what the shipped model learns from, and what its figures are measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from training.language.labelled import Labelled
from training.language.sets.held import HELD_TEXTS, is_held
from training.language.sets.own import own
from training.language.sets.re3d import re3d
from training.language.sets.ud import ewt, gum
from training.language.sets.uner import uner
from training.language.sets.wikigold import wikigold
from training.language.sets.worldwide import worldwide


def training(folder: Path) -> list[Labelled]:
    """All sentences that may be learnt from, set by set; `folder` is the data folder, our corpus lies in the project.

    Only sets whose licence lets weights be shipped; nothing that `held_back` gives.
    """
    sets = (ewt(folder, "train"), gum(folder, "train"), wikigold(folder, "train"), re3d(folder, "train"), own("train"))
    return [sentence for sentences in sets for sentence in sentences if not is_held(sentence)]


HELD_BACK: dict[str, Callable[[Path], list[Labelled]]] = {
    "ewt-dev": lambda folder: ewt(folder, "dev"),
    "gum-dev": lambda folder: gum(folder, "dev"),
    "gum-news": lambda folder: gum(folder, "train", HELD_TEXTS),
    "uner-ewt-dev": uner,
    "wikigold-dev": lambda folder: wikigold(folder, "dev"),
    "re3d-dev": lambda folder: re3d(folder, "dev"),
    "own-dev": lambda _: own("dev"),
    "worldwide": worldwide,
}
"""How each set to measure on is read from the data folder, by the name of what it measures.

`gum-news` are the five documents of gum-train in `held.HELD_TEXTS`. UNER labels the sentences of EWT's development part
once more, with names. Worldwide may be measured on and never be trained on.
"""


def held_back(folder: Path, names: Iterable[str] = HELD_BACK) -> dict[str, list[Labelled]]:
    """The sentences to measure on, by set; no model sees them before. Without names all sets."""
    return {name: HELD_BACK[name](folder) for name in names}
