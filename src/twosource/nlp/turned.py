"""Trees of the ClearNLP scheme, which spaCy's English pipelines speak, turned into trees like UD's.

Two things UD sees the other way round: there the noun is the head of its preposition ("in" hangs from "Lima"), and what
somebody is said to be is the head of "is". The rest is names of relations, by the table. A tree of UD has none of the
labels that are asked for here and stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.vocab.spacy_labels import relations

_PREPOSITIONS = frozenset(("prep", "agent", "dative"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_FORMS_OF_BE = frozenset(
    ("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m")
)
Tree = tuple[list[int], list[str]]
"""Heads (index in the sentence, -1 for the root) and relations, one of each for a word."""


def to_ud(words: Sequence[str], tags: Sequence[str], tree: Tree) -> Tree:
    """The same tree with UD's heads for prepositions and copulas and UD's relations; linear in the words."""
    heads, labels = list(tree[0]), [label.lower() for label in tree[1]]
    _turn_prepositions(tags, heads, labels)
    _turn_copulas(words, heads, labels)
    return heads, [relations().get(label, label) for label in labels]


def one_root(tags: Sequence[str], tree: Tree) -> Tree:
    """The tree with the first of its roots alone: the others hang from it, as UD wants it of a sentence."""
    heads, labels = list(tree[0]), list(tree[1])
    first, *others = [i for i, head in enumerate(heads) if head < 0]
    labels[first] = "root"
    for i in others:
        heads[i], labels[i] = first, "punct" if tags[i] == "PUNCT" else "parataxis"
    return heads, labels


def _turn_prepositions(tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """From the right, so that in "out of Lima" the inner one is turned first and "Lima" becomes the noun of both."""
    nouns: dict[int, int] = {heads[i]: i for i in range(len(heads) - 1, -1, -1) if labels[i] in ("pobj", "pcomp")}
    for i in range(len(heads) - 1, -1, -1):
        if labels[i] not in _PREPOSITIONS or i not in nouns:
            continue
        noun, head, was = nouns[i], heads[i], labels[i]
        clause = labels[noun] == "pcomp"
        heads[noun], heads[i] = head, noun
        labels[i] = "mark" if clause else "case"
        if head >= 0 and labels[head] in _PREPOSITIONS:
            labels[noun] = "pobj"
            nouns.setdefault(head, noun)
        else:
            labels[noun] = _relation(was, clause=clause, nominal=head >= 0 and tags[head] in _NOMINAL)


def _relation(was: str, *, clause: bool, nominal: bool) -> str:
    if was == "agent":
        return "obl:agent"
    if clause:
        return "acl" if nominal else "advcl"
    return "nmod" if nominal else "obl"


def _turn_copulas(words: Sequence[str], heads: list[int], labels: list[str]) -> None:
    """In "she is mayor" the mayor takes the place of "is" and all that hangs from it; in "there is a way" not so."""
    there = {heads[i] for i, label in enumerate(labels) if label == "expl"}
    new: dict[int, int] = {}
    for i, label in enumerate(labels):
        if label in ("attr", "acomp") and heads[i] >= 0 and _is_be(words[heads[i]]) and not _is_be(words[i]):
            if heads[i] in there:
                labels[i] = "nsubj"
            else:
                new.setdefault(heads[i], i)
    above = list(heads)
    for i, head in enumerate(above):
        if head in new and new[head] != i:
            heads[i] = new[head]
    for verb, noun in new.items():
        heads[noun] = new.get(above[verb], above[verb])
        heads[verb], labels[noun], labels[verb] = noun, labels[verb], "cop"


def _is_be(word: str) -> bool:
    return word.lower() in _FORMS_OF_BE
