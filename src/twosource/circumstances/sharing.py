"""Counts that share what is said of them: "two adults and three children were killed", "killed a man, two boys", and
"police put the number at 400" of those counted just before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.ages import age_after
from twosource.circumstances.told_before import role_before
from twosource.circumstances.words import SENTENCE_ENDS
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.counted import Counted
    from twosource.circumstances.figures import Figure
    from twosource.circumstances.words import Words

    Count = tuple[Figure, Counted | None, str | None]

_LINKS = frozenset({"and", ",", "&", "plus", "his", "her", "their"})
_LONGEST_LINK = 3
_PUT_REACH = 6
"""Words before a number in which "put the total number of strikers at" stands."""
_FAR = 60
"""Words from a count to another number that is put for the same: a long sentence and a short one."""
_ENDS_CLAUSE = frozenset({".", ",", ";", ":", "\n", "and", "in", "at", "on", "who", "as", "when", "after", "during"})


def share_roles(words: Words, counts: list[Count], tags: dict[int, str]) -> list[Count]:
    """The counts, those without a role taking the one of a neighbour that nothing but "and" or a comma parts.

    Ages stand between no neighbours: "arrested a woman of 45 and two men".
    """
    found = list(counts)
    places = [k for k, count in enumerate(counts) if count[0].unit != "years"]
    for k, count in zip(places, _shared(words, [counts[k] for k in places], tags), strict=True):
        found[k] = count
    return _put_anew(words, [count for count in found if count[2] or not _stands_alone(words, count)])


def _shared(words: Words, counts: list[Count], tags: dict[int, str]) -> list[Count]:
    """The counts with the roles they share, first from those after them, then from those before."""
    shared = list(counts)
    for k in range(len(shared) - 2, -1, -1):
        if _can_take(words, shared[k]) and _linked(words, shared[k], shared[k + 1]) and _opens(words, shared[k], tags):
            shared[k] = (*shared[k][:2], shared[k + 1][2])
    for k in range(1, len(shared)):
        before = shared[k - 1]
        can_take = before[2] and _can_take(words, shared[k]) and _linked(words, before, shared[k])
        if can_take and _closes(words, shared[k]):
            first = k - 1
            while first and shared[first - 1][2] == before[2] and _linked(words, shared[first - 1], shared[first]):
                first -= 1
            if role_before(words, shared[first][0].first) == before[2]:
                shared[k] = (*shared[k][:2], before[2])
    return shared


def _stands_alone(words: Words, count: Count) -> bool:
    """Whether it is one person of whom nothing came to be said: no number names him."""
    f, what, _ = count
    return f.low == 1 and what is not None and f.end == what.end and words.lower[f.first] not in ("1", "one")


def _put_anew(words: Words, counts: list[Count]) -> list[Count]:
    """The counts, a number that somebody else puts taking the role of the one before: "police put it at 400"."""
    found: list[Count] = []
    told: Count | None = None
    for f, what, role in counts:
        bare = role is None and what is None and f.unit is None
        if bare and told is not None and _is_put(words, f.first) and _near(words, told[0].first, f.first):
            role = told[2]  # noqa: PLW2901
        found.append((f, what, role))
        told = found[-1] if role else told
    return found


def _is_put(words: Words, first: int) -> bool:
    """Whether "put the number at" or "police counted" stands before the number at word `first`."""
    before = words.lower[max(0, first - _PUT_REACH) : first]
    if _is_told_by_counter(before):
        return True
    if before[-1:] != ["at"] or not word_set("puts a number").intersection(before):
        return False
    return bool(word_set("whose number is put").intersection(before)) or before[-2:-1] == ["it"]


def _is_told_by_counter(before: list[str]) -> bool:
    """Whether somebody who counts says the number: "organisers claimed", "the union spoke of"."""
    verb = before[-2:] == ["spoke", "of"] or before[-1:] == ["claimed"] or before[-1:] == ["counted"]
    who = before[-3:-2] if before[-1:] == ["of"] else before[-2:-1]
    return verb and not word_set("who counts a crowd").isdisjoint(who)


def _near(words: Words, one: int, two: int) -> bool:
    """Whether the words at `one` and `two` stand in one sentence or in two that follow each other."""
    return two - one <= _FAR and len([w for w in words.lower[one:two] if w in SENTENCE_ENDS]) < 2


def _can_take(words: Words, count: Count) -> bool:
    """Whether it counts persons of whom nothing is said yet."""
    f, what, role = count
    persons = what.is_person if what is not None else words.lower[f.core] == "couple"
    return role is None and f.unit is None and f.ratio is None and not f.ordinal and persons


def _end(words: Words, count: Count) -> int:
    return age_after(words, count[1].end if count[1] is not None else count[0].end)


def _linked(words: Words, one: Count, two: Count) -> bool:
    between = words.lower[_end(words, one) : two[0].first]
    return 0 < len(between) <= _LONGEST_LINK and _LINKS.issuperset(between)


def _opens(words: Words, count: Count, tags: dict[int, str]) -> bool:
    """Whether the count is no object of a verb before it: of "they met two men and three women fled" three fled."""
    at = count[0].first - 1
    if at < 0 or words.lower[at] in ("least", "that", "left", "leaving", "leaves", "after", "when"):
        return True
    return tags.get(words.starts[at], "PUNCT") in ("PUNCT", "CCONJ", "SCONJ", "ADV")


def _closes(words: Words, count: Count) -> bool:
    """Whether no verb of its own follows the count."""
    end = _end(words, count)
    return words.lower[end] in _ENDS_CLAUSE if end < len(words.lower) else True
