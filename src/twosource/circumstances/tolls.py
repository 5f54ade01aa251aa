"""Tolls: whether those counted were killed, injured, arrested, displaced, are missing or took part, by words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.driven import driven_out
from twosource.circumstances.outcomes import worse
from twosource.circumstances.set_phrases import BREAKS
from twosource.circumstances.told_after import role_after
from twosource.vocab.counts import person_nouns, toll_words
from twosource.vocab.numbers import number_words
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words

_REACH_BEFORE = 9
_NO_PERSONS = word_set("no persons")
_UNREAL_OR_NAMED = word_set("unreal") | {"a", "an", "the"}
"""Before a participle: "an injured man" is none who was injured."""
_PASSIVE = word_set("auxiliaries") - {"had", "has", "have"}
_BEFORE_TOLL_FIGURE = word_set("before the figure of a toll")
_BESIDE_PARTICIPLE = word_set("beside a participle")
_SOUGHT = word_set("those whom police seek") - {"men", "man"}
_CAPTORS = word_set("beside those who flee from captors")
_AROUND = 12
"""Words around a count among which captors are looked for."""
_PARENTS = frozenset({"father", "mother", "parent", "parents", "dad", "mom", "grandfather", "grandmother"})
_TAKEN = frozenset({"took", "taken", "taking", "claimed", "claiming", "cost"})


def toll_role(words: Words, first: int, end: int, head: str | None) -> str | None:
    """The role of a count: `first` is its first word, hedges included, `end` the word after what is counted."""
    if head in _NO_PERSONS or (
        first > 1 and words.lower[first - 1] in ("of", "to") and words.lower[first - 2] in _PARENTS
    ):
        return None
    named = toll_words("noun").get(head or "")
    before = role_before(words, first)
    if before == "participants" and head is not None and head not in person_nouns():
        before = None  # "drew two lines"
    if before is not None and head is not None and not _is_person(head) and _doing(words, first)[1] > 1:
        before = None  # "cut down 40 trees", "rounded up 200 dogs"
    part = _part_before(words, first)
    if part is not None:
        return _beside(words, end) if role_before(words, part) is None else None
    if named is not None and named != "participants":
        return named if before is None or named == "killed" else before
    if before is None and driven_out(words, first, end, head):
        return "displaced"
    role = before or role_after(words, end, head) or named
    fled = role == "displaced" and (head in _SOUGHT or _from_captors(words, end))
    return None if fled else role  # "two suspects fled"


def _from_captors(words: Words, end: int) -> bool:
    """Whether those counted got away from who took them: "eleven pupils who had fled were reunited with …"."""
    return not _CAPTORS.isdisjoint(words.lower[max(0, end - _AROUND) : end + _AROUND])


def _is_person(head: str) -> bool:
    """Whether the head of what is counted may be one of persons."""
    return head in person_nouns() or head.endswith(("men", "women", "ers", "ists")) or head in toll_words("noun")


def _part_before(words: Words, first: int) -> int | None:
    """The number before "of": of "one of the three people shot has died" the three were only shot; None if none is."""
    of = first - 1 - (first > 0 and words.lower[first - 1] in ("the", "those"))
    if of < 1 or words.lower[of] != "of":
        return None
    part, known = words.lower[of - 1], number_words().get(words.lower[of - 1])
    counts = part.isdecimal() or (known is not None and known.kind in ("unit", "ten", "vague"))
    return of - 1 if counts else None


def _beside(words: Words, end: int) -> str | None:
    """What a participle right after the noun says: "people shot", "people found dead"."""
    lower = words.lower
    at = end + (end + 1 < len(lower) and lower[end] in _BESIDE_PARTICIPLE)
    if lower[at] in toll_words("hit") and (
        lower[at + 1 : at + 2] == ["dead"] or lower[at + 1 : at + 3] == ["to", "death"]
    ):
        return "killed"
    return toll_words("hit").get(lower[at]) or toll_words("done").get(lower[at])


def role_before(words: Words, first: int) -> str | None:
    """From the words before: "killed 12", "the deaths of 12", "the death toll rose to 12", "took 12 into custody"."""
    lower = words.lower
    if not first:
        return None
    first -= lower[first - 1] == "all" and first > 1  # "killed all 41 on board"
    verb, size = _doing(words, first)
    doing = toll_words("doing").get(verb)
    unreal = first > size and lower[first - size - 1] in _UNREAL_OR_NAMED
    if doing is not None and not unreal and not _passive(words, first - size):
        return doing if not verb.startswith("claim") or "lives" in lower[first : first + 6] else None
    hit = toll_words("hit-doing").get(verb)
    if hit is not None and not unreal and not _passive(words, first - 1):
        return worse(words, first - 1, hit)
    if verb == "of" and first > 1:
        return _role_of(words, first - 2)
    return _toll_before(words, first)


def _doing(words: Words, first: int) -> tuple[str, int]:
    """The verb right before word `first`, with its particle if the table has it so ("gunned down"), and its length."""
    for size in (3, 2):
        phrase = " ".join(words.lower[max(0, first - size) : first])
        if phrase in toll_words("doing"):
            return phrase, size
    return words.lower[first - 1], 1


def _role_of(words: Words, i: int) -> str | None:
    """From a noun before "of": "the deaths of", "the fatal shooting of"."""
    if words.lower[i] == "life" and _TAKEN.intersection(words.lower[max(0, i - 2) : i]):
        return "killed"
    role = toll_words("of").get(words.lower[i])
    if role in ("injured", "harmed") and ({"fatal", "deadly"} & set(words.lower[max(0, i - 3) : i])):
        return "killed"
    return role


def _toll_before(words: Words, first: int) -> str | None:
    """From a toll that rises, stands or is put at the number."""
    lower = words.lower
    if lower[first - 1] not in _BEFORE_TOLL_FIGURE:
        return None
    near = lower[_clause_start(words, first, _REACH_BEFORE) : first]
    if "toll" in near:
        return "killed" if "injur" not in " ".join(near) else "injured"
    if "number" in near or "deaths" in near:
        told = [toll_words("done").get(w) or toll_words("noun").get(w) for w in near]
        return "killed" if "killed" in told else next((role for role in told if role), None)
    return None


def _clause_start(words: Words, first: int, reach: int) -> int:
    start = first
    while start > max(0, first - reach) and words.lower[start - 1] not in BREAKS:
        start -= 1
    return start


def _passive(words: Words, i: int) -> bool:
    """Whether the participle at word `i` is passive ("were killed 12 miles away"): then its object is not counted."""
    return not _PASSIVE.isdisjoint(words.lower[max(0, i - 2) : i])
