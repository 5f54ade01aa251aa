"""Sentences as the network reads them: cut into word pieces, those of one length side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.nlp.shipped.pieces import PAD, START, STOP, Pieces

LONGEST = 254
"""Pieces read at once, 256 with both ends; a longer sentence (tables, hostile text) is read in parts."""
STEP = 4
"""Pieces are filled up to a multiple of it: 6% of an article's, where 8 would be 14%, and 1 twice as many calls."""
ROWS = 256
"""Pieces in a call, with those that fill up. 64 take a fifth longer, 1,000 as long."""
Ints = NDArray[np.int64]
Part = list[tuple[tuple[int, ...], tuple[int, ...]]]
"""Words as their pieces and the rows of their casing."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Parts of sentences that are read together."""

    at: Sequence[int]
    """The number of each part among those that were given."""
    given: dict[str, NDArray[Any]]
    """What the graph takes."""
    firsts: Sequence[Ints]
    """For each part, where the start piece and the first piece of each of its words stand."""
    length: int
    """Pieces of each, with those that fill up."""


def cut(words: Sequence[str], pieces: Pieces, longest: int = LONGEST) -> Iterator[Part]:
    """The parts of a sentence, of at most so many pieces each; one word at least in each."""
    part: Part = []
    size = 0
    for word in words:
        own = pieces.of(word)
        if part and size + len(own[0]) > longest:
            yield part
            part, size = [], 0
        part.append(own)
        size += len(own[0])
    yield part


def packs(parts: Sequence[Part]) -> Iterator[Pack]:
    """All parts, in packs of one length each. That length hangs on a part alone, so its numbers do, too."""
    by_length: dict[int, list[int]] = {}
    for i, part in enumerate(parts):
        size = 2 + sum(len(own) for own, _ in part)
        by_length.setdefault(-(-size // STEP) * STEP, []).append(i)
    for length, at in by_length.items():
        most = max(ROWS // length, 1)
        for start in range(0, len(at), most):
            own = at[start : start + most]
            yield _pack(own, [parts[i] for i in own], length)


def _pack(at: Sequence[int], parts: Sequence[Part], length: int) -> Pack:
    ids, casing = list[int](), list[int]()
    firsts, lengths = list[Ints](), list[int]()
    for part in parts:
        begins = list(accumulate((len(own) for own, _ in part), initial=1))
        firsts.append(np.array([0, *begins[:-1]]))
        lengths.append(begins[-1] + 1)
        empty = length - lengths[-1]
        ids += [START, *(i for own, _ in part for i in own), STOP, *[PAD] * empty]
        casing += [0, *(row for _, rows in part for row in rows), 0, *[0] * empty]
    sizes = np.array(lengths, dtype=np.int32)
    shares = (np.arange(length) < sizes[:, None]) / sizes[:, None]
    shape = (len(parts), length)
    given = {
        "ids": np.array(ids).reshape(shape),
        "casing": np.array(casing).reshape(shape),
        "lengths": sizes,
        "shares": shares[:, None].astype(np.float32),
    }
    return Pack(at, given, firsts, length)
