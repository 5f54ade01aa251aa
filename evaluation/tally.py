"""One mark: the smallest unit of the evaluation."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """Whether one thing is right: its kind (marks of a kind are counted together) and what it is about."""

    kind: str
    right: bool
    what: str
