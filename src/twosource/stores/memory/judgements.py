"""Judgements in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.model import Judgement
from twosource.stores.memory.articles import Articles


@dataclass(slots=True)
class Judgements:
    """What is kept of judgements, by id."""

    kept: dict[str, Judgement] = field(default_factory=dict)

    def copy(self) -> Judgements:
        """What is kept now, whatever is added later."""
        return Judgements(dict(self.kept))

    def restore(self, before: Judgements) -> None:
        """Makes it what it was."""
        self.kept = before.kept


class MemoryJudgementWriter:
    """See `JudgementWriter`."""

    _judgements: Judgements

    def add_judgements(self, judgements: Sequence[Judgement]) -> int:
        """See `JudgementWriter.add_judgements`."""
        before = len(self._judgements.kept)
        for judgement in judgements:
            self._judgements.kept.setdefault(judgement.id, judgement)
        return len(self._judgements.kept) - before


class MemoryJudgementView:
    """See `JudgementView`."""

    _judgements: Judgements
    _kept: Articles

    def judgements(self, skip: int = 0) -> list[Judgement]:
        """See `JudgementView.judgements`."""
        return list(self._judgements.kept.values())[skip:]

    def articles_on(self, pages: Iterable[str]) -> list[str]:
        """See `JudgementView.articles_on`."""
        wanted = set(pages)
        return [article for article, reading in self._kept.readings.items() if reading.page.id in wanted]
