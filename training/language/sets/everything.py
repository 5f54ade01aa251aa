"""All sets together: what the shipped model learns from, and what its figures are measured on."""

from __future__ import annotations

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


def held_back(folder: Path) -> dict[str, list[Labelled]]:
    """The sentences to measure on, by the name of what they measure; no model sees them before.

    `gum-news` are the five documents of gum-train in `held.HELD_TEXTS`. UNER labels the sentences of EWT's
    development part once more, with names. Worldwide may be measured on and never be trained on.
    """
    return {
        "ewt-dev": ewt(folder, "dev"),
        "gum-dev": gum(folder, "dev"),
        "gum-news": [sentence for sentence in gum(folder, "train") if sentence.text in HELD_TEXTS],
        "uner-ewt-dev": uner(folder),
        "wikigold-dev": wikigold(folder, "dev"),
        "re3d-dev": re3d(folder, "dev"),
        "own-dev": own("dev"),
        "worldwide": worldwide(folder),
    }
