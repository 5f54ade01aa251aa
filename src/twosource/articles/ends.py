"""What stands behind the end of a report: few short lines behind a credit or a notice are not its own."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.articles.lines import Line
from twosource.model import BODY_ROLES, Role

_CLOSING = frozenset({"credit", "notice", "comment"})
_SHORT = 40
"""Words up to which a line behind the end may be a notice or a teaser; what is longer is the report's."""
_SHARE = 0.15
"""The most that such lines may be of the words before."""


def clear_behind(lines: Sequence[Line], roles: list[Role]) -> None:
    """Lines of the body behind the first credit or notice are `other` where they are few and short."""
    words = [len(line.words) if role in BODY_ROLES else 0 for line, role in zip(lines, roles, strict=True)]
    before, whole = 0, sum(words)
    for i, role in enumerate(roles):
        before += words[i]
        if role not in _CLOSING or whole - before > _SHARE * before:
            continue
        if max(words[i:], default=0) <= _SHORT:
            roles[i:] = ["other" if role in BODY_ROLES else role for role in roles[i:]]
        return
