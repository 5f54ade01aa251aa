"""Those driven or moved from home: "taken to a school gym", "moved 240 people out of the streets", "slept in tents"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from twosource.circumstances.set_phrases import BREAKS, phrase_end
from twosource.vocab.counts import moved_phrases, moving_verbs
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.words import Words
    from twosource.vocab.counts import MovedUse

_WHO = word_set("those whom evacuations move")
_AT_HOME = word_set("those who live where they are moved from")
_SHELTERS = word_set("shelters") | word_set("shelter")
_NO_SHELTER = word_set("no shelter")
_NO_REASON = word_set("no reason to flee")
_REACH = 6
"""Words from a verb to where those moved were brought: "taken by bus from the harbour to a school"."""
_CLAUSE = 14
"""Words before those taken in among which the shelter stands."""
_JOINING = frozenset({"with", "as"})
"""After those taken in for another reason than flight: "took in 40 people as members", "… with drug problems"."""
_REASON_REACH = 5
"""Words after a phrase in which another reason stands: "to the hall for Sunday's vote"."""
_BEFORE = 5
"""Words before a verb that may say that it has not happened: "are not expected to be moved"."""
_LEADS = frozenset({"to", "into", "for", "and", "that"})
_DONE = frozenset({"was", "were", "had", "'d"})
_BEFORE_TO = frozenset({"had", "forced", "made", "obliged", "compelled", "up", "close", "told", "ordered"})
"""Before a "to" after which something is done, or none is: "had to leave", "up to 400"."""
_NOT_DONE = word_set("unreal") | {"to", "may", "must", "refused", "if", "unless"}


def moved_away(words: Words, i: int, head: str | None) -> bool:
    """Whether word `i`, after a count of `head`, begins to say that those counted were driven or moved from home.

    Pupils, patients, prisoners and troops are moved for other reasons, and who has yet to go is not gone.
    """
    if head is not None and head not in _WHO:
        return False
    word = words.lower[i]
    told = (
        _told(words, i, "whole")
        or _out_of_a_place(words, word, i + 1)
        or any(_leads_away(words, i + 1, use, head) for use, verbs in _by_verb() if word in verbs)
    )
    return told and _happened(words, i)


def driven_out(words: Words, first: int, end: int, head: str | None) -> bool:
    """Whether the verb before the count at `first` and the words at `end` drive it from home: "forcing 400 to flee"."""
    verb = words.lower[first - 1] if first else ""
    if head in _WHO and _out_of_a_place(words, verb, end):
        return _happened(words, first - 1)
    for use, verbs in _by_verb():
        who = use == "forced" or head is None or head in _WHO
        if verb in verbs and who and _leads_away(words, end, use, head):
            return _happened(words, first - 1)
    return words.lower[end] not in _JOINING and _taken_in(words, first, head)


def _taken_in(words: Words, first: int, head: str | None) -> bool:
    """Whether a shelter takes in those counted at word `first`: "a school in the next town took in 210 people"."""
    size = next((n for n in (1, 2) if " ".join(words.lower[max(0, first - n) : first]) in moving_verbs("takes-in")), 0)
    if not size or head not in _WHO:
        return False
    before = words.lower[max(0, first - _CLAUSE) : first]
    start = max((n + 1 for n, word in enumerate(before) if word in BREAKS), default=0)
    return (
        not _SHELTERS.isdisjoint(before[start:]) and _NO_SHELTER.isdisjoint(before) and _happened(words, first - size)
    )


@cache
def opens_moves() -> frozenset[str]:
    """The words at which `moved_away` may hold."""
    return frozenset(moved_phrases("whole")).union(*(verbs for _, verbs in _by_verb()))


@cache
def _by_verb() -> tuple[tuple[MovedUse, frozenset[str]], ...]:
    """What may follow which verbs."""
    moves, takes, forces = (moving_verbs(use) for use in ("moves", "takes", "forces"))
    return (
        ("to", moves | takes | forces),
        ("safety", moves | takes),
        ("from", moves | forces),
        ("forced", forces),
        ("ordered", moving_verbs("orders")),
    )


def _leads_away(words: Words, i: int, use: MovedUse, head: str | None) -> bool:
    """Whether words of a use stand at word `i` or soon after it, nothing said between them of somewhere else."""
    if use == "safety" and head not in _AT_HOME:
        return False
    for j in range(i, min(i + _REACH, len(words.lower))):
        if _told(words, j, use):
            return True
        if words.lower[j] in BREAKS or words.lower[j] in _LEADS:
            return False
    return False


def _out_of_a_place(words: Words, verb: str, i: int) -> bool:
    """Whether the verb moves people out of a place by its name: "moved 240 people out of Selva Alta"."""
    return (
        verb in moving_verbs("clears")
        and words.lower[i : i + 2] == ["out", "of"]
        and any(word[:1].isupper() for word in words.written[i + 2 : i + 3])
    )


def _told(words: Words, i: int, use: MovedUse) -> bool:
    """Whether a phrase of this use stands at word `i`, of a shelter and not of a court or a ballot."""
    for phrase in moved_phrases(use).get(words.lower[i], ()):
        end = phrase_end(phrase, words, i)
        if end is not None and not _NO_SHELTER.intersection(words.lower[i : end + 1]):
            return not _NO_REASON.intersection(_clause(words, end))
    return False


def _clause(words: Words, i: int) -> list[str]:
    """A few words from word `i` on, up to the end of its clause."""
    after = words.lower[i : i + _REASON_REACH]
    return after[: next((n for n, word in enumerate(after) if word in BREAKS or word == ","), len(after))]


def _happened(words: Words, i: int) -> bool:
    """Whether what the verb at word `i` says was done: "were moved", "had to be moved", not "will be moved"."""
    lower = words.lower
    for j in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
        if lower[j] in BREAKS or lower[j] in _DONE:
            return True
        if lower[j] == "to" and lower[max(0, j - 1)] in _BEFORE_TO:
            continue
        if lower[j] in _NOT_DONE:
            return False
    return True
