"""Which actors of different reports are one: rules that look names up, so that work grows with the number of actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.actors.groups import fold
from twosource.actors.held_links import HeldLinks
from twosource.actors.known import known_body
from twosource.actors.full_names import same_person
from twosource.actors.persons import MOST
from twosource.actors.shorter import initials
from twosource.actors.titles import Title, can_mean, read_title
from twosource.model import Actor, Evidence


class Links:
    """Joins actors by rule after rule; an actor in doubt stays apart."""

    def __init__(self, actors: Sequence[Actor], stories: Sequence[str], dates: Sequence[str]) -> None:
        self._actors, self._stories = actors, stories
        self._held = HeldLinks(actors, stories, dates)
        self._into = list(range(len(actors)))
        self._reasons: dict[int, list[Evidence]] = {}
        self._same_names()
        self._join_all(self._held.spellings())
        self._first_names()
        self._known_bodies()
        self._acronyms()
        self._join_all(self._held.surnames())
        self._surnames()
        self._offices()
        self._weak_persons()

    def groups(self) -> list[tuple[list[Actor], list[Evidence]]]:
        """The actors that are one, with the reasons, in the order of their first members."""
        found: dict[int, list[Actor]] = {}
        for i, actor in enumerate(self._actors):
            found.setdefault(self._top(i), []).append(actor)
        reasons: dict[int, list[Evidence]] = {}
        for i in sorted(self._reasons):
            reasons.setdefault(self._top(i), []).extend(self._reasons[i])
        return [(group, reasons.get(top, [])) for top, group in found.items()]

    def _top(self, i: int) -> int:
        while self._into[i] != i:
            self._into[i] = self._into[self._into[i]]
            i = self._into[i]
        return i

    def _join(self, i: int, j: int, function: str, score: float, detail: str) -> None:
        self._join_for(i, j, Evidence(function=function, score=score, detail=detail))

    def _join_for(self, i: int, j: int, evidence: Evidence) -> None:
        a, b = sorted((self._top(i), self._top(j)))
        if a != b:
            self._into[b] = a
            self._reasons.setdefault(a, []).append(evidence)

    def _join_all(self, links: Iterable[tuple[int, int, Evidence]]) -> None:
        for i, j, evidence in links:
            self._join_for(i, j, evidence)

    def _same_names(self) -> None:
        """One full name of a person, one name of a body (letters alone do not do), one country's government."""
        first: dict[tuple[str, str], int] = {}
        for i, actor in enumerate(self._actors):
            for key, name in _keys(actor):
                j = first.setdefault(key, i)
                if j != i and not _conflict(self._actors[j], actor):
                    self._join(j, i, "same name in two reports", 0.9, f"two reports name “{name}”")

    def _first_names(self) -> None:
        """Persons of one surname whose first names can be one person's, where that leaves no choice."""
        by_surname: dict[str, list[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind == "person" and actor.named and " " in actor.name:
                by_surname.setdefault(actor.name.lower().split()[-1], []).append(i)
        for members in by_surname.values():
            for i in members[:MOST]:
                partners = {self._top(j): j for j in members[:MOST] if self._fits(i, j)}
                if len(partners) == 1:
                    j = next(iter(partners.values()))
                    names = f"“{self._actors[min(i, j)].name}” and “{self._actors[max(i, j)].name}”"
                    self._join(i, j, "first names agree", 0.8, f"{names}: one surname, first names of one person")

    def _fits(self, i: int, j: int) -> bool:
        if self._top(i) == self._top(j):
            return False
        a, b = self._actors[i], self._actors[j]
        return same_person(a.name, b.name) and not _conflict(a, b)

    def _known_bodies(self) -> None:
        first: dict[str, int] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind in ("group", "organization") and actor.named:
                body = next((b for name in actor.names if (b := known_body(name))), None)
                if body and (j := first.setdefault(body.name, i)) != i:
                    detail = f"“{self._actors[j].name}” and “{actor.name}” are names of {body.name} in the table"
                    self._join(j, i, "table of armed groups", 0.8, detail)

    def _acronyms(self) -> None:
        """Letters that one report explains, or that are the initials of one body's name, where no other has them."""
        owners: dict[str, set[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind in ("group", "organization") and any(not _letters(n) for n in actor.names):
                for letters in {n for n in actor.names if _letters(n)} | {initials(n) for n in actor.names if " " in n}:
                    owners.setdefault(letters, set()).add(self._top(i))
        for i, actor in enumerate(self._actors):
            if actor.names and actor.kind in ("group", "organization") and all(_letters(n) for n in actor.names):
                meant = {self._top(j) for n in actor.names for j in owners.get(n, ())} - {self._top(i)}
                if len(meant) == 1:
                    j = next(iter(meant))
                    detail = f"“{actor.name}” stands for “{self._actors[j].name}” in another report"
                    self._join(j, i, "acronym explained in another report", 0.8, detail)

    def _surnames(self) -> None:
        """A person known to one report by surname only, where one person of the story has that name."""
        ends: dict[str, list[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind == "person" and actor.named and " " in actor.name:
                for name in {n for n in actor.names if n != actor.name} | {actor.name.split(" ", 1)[1]}:
                    ends.setdefault(name.lower(), []).append(i)
        for i, actor in enumerate(self._actors):
            if actor.kind != "person" or not actor.named or not actor.names:
                continue
            options = {self._top(j): j for j in ends.get(actor.name.lower(), ()) if self._may_be(i, j)}
            if len(options) == 1:
                j = next(iter(options.values()))
                detail = f"“{actor.name}” is the only “{self._actors[j].name}” of these reports"
                self._join(j, i, "surname in another report", 0.7, detail)

    def _offices(self) -> None:
        """Somebody known to one report by office only, where one named person of the story holds such an office."""
        titled = [(i, t) for i, a in enumerate(self._actors) if a.kind == "person" and a.named for t in _titles(a)]
        for i, actor in enumerate(self._actors):
            mine = [t for t in _titles(actor) if t.fields and actor.country] if not actor.named else []
            options = {
                self._top(j): j
                for j, t in (titled if mine else ())
                if self._stories[i] == self._stories[j]
                and not _conflict_of_countries(actor, self._actors[j])
                and not self._held.by_another(i, j)
                and any(t.fields and can_mean(m, t) for m in mine)
            }
            if len(options) == 1:
                j = next(iter(options.values()))
                detail = f"“{actor.offices[0].title}” is {self._actors[j].name} in another report"
                self._join(j, i, "office in another report", 0.7, detail)

    def _weak_persons(self) -> None:
        """One word that a report leaves unexplained, where another report knows it as the name of a body."""
        owners: dict[str, set[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind in ("group", "organization"):
                for name in actor.names:
                    owners.setdefault(fold(name), set()).add(self._top(i))
        for i, actor in enumerate(self._actors):
            if actor.kind == "person" and actor.named and " " not in actor.name and not actor.offices:
                meant = owners.get(fold(actor.name), set())
                if len(meant) == 1:
                    j = next(iter(meant))
                    detail = f"“{actor.name}” is a name of {self._actors[j].name} in another report"
                    self._join(j, i, "same name in two reports", 0.7, detail)

    def _may_be(self, i: int, j: int) -> bool:
        one, other = self._actors[i], self._actors[j]
        if self._top(i) == self._top(j) or _conflict(one, other) or self._held.is_another(i, j):
            return False
        return self._stories[i] == self._stories[j] or _offices_agree(one, other)


def _keys(actor: Actor) -> list[tuple[tuple[str, str], str]]:
    """The keys under which an actor is the same as another with one of them, each with the name it comes from."""
    if not actor.named:
        return []
    if actor.kind == "government" and actor.country:
        return [(("government", actor.country), actor.name)]
    if actor.kind == "person":
        return [(("person", n.lower()), n) for n in actor.names if " " in n and n.split()[0][0].isupper()]
    return [(("body", fold(n)), n) for n in actor.names if not _letters(n)]


def _letters(name: str) -> bool:
    return " " not in name and name.isupper() and len(name) < 8


def _conflict(one: Actor, other: Actor) -> bool:
    """Whether two actors say of themselves what cannot be of one: two countries, person and body."""
    if (one.kind == "person") != (other.kind == "person"):
        return True
    return bool(one.country and other.country and one.country != other.country and one.kind != "person")


def _titles(actor: Actor) -> list[Title]:
    return [t for o in actor.offices if (t := read_title(o.title.split()))]


def _conflict_of_countries(one: Actor, other: Actor) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def _offices_agree(one: Actor, other: Actor) -> bool:
    return any(can_mean(a, b) or can_mean(b, a) for a in _titles(one) for b in _titles(other))
