"""The history of a desk: entries are only ever added; what is in force is what is left when it is replayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from twosource.errors import UsageError
from twosource.model import Judgement, JudgementKind, Ruling, Selector

OVER: frozenset[JudgementKind] = frozenset({"undo", "redo"})
"""Entries about another entry."""


@dataclass(frozen=True)
class History:
    """Entries by their time, which is their order: whichever desk they came from first, the result is one.

    Undoing takes one judgement out and leaves all others where they are, those after it too: they are applied again
    without it, and one that cannot be any more says so. Redoing puts it back in its old place.
    """

    entries: tuple[Judgement, ...]

    @classmethod
    def of(cls, entries: Iterable[Judgement]) -> History:
        """The history of these entries, in whatever order they are given."""
        return cls(tuple(sorted({e.id: e for e in entries}.values(), key=lambda e: (e.at, e.id))))

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, undone or not, the oldest first."""
        return tuple(e for e in self.entries if e.kind not in OVER)

    @cached_property
    def last_over(self) -> dict[str, Judgement]:
        """Judgement to the last undo or redo of it."""
        return {e.ruling.judgement or "": e for e in self.entries if e.kind in OVER}

    def is_undone(self, judgement: str) -> bool:
        """Whether the judgement with this id is out of force."""
        over = self.last_over.get(judgement)
        return over is not None and over.kind == "undo"

    @cached_property
    def in_force(self) -> tuple[Judgement, ...]:
        """The judgements that are applied, the oldest first."""
        return tuple(j for j in self.judgements if not self.is_undone(j.id))

    @cached_property
    def undone(self) -> tuple[Judgement, ...]:
        """The judgements that were undone, the last undone at the end."""
        return tuple(sorted((j for j in self.judgements if self.is_undone(j.id)), key=self._undone_at))

    def _undone_at(self, judgement: Judgement) -> tuple[str, str]:
        over = self.last_over[judgement.id]
        return over.at, over.id

    def named(self, wanted: str) -> Judgement:
        """The judgement with this id, or the only one that begins so; raises UsageError where none or several do."""
        begun = [j for j in self.judgements if j.id.startswith(wanted)] if wanted else []
        exact = [j for j in begun if j.id == wanted]
        if len(exact or begun) == 1:
            return (exact or begun)[0]
        reason = f"{len(begun)} judgements begin so: give more of it" if begun else "there is no judgement of this id"
        raise UsageError(f"{wanted}: {reason}")

    def alike(self, judgement: Judgement) -> Judgement | None:
        """The judgement in force that decides the same of the same already, if it is the last one about it."""
        about = [j for j in self.in_force if _subject(j) == _subject(judgement)]
        return about[-1] if about and about[-1].ruling == judgement.ruling else None

    def after(self, judgement: Judgement) -> tuple[Judgement, ...]:
        """The judgements in force that came later and speak of some of the same words or articles."""
        return tuple(j for j in self.in_force if (j.at, j.id) > (judgement.at, judgement.id) and _meet(j, judgement))

    def next_time(self) -> str:
        """The time for an entry that is made now: later than that of every other, whatever the clock says."""
        now = datetime.now(UTC)
        if self.entries:
            now = max(now, datetime.fromisoformat(self.entries[-1].at) + timedelta(microseconds=1))
        return now.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _subject(judgement: Judgement) -> tuple[JudgementKind, frozenset[Selector], frozenset[str]]:
    return judgement.kind, frozenset(judgement.passages), frozenset(judgement.articles)


def _meet(one: Judgement, other: Judgement) -> bool:
    mine, theirs = ((*j.passages, *j.ruling.passages) for j in (one, other))
    return bool({*one.articles} & {*other.articles}) or any(a.overlaps(b) for a in mine for b in theirs)


def over(kind: JudgementKind, judgement: Judgement, *, at: str, who: str, why: str) -> Judgement:
    """The entry that undoes or redoes a judgement."""
    return Judgement.of(kind, at=at, who=who, why=why, ruling=Ruling(judgement=judgement.id))
