"""What is only put off, dropped for another thing, or dropped with its plan: "not until June", "scrapped a trip to"."""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.model import Realis

_UNDOING = frozenset({"abandon", "abort", "avert", "cancel", "delay", "drop", "foil", "postpone", "scrap", "shelve"})
"""Verbs that undo what their object names; an infinitive after it tells what for ("cancelled a visit to attend")."""

_PLANS = frozenset({"attempt", "bid", "effort", "intention", "move", "plan", "plot", "proposal", "scheme"})
_PAST = frozenset({"did", "was", "were", "had"})
_COMING = frozenset({"do", "does", "is", "are", "will", "wo"})
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
