"""What is only put off, awaited, dropped for another thing, or dropped with its plan: "not until June", "once it is
signed", "scrapped a trip to".
"""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.model import Realis

_UNDOING = frozenset({"abandon", "abort", "avert", "cancel", "delay", "drop", "foil", "postpone", "scrap", "shelve"})
"""Verbs that undo what their object names; an infinitive after it tells what for ("cancelled a visit to attend")."""

_PLANS = frozenset({"attempt", "bid", "effort", "intention", "move", "plan", "plot", "proposal", "scheme"})
_PAST = frozenset({"did", "was", "were", "had"})
_COMING = frozenset({"do", "does", "is", "are", "will", "wo"})
_AWAITING = frozenset({"once", "until", "when", "before", "after"})
_WILL = frozenset({"will", "'ll", "wo", "shall"})
_PRESENT = frozenset({"is", "are", "has", "have"})
_NOW = frozenset({"now", "recently"})
_OBJECT_REACH = 4
"""Words between an undoing verb and the plan that it undoes ("scrapped its much criticised plan to")."""


def put_off(clauses: Clauses, k: int) -> Realis | None:
    """What group `k`, which is negated, says beside "until" and a time: done ("was not freed until May") or planned."""
    group, end = clauses.groups[k], clauses.bounds[k + 1]
    at = next((i for i in range(group.head + 1, end) if clauses.words[i] == "until"), end)
    if at + 1 >= end or clauses.words[at + 1] in _NOW or not _begins_time(clauses, at + 1):
        return None
    helpers = {*group.auxiliaries}
    if helpers & _PAST:
        return "asserted"
    return "planned" if helpers & _COMING else None


def _begins_time(clauses: Clauses, i: int) -> bool:
    return i in clauses.outside or clauses.tags[i] == "NUM" or clauses.words[i] == "after"


def awaited(clauses: Clauses, k: int) -> str:
    """The word that opens the clause of group `k` if that is awaited ("will go once the vote is held"), else empty."""
    group = clauses.groups[k]
    if _WILL.isdisjoint(clauses.vocabulary) or not _in_present(clauses, group.first, group.head):
        return ""
    opening = clauses.words[clauses.bounds[k] : group.first][:2]
    other = any(not _WILL.isdisjoint(g.auxiliaries) for g in clauses.groups)
    return next((word for word in opening if word in _AWAITING), "") if other else ""


def _in_present(clauses: Clauses, first: int, head: int) -> bool:
    if first < head:
        return clauses.words[first] in _PRESENT
    return clauses.words[head].endswith("s") or clauses.words[head] == clauses.lemmas[head]


def for_another(clauses: Clauses, i: int) -> bool:
    """Whether the verb at `i` undoes its object, so that an infinitive tells what it is done for."""
    return clauses.lemmas[i] in _UNDOING and clauses.tags[i] == "VERB" and _has_object(clauses, i)


def _has_object(clauses: Clauses, i: int) -> bool:
    return i + 1 < len(clauses.words) and clauses.phrase_starting(i + 1) is not None


def plan_undone(clauses: Clauses, i: int) -> str:
    """The verb that undoes the plan at `i` ("abandoned plans to close"), empty where none does."""
    if clauses.lemmas[i] not in _PLANS:
        return ""
    before = range(i - 1, max(-1, i - _OBJECT_REACH - 1), -1)
    return next((clauses.words[j] for j in before if clauses.lemmas[j] in _UNDOING and clauses.tags[j] == "VERB"), "")
