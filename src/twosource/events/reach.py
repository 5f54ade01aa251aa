"""Whom an event reaches and who is behind it: the nearest parties among what hangs on its words, by heads.

Where the words have no heads, nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from twosource.events.clauses import Clauses
from twosource.events.light import LightUse
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.events.parties import owners, parties
from twosource.events.phrases import phrases_of
from twosource.events.syntax import Tree
from twosource.model import Party
from twosource.vocab.events import event_types

_STEPS = 4
_FANOUT = 40
_OWNER = frozenset({"nmod:poss"})
_COMPLEMENTS = frozenset({"xcomp", "acl"})
_OBLIQUE = frozenset({"obl", "obl:arg", "obl:agent", "nmod"})
_PARTNERS = frozenset({"with", "between", "among", "alongside"})
_SOURCES = frozenset({"of", "by", "from", "with", "to", "toward", "towards"})
_ALL = _PARTNERS | _SOURCES | {"against", "on", "upon", "for", "into", "onto", "over"}
_BY = frozenset({"by"})
_AGAINST = frozenset({"against", "on"})
_FROM = frozenset({"from"})
_BEHIND = frozenset({"by", "between"})
_COUNTED = frozenset({"of"})
COUNTS = frozenset(
    {"ten", "dozen", "score", "hundred", "thousand", "million", "number", "couple", "majority", "handful", "host",
     "lot", "more", "most", "some", "many", "several", "few", "all", "none"}
)  # fmt: skip
"""Nouns that only count those whom "of" names."""

_BLAMING = frozenset({"ACCUSE", "REJECT"})
"""Types done to whoever did a thing: who criticises "the attack on the church" does it not to the church."""


class _Paths(NamedTuple):
    """What leads from an event to a party; the noun at `named` names the event, so that its owner comes last."""

    prepositions: frozenset[str]
    complements: frozenset[str]
    named: int


def reached_by_verb(clauses: Clauses, lookup: Lookup, match: Match) -> tuple[Party, ...]:
    """The parties nearest below a verb: object, prepositions, what is asked or promised, owners of all these."""
    row = match.row
    prepositions = _PARTNERS if row.mutual else _SOURCES if row.type in _BLAMING else _ALL
    complements = _COMPLEMENTS if event_types()[row.type].content else frozenset()
    found = _nearest(clauses, lookup, (match.head,), _Paths(prepositions, complements, match.last))
    return found or _owner(clauses, lookup, match.last)


def reached_by_noun(clauses: Clauses, lookup: Lookup, match: Match, light: LightUse | None) -> tuple[Party, ...]:
    """The parties that prepositions bring in after a noun or its light verb ("imposed sanctions on")."""
    prepositions = _PARTNERS if match.row.mutual else event_types()[match.row.type].toward
    starts = (match.head, clauses.groups[light.group].head) if light else (match.head,)
    return _nearest(clauses, lookup, starts, _Paths(prepositions, frozenset(), match.head))


def reached_by_subject(clauses: Clauses, lookup: Lookup, subjects: Iterable[int], event_type: str) -> tuple[Party, ...]:
    """The parties that prepositions bring in after the subject of a passive ("sanctions against X were lifted")."""
    paths = _Paths(event_types()[event_type].toward | _AGAINST, frozenset(), -1)
    return _nearest(clauses, lookup, tuple(subjects), paths)


def agents(clauses: Clauses, lookup: Lookup, k: int) -> tuple[Party, ...]:
    """Who did what the passive verb of group `k` tells."""
    return _introduced(clauses, lookup, (clauses.groups[k].head,), _BY)


def givers(clauses: Clauses, lookup: Lookup, match: Match, light: LightUse) -> tuple[Party, ...]:
    """From whom the subject of a light verb receives what the noun names ("faced criticism from the union")."""
    return _introduced(clauses, lookup, (match.head, clauses.groups[light.group].head), _FROM)


def behind(clauses: Clauses, lookup: Lookup, heads: Iterable[int]) -> tuple[Party, ...]:
    """Who is behind a thing: "a bombing by X killed", "talks between X and Y failed", "hundreds of X"."""
    if not clauses.tree.known:
        return ()
    counts = ((i, _COUNTED if clauses.lemmas[i] in COUNTS else _BEHIND) for i in heads)
    return tuple(p for i, words in counts for p in _introduced(clauses, lookup, (i,), words))


def _introduced(
    clauses: Clauses, lookup: Lookup, words: tuple[int, ...], prepositions: frozenset[str]
) -> tuple[Party, ...]:
    return parties(clauses, lookup, phrases_of(clauses, clauses.tree.introduced(words, prepositions)))


def _nearest(clauses: Clauses, lookup: Lookup, level: tuple[int, ...], paths: _Paths) -> tuple[Party, ...]:
    """The first parties below `level`, those of one list together; level by level, the order of the text in each."""
    for _ in range(_STEPS if clauses.tree.known else 0):
        level = tuple([j for i in level for j in _below(clauses.tree, i, paths)])[:_FANOUT]
        if not level:
            break
        for j in level:
            found = _party(clauses, lookup, j, names_event=j == paths.named)
            if found:
                return found
    return ()


def _below(tree: Tree, i: int, paths: _Paths) -> tuple[int, ...]:
    if not tree.below(i):
        return ()
    objects = tree.objects(i) if tree.tokens[i].upos == "VERB" else ()
    promised = tree.dependents(i, paths.complements) if paths.complements else ()
    return (*objects, *tree.led_by(i, _OBLIQUE, paths.prepositions), *promised)


def _party(clauses: Clauses, lookup: Lookup, j: int, *, names_event: bool) -> tuple[Party, ...]:
    """The parties that the word at `j` and those joined to it are, else whose it is, else who is behind it."""
    if clauses.tree.relations[j] in _COMPLEMENTS or (names_event and not clauses.acts(j)):
        return ()
    heads = clauses.tree.joined((clauses.tree.meant(j),))
    found = parties(clauses, lookup, phrases_of(clauses, heads))
    return found or (() if names_event else _owner(clauses, lookup, j)) or behind(clauses, lookup, heads)


def _owner(clauses: Clauses, lookup: Lookup, j: int) -> tuple[Party, ...]:
    """Whose the thing at `j` is ("Iran's test", "the Kenyan plan"); "her" tells too little to be a party."""
    tree = clauses.tree
    if not tree.known or not (tree.below(j) or tree.relations[j] == "conj"):  # nobody can stand in its phrase
        return ()
    found = tuple([p for x in phrases_of(clauses, (j,)) for p, _ in owners(clauses, lookup, x, x.head)])
    if found:
        return _outermost(found)
    named = [i for i in tree.dependents(j, _OWNER) if clauses.tags[i] != "PRON"]
    return parties(clauses, lookup, phrases_of(clauses, named))


def _outermost(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """`found` without those whose words are part of another's ("Senate" in "Senate committee")."""
    spans = [(p.selector.start, p.selector.end) for p in found]
    return tuple(
        p
        for p, (a, b) in zip(found, spans, strict=True)
        if not any(x <= a and b <= y and (x, y) != (a, b) for x, y in spans)
    )
