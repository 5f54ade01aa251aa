"""Persons: which names in one report are one person's."""

from __future__ import annotations

from bisect import bisect_left, insort

from twosource.actors.drafts import Draft, Seen, Text
from twosource.model import Evidence
from twosource.vocab.names import given_names, honorifics, nicknames, particles

_TIED = frozenset(("bin", "ibn", "bint", "abu", "umm"))
MOST = 20
"""How many persons of one surname, and names of one person, are compared: keeps work linear on any input."""
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


class _Index:
    """Persons by their full names, surnames, first names; at most MOST of one surname are compared."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.full: dict[str, Draft] = {}
        self.ends: dict[str, list[Draft]] = {}
        self._starts: dict[int, list[int]] = {}

    def see(self, draft: Draft, x: Seen) -> None:
        """Takes up a mention of a draft."""
        draft.seen.append(x)
        insort(self._starts.setdefault(id(draft), []), x.start)

    def last_before(self, draft: Draft, start: int) -> int:
        """Where a person was last named before a place; -1 if only later."""
        starts = self._starts[id(draft)]
        at = bisect_left(starts, start)
        return starts[at - 1] if at else -1

    def add(self, draft: Draft, name: str) -> None:
        """Takes up a draft, or one more full name of one that is here."""
        self.full[name] = draft
        for end in _short_forms(name):
            options = self.ends.setdefault(end, [])
            if len(options) < MOST and all(d is not draft for d in options):
                options.append(draft)

    def _of(self, name: str) -> list[Draft]:
        return self.ends.get(name.lower().split()[-1], [])

    def variant(self, name: str) -> tuple[Draft, str] | None:
        """The one person here whose full name can be another form of this one, and that name."""
        found = [(d, other) for d in self._of(name) for other in _full_names(d) if same_person(other, name)]
        return found[0] if found and all(d is found[0][0] for d, _ in found) else None


def find_persons(text: Text) -> list[Draft]:
    """The persons named in a report, each with all the names that are theirs."""
    seen = [text.seen(text.words(n.sentence, n.start, n.end)) for n in text.names if n.label == "PER"]
    index, short = _Index(), []
    for x in sorted(seen, key=lambda x: (-len(x.text.split()), x.start)):
        if x.text.lower() not in index.ends and len(x.text.split()) > 1 and not _is_surname_phrase(x.text):
            _place_full(index, x)
        else:
            short.append(x)
    for draft in index.drafts:
        draft.gender = draft.gender or _gender(text, draft)
    for x in short:
        _place_short(text, index, x)
    for draft in index.drafts:
        draft.gender = draft.gender or _gender(text, draft)
    return index.drafts


def _is_surname_phrase(name: str) -> bool:
    """A surname that begins with a particle: "de Vries", "van der Berg"."""
    words = name.split()
    return words[0].lower() in particles() and words[0].lower() not in _TIED and words[0] not in given_names()


def _full_names(draft: Draft) -> list[str]:
    return list(dict.fromkeys(x.text for x in draft.seen[:MOST] if " " in x.text))


def _place_full(index: _Index, x: Seen) -> None:
    if x.text in index.full:
        index.see(index.full[x.text], x)
        return
    variant = index.variant(x.text)
    if variant is None:
        index.drafts.append(Draft(kind="person", seen=[]))
        index.see(index.drafts[-1], x)
        index.add(index.drafts[-1], x.text)
        return
    draft, other = variant
    why = f"“{x.text}” and “{other}” share a surname, and their first names can be one person's"
    draft.evidence.append(Evidence(function="first names agree", score=0.8, detail=why))
    index.see(draft, x)
    index.add(draft, x.text)


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be one person's: equal surnames, and equal, short or initial first names."""
    a, b = _parts(one), _parts(other)
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    return _first_names_agree(a[:-1], b[:-1])


def _parts(name: str) -> list[str]:
    return [w for w in name.lower().replace("’", "'").split() if w not in _SUFFIXES]


def _first_names_agree(a: list[str], b: list[str]) -> bool:
    if not _one_name(a[0], b[0]):
        return False
    shorter, longer = sorted((a[1:], b[1:]), key=len)
    return all(any(_one_name(x, y) for y in longer) for x in shorter)


def _one_name(a: str, b: str) -> bool:
    bare_a, bare_b = a.rstrip("."), b.rstrip(".")
    if bare_a == bare_b or bare_b in nicknames().get(bare_a, ()):
        return True
    return (len(bare_a) == 1 or len(bare_b) == 1) and bare_a[0] == bare_b[0]


def _place_short(text: Text, index: _Index, x: Seen) -> None:
    """Gives a surname (or a single first name) to the person it belongs to, or makes it a person of its own."""
    options = index.ends.get(x.text.lower(), [])
    gender = _gender_before(text, x)
    if gender:
        options = [d for d in options if not d.gender or d.gender == gender]
    if not options:
        draft = Draft(kind="person", seen=[], gender=gender)
        index.see(draft, x)
        index.drafts.append(draft)
        index.ends[x.text.lower()] = [draft]
        return
    chosen = options[0] if len(options) == 1 else max(options, key=lambda d: index.last_before(d, x.start))
    if " " in chosen.seen[0].text and not any(e.function == "part of the full name" for e in chosen.evidence):
        why = f"“{x.text}” is part of “{chosen.seen[0].text}”, named in the same report"
        chosen.evidence.append(Evidence(function="part of the full name", score=0.9, detail=why))
    index.see(chosen, x)
    chosen.gender = chosen.gender or gender


def _short_forms(full: str) -> list[str]:
    """What a full name can be cut to, in small letters: its ends, its first word, a surname without "al-"."""
    words = full.lower().split()
    found = [" ".join(words[k:]) for k in range(1, len(words)) if words[k - 1] not in _TIED]
    article, _, bare = words[-1].rpartition("-")
    if article in particles():
        found.append(bare)
    return [*found, words[0]]


def _gender_before(text: Text, x: Seen) -> str:
    """The gender that a form of address right before a name shows."""
    if x.words.first == 0:
        return ""
    return honorifics().get(text.lower[x.words.sentence][x.words.first - 1].rstrip("."), "")


def _gender(text: Text, draft: Draft) -> str:
    shown = next((g for x in draft.seen if (g := _gender_before(text, x))), "")
    given = given_names().get(draft.name.split()[0].split("-")[0], "") if " " in draft.name else ""
    return shown or (given if given in ("m", "f") else "")
