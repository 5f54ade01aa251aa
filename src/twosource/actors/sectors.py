"""Kind, country and sectors (PLOVER codes) of bodies and groups, by tables of known bodies and of what words show."""

from __future__ import annotations

from twosource.actors.codes import codes_of
from twosource.actors.drafts import Draft
from twosource.actors.known import known_body
from twosource.model import ActorKind

_GROUPS = frozenset(("MIL", "COP", "REB", "UAF", "CRM", "PRM"))
_CIVIL = frozenset(("GOV", "IGO", "NGO"))
"""Ministries of defence, NATO, secret services: bodies, whoever works for them."""


def describe_body(draft: Draft) -> None:
    """Fills kind, country and sectors of a body from its names."""
    for name in draft.keys:
        body = known_body(name)
        if body:
            draft.kind = "group" if body.kind == "group" else "organization"
            draft.country = draft.country or body.country
            draft.sectors += [s for s in body.sectors if s not in draft.sectors]
    codes = [codes_of(name) for name in sorted(draft.keys, key=len, reverse=True)]
    draft.sectors = draft.sectors or next((list(c.sectors) for c in codes if c.sectors), [])
    draft.country = draft.country or next((c.country for c in codes if c.country), None)
    draft.kind = _kind(draft)


def _kind(draft: Draft) -> ActorKind:
    armed = _GROUPS.intersection(draft.sectors) and _CIVIL.isdisjoint(draft.sectors)
    return "group" if draft.kind == "group" or armed else "organization"
