"""How sure a finding is: the share of findings like it that a reader of the reports held to be right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from twosource.findings.assertions import Assertion
from twosource.model import Status

READ = ((0.50, 0.60), (0.60, 0.78), (0.74, 0.83), (0.82, 0.91), (0.92, 0.96))
"""Mean likeness and share right, of 1,023 findings of BASIL, NeuS, AllSides, GVA and ECB+, read by hand.

Below 0.60 25 of 35 were right, to 0.72 102 of 126, to 0.82 147 of 181, to 0.90 138 of 149, above it 508 of 532.
"""
TOLL = 0.87
"""Tolls aligned by their role: 27 of 31 were right."""
CONFLICT = 0.72
"""At most, where reports differ: of 18 read 13 were right, and two were in doubt."""
SAID = {"direct": 0.92, "mixed": 0.81, "indirect": 0.76}
"""Of the quotes found in PolNeAR's development set, the share whose words and speaker its annotators marked too."""
WRITTEN = 0.9
"""What a report says itself stands there to be read; how its sentence was cut is all that is uncertain."""


def shared(likeness: float, status: Status, *, toll: bool) -> float:
    """Of what several origins report, 0 to 1: from 0.9 on right at least nine times in ten."""
    sure = TOLL if toll else _share_right(likeness)
    return min(CONFLICT, sure) if status == "differs" else sure


def alone(members: Iterable[Assertion]) -> float:
    """Of what one origin reports, 0 to 1: how sure it is that this is said there, and by whom."""
    return min(SAID[m.said] if m.said else WRITTEN for m in members)


def _share_right(likeness: float) -> float:
    """The share between the two nearest rows of `READ`."""
    if likeness <= READ[0][0]:
        return READ[0][1]
    for (low, right), (high, more) in pairwise(READ):
        if likeness < high:
            return round(right + (more - right) * (likeness - low) / (high - low), 2)
    return READ[-1][1]
