"""Actors of several reports grouped into those that are one; what cannot be one never comes into one group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.model import Actor, Evidence, Mention, Selector


class Unions:
    """Groups of actors, by their places in a list, with the reason for each joining."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors = actors
        self._into = list(range(len(actors)))
        self._reasons: dict[int, list[Evidence]] = {}
        self._countries = [{a.country} if a.country and a.kind != "person" else set() for a in actors]
        self._bodies = [a.kind != "person" for a in actors]

    def top(self, i: int) -> int:
        """The first member of the group that an actor is in."""
        while self._into[i] != i:
            self._into[i] = self._into[self._into[i]]
            i = self._into[i]
        return i

    def apart(self, i: int, j: int) -> bool:
        """Whether two groups say what cannot be of one: two countries of bodies, a person and a body."""
        a, b = self.top(i), self.top(j)
        return self._bodies[a] != self._bodies[b] or len(self._countries[a] | self._countries[b]) > 1

    def join(self, i: int, j: int, evidence: Evidence, *, read_otherwise: bool = False) -> None:
        """Makes two groups one, if they are not apart; `read_otherwise`: one report took `j` for what it is not."""
        a, b = sorted((self.top(i), self.top(j)))
        body = self._bodies[self.top(i)]
        if a != b and (read_otherwise or not self.apart(a, b)):
            self._into[b] = a
            self._countries[a] |= self._countries[b]
            self._bodies[a] = body
            self._reasons.setdefault(a, []).append(evidence)

    def groups(self) -> list[tuple[list[Actor], list[Evidence]]]:
        """The actors that are one, with the reasons, in the order of their first members."""
        found: dict[int, list[Actor]] = {}
        for i, actor in enumerate(self._actors):
            found.setdefault(self.top(i), []).append(actor)
        reasons: dict[int, list[Evidence]] = {}
        for i in sorted(self._reasons):
            reasons.setdefault(self.top(i), []).extend(self._reasons[i])
        return [(group, reasons.get(top, [])) for top, group in found.items()]


def where(*named: tuple[Actor, str]) -> tuple[Selector, ...]:
    """For each actor and name of it the first place where it is so called, or first mentioned."""
    found = (_first(actor.mentions, name) for actor, name in named)
    return tuple(dict.fromkeys(s for s in found if s is not None))


def _first(mentions: Iterable[Mention], name: str) -> Selector | None:
    selectors = [m.selector for m in mentions]
    return next((s for s in selectors if " ".join(s.exact.split()) == name), selectors[0] if selectors else None)
