"""What tells that something goes on: a progressive, a passive with "being", a state that has lasted since a day."""

from __future__ import annotations

from twosource.events.clauses import Clauses, VerbGroup

_GOING = frozenset({"is", "are", "am", "'re", "'s", "’s", "been"})
_NOW = frozenset({"have", "has", "'ve", "’ve"})
_STATES = frozenset({("on",), ("under",), ("in",)})
_LASTING = frozenset({"for", "since"})


def under_way(clauses: Clauses, group: VerbGroup) -> str:
    """The words of a finite verb that tell that it goes on; empty where it is over or has not begun."""
    being = "being" in group.auxiliaries  # "is being shelled"
    progressive = (clauses.words[group.head].endswith("ing") and group.auxiliaries) or being
    if progressive and not _GOING.isdisjoint(group.auxiliaries):
        return " ".join((*group.auxiliaries, clauses.words[group.head]))
    return _lasting(clauses, group)


def _lasting(clauses: Clauses, group: VerbGroup) -> str:
    """The "for" or "since" of a state that lasts: "have been on strike for nine days"."""
    lasts = clauses.words[group.head] == "been" and not _NOW.isdisjoint(group.auxiliaries)
    if not lasts or clauses.words[group.head + 1 : group.head + 2] not in _STATES:
        return ""
    after = range(group.head + 2, len(clauses.words))
    return next((clauses.words[i] for i in after if clauses.words[i] in _LASTING and i + 1 in clauses.outside), "")
