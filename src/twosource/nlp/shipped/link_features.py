"""What speaks for and against two mentions being of one thing, in numbers: the same for training and for reading.

The features are those of mention rankers before and beside the states of an encoder (Soon et al. 2001, Lee et al.
2017): distance, strings, agreement, kind of phrase, grammatical place.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.nlp.shipped.link_words import KINDS, NUMBERS, PRONOUNS, TYPES, Seen, Tagged, seen

NEAR = 60
"""Earlier mentions that are looked at; 91% of GUM's antecedents are among them."""
CANDIDATES = NEAR + 1
"""And the last one before these with the same noun or name, or a part or the initials of it."""
_RECALLED = ("key", "first", "initials", "short")
_DISTANCES = np.array([1, 2, 3, 5, 9, 17])
"""Where the buckets of a distance begin, beside that from 0."""
_FAR = np.array([2, 3, 5, 9, 17, 33, NEAR + 1])
_PERSONAL = 7
"""So many of the classes of pronouns, the first ones, are personal."""
SIGNS = ("same word", "same phrase", "same key", "same first word", "part of a name", "initials",
         "same pronoun", "other pronoun", "same number", "other number", "same type",
         "in apposition", "its subject", "governed", "governing", "same governor")  # fmt: skip
"""The features of a pair that come after its distances, in their order."""
ALONE = len(KINDS) + len(PRONOUNS) + len(NUMBERS) + len(TYPES) + 2
PAIRS = len(_DISTANCES) + 1 + len(_FAR) + 1 + len(SIGNS)
Ints = NDArray[np.int64]
Bits = NDArray[np.uint8]
Marks = NDArray[np.bool_]
Columns = dict[str, Ints]


class Table:
    """The mentions of an article; `own` (mentions, ALONE) are the features of each by itself."""

    def __init__(self, sentences: Sequence[Sequence[str]], labels: Sequence[Tagged]) -> None:
        rows = np.array(list(seen(sentences, labels)), dtype=np.int64).reshape(-1, len(Seen._fields))
        self.columns: Columns = dict(zip(Seen._fields, np.ascontiguousarray(rows.T), strict=True))
        self.size = len(rows)
        self.own = self._own()
        self._earlier = _earlier(self.columns)

    def candidates(self, start: int, end: int) -> Ints:
        """The candidates of mentions `start` to before `end`, nearest first (mentions, CANDIDATES); -1 for none."""
        at = np.arange(start, end)[:, None]
        near = np.maximum(at - np.arange(1, NEAR + 1), -1)
        return np.concatenate([near, self._earlier[start:end, None]], axis=1)

    def pairs(self, start: int, end: int) -> Bits:
        """The features of each of these mentions with each of its candidates (mentions, CANDIDATES, PAIRS).

        Those of a candidate that is none mean nothing.
        """
        there = self.candidates(start, end)
        i, j = _side(self.columns, np.arange(start, end)[:, None]), _side(self.columns, there)
        spans = np.searchsorted(_DISTANCES, i["sentence"] - j["sentence"], side="right")
        steps = np.searchsorted(_FAR, np.arange(start, end)[:, None] - there, side="right")
        marks = [*_strings(i, j), *_agreement(i, j), *_places(i, j)]
        return np.concatenate(
            [_one_hot(spans, len(_DISTANCES) + 1), _one_hot(steps, len(_FAR) + 1), np.stack(marks, axis=-1)],
            axis=-1,
            dtype=np.uint8,
            casting="unsafe",
        )

    def _own(self) -> Bits:
        sizes = {"kind": len(KINDS), "pronoun": len(PRONOUNS), "number": len(NUMBERS), "type": len(TYPES)}
        marks = [_one_hot(self.columns[name], size) for name, size in sizes.items()]
        rest = np.stack([self.columns["relation"] == 1, self.columns["opening"] == 1], axis=1)
        return np.concatenate([*marks, rest], axis=1, dtype=np.uint8, casting="unsafe")


def _side(columns: Columns, at: Ints) -> Columns:
    return {name: column[at] for name, column in columns.items()}


def _one_hot(values: Ints, size: int) -> Marks:
    return np.asarray(values[..., None] == np.arange(size))


def _earlier(columns: Columns) -> Ints:
    """For each mention the last one, no more among the nearest, that shares its key, first word or initials; or -1."""
    codes = np.stack([columns[name] for name in _RECALLED], axis=1).tolist()
    found, last = [], dict[int, int]()
    for i, own in enumerate(codes):
        if i > NEAR:
            last.update(dict.fromkeys(codes[i - NEAR - 1], i - NEAR - 1))
        found.append(max(last.get(code, -1) if code >= 0 else -1 for code in own))
    return np.array(found, dtype=np.int64)


def _same(a: Ints, b: Ints) -> Marks:
    return np.asarray((a == b) & (a >= 0))


def _strings(i: Columns, j: Columns) -> list[Marks]:
    """Same head word; same phrase; same noun or last word; same first word; a name's part; an acronym and its name."""
    return [
        _same(i["word"], j["word"]),
        _same(i["phrase"], j["phrase"]),
        _same(i["key"], j["key"]),
        _same(i["first"], j["first"]),
        _same(i["key"], j["first"]) | _same(i["first"], j["key"]),
        _same(i["initials"], j["short"]) | _same(i["short"], j["initials"]),
    ]


def _agreement(i: Columns, j: Columns) -> list[Marks]:
    """Pronouns of one class, of two; number the same, another; type the same."""
    personal = (i["pronoun"] >= 0) & (i["pronoun"] < _PERSONAL) & (j["pronoun"] >= 0) & (j["pronoun"] < _PERSONAL)
    return [
        _same(i["pronoun"], j["pronoun"]),
        personal & (i["pronoun"] != j["pronoun"]),
        _same(i["number"], j["number"]),
        (i["number"] != j["number"]) & (i["number"] >= 0) & (j["number"] >= 0),
        _same(i["type"], j["type"]),
    ]


def _places(i: Columns, j: Columns) -> list[Marks]:
    """Governed by the other as an apposition, as a subject (of a copula), else; governing; governed by the same."""
    under, over = i["governor"] == j["token"], j["governor"] == i["token"]
    return [
        under & (i["relation"] == 2),
        over & (j["relation"] == 1),
        under & (i["relation"] != 2),
        over & (j["relation"] != 1),
        _same(i["governor"], j["governor"]),
    ]
