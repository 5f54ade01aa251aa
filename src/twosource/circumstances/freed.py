"""Those freed, or who are to be: "will let go 12 sailors", "the release of 60 captives", "31 soldiers go free"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.circumstances.asserted import FUTURE, IFS, NOT, helpers_of, is_agreed, is_asserted
from twosource.circumstances.counted import Counted
from twosource.circumstances.governors import Governor, described_by, governors
from twosource.vocab.countries import demonyms
from twosource.vocab.counts import freeing, person_nouns
from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from twosource.circumstances.trees import Tree
    from twosource.vocab.counts import Freeing

_CAPTIVES = word_set("captives")
_SEIZED = word_set("who may be seized")
_CAPTIVITY = word_set("captivity")
_NO_CAPTIVITY = word_set("no captivity")
_OTHERS = word_set("released players and patients")
_JUSTICE = word_set("handed to justice")
_PROMISES = word_set("promises of what is done")
_HARM = frozenset({"injured", "harmed", "sick"})
"""Roles of those whom a hospital may release."""
_HELD = frozenset({"arrested", "abducted"})
_HOLDS = frozenset({"hold", "seize", "keep", "take", "pick", "intern", "confine"})
_BE = frozenset({"be"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "nmod", "obl", "advcl"})
_ALONG = 3
"""Words after a verb, or after those counted, among which "free" or "home" stands: "were flown straight home"."""
_TO_JUSTICE = 8


def is_freed(tree: Tree, noun: int, end: int, head: str | None, role: str | None) -> bool:
    """Whether those counted at `noun`, their phrase ending before word `end`, are freed; `role` is what else is told.

    What those are said to be who are described by a clause counts only where nothing else is told of them.
    """
    told = governors(tree, noun)
    if role is None:
        told += described_by(tree, noun)
    return any(frees(tree, one, noun, end, head, role) for one in told)


def is_not_freed(tree: Tree, noun: int, head: str | None) -> bool:
    """Whether the tree denies that those counted were freed: "wants 12 freed", or freed "from the wreckage"."""
    told = [one for one in (*governors(tree, noun), *described_by(tree, noun)) if _lemma(tree, one) in freeing()]
    said = {token.text.lower() for token in tree.tokens}
    loose = head not in _CAPTIVES and _CAPTIVITY.isdisjoint(said) and not _NO_CAPTIVITY.isdisjoint(said)
    return bool(told) and (loose or not any(_is_told(tree, one) for one in told))


def _lemma(tree: Tree, governor: Governor) -> str:
    return tree.tokens[governor.word].lemma


def frees(tree: Tree, governor: Governor, noun: int, end: int, head: str | None, role: str | None) -> bool:
    """Whether the verb or noun says that those counted are freed, and that it is done or to be done."""
    ways = freeing().get(_lemma(tree, governor), ())
    return any(
        way.part == governor.part
        and _goes_along(tree, way, governor.word, end)
        and _can_be(tree, way, noun, head, role)
        for way in ways
    ) and _is_told(tree, governor)


def _goes_along(tree: Tree, way: Freeing, verb: int, end: int) -> bool:
    near = (*range(verb + 1, verb + 1 + _ALONG), *range(end, end + _ALONG))
    return not way.along or not way.along.isdisjoint(tree.lower([i for i in near if i < len(tree.tokens)]))


def _can_be(tree: Tree, way: Freeing, noun: int, head: str | None, role: str | None) -> bool:
    """Whether those counted are of the persons whom the verb frees."""
    if head in _CAPTIVES:
        return way.who != "seized" or not _to_justice(tree, noun)
    if way.who == "captives":
        return role == "abducted"
    said = {token.text.lower() for token in tree.tokens}
    if role in _HELD or not _CAPTIVITY.isdisjoint(said) or _was_held(tree, noun):
        return (head is None or is_person(tree, noun, head)) and not (way.who == "seized" and _to_justice(tree, noun))
    if role in _HARM or not is_person(tree, noun, head) or not _NO_CAPTIVITY.isdisjoint(said):
        return False
    if way.who == "seized":
        return (head in _SEIZED or tree.tokens[noun].text in demonyms()) and not _to_justice(tree, noun)
    return way.who == "persons" and head not in _OTHERS


def _was_held(tree: Tree, noun: int) -> bool:
    """Whether a clause says that those counted were held: "twelve drivers held for a week"."""
    return any(tree.tokens[one.word].lemma in _HOLDS for one in described_by(tree, noun) if one.part == "object")


def is_person(tree: Tree, noun: int, head: str | None) -> bool:
    """Whether the noun names persons, also by their people: "19 Ghanaians"."""
    if head is None:
        return False
    return Counted(noun, noun, head).is_person or head in _SEIZED or tree.tokens[noun].text in demonyms()


def _to_justice(tree: Tree, noun: int) -> bool:
    """Whether those handed over are handed to a court: of "handed two prisoners over to a court" none is free."""
    return not _JUSTICE.isdisjoint(tree.lower(range(noun, min(noun + _TO_JUSTICE, len(tree.tokens)))))


def _is_told(tree: Tree, governor: Governor) -> bool:
    """Whether it is said that they are or will be freed: not that they may be, or that somebody asks for it."""
    if not is_asserted(tree, governor.word):
        return False
    return governor.part in ("noun", "grant") or _is_real(tree, governor.word, helpers_of(tree, governor.word))


def _is_real(tree: Tree, verb: int, helpers: set[str]) -> bool:
    """Whether a verb says what was done, or what will be without an "if"."""
    infinitive = "to" in tree.lower(tree.below(verb, {"mark"}))
    if "should" in helpers:
        return _is_promised(tree, verb)
    if not infinitive and FUTURE.isdisjoint(helpers):
        return helpers != _BE or _is_promised(tree, verb)
    if not IFS.isdisjoint(tree.lower(range(len(tree.tokens)))):
        return False
    return not infinitive or bool(helpers - _BE) or _is_promised(tree, verb)


def _is_promised(tree: Tree, verb: int) -> bool:
    """Whether an infinitive is what somebody has agreed, plans or is expected to do; headlines leave "is" out."""
    above = tree.above(verb, _CLAUSES)[:1]
    if not above:
        return "to" in tree.lower(tree.below(verb, {"mark"}))
    token = tree.tokens[above[0]]
    denied = not NOT.isdisjoint(tree.lower(tree.below(above[0], {"advmod"})))
    agreed = token.lemma in _PROMISES or is_agreed(tree, above[0])
    return not denied and (agreed or token.upos == "PROPN" or token.text.lower() in person_nouns())
