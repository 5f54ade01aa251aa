"""Office holders across reports: spellings of one name, a surname with an office, and offices that others held then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.actors.full_names import same_person
from twosource.actors.held import listed_name, same_spelling
from twosource.actors.person_index import MOST
from twosource.model import Actor, Evidence
from twosource.vocab.office_holders import Office, Term, fold_name, holders, offices_called, read_office

Link = tuple[int, int, Evidence]
"""Two actors, by their places in the list, and why they are one."""
_FUNCTION = "table of office holders"


class HeldLinks:
    """What the table says of actors of several reports, each with the story and the date of its report."""

    def __init__(self, actors: Sequence[Actor], stories: Sequence[str], dates: Sequence[str]) -> None:
        self._actors, self._stories, self._dates = actors, stories, dates
        self._listed = [listed_name(a.names) if a.kind == "person" and a.named else "" for a in actors]
        self._meant: dict[int, tuple[Term, str, bool] | None] = {}

    def spellings(self) -> Iterator[Link]:
        """Persons of one story whose full names the table lists as one person's."""
        first: dict[tuple[str, str], int] = {}
        for i, name in enumerate(self._listed):
            if name and (j := first.setdefault((self._stories[i], name), i)) != i:
                detail = same_spelling(self._actors[j].names, self._actors[i].names)
                yield j, i, Evidence(function=_FUNCTION, score=0.8, detail=detail)

    def surnames(self) -> Iterator[Link]:
        """Persons whom a report calls by office and surname, where another names the holder of that date in full."""
        by_name: dict[str, list[int]] = {}
        for j, name in enumerate(self._listed):
            by_name.setdefault(name, []).append(j)
        for i in range(len(self._actors)):
            if (meant := self.meant(i)) is not None:
                term, title, whose = meant
                full = by_name.get(term.name, [])
                near = [j for j in full if self._stories[j] == self._stories[i]]
                for j in (near or (full if whose else []))[:1]:
                    yield j, i, self._as_holder(i, term, title)

    def _as_holder(self, i: int, term: Term, title: str) -> Evidence:
        actor = self._actors[i]
        detail = (
            f"“{title}” {actor.name} is {term.name}, listed as {term.words}; the report is of {self._dates[i][:10]}"
        )
        selectors = tuple(o.selector for o in actor.offices if o.title == title)
        return Evidence(function=_FUNCTION, score=0.8, detail=detail, selectors=selectors)

    def meant(self, i: int) -> tuple[Term, str, bool] | None:
        """The holder whom an office with a surname means on the report's date, the office as written, whose: said."""
        if i not in self._meant:
            self._meant[i] = self._read(i)
        return self._meant[i]

    def _read(self, i: int) -> tuple[Term, str, bool] | None:
        actor, date = self._actors[i], self._dates[i]
        if actor.kind != "person" or not actor.named or self._listed[i] or not date:
            return None
        found: dict[str, tuple[Term, str, bool]] = {}
        for office in actor.offices[:MOST]:
            offices = read_office(office.title, actor.country or "")
            whose = bool(offices)
            for meant in offices or (() if actor.country else offices_called("", office.title)):
                for term in holders(meant, date):
                    if _surnames_only(actor, term):
                        found.setdefault(term.name, (term, office.title, whose))
        return next(iter(found.values())) if len(found) == 1 else None

    def is_another(self, i: int, j: int) -> bool:
        """Whether the table knows whom an office with a surname means, and the other actor is somebody else."""
        meant = self.meant(i)
        return meant is not None and not _can_be(self._actors[j], (meant[0],))

    def by_another(self, i: int, j: int) -> bool:
        """Whether the table knows who held the offices of one actor at its date, and the other is none of them."""
        actor = self._actors[i]
        offices = {o: None for office in actor.offices for o in read_office(office.title, actor.country or "")}
        held = _held(offices, self._dates[i])
        return bool(held) and not _can_be(self._actors[j], held)


def _held(offices: dict[Office, None], date: str) -> tuple[Term, ...]:
    return tuple(term for office in offices for term in holders(office, date))


def _surnames_only(actor: Actor, term: Term) -> bool:
    """Whether all names of an actor are surnames of the holder."""
    own = {fold_name(s) for s in term.surnames}
    return bool(actor.names) and all(fold_name(name) in own for name in actor.names)


def _can_be(actor: Actor, held: Sequence[Term]) -> bool:
    """Whether an actor's full name can be one of these persons'; one without a full name can."""
    full = [name for name in actor.names[:MOST] if " " in name]
    folded = [fold_name(name) for name in full]
    return not full or any(same_person(name, fold_name(s)) for name in folded for t in held for s in t.spellings)
