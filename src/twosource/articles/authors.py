"""The authors of a report: metadata, else a byline near the headline; never a photographer, an agency or the outlet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from twosource.articles.bylines import is_unnamed, names_in_byline, split_names
from twosource.articles.lines import Line
from twosource.articles.metadata import Metadata
from twosource.articles.signatures import authors_in
from twosource.model import BODY_ROLES, Ground, Page, Role, Selector
from twosource.vocab.wires import wire_names

_NEAR = 6
"""Lines around headline and first paragraph in which what an element names "byline" holds is who wrote the report."""


_SIGN_OFF = re.compile(r"\(?(?:reporting )?by (?P<names>[^;()]{3,200})", re.IGNORECASE)


def find_authors(
    page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata, outlet: str | None
) -> list[Ground]:
    """One ground an author, its `detail` the name: metadata first, then bylines, with "By" or without."""
    known = {outlet.lower()} if outlet else set()
    stated = [g for g in _from_metadata(metadata) if g.detail not in wire_names()]
    persons = [g for g in stated if g.detail.lower() not in known]
    shown = _from_bylines(page, lines, roles)
    signed = [g for g in shown if g.basis == "text" and _signed(lines, g)]
    for grounds in (persons, signed, stated, shown, _from_sign_off(page, lines, roles)):
        names = [g for g in grounds if g.detail not in wire_names()]
        if names:
            return list({g.detail.lower(): g for g in reversed(names)}.values())[::-1]
    return []


def _from_metadata(metadata: Metadata) -> list[Ground]:
    """The authors under the first key that names any: JSON-LD, then meta elements, then visible markup."""
    by_key: dict[str, list[str]] = {}
    for found in metadata.authors:
        if "://" not in found.value and not found.value.startswith("@"):
            by_key.setdefault(found.key, []).extend(_stated(found.value))
    key = next((key for key, names in by_key.items() if names), None)
    return [Ground(field="by", basis="metadata", detail=name) for name in by_key[key]] if key else []


def _signed(lines: Sequence[Line], ground: Ground) -> bool:
    """Whether the line of a name says "By"."""
    if ground.selector is None:
        return False
    line = lines[bisect_right(lines, ground.selector.start, key=lambda line: line.start) - 1]
    return bool(names_in_byline(line.text))


def _stated(value: str) -> list[str]:
    """The names in an author field: persons where it lists them, else the whole of a short field."""
    names = names_in_byline(value) or split_names(value)
    short = 1 < len(value) <= 60 and len(value.split()) <= 6 and "@" not in value
    return names or ([value] if short and value.lower() not in _NOBODY else [])


_NOBODY = frozenset({"admin", "administrator", "author", "guest", "webmaster", "none", "null", "undefined", "root"})


def _from_bylines(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> list[Ground]:
    grounds = []
    head = _head(roles)
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role != "byline":
            continue
        for name in authors_in(line.text) or (
            split_names(line.text) if line.path and i in head and not is_unnamed(line.text) else []
        ):
            at = line.text.find(name)
            selector = Selector.of(page, line.start + at, line.start + at + len(name)) if at >= 0 else None
            grounds.append(Ground(field="by", basis="text", detail=name, selector=selector))
    return grounds


def _from_sign_off(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> list[Ground]:
    """Those whom an agency names below its text: "(Reporting by Jane Doe in Lima and John Roe; editing by …)"."""
    for line, role in zip(lines, roles, strict=True):
        match = _SIGN_OFF.match(line.text) if role == "credit" else None
        if match:
            at = line.start + match.start("names")
            names = [name for name in split_names(match["names"]) if name in match["names"]]
            starts = [at + match["names"].index(name) for name in names]
            return [
                Ground(field="by", basis="text", detail=name, selector=Selector.of(page, start, start + len(name)))
                for name, start in zip(names, starts, strict=True)
            ]
    return []


def _head(roles: Sequence[Role]) -> range:
    """The lines around the headline, up to the first paragraph and a few more."""
    lead = next((i for i, role in enumerate(roles) if role in BODY_ROLES), len(roles))
    headline = roles.index("headline") if "headline" in roles else lead
    return range(max(0, min(headline, lead) - _NEAR), max(headline, lead) + _NEAR)
