"""Persons of one report by their names: full names, surnames, how they sound, by what words alone they were called."""

from __future__ import annotations

from bisect import bisect_left, insort

from twosource.actors.drafts import Draft, Seen
from twosource.actors.full_names import same_person, short_forms, surname_keys

MOST = 20
"""How many persons of one surname, and names of one person, are compared: keeps work linear on any input."""


class Index:
    """Persons by their full names, surnames, first names; at most MOST of one surname are compared."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.full: dict[str, Draft] = {}
        self.ends: dict[str, list[Draft]] = {}
        self._sounds: dict[str, list[Draft]] = {}
        self._bare: dict[str, list[Draft]] = {}
        self._starts: dict[int, list[int]] = {}

    def see(self, draft: Draft, x: Seen) -> None:
        """Takes up a mention of a draft."""
        draft.seen.append(x)
        insort(self._starts.setdefault(id(draft), []), x.start)

    def call(self, draft: Draft, x: Seen) -> None:
        """Remembers that a person was called by these words alone."""
        self._put(self._bare, x.text.lower(), draft)

    def called(self, options: list[Draft], x: Seen) -> Draft:
        """Of several the only one who was called so before, else the one named last."""
        before = [d for d in self._bare.get(x.text.lower(), ()) if any(d is o for o in options)]
        return before[0] if len(before) == 1 else max(options, key=lambda d: self.last_before(d, x.start))

    def last_before(self, draft: Draft, start: int) -> int:
        """Where a person was last named before a place; -1 if only later."""
        starts = self._starts[id(draft)]
        at = bisect_left(starts, start)
        return starts[at - 1] if at else -1

    def add(self, draft: Draft, name: str) -> None:
        """Takes up a draft, or one more full name of one that is here."""
        self.full[name] = draft
        for sound in surname_keys(name):
            self._put(self._sounds, sound, draft)
        for end in short_forms(name):
            self._put(self.ends, end, draft)

    @staticmethod
    def _put(table: dict[str, list[Draft]], word: str, draft: Draft) -> None:
        options = table.setdefault(word, [])
        if len(options) < MOST and all(d is not draft for d in options):
            options.append(draft)

    def variant(self, name: str) -> tuple[Draft, str] | None:
        """The one person here all of whose full names can be other forms of this one, and the nearest of these."""
        found = []
        alike = {id(d): d for sound in surname_keys(name) for d in self._sounds.get(sound, ())}
        for draft in alike.values():
            others = _full_names(draft)
            if others and all(same_person(other, name) for other in others):
                found.append((draft, others[-1]))
        return found[0] if len(found) == 1 else None


def _full_names(draft: Draft) -> list[str]:
    return list(dict.fromkeys(x.text for x in draft.seen[:MOST] if " " in x.text))
