"""What a row needs of the words around its verb: done jointly, said to come unless something is done."""

from __future__ import annotations

from twosource.events.clauses import Clauses
from twosource.events.doers import Check
from twosource.events.lookup import Lookup
from twosource.events.matching import Match

_TOGETHER = frozenset({"jointly", "together"})


def jointly(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether "jointly" stands before the verb, or "jointly" or "together" ends its clause."""
    group = clauses.groups[k]
    return "jointly" in clauses.words[max(0, group.first - 1) : group.head] or any(
        word in _TOGETHER and clauses.clause_at(i) == k for i, word in enumerate(clauses.words)
    )


def under_condition(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether what is said to come depends on others ("would open the gates unless Europe paid")."""
    return "unless" in clauses.words


MANNERS: dict[str, Check] = {"jointly": jointly, "unless": under_condition}
"""Needs by name."""
