"""Changes of training sentences: other names in the place of names, and other casing.

Open sets name the same few people and places over and over, most of them American; a model trained on them learns the
names instead of what stands around them. Names are changed for others of as many words, so that trees stay right.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from training.language.labelled import Labelled
from twosource.text.tokens import tokenize
from twosource.vocab.names import given_names, towns

SWAP = 0.35
"""Share of sentences in which names are changed."""
_CASINGS: tuple[tuple[float, Callable[[str], str]], ...] = (
    (0.04, str.upper),  # headlines in capitals
    (0.03, lambda w: w[:1].upper() + w[1:]),  # headlines in title case
    (0.02, str.lower),
)
_SWAPPED = ("PER", "ORG", "GPE")
Words = tuple[str, ...]


class Changes:
    """Changes sentences at random; `pools` are names by label and number of words."""

    def __init__(self, sentences: Sequence[Labelled], *, swap: bool) -> None:
        self._share = SWAP if swap else 0.0
        self._pools: dict[tuple[str, int], list[Words]] = {}
        seen: set[tuple[str, Words]] = set()
        for label, words in [*_listed(), *_in_sentences(sentences)]:
            if label in _SWAPPED and (label, words) not in seen:
                seen.add((label, words))
                self._pools.setdefault((label, len(words)), []).append(words)

    def change(self, s: Labelled, order: int, rng: random.Random) -> tuple[Labelled, int]:
        """The sentence, perhaps changed, and its order, -1 if its words are others now."""
        words = list(s.words)
        if s.names is not None and rng.random() < self._share:
            for label, start, end in _sure_names(s):
                self._swap(words, label, start, end, rng)
            order = order if tuple(words) == s.words else -1
        roll = rng.random()
        for share, change in _CASINGS:
            if roll < share:
                words = [change(w) for w in words]
                break
            roll -= share
        return (s if tuple(words) == s.words else replace(s, words=tuple(words))), order

    def _swap(self, words: list[str], label: str, start: int, end: int, rng: random.Random) -> None:
        pool = self._pools.get((label, end - start))
        if not pool or rng.random() < 0.4:
            return
        new = rng.choice(pool)
        shout = all(w.isupper() for w in words[start:end]) and max(map(len, words[start:end])) > 3
        words[start:end] = [w.upper() for w in new] if shout else list(new)


def _sure_names(s: Labelled) -> list[tuple[str, int, int]]:
    """Names of one sure label: (label, first word, end)."""
    found: list[tuple[str, int, int]] = []
    for i, marks in enumerate(s.names or ()):
        if len(marks) == 1 and marks[0].startswith("B-"):
            found.append((marks[0][2:], i, i + 1))
        elif len(marks) == 1 and marks[0].startswith("I-") and found and found[-1][2] == i:
            found[-1] = (found[-1][0], found[-1][1], i + 1)
        elif found and found[-1][2] == i and any(m.startswith("I-") for m in marks):
            found.pop()  # where the name ends is not sure
    return [x for x in found if x[0] in _SWAPPED]


def _in_sentences(sentences: Sequence[Labelled]) -> list[tuple[str, Words]]:
    return [(label, s.words[a:b]) for s in sentences for label, a, b in _sure_names(s)]


def _listed() -> list[tuple[str, Words]]:
    """Towns of the gazetteer; people made of given and family names."""
    rng = random.Random(7)
    given = sorted(given_names())
    lines = (Path(__file__).parent / "surnames.txt").read_text(encoding="utf-8").splitlines()[1:]
    family = [name for line in lines for name in line.split()]
    people = [f"{rng.choice(given)} {rng.choice(family)}" for _ in range(8000)] + family * 2
    people += [f"{rng.choice(given)} {rng.choice(family)} {rng.choice(family)}" for _ in range(1500)]
    places = [("GPE", town) for town in sorted(towns())]
    return [
        (label, tuple(name[a:b] for a, b in tokenize(name, 0, len(name))))
        for label, name in [*places, *(("PER", name) for name in people)]
    ]
