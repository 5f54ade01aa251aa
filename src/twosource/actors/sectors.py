"""Kind, country and sectors (PLOVER codes) of bodies, by tables of known bodies and of cue words."""

from __future__ import annotations

from twosource.actors.drafts import Draft
from twosource.model import ActorKind
from twosource.vocab.countries import country_of
from twosource.vocab.names import Body, body_names, name_cues

_GROUPS = frozenset(("MIL", "COP", "REB", "UAF", "CRM"))
GROUP_WORDS = frozenset(("group", "movement", "militia", "network", "organisation", "organization", "rebels"))
"""Words after the name of a group that belong to it no more than "Mr" belongs to a person's."""
_CODES = {"PTY": "OPP"}
"""Codes of cue tables that PLOVER does not have: a party counts as OPP unless the text says that it governs."""


def known_body(name: str) -> Body | None:
    """The known body of that name, an article before it and a word such as "group" after it left out."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if bare in body_names():
        return body_names()[bare]
    front, _, last = bare.rpartition(" ")
    return body_names().get(front) if last in GROUP_WORDS else None


def describe_body(draft: Draft) -> None:
    """Fills kind, country and sectors of a body from its names."""
    for name in draft.keys:
        body = known_body(name)
        if body:
            draft.kind = "group" if body.kind == "group" else "organization"
            draft.country = draft.country or body.country
            draft.sectors += [s for s in body.sectors if s not in draft.sectors]
    if not draft.sectors:
        draft.sectors += _by_cues(max(draft.keys, key=len))
    draft.country = draft.country or next((c for name in draft.keys if (c := country_in(name))), None)
    draft.kind = _kind(draft)


def _by_cues(name: str) -> list[str]:
    words = name.split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    cues = [c for word in (head, *words[-2::-1]) for c in name_cues().get(word, ()) if c.label == "ORG" and c.sector]
    return [_CODES.get(cues[0].sector, cues[0].sector)] if cues else []


def _kind(draft: Draft) -> ActorKind:
    return "group" if draft.kind == "group" or _GROUPS.intersection(draft.sectors) else "organization"


def country_in(name: str) -> str | None:
    """ISO3 of the first country or nationality in a name ("Kenyan Red Cross"), None if there is none."""
    words = name.replace("’s", "").replace("'s", "").replace("-", " ").split()
    for n in (3, 2, 1):
        for i in range(len(words) - n + 1):
            if words[i][0].isupper() and (found := country_of(" ".join(words[i : i + n]))):
                return found
    return None
