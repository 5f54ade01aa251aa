"""Words and phrases that mean the same in news: from their stems to the concepts that they name."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from twosource.text.stems import stem
from twosource.vocab.rows import rows, split
from twosource.vocab.word_shares import word_shares

Phrase = tuple[tuple[str, ...], str]
"""The stems of the words after the first, and the concept."""


@cache
def concepts() -> dict[str, str]:
    """Stem to the name of its concept; a stem that is absent stands for itself. The first row that has it wins."""
    found: dict[str, str] = {}
    for row in rows("concepts.tsv"):
        for word in split(row["words"]):
            if " " not in word:
                found.setdefault(stem(word), row["concept"])
    return found


def share_of(mark: str) -> float:
    """The part of all texts that hold a stem, or a concept's most usual word: a rare name does not make it rare."""
    known = _concept_shares().get(mark)
    return word_shares().get(mark, 0.0) if known is None else known


@cache
def _concept_shares() -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for word, concept in concepts().items():
        found[concept] = max(found[concept], word_shares().get(word, 0.0))
    return dict(found)


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases that begin with a stem, longest first; one phrase may name several concepts."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for row in rows("concepts.tsv"):
        for words in (w.split() for w in split(row["words"]) if " " in w):
            first, *rest = (stem(word) for word in words)
            found[first].append((tuple(rest), row["concept"]))
    return {first: tuple(sorted(held, key=lambda p: (-len(p[0]), p))) for first, held in found.items()}


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Pairs of concepts, both ways round, that tell of two moments of one story."""
    pairs = [(row["one"], row["other"]) for row in rows("opposites.tsv")]
    return frozenset([*pairs, *((other, one) for one, other in pairs)])
