"""What an add tells while it goes on."""

from __future__ import annotations

from typing import Any

from twosource.api import Outcome


class Progress:
    """Is told of each step; this one keeps it to itself."""

    def read(self, outcome: Outcome[Any]) -> None:
        """An input was read, or failed; it is kept a little later, with others."""

    def known(self) -> None:
        """An input need not be read: the desk has it."""

    def sorted(self) -> None:
        """All are kept and in their stories; those are worked out now."""

    def worked_out(self, story: str) -> None:
        """One story more is worked out."""
