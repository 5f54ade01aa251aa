"""Tolls: whether those counted were killed, injured, arrested, displaced, are missing or took part, by words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.counted import may_be_person, may_be_persons
from twosource.circumstances.driven import driven_out
from twosource.circumstances.joined import joined_role
from twosource.circumstances.number_of import number_of
from twosource.circumstances.outcomes import MODALS
from twosource.circumstances.set_phrases import phrase_at
from twosource.circumstances.sick_cases import sick_cases
from twosource.circumstances.told_after import role_after
from twosource.circumstances.told_before import doing, role_before
from twosource.circumstances.told_toll import told_with_number
from twosource.circumstances.words import DASHES
from twosource.vocab.counts import person_nouns, toll_words
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_NO_PERSONS = word_set("no persons") | word_set("animals")
_FORMS = word_set("forms of harm")
_PARTS = word_set("parts of a number")
_FINITE = word_set("befalls whoever is its subject") - {"dead", "lifeless"}
"""Verbs of the part: of "thirteen of the 40 passengers drowned" the 40 are not told to have drowned."""
_BESIDE_PARTICIPLE = word_set("beside a participle")
_MEN = frozenset({"men", "man"})
_SOUGHT = word_set("those whom police seek") - _MEN
_PAST = ("ed", "ing", "beat", "burnt")
_DOOMS = frozenset({"sentenced", "sentencing", "condemned", "condemning", "scared", "frightened", "bored", "doomed"})
_JAILS = frozenset({"jailed", "jails", "jailing", "imprisoned", "imprisoning"})
_CAPTORS = word_set("beside those who flee from captors")
_AROUND = 12
"""Words around a count among which captors are looked for."""
_DETERMINERS = word_set("determiners")
OF_OWNER = frozenset({"'s", "’s", "s'", "s’"})
OWNERS = 5
"""Words after "of" among which an owner stands: "900 of the | plant's | 1,400 workers"."""
_VOTERS = frozenset({"voter", "voters"})
_OF_THOSE = 3
"""Words of "of the wounded"."""
_HARM = frozenset({"injured", "harmed"})
_PARENTS = word_set("parents of so many")
_FEARS = frozenset({"fear", "feared", "fears", "fearing", "afraid", "worried"})
_DENIES = word_set("denies what follows")
_REACH_OF_MODAL = 3
_TAKES_LIVES, _CLAIM = word_set("takes or loses lives"), 6
"""Words around lives that are a toll, and how near one of them stands."""
_OF_PERSONS = frozenset({"participants", "sick", "rescued"})


def toll_role(words: Words, first: int, end: int, head: str | None) -> str | None:
    """The role of a count: `first` is its first word, hedges included, `end` the word after what is counted."""
    if head in _NO_PERSONS or _is_of_parent(words, first) or _is_apposed(words, end) or is_feared(words, first):
        return None
    if head == "lives" and _TAKES_LIVES.isdisjoint(words.lower[max(0, first - _CLAIM) : end + _CLAIM]):
        return None  # "saved thousands of lives"
    named = toll_words("noun").get(head or "") or sick_cases(words, first, end, head)
    if _is_part(words, first, end):
        named = None  # "eight of the detainees"
    before = _before(words, first, end, head)
    part = _part_before(words, first)
    if part is not None:
        told = _beside(words, end)
        return told if told not in _HARM or role_before(words, part) is None else None
    base = _picked_from(words, end)
    if base is not None:
        role = before or role_after(words, end + _OF_THOSE, None)
        return None if _is_alike(role, base) else role
    if named is not None and named != "participants" and before is None and _could_be(words, first):
        return None
    if named is not None and named != "participants":
        return named if before is None or named == "killed" else before
    if before is None and driven_out(words, first, end, head):
        return "displaced"
    role = before or _after(words, first, end, head) or joined_role(words, first, end) or named
    return None if role == "displaced" and _got_away(words, end, head) else role


def _is_part(words: Words, first: int, end: int) -> bool:
    """Whether a part is counted from word `first` on: "eight | of the | detainees"."""
    of = next((i for i in range(first, end - 1) if words.lower[i] == "of"), None)
    return of is not None and (words.lower[of + 1] == "the" or words.lower[of + 1] in _DETERMINERS)


def _before(words: Words, first: int, end: int, head: str | None) -> str | None:
    """The role by the words before, if what is counted can have it: not of "drew two lines", "cut down 40 trees"."""
    role = role_before(words, first) or told_with_number(words, first)
    if role is None and (head is None or may_be_person(head)):
        role = number_of(words, first)
    if words.lower[first - 1 if first else 0] in _JAILS and words.lower[end] == "for":
        return None  # a sentence, no arrest
    if _to_death(words, first, end, role):
        return "killed"
    if head is None and role == "killed" and words.lower[max(0, first - 1)] == "at":
        return toll_words("done").get(words.lower[end], role)  # "the toll stands at 3,021 infected"
    if role is None or head is None:
        return role
    if role == "participants":
        return role if head in person_nouns() and head not in _VOTERS else None
    if role == "missing":
        return None if head in _SOUGHT or head in _MEN or not may_be_person(head) else role
    return role if may_be_person(head) or doing(words, first)[1] == 1 else None


def _to_death(words: Words, first: int, end: int, role: str | None) -> bool:
    """Whether the words after tell that they died of it: "shot a man | dead", "beat two guards | to death"."""
    told = role in _HARM and words.lower[end] == "dead"
    doomed = words.lower[end : end + 2] == ["to", "death"] and words.lower[max(0, first - 1)].endswith(_PAST)
    return told or (doomed and _DOOMS.isdisjoint(words.lower[max(0, first - 2) : first]))


def _after(words: Words, first: int, end: int, head: str | None) -> str | None:
    """The role by the words after; "at 11 the last of them died" tells the hour."""
    if head is None and (words.lower[max(0, first - 1) : first] == ["at"] or _is_of_thing(words, end)):
        return None
    role = role_after(words, end, head)
    persons = role not in _OF_PERSONS or head is None or words.written[end - 1][:1].isupper() or may_be_persons(head)
    return role if persons else None


def _is_of_thing(words: Words, end: int) -> bool:
    """Whether a form of harm is said of no person right after it: "three dead fish"."""
    return words.lower[end] in _FORMS and not _NO_PERSONS.isdisjoint(words.lower[end + 1 : end + 2])


def _got_away(words: Words, end: int, head: str | None) -> bool:
    """Whether those who fled got away from the police or from who took them: "two suspects fled"."""
    return head in _SOUGHT or _from_captors(words, end)


def _is_apposed(words: Words, end: int) -> bool:
    """Whether a part is only told by what they were: "nine people, three of them children, were crushed"."""
    of, them, who = (*words.lower[end : end + 3], "", "", "")[:3]
    return of == "of" and them in ("them", "whom") and (person_nouns().get(who) is False or who in ("a", "an"))


def _could_be(words: Words, first: int) -> bool:
    """Whether a toll is only possible: "could have claimed nine lives", "may cause 12 deaths"."""
    return not MODALS.isdisjoint(words.lower[max(0, first - _REACH_OF_MODAL) : first])


def is_feared(words: Words, first: int) -> bool:
    """Whether somebody fears or denies what is said of those counted: "it is feared that 300 have drowned"."""
    if first > 1 and words.lower[first - 1] == "that":
        return words.lower[first - 2] in _FEARS or not _DENIES.isdisjoint(words.lower[max(0, first - 4) : first])
    return first > 0 and words.lower[first - 1] == "feared"


def _is_of_parent(words: Words, first: int) -> bool:
    """Whether the number is of children: "a mother of two"."""
    before = [word for word in words.lower[max(0, first - 4) : first] if word not in DASHES]  # "dad-of-three"
    return before[-1:] in (["of"], ["to"]) and not _PARENTS.isdisjoint(before[-2:-1])


def _picked_from(words: Words, end: int) -> str | None:
    """What befell those of whom a number is a part: "three of the wounded later died"; None if it is no such part."""
    of, those, told = (*words.lower[end : end + _OF_THOSE], "", "", "")[:_OF_THOSE]
    if of != "of" or those not in ("the", "those"):
        return None
    return toll_words("done").get(told) or toll_words("hit").get(told)


def _is_alike(role: str | None, base: str) -> bool:
    """Whether no more is said of a part than of the whole: "two of those hurt are in hospital"."""
    return role == base or {role, base} <= _HARM


def _from_captors(words: Words, end: int) -> bool:
    """Whether those counted got away from who took them: "eleven pupils who had fled were reunited with …"."""
    return not _CAPTORS.isdisjoint(words.lower[max(0, end - _AROUND) : end + _AROUND])


def _part_before(words: Words, first: int) -> int | None:
    """The part before "of": of "one of the three people shot has died" the three were only shot; None if none is."""
    of = first - 1 - (first > 0 and (words.lower[first - 1] == "the" or words.lower[first - 1] in _DETERMINERS))
    if words.lower[first - 1] in OF_OWNER:
        of = next((i for i in range(first - 1, max(0, first - OWNERS), -1) if words.lower[i] == "of"), 0)
    if of < 1 or words.lower[of] != "of":
        return None
    part, known = words.lower[of - 1], number_words().get(words.lower[of - 1])
    counts = part[0].isdecimal() or part in _PARTS or (known is not None and known.kind in ("unit", "ten", "vague"))
    return of - 1 if counts else None


def _beside(words: Words, end: int) -> str | None:
    """What a participle right after the noun says: "people shot", "people found dead"."""
    lower = words.lower
    at = end + (end + 1 < len(lower) and lower[end] in _BESIDE_PARTICIPLE)
    if lower[end] == "being":
        return phrase_at(words, end + 1) or phrase_at(words, end)
    if lower[at] in toll_words("hit") and (
        lower[at + 1 : at + 2] == ["dead"] or lower[at + 1 : at + 3] == ["to", "death"]
    ):
        return "killed"
    return toll_words("hit").get(lower[at]) or (toll_words("done").get(lower[at]) if lower[at] not in _FINITE else None)
