"""Which actors of different reports are one: rules that look names up, so that work grows with the number of actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.actors.full_names import how_alike, same_person, surname_keys
from twosource.actors.groups import fold
from twosource.actors.held_links import HeldLinks
from twosource.actors.known import known_body
from twosource.actors.name_keys import Key, are_letters, ends_of, is_prominent, name_keys, why_same
from twosource.actors.one_story import letter_links, shorter_links, state_links
from twosource.actors.person_index import MOST
from twosource.actors.shorter import initials
from twosource.actors.titles import Title, can_mean, titles_of
from twosource.actors.unions import Unions, where
from twosource.model import Actor, Evidence


class Links:
    """Joins actors by rule after rule; an actor in doubt stays apart."""

    def __init__(self, actors: Sequence[Actor], stories: Sequence[str], dates: Sequence[str]) -> None:
        self._actors, self._stories = actors, stories
        self._held = HeldLinks(actors, stories, dates)
        self._unions = Unions(actors)
        self._same_names()
        self._join_all(self._held.spellings())
        self._first_names()
        self._known_bodies()
        self._acronyms()
        self._join_all(letter_links(actors, stories, self._unions))
        self._join_all(state_links(actors, stories, self._unions))
        self._join_all(shorter_links(actors, stories, self._unions))
        self._join_all(self._held.surnames())
        self._surnames()
        self._surnames_alone()
        self._offices()
        self._weak_persons()

    def groups(self) -> list[tuple[list[Actor], list[Evidence]]]:
        """The actors that are one, with the reasons, in the order of their first members."""
        return self._unions.groups()

    def _join(
        self,
        i: int,
        j: int,
        why: tuple[str, float, str],
        names: tuple[str, str] | None = None,
        *,
        read_otherwise: bool = False,
    ) -> None:
        """Joins two actors for a reason: its function, its score and what it tells, with where they are so called."""
        one, other = names or (self._actors[i].name, self._actors[j].name)
        spans = where((self._actors[i], one), (self._actors[j], other))
        evidence = Evidence(function=why[0], score=why[1], detail=why[2], selectors=spans)
        self._unions.join(i, j, evidence, read_otherwise=read_otherwise)

    def _join_all(self, links: Iterable[tuple[int, int, Evidence]]) -> None:
        for i, j, evidence in links:
            self._unions.join(i, j, evidence)

    def _same_names(self) -> None:
        """One full name of a person, one name of a body (letters alone do not do), one country's government."""
        keys = [name_keys(actor) for actor in self._actors]
        countries: dict[Key, set[str]] = {}
        for actor, own in zip(self._actors, keys, strict=True):
            for k, _ in own if actor.country and actor.kind != "person" else ():
                countries.setdefault(k, set()).add(actor.country or "")
        first: dict[tuple[Key, str], tuple[int, str]] = {}
        for i, own in enumerate(keys):
            for k, name in own:
                several = len(countries.get(k, ())) > 1  # of which of these is "the Foreign Ministry"?
                whose = (self._actors[i].country or f"{i}") if several else ""
                j, other = first.setdefault((k, whose), (i, name))
                if j != i:
                    self._join(j, i, ("same name in two reports", 0.9, why_same(other, name)), (other, name))

    def _first_names(self) -> None:
        """Persons whose full names can be one person's, those left out that can be two persons who are not one."""
        by_surname: dict[str, dict[int, int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind == "person" and actor.named and " " in actor.name:
                for sound in surname_keys(actor.name):
                    by_surname.setdefault(sound, {}).setdefault(self._unions.top(i), i)
        for members in by_surname.values():
            some = list(members.values())[:MOST]
            partners = {i: [j for j in some if j != i and self._fits(i, j)] for i in some}
            sure = [i for i in some if all(self._fits(a, b) for a in partners[i] for b in partners[i] if a < b)]
            for i in sure:
                for j in partners[i]:
                    if j in sure and i < j:
                        one, other = self._actors[i].name, self._actors[j].name
                        self._join(i, j, ("first names agree", 0.8, f"“{one}” and “{other}” {how_alike(one, other)}"))

    def _fits(self, i: int, j: int) -> bool:
        return same_person(self._actors[i].name, self._actors[j].name)

    def _known_bodies(self) -> None:
        first: dict[str, int] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind in ("group", "organization") and actor.named:
                body = next((b for name in actor.names if (b := known_body(name))), None)
                if body and (j := first.setdefault(body.name, i)) != i:
                    detail = f"“{self._actors[j].name}” and “{actor.name}” are names of {body.name} in the table"
                    self._join(j, i, ("table of armed groups", 0.8, detail))

    def _acronyms(self) -> None:
        """Letters that one report explains, or that are the initials of one body's name, where no other has them."""
        owners: dict[str, set[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind in ("group", "organization") and any(not are_letters(n) for n in actor.names):
                for letters in _letters_of(actor):
                    owners.setdefault(letters, set()).add(self._unions.top(i))
        for i, actor in enumerate(self._actors):
            if actor.names and actor.kind in ("group", "organization") and all(are_letters(n) for n in actor.names):
                meant = {self._unions.top(j) for n in actor.names for j in owners.get(n, ())} - {self._unions.top(i)}
                if len(meant) == 1:
                    j = next(iter(meant))
                    detail = f"“{actor.name}” stands for “{self._actors[j].name}” in another report"
                    self._join(j, i, ("acronym explained in another report", 0.8, detail))

    def _surnames(self) -> None:
        """A person known to one report by surname only, where one person of the story has that name."""
        ends: dict[str, list[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind == "person" and actor.named and " " in actor.name and is_prominent(actor):
                for name in {n for n in actor.names if n != actor.name} | ends_of(actor.name):
                    ends.setdefault(name.lower(), []).append(i)
        for i, actor in enumerate(self._actors):
            if not actor.named or not actor.names or not (actor.kind == "person" or self._may_be_misread(i)):
                continue
            body = actor.kind != "person"
            may = (j for j in ends.get(actor.name.lower(), ()) if self._may_be(i, j, read_otherwise=body))
            options = {self._unions.top(j): j for j in may}
            if len(options) == 1:
                j = next(iter(options.values()))
                detail = f"“{actor.name}” is the only “{self._actors[j].name}” of these reports"
                self._join(j, i, ("surname in another report", 0.7, detail), read_otherwise=body)

    def _may_be_misread(self, i: int) -> bool:
        """Whether one report calls a body by one word that no report shows to be one: a surname, read wrongly."""
        actor = self._actors[i]
        plain = actor.kind == "organization" and " " not in actor.name and not are_letters(actor.name)
        return plain and len(actor.names) == 1 and not actor.sectors and not actor.country

    def _surnames_alone(self) -> None:
        """A surname with agreeing offices in reports of one story, none of which has a full name for it."""
        persons = [(i, a) for i, a in enumerate(self._actors) if a.kind == "person" and a.named]
        full = {(self._stories[i], n.rpartition(" ")[2].lower()) for i, a in persons for n in a.names if " " in n}
        known: dict[tuple[str, str], list[int]] = {}
        for i, actor in persons:
            same = known.setdefault((self._stories[i], actor.name.lower()), [])
            if " " in actor.name or (self._stories[i], actor.name.lower()) in full or len(same) >= MOST:
                continue
            for j in same:
                if self._may_be(i, j) and _offices_agree(actor, self._actors[j]):
                    detail = f"“{actor.name}” has such an office in two reports"
                    self._join(j, i, ("surname in another report", 0.7, detail))
            same.append(i)

    def _offices(self) -> None:
        """Somebody known to one report by office only, where one named person of the story holds such an office."""
        titled = [(i, t) for i, a in enumerate(self._actors) if a.kind == "person" and a.named for t in _titles(a)]
        for i, actor in enumerate(self._actors):
            mine = [t for t in _titles(actor) if t.fields] if not actor.named else []
            options = {
                self._unions.top(j): j
                for j, t in (titled if mine else ())
                if self._stories[i] == self._stories[j]
                and not _conflict_of_countries(actor, self._actors[j])
                and not self._held.by_another(i, j)
                and any(t.fields and t.past == m.past and can_mean(m, t) for m in mine)
            }
            if len(options) == 1:
                j = next(iter(options.values()))
                detail = f"“{actor.offices[0].title}” is {self._actors[j].name} in another report"
                self._join(j, i, ("office in another report", 0.7, detail))

    def _weak_persons(self) -> None:
        """One word that a report leaves unexplained, where another report knows it as the name of a body."""
        owners: dict[str, set[int]] = {}
        for i, actor in enumerate(self._actors):
            if actor.kind in ("group", "organization"):
                for name in actor.names:
                    owners.setdefault(fold(name), set()).add(self._unions.top(i))
        for i, actor in enumerate(self._actors):
            if actor.kind == "person" and actor.named and " " not in actor.name and not actor.offices:
                meant = {self._unions.top(j) for j in owners.get(fold(actor.name), ())}
                if len(meant) == 1:
                    j = next(iter(meant))
                    detail = f"“{actor.name}” is a name of {self._actors[j].name} in another report"
                    spans = where((self._actors[j], self._actors[j].name), (actor, actor.name))
                    why = Evidence(function="same name in two reports", score=0.7, detail=detail, selectors=spans)
                    self._unions.join(j, i, why, read_otherwise=True)

    def _may_be(self, i: int, j: int, *, read_otherwise: bool = False) -> bool:
        one, other = self._actors[i], self._actors[j]
        apart = self._unions.apart(i, j) and not read_otherwise
        if self._unions.top(i) == self._unions.top(j) or apart or self._held.is_another(i, j):
            return False
        return self._stories[i] == self._stories[j] or _offices_agree(one, other)


def _titles(actor: Actor) -> list[Title]:
    return titles_of(actor.offices, actor.evidence)


def _conflict_of_countries(one: Actor, other: Actor) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def _offices_agree(one: Actor, other: Actor) -> bool:
    return any(can_mean(a, b) or can_mean(b, a) for a in _titles(one) for b in _titles(other))


def _letters_of(actor: Actor) -> set[str]:
    return {n for n in actor.names if are_letters(n)} | {initials(n) for n in actor.names if " " in n}
