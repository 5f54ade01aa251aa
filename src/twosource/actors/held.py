"""Office holders as of the report's date: whom a description means, and spellings of one name, by a table.

The table never gives a name: it only says which of the persons that the report names a description can mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.actors.drafts import Draft, Pool, Text, Words
from twosource.actors.person_index import MOST
from twosource.model import Evidence
from twosource.vocab.countries import countries
from twosource.vocab.office_holders import Office, Term, held_by, holders, offices_called, read_office

_POSSESSIVE = ("'s", "’s", "'", "’")
_TAIL = ("for", "to", "on")
_LONGEST_OWNER = 4


def called(text: Text, words: Words) -> tuple[Office, ...]:
    """The offices that a description names together with whose they are ("Kenya's", "US", "of NATO", "for Libya")."""
    if _heads_a_part(text, words):
        return ()
    for wider in _with_tail(text, words):
        written = text.seen(wider).text
        for owner in _owners(text, words.sentence, words.first):
            if found := offices_called(owner, written):
                return found
        if found := read_office(written):
            return found
    return ()


def _heads_a_part(text: Text, words: Words) -> bool:
    """As in "the head of the WHO's influenza programme", who heads the programme only."""
    lower = text.lower[words.sentence]
    return "of" in lower[words.first : words.last] and not {*lower[words.last : words.last + 1]}.isdisjoint(_POSSESSIVE)


def _with_tail(text: Text, words: Words) -> Iterator[Words]:
    """The words with what an envoy is for, then without."""
    lower, last = text.lower[words.sentence], words.last
    if last + 1 < len(lower) and lower[last] in _TAIL:
        yield Words(words.sentence, words.first, last + 2)
    yield words


def _owners(text: Text, sentence: int, first: int) -> Iterator[str]:
    """What can be the owner before a possessive mark, the longest first."""
    if first > 1 and text.lower[sentence][first - 1] in _POSSESSIVE:
        for n in range(min(_LONGEST_OWNER, first - 1), 0, -1):
            yield text.seen(Words(sentence, first - 1 - n, first - 1)).text


def of_bodies(offices: Sequence[Office]) -> bool:
    """Whether offices are of bodies such as NATO, not of countries."""
    return bool(offices) and all(o.body not in countries() for o in offices)


def has_office(draft: Draft, offices: Sequence[Office]) -> bool:
    """Whether the report itself gives one of these offices to a person, whose it is said or left out."""
    return any(office in read_office(o.title, office.body) for o in draft.offices for office in offices)


def listed_name(names: Sequence[str]) -> str:
    """The name in the table of the one person whose spellings some of these names are; empty for none or two."""
    found = {terms[0].name for name in names[:MOST] if (terms := held_by(name))}
    return next(iter(found)) if len(found) == 1 else ""


class Listed:
    """The persons of a report whom the table knows by their full names."""

    def __init__(self, text: Text, persons: Sequence[Draft]) -> None:
        self._date = text.date
        self._persons: dict[str, list[Draft]] = {}
        for draft in persons if self._date else ():
            if name := listed_name(draft.keys):
                self._persons.setdefault(name, []).append(draft)

    def holder(self, offices: Sequence[Office]) -> tuple[Draft, Term] | None:
        """The one person of the report who held one of these offices on its date, None if it names none or two."""
        found = {
            id(draft): (draft, term)
            for office in (offices if self._persons else ())
            for term in holders(office, self._date)
            for draft in self._persons.get(term.name, ())
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def evidence(self, text: Text, words: Words, term: Term) -> Evidence:
        """Why a description is a person's, for a reader."""
        detail = f"“{text.seen(words).text}”: {term.name} is listed as {term.words}; the report is of {self._date[:10]}"
        return Evidence(
            function="table of office holders", score=0.75, detail=detail, selectors=(text.selector(words),)
        )


def merge_spellings(pool: Pool) -> None:
    """Joins persons of one report whose names are spellings of one name of the table ("Sergei", "Sergey")."""
    first: dict[str, Draft] = {}
    for draft in pool.all():
        name = listed_name(draft.keys) if draft.kind == "person" else ""
        if name and (one := first.setdefault(name, draft)) is not draft:
            detail = same_spelling(one.keys, draft.keys)
            pool.join(one, draft, Evidence(function="table of office holders", score=0.8, detail=detail))


def same_spelling(names: Sequence[str], others: Sequence[str]) -> str:
    """Why two persons, by the names that reports give them, are one of the table, for a reader."""
    one, other = (next(name for name in found if held_by(name)) for found in (names, others))
    term = held_by(one)[0]
    return f"“{one}” and “{other}” are spellings of one name in the table: {term.name}, listed as {term.words}"
