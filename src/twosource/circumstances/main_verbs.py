"""What the main verb says of those whom another clause describes: "12 miners abducted in May | were freed |"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from twosource.circumstances.befell import befell
from twosource.circumstances.driven import moved_away
from twosource.circumstances.freed import frees, is_freed, is_not_freed, is_person
from twosource.circumstances.governors import described_by, governors
from twosource.circumstances.outcomes import counts_as_done, done_role
from twosource.circumstances.set_phrases import phrase_at
from twosource.circumstances.tolls import is_feared
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.governors import Governor
    from twosource.circumstances.sharing import Count
    from twosource.circumstances.trees import Tree, Trees
    from twosource.circumstances.words import Words

_ACTIVE = word_set("befalls whoever is its subject") | {"missing"}
_TELLING = frozenset({"displaced", "killed", "injured", "arrested", "abducted"})
"""Roles that a main verb gives to those of whom a clause told another one."""
_OPEN = frozenset({None, "participants", "rescued"})
"""Roles of those of whom more may be told: "police led away 20 demonstrators", "troops rescued 19 hostages"."""
_HARM = frozenset({"injured", "harmed"})


def by_main_verb(words: Words, counts: list[Count], trees: Trees) -> list[Count]:
    """The counts, each with the role that the main verb of its sentence gives to those counted, if it gives one."""
    return [(f, what, _role(words, (f, what, role), trees)) for f, what, role in counts]


def _role(words: Words, count: Count, trees: Trees) -> str | None:
    """The role; that words freed those counted counts only where the tree of their sentence does not deny it."""
    f, what, role = count
    if is_feared(words, f.first):
        return role
    if role == "killed" or f.ordinal or f.unit is not None or f.ratio is not None:
        return role
    end = what.end if what is not None else f.end
    head = what.head if what is not None else None
    spots = [trees.at(words.starts[spot]) for spot in dict.fromkeys((f.core, f.end - 1, end - 1))]
    found = [spot for spot in spots if spot is not None]
    if role == "freed":
        return _rescued(words, found, end, head) if any(is_not_freed(*spot, head) for spot in found) else role
    return next((told for spot in found if (told := _told(words, *spot, end, head, role))), role)


def _rescued(words: Words, spots: list[tuple[Tree, int]], end: int, head: str | None) -> str | None:
    """Rescued, where those whom nobody held were freed from a wreck or a lift; None where it was not done."""
    told = (_told(words, *spot, end, head, None) for spot in spots)
    return next((role for role in told if role == "rescued"), None)


def _told(words: Words, tree: Tree, noun: int, end: int, head: str | None, role: str | None) -> str | None:
    """What is told at the first of the verbs that tells of them."""
    after = _token(tree, words.starts[end]) if end < len(words.starts) else len(tree.tokens)
    for governor in governors(tree, noun):
        if frees(tree, governor, noun, after, head, role):
            return "freed"
        told = befell(tree, governor, noun, after, head) if role in _OPEN else None
        if told is not None:
            return told
        if governor.word < noun:
            continue  # what verbs before a count do to those counted was read word by word
        told = _done_at(words, bisect_left(words.starts, tree.tokens[governor.word].start), governor, head)
        if told is not None and (role is not None or is_person(tree, noun, head)):
            return role if told not in _TELLING or {told, role} <= _HARM else told
    if is_freed(tree, noun, after, head, role):
        return "freed"
    described = described_by(tree, noun) if role in _OPEN else []
    told_of = (befell(tree, one, noun, after, head) for one in described)
    return next((told for told in told_of if told not in (None, "missing")), None)  # who was trapped may be out


def _token(tree: Tree, offset: int) -> int:
    return next((i for i, token in enumerate(tree.tokens) if token.start >= offset), len(tree.tokens))


def _done_at(words: Words, i: int, governor: Governor, head: str | None) -> str | None:
    """What the verb at word `i` says was done to those counted, or what they did."""
    if governor.part == "noun" or (governor.part == "subject" and words.lower[i] not in _ACTIVE):
        return None
    if moved_away(words, i, head):
        return "displaced"
    done = done_role(words, i, head)
    if done is not None and done != "displaced":  # who "fled" may be a thief
        return done if counts_as_done(words, i, adjacent=True, auxiliary=True) else None
    return phrase_at(words, i)
