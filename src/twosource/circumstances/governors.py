"""What those counted depend on: the verbs whose subject or object they are, the noun that they are "of"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twosource.circumstances.trees import Tree
    from twosource.vocab.counts import FreedPart

_PARTS: dict[str, FreedPart] = {"nsubj:pass": "object", "obj": "object", "nsubj": "subject", "nsubj:outer": "subject"}
_CASES: dict[str, tuple[FreedPart, ...]] = {"of": ("noun",), "for": ("grant",), "to": ("grant",)}
_GROUPS = word_set("groups of persons") | {"group", "batch", "total", "party"}
_PARTICLES = frozenset({"over", "back"})
_RELATIVE = frozenset({"who", "that", "which"})
_LETS = frozenset({"let", "allow"})
_DEPTH = 3
"""Verbs below one another: "were expected to agree to leave" has three."""


class Governor(NamedTuple):
    """A verb or noun, and what those counted are to it: the subject of a passive is its object."""

    word: int
    part: FreedPart


def governors(tree: Tree, noun: int) -> list[Governor]:
    """What the noun at `noun` depends on, the nearest first; "and" before it is looked through."""
    noun = _whole(tree, _first_joined(tree, noun))
    relation = tree.relation(noun)
    head = next(iter(tree.above(noun, {relation})), None)
    if head is None:
        return []
    cases = tree.lower(tree.below(noun, {"case"}))
    if relation == "nmod" or (relation == "obl" and "for" in cases):
        return [Governor(head, part) for case in cases for part in _CASES.get(case, ())]
    bare = relation == "obl" and cases <= _PARTICLES  # an object read wrongly
    passive = bool(tree.below(head, {"aux:pass"}))  # not every subject of a passive is read as one
    part = "object" if bare or (passive and relation in _PARTS) else _PARTS.get(relation)
    if part is None:
        return []
    if bare or relation == "obj":
        return [Governor(head, part), *_letting(tree, head), *_seen(tree, head, noun)]
    return [*_in_the_end(tree, head), *_down(tree, Governor(head, part), _DEPTH)]


def described_by(tree: Tree, noun: int) -> list[Governor]:
    """The verbs of the clauses that describe a noun: "the 12 | freed | on Monday", "the 12 who | came | home"."""
    found = [Governor(verb, "object") for verb in tree.below(noun, {"acl"}) if "Part" in tree.tokens[verb].feats]
    for verb in tree.below(noun, {"acl:relcl"}):
        if _is_of_part(tree, noun, verb):
            continue
        doer = tree.lower(tree.below(verb, {"nsubj"}))
        found += _down(tree, Governor(verb, "object" if doer.isdisjoint(_RELATIVE) else "subject"), _DEPTH)
    return found


def _is_of_part(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a clause tells of some of those whom it describes: "13 skiers, seven of whom were | found | alive"."""
    between = [token.text.lower() for token in tree.tokens[noun:verb]]
    return ("of", "whom") in pairwise(between)


def _first_joined(tree: Tree, noun: int) -> int:
    """The first of several nouns: of "two men and three women were freed" the men."""
    return next(iter(tree.above(noun, {"conj"})[-1:]), noun)


def _whole(tree: Tree, noun: int) -> int:
    """The group that is one of those counted: of "a group of 15 captives was freed" the group."""
    above = tree.above(noun, {"nmod"})[:1] if "of" in tree.lower(tree.below(noun, {"case"})) else []
    return next((head for head in above if tree.tokens[head].lemma in _GROUPS), noun)


def _letting(tree: Tree, verb: int) -> list[Governor]:
    """The verb of "let go 12 soldiers" where they are the object of "go"."""
    above = tree.above(verb, {"xcomp", "ccomp"})[:1]
    return [Governor(head, "object") for head in above if tree.tokens[head].lemma in _LETS]


def _seen(tree: Tree, verb: int, noun: int) -> list[Governor]:
    """What the object of a verb is seen or made to do: "the swap will see 20 prisoners | walk | free"."""
    below = [i for i in tree.below(verb, {"xcomp"}) if i > noun and not tree.has_subject(i)]
    return [Governor(i, "object" if tree.below(i, {"aux:pass"}) else "subject") for i in below]


def _down(tree: Tree, governor: Governor, depth: int) -> Iterator[Governor]:
    """The verb and those below it that have the same subject: "are | expected | to be | freed |"."""
    yield governor
    if not depth:
        return
    for verb in tree.below(governor.word, {"xcomp", "conj"}):
        if verb > governor.word and not tree.has_subject(verb):
            yield from _down(tree, Governor(verb, _part(tree, verb, governor)), depth - 1)


def _in_the_end(tree: Tree, verb: int) -> list[Governor]:
    """What was done to the subject in the end: "shot a guard before being | killed | by police"."""
    later = (i for i in tree.below(verb, {"advcl"}) if "before" in tree.lower(tree.below(i, {"mark"})))
    return [Governor(i, "object") for i in later if "being" in tree.lower(tree.below(i, {"aux:pass"}))]


def _part(tree: Tree, verb: int, governor: Governor) -> FreedPart:
    """What the subject of `governor` is to a verb below it: "were pardoned and | freed |" has no "were" of its own."""
    if tree.below(verb, {"aux:pass"}):
        return "object"
    shares = tree.relation(verb) == "conj" and not tree.below(verb, {"aux", "obj"})
    return governor.part if shares else "subject"
