"""What the elements around a line tell of its role: `nav`, `figcaption`, `div.related-stories`, `section#comments`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from twosource.model import Role
from twosource.vocab.page_furniture import element_roles

_PART = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WEAK = frozenset(
    {"header", "date", "time", "tag", "tags", "search", "banner", "figure", "ad", "social", "share", "sharing"}
)
"""Names that also stand around an article as a whole; they count only next to the text."""
_NEAR = 3
_PARTS = (None, "byline", "dateline", "credit")


def element_role(path: Sequence[str]) -> Role | None:
    """The role that the innermost telling element gives; `path` is outermost first, as `div#main.story.wide`.

    The name or time of a comment or a teaser is a part of that, so there the outer element tells.
    """
    inner: Role | None = None
    for depth, label in enumerate(reversed(path)):
        role = _of_label(label, near=depth < _NEAR)
        if inner is None:
            inner = role
            if role not in _PARTS:
                return role
        elif role in ("comment", "promo"):
            return role
    return inner


@lru_cache(maxsize=4096)
def _of_label(label: str, *, near: bool) -> Role | None:
    table = element_roles()
    tag = label.split("#", maxsplit=1)[0].split(".", maxsplit=1)[0]
    if tag in ("body", "html", "main", "article"):
        return None
    for part in _PART.findall(_CAMEL.sub("-", label).lower()):
        if part in table and (near or part not in _WEAK):
            return table[part]
    return None
