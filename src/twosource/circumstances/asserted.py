"""Whether a verb or noun of a sentence says what is so: not what is denied, may be, or is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twosource.vocab.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twosource.circumstances.trees import Tree

NOT = frozenset({"not", "n't", "n’t", "never", "yet", "no", "nor", "neither", "without"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
IFS = frozenset({"if", "unless", "until", "whether", "lest", "provided"})
_MAYBE = frozenset({"can", "could", "may", "might", "must", "ought", "ca"})
_ASKS = word_set("asks for what is not done")
_AGREEMENTS = frozenset({"deal", "agreement", "accord", "truce", "ceasefire", "pact", "plan", "settlement", "treaty"})
_FOR = frozenset({"for", "before", "without"})
_UP = frozenset({"xcomp", "ccomp", "acl", "nmod", "obj", "obl", "nsubj", "nsubj:pass", "acl:relcl"})


def is_asserted(tree: Tree, verb: int) -> bool:
    """Whether the verb or noun is neither denied nor only possible, and nobody asks for what it says."""
    for_it = not _FOR.isdisjoint(tree.lower(tree.below(verb, {"mark"})))  # "want $2m for freeing them"
    chain = [verb, *tree.above(verb, _UP | {"advcl"} if for_it else _UP)]
    return not is_asked_for(tree, chain) and is_sure(tree, verb)


def is_asked_for(tree: Tree, chain: Iterable[int]) -> bool:
    """Whether one of the words of a chain asks for what is said below it, or speaks of none of it."""
    return any((tree.tokens[i].lemma in _ASKS and not is_agreed(tree, i)) or _of_none(tree, i) for i in chain)


def is_sure(tree: Tree, verb: int) -> bool:
    """Whether the verb or noun is neither denied nor only possible."""
    beside = tree.lower(tree.below(verb, {"advmod", "mark", "det"}))
    return NOT.isdisjoint(beside) and _MAYBE.isdisjoint(helpers_of(tree, verb)) and IFS.isdisjoint(beside)


def helpers_of(tree: Tree, verb: int) -> set[str]:
    """The auxiliaries of a verb."""
    return tree.lower(tree.below(verb, {"aux", "aux:pass", "cop"}))


def is_agreed(tree: Tree, verb: int) -> bool:
    """Whether it is an agreement that asks: "the deal calls for the release of 12"."""
    return any(tree.tokens[i].lemma in _AGREEMENTS for i in tree.below(verb, {"nsubj"}))


def _of_none(tree: Tree, verb: int) -> bool:
    """Whether a verb speaks of nothing: "no date was set for the release"."""
    return any("no" in tree.lower(tree.below(i, {"det"})) for i in tree.below(verb, {"nsubj", "nsubj:pass", "obj"}))
