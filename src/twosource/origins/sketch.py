"""Which windows of a report are indexed: of any eight in a row the one with the smallest hash (winnowing).

After Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003. The same
words choose the same windows wherever they stand, and 20 words that two reports share in a row always share two:
taking every fourth window by its hash finds two of them nine times in ten.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.origins.characters import Values
from twosource.origins.words import NO_WINDOW

ROW = 8
"""Windows in a row of which one is kept: two of nine in the end, 107 of a report of 500 words."""
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


def sketches(windows: Sequence[Values]) -> list[Values]:
    """For the windows of each report those that are indexed, in the order of the text.

    A row lies wholly inside or wholly outside quotation marks, and in one report: others would add a quarter to the
    index and find no more.
    """
    gap = np.full(ROW - 1, _NONE, np.uint64)
    padded = np.concatenate([gap, *(part for one in windows for part in (one, gap))])
    padded[padded == NO_WINDOW] = _NONE
    least = np.where(_of_row(padded, np.maximum) == _NONE, np.uint64(NO_WINDOW), _of_row(padded, np.minimum))
    kept = (_of_row(least, np.maximum) == padded[ROW - 1 : 1 - ROW]) & (padded[ROW - 1 : 1 - ROW] != _NONE)
    chosen = padded[ROW - 1 : 1 - ROW][kept]
    lengths = [len(one) + ROW - 1 for one in windows]
    bounds = np.concatenate(([0], np.cumsum(kept)))[np.minimum(np.cumsum(lengths), len(kept))]
    return np.split(chosen, bounds[:-1])


def _of_row(values: Values, of: np.ufunc) -> Values:
    """The least (or the greatest) of every ROW values in a row."""
    two = of(values[:-1], values[1:])
    four = of(two[:-2], two[2:])
    eight: Values = of(four[:-4], four[4:])
    return eight
