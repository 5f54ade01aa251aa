"""Whether a warning is a threat: most warn of what others or nature may do.

Of 32 warnings in 420 reports of the press that were taken for threats 26 were none ("warned that funds would run out").
"""

from __future__ import annotations

from twosource.events.arguments import objects, subject
from twosource.events.clauses import Clauses
from twosource.events.doers import Check, by_mighty
from twosource.events.lookup import Lookup
from twosource.events.matching import Match
from twosource.vocab.events import event_types, verb_phrases
from twosource.vocab.word_sets import word_set

_WILL = frozenset({"will", "wo", "would", "'ll", "’ll", "'d", "’d"})
_SELF = frozenset({"he", "i", "it", "she", "they", "we"})
_ANSWERS = frozenset({"answer", "crush", "meet", "punish", "treat"})
_HOSTILE = "material conflict"


def warns_of_harm(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether who warns would do it, or tells somebody not to do something."""
    told = k + 1
    if told >= len(clauses.groups):
        return _warns_a_state(clauses, lookup, k, match)
    if _forbids(clauses, told):
        return by_mighty(clauses, lookup, k, match)
    group = clauses.groups[told]
    if group.form != "finite":
        return False
    if _WILL.isdisjoint(group.auxiliaries):
        return False
    return _own_deed(clauses, lookup, told) or _is_hostile(clauses, told)


def _forbids(clauses: Clauses, k: int) -> bool:
    """Whether somebody is warned "not to" do it, or "against" doing it."""
    group = clauses.groups[k]
    before = clauses.words[max(0, group.first - 1) : group.head]
    return "against" in before or (group.form == "infinitive" and "not" in before)


def _warns_a_state(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether a state is warned and nothing says of what ("the EU warned Belgrade of sanctions")."""
    return any(_is_place(clauses, lookup, p.head) for p in objects(clauses, match.last + 1)[:1])


def _is_place(clauses: Clauses, lookup: Lookup, i: int) -> bool:
    return lookup.places.at(clauses.sentence.tokens[i].start) is not None


def _own_deed(clauses: Clauses, lookup: Lookup, k: int) -> bool:
    """Whether who warns speaks of itself, or of its state: "warned that Washington would act"."""
    if clauses.lemmas[clauses.groups[k].head] in word_set("what goes wrong for whoever warns of it"):
        return False
    own = subject(clauses, k)
    return any(clauses.words[p.head] in _SELF or _is_place(clauses, lookup, p.head) for p in own)


def _is_hostile(clauses: Clauses, k: int) -> bool:
    """Whether what will come is done to somebody by force or power: "warned that offenders would be jailed"."""
    verb = clauses.lemmas[clauses.groups[k].head]
    if not clauses.passive(k):
        return False
    alone = (row for row in verb_phrases().get(verb, ()) if len(row.words) == 1)
    types = event_types()
    return verb in _ANSWERS or any(row.type in types and types[row.type].quad == _HOSTILE for row in alone)


THREATS: dict[str, Check] = {"threat": warns_of_harm}
"""Needs by name."""
