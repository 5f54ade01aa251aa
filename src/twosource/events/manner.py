"""What a row needs of the words around its verb: done jointly, said to come unless something is done, denied."""

from __future__ import annotations

from twosource.events.arguments import objects, subject
from twosource.events.befallen import harmed
from twosource.events.clauses import Clauses
from twosource.events.doers import Check
from twosource.events.lookup import Lookup
from twosource.events.matching import Match

_TOGETHER = frozenset({"jointly", "together"})
_NOT = frozenset({"not", "n't", "never"})
_WILL = frozenset({"will", "wo", "would", "'ll", "'d"})
_TALKERS = frozenset({"i", "we", "you"})
_BEING = frozenset({"is", "are", "was", "were", "'s", "been"})
_HAVE = frozenset({"have", "has", "had"})


def jointly(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether "jointly" stands before the verb, or "jointly" or "together" ends its clause."""
    group = clauses.groups[k]
    return "jointly" in clauses.words[max(0, group.first - 1) : group.head] or any(
        word in _TOGETHER and clauses.clause_at(i) == k for i, word in enumerate(clauses.words)
    )


def under_condition(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what is said to come depends on others ("would open the gates unless Europe paid")."""
    return "unless" in clauses.words


def refused(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether somebody will not do it: "would never accept the closure" refuses, "did not accept" only tells."""
    helpers = {*clauses.groups[k].auxiliaries}
    return not helpers.isdisjoint(_NOT) and not helpers.isdisjoint(_WILL) and "have" not in helpers


def lacking(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether it has not been done yet: "have not been found" tells of people who are missing."""
    helpers = {*clauses.groups[k].auxiliaries}
    return not helpers.isdisjoint(_NOT) and not helpers.isdisjoint(_HAVE)


def absent(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether "are missing" says that people are gone: nobody is told of who is missed, or what they miss."""
    told = clauses.words[match.head] == "missing" and not _BEING.isdisjoint(clauses.groups[k].auxiliaries)
    gone = told and _TALKERS.isdisjoint(clauses.words[p.head] for p in subject(clauses, k))
    return gone and not objects(clauses, match.head + 1) and harmed(clauses, lookup, k, match)


def subjunctive(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what follows "that" is wanted and not told: "insisted that the clause be dropped", "that he go"."""
    if k + 1 >= len(clauses.groups) or clauses.groups[k + 1].form == "infinitive":
        return False
    first = clauses.groups[k + 1].first
    if clauses.words[first] in ("be", "not"):
        return True
    owner = subject(clauses, k + 1)[:1]
    one = any(clauses.words[p.head] == clauses.lemmas[p.head] and clauses.tags[p.head] != "PRON" for p in owner)
    return one and clauses.tags[first] == "VERB" and clauses.words[first] == clauses.lemmas[first]


DENYING = frozenset({"refused", "lacking"})
"""Needs of rows that name what is told by "not" itself: a refusal is a fact."""

MANNERS: dict[str, Check] = {
    "jointly": jointly,
    "unless": under_condition,
    "refused": refused,
    "lacking": lacking,
    "absent": absent,
    "subjunctive": subjunctive,
}
"""Needs by name."""
