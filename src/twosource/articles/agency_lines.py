"""Lines that name nothing but news agencies: "With AFP", "(Kyodo)", "dpa/Reuters", "Source: Xinhua and agencies"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.lines import Line
from twosource.articles.signatures import read_signature
from twosource.model import BODY_ROLES, Role
from twosource.vocab.wires import wire_names

_LONGEST = 80
_LED = re.compile(
    r"^(?:(?:with|via|from|by|sources?|text|credit|agenc(?:y|ies)|wires?|news agenc(?:y|ies)|(?:wire|news) services?)\b"
    r"[: ]{0,2})+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?:[,/&+;|•·]|\band\b|\bwith\b|\s[–—-]\s)\s?")
_FRAME = " ()[]{}*—–-_©.:"
_ALIKE = frozenset({"agencies", "agency", "news agencies", "wires", "wire services", "wire reports", "other agencies"})
_KEPT = frozenset({"caption", "notice", "headline", "byline"})


def names_agencies_only(text: str) -> bool:
    """Whether a line is nothing but the names of agencies, the first of them one that is known."""
    bare = text.strip(_FRAME)
    if len(text) > _LONGEST or not bare:
        return False
    names = [name.strip(_FRAME) for name in _BETWEEN.split(_LED.sub("", bare))]
    return any(map(_known, names)) and all(_known(name) or name.lower() in _ALIKE for name in names)


def _known(name: str) -> bool:
    return (name[4:] if name.startswith("the ") else name) in wire_names()


def mark_agencies(lines: Sequence[Line], roles: list[Role]) -> None:
    """Agencies on a line of their own behind the first paragraph are credited for what stands above."""
    lead = next((i for i, role in enumerate(roles) if role in BODY_ROLES), len(roles))
    for i in range(lead + 1, len(lines)):
        if roles[i] not in _KEPT and (names_agencies_only(lines[i].text) or _signs_with_one(lines[i].text)):
            roles[i] = "credit"


def _signs_with_one(text: str) -> bool:
    """Whether an outlet signs with an agency: "The Post with AFP"."""
    signature = read_signature(text) if len(text) <= _LONGEST else None
    return signature is not None and signature.agency and not signature.persons
