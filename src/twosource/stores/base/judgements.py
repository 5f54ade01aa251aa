"""What people decided, entry by entry: only ever added to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from twosource.model import Judgement


class JudgementWriter(Protocol):
    """Keeps judgements; none is ever changed or taken away."""

    def add_judgements(self, judgements: Sequence[Judgement]) -> int:
        """Keeps entries; those that are kept already change nothing. How many were new."""
        ...


class JudgementView(Protocol):
    """Reads judgements."""

    def judgements(self, skip: int = 0) -> list[Judgement]:
        """The entries after the first `skip`, in the order in which they were kept."""
        ...

    def articles_on(self, pages: Iterable[str]) -> list[str]:
        """The articles (ids) of these pages, in the order of their arrival: judgements name words by their page."""
        ...
