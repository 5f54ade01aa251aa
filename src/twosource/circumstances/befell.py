"""What a verb of the tree says became of those counted, by who does it: "soldiers | took away | eight men"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.asserted import FUTURE, helpers_of, is_asked_for, is_sure
from twosource.circumstances.counted import may_be_persons
from twosource.circumstances.freed import is_person
from twosource.vocab.role_verbs import befalling
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.governors import Governor
    from twosource.circumstances.trees import Tree
    from twosource.vocab.role_verbs import Befalling

_ARRESTERS, _CAPTORS = word_set("who arrests"), word_set("who abducts")
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_AGENTS = frozenset({"obl:agent", "obl"})
_SHARING = frozenset({"conj", "xcomp"})
"""How a verb hangs on the one whose subject it shares: "fired and | took away | eight men"."""
_TELLING = frozenset({"ccomp", "advcl", "parataxis", "acl:relcl", "conj", "xcomp"})
"""How it hangs on the one whose subject "they" may be: "police said that they were | holding | 47"."""
_CLAUSES = frozenset({"xcomp", "ccomp", "acl"})
_BESIDE = frozenset({"compound", "amod", "conj", "nmod", "flat"})
_PRONOUNS = frozenset({"they", "who", "that", "which", "it"})
_ALONG = 5
"""Words after a verb, or after those counted, among which "away" or "in jail" stands."""
_MEN = frozenset({"men", "man"})
_SUSPECTS = word_set("those whom police seek") - _MEN
_REHEARSALS = word_set("rehearsals")
_LED_OUT = frozenset({"displaced", "evacuated"})
_LOOKS = frozenset({"armed", "masked", "hooded"})
"""Of police and soldiers said as well as of captors."""
_TO_DO = frozenset({"had", "forced", "managed", "able", "helped"})
"""Verbs and adjectives above what was done: "had to be led out", "were able to pull out three"."""


def befell(tree: Tree, governor: Governor, noun: int, end: int, head: str | None) -> str | None:
    """The role that the verb or noun over those counted at `noun` gives them; their phrase ends before word `end`."""
    ways = befalling().get(tree.tokens[governor.word].lemma, ())
    if not any(way.part == governor.part for way in ways) or not _is_done(tree, governor.word):
        return None
    doers = _doers(tree, governor.word)
    told = (way for way in ways if way.part == governor.part and _holds(tree, way, governor.word, end, doers))
    return next((way.role for way in told if _can_be(tree, way, noun, head)), None)


def _holds(tree: Tree, way: Befalling, verb: int, end: int, doers: set[str]) -> bool:
    """Whether what the way asks for stands there."""
    near = _near(tree, verb + 1) | _near(tree, end)
    if (way.along and way.along.isdisjoint(near)) or not way.never.isdisjoint(near):
        return False
    if way.by and way.by.isdisjoint(doers):
        return False
    said = tree.lower(range(len(tree.tokens)))
    if way.role in _LED_OUT and not _REHEARSALS.isdisjoint(said):
        return False
    if way.role == "arrested" and not way.by and (doers & _CAPTORS or (way.amid and doers - _ARRESTERS)):
        return False
    return not way.amid or not way.amid.isdisjoint(said)


def _near(tree: Tree, start: int) -> set[str]:
    return tree.lower(range(start, min(start + _ALONG, len(tree.tokens))))


def _can_be(tree: Tree, way: Befalling, noun: int, head: str | None) -> bool:
    """Whether those counted are of the persons of whom the way tells: suspects who are sought are not missing."""
    if way.who or head is None:
        return not way.who or head in way.who
    persons = is_person(tree, noun, head) or may_be_persons(head)
    return persons and not (way.role == "missing" and head in _SUSPECTS)


def _is_done(tree: Tree, verb: int) -> bool:
    """Whether it was done: no plan, no wish, nothing that will be; "had to be led out" was."""
    helpers = helpers_of(tree, verb)
    asked = is_asked_for(tree, tree.above(verb, _CLAUSES))
    if asked or not is_sure(tree, verb) or not FUTURE.isdisjoint(helpers) or "should" in helpers:
        return False
    if "to" not in tree.lower(tree.below(verb, {"mark"})):
        return True
    return not _TO_DO.isdisjoint(tree.lower(tree.above(verb, {"xcomp"})[:1]))


def _doers(tree: Tree, verb: int) -> set[str]:
    """The words for who does it, none where nobody is named: its agent or its subject, and what "they" stand for."""
    agents = [i for i in tree.below(verb, _AGENTS) if "by" in tree.lower(tree.below(i, {"case"}))]
    subjects = agents or _subjects(tree, verb)
    if not _PRONOUNS.isdisjoint(tree.lower(subjects)):
        subjects = _meant(tree, verb)
    named = tree.lower(subjects)
    beside = tree.lower([j for i in subjects for j in tree.below(i, _BESIDE)])
    return (
        named & _ARRESTERS or (named | beside) if beside.isdisjoint(_CAPTORS - _LOOKS) else named - _ARRESTERS | beside
    )


def _subjects(tree: Tree, verb: int) -> list[int]:
    """The subject of a verb, or of the one that it is joined to."""
    for one in (verb, *tree.above(verb, _SHARING)):
        if tree.below(one, {"nsubj:pass", "aux:pass"}):
            return []
        if own := tree.below(one, _SUBJECTS):
            return own
    if tree.tokens[verb].text.endswith("ing"):
        return tree.above(verb, {"acl"})[:1]  # "militants | holding | 11 workers"
    return []


def _meant(tree: Tree, verb: int) -> list[int]:
    """Whom a pronoun before a verb stands for: who says it, or whom the clause describes."""
    for one in tree.above(verb, _TELLING):
        if tree.tokens[one].upos in ("NOUN", "PROPN"):
            return [one]
        if own := tree.below(one, _SUBJECTS):
            return own
    return []
