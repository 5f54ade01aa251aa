"""Words that many reports share which share little else: notices, footers, lines of promotion. They show no copying."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.origins.characters import Values

MANY = 4
"""From this many reports on, a window may be furniture."""
STRANGERS = 0.25
"""Reports that share less than this part of their windows are strangers; a window that strangers share is furniture."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Windows found to be furniture: their hashes without the lowest `shift` bits, in order."""

    windows: Values
    shift: np.uint64

    def holds(self, windows: Values) -> NDArray[np.bool_]:
        """Which of these windows are furniture."""
        if len(self.windows) == 0:
            return np.zeros(len(windows), np.bool_)
        hashes = windows >> self.shift
        at = np.minimum(np.searchsorted(self.windows, hashes), len(self.windows) - 1)
        found: NDArray[np.bool_] = self.windows[at] == hashes
        return found
