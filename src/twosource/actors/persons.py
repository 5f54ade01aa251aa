"""Persons: which names in one report are one person's."""

from __future__ import annotations

from twosource.actors.drafts import Draft, Seen, Text
from twosource.model import Evidence
from twosource.vocab.names import given_names, honorifics, nicknames, particles

_TIED = frozenset(("bin", "ibn", "bint", "abu", "umm"))
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


def find_persons(text: Text) -> list[Draft]:
    """The persons named in a report, each with all the names that are theirs."""
    seen = [text.seen(text.words(n.sentence, n.start, n.end)) for n in text.names if n.label == "PER"]
    full: list[Draft] = []
    short: list[Seen] = []
    for x in seen:
        if len(x.text.split()) > 1 and not _is_surname_phrase(x.text):
            _place_full(full, x)
        else:
            short.append(x)
    _merge_variants(full)
    for x in short:
        _place_short(text, full, x)
    for draft in full:
        draft.gender = draft.gender or _gender(text, draft)
    return full


def _is_surname_phrase(name: str) -> bool:
    """A surname that begins with a particle: "Le Drian", "de Vries", "van der Berg"."""
    words = name.split()
    return words[0].lower() in particles() and words[0].lower() not in _TIED and words[0] not in given_names()


def _place_full(drafts: list[Draft], x: Seen) -> None:
    same = next((d for d in drafts if x.text in d.keys), None)
    if same:
        same.seen.append(x)
    else:
        drafts.append(Draft(kind="person", seen=[x]))


def _merge_variants(drafts: list[Draft]) -> None:
    """Joins "Ash Bell" to "Ashton Bell": one surname, first names that can be one person's."""
    i = 0
    while i < len(drafts):
        for other in [d for d in drafts[i + 1 :] if same_person(drafts[i].name, d.name)]:
            why = f"“{other.name}” and “{drafts[i].name}” share a surname, and their first names can be one person's"
            drafts[i].evidence.append(Evidence(function="first names agree", score=0.8, detail=why))
            drafts[i].absorb(other)
            drafts.remove(other)
        i += 1


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


def _place_short(text: Text, drafts: list[Draft], x: Seen) -> None:
    """Gives a surname (or a single first name) to the person it belongs to, or makes it a person of its own."""
    options = [d for d in drafts if d.kind == "person" and fits_short(x.text, d)]
    gender = _gender_before(text, x)
    if gender:
        options = [d for d in options if not d.gender or d.gender == gender] or options
    if not options:
        drafts.append(Draft(kind="person", seen=[x], gender=gender))
        return
    chosen = options[0] if len(options) == 1 else max(options, key=lambda d: _last_before(d, x.start))
    chosen.seen.append(x)
    chosen.gender = chosen.gender or gender


def fits_short(short: str, draft: Draft) -> bool:
    """Whether a short name is the end of one of the full names, or the one first name, of a person."""
    return any(_ends_or_begins(short.lower().split(), full.lower().split()) for full in draft.keys)


def _ends_or_begins(short: list[str], full: list[str]) -> bool:
    if short == full:
        return True
    if len(short) >= len(full):
        return False
    cut = len(full) - len(short)
    if full[cut:] == short:
        return full[cut - 1] not in _TIED
    tail = full[-1].rpartition("-")
    if len(short) == 1 and short[0] == tail[2] and tail[0] in particles():
        return True
    return len(short) == 1 and short[0] == full[0]


def _last_before(draft: Draft, start: int) -> int:
    """Where a person was last named before a place; all later mentions count as far away."""
    return max((x.start for x in draft.seen if x.start < start), default=-1)


def _gender_before(text: Text, x: Seen) -> str:
    """The gender that a form of address right before a name shows."""
    if x.words.first == 0:
        return ""
    return honorifics().get(text.lower[x.words.sentence][x.words.first - 1].rstrip("."), "")


def _gender(text: Text, draft: Draft) -> str:
    shown = next((g for x in draft.seen if (g := _gender_before(text, x))), "")
    given = given_names().get(draft.name.split()[0].split("-")[0], "") if " " in draft.name else ""
    return shown or (given if given in ("m", "f") else "")
