"""The common form of all training and test sets: sentences of words with whatever labels a set has."""

from __future__ import annotations

from dataclasses import dataclass

Marks = tuple[tuple[str, ...], ...]
"""For each word the BIO marks it may bear: one where the set is as fine as our guideline, several where it is coarser
(a LOC of WikiGold is a GPE, a LOC or a FAC here), and the model is trained on their sum."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence. A layer that its set does not have is None; the tuples run in step with `words`."""

    set: str
    """Name of the set, `ewt-train`, `wikigold`."""
    genre: str
    """`news`, `web`, `encyclopedia`, `conflict`, `academic`, …"""
    text: str
    """Id of the article or document in its set: sets are held back by it, coreference stays within it."""
    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    feats: tuple[str, ...] | None = None
    """UD FEATS as written, `Number=Sing`, `_` for none."""
    heads: tuple[int, ...] | None = None
    """Index of the head in the sentence, -1 for the root."""
    deprels: tuple[str, ...] | None = None
    names: Marks | None = None
    attribution: tuple[str, ...] | None = None
    """`O`, `B-SPEAKER`, `I-SPEAKER`, `B-CUE`, `I-CUE`, `B-CONTENT`, `I-CONTENT`; the outermost attribution."""
    mentions: tuple[str, ...] | None = None
    """`` or the type of the mention whose syntactic head the word is (the longest one, where it heads several)."""
    clusters: tuple[int, ...] | None = None
    """-1 or the number, within the text, of the cluster of mentions that the headed mention belongs to."""
