"""The authors of a report: metadata, else a byline near the headline; never a photographer, an agency or the outlet."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.articles.bylines import looks_like_person, names_in_byline, split_names
from twosource.articles.lines import Line
from twosource.articles.metadata import Metadata
from twosource.model import BODY_ROLES, Ground, Page, Role, Selector
from twosource.vocab.wires import wire_names

_NEAR = 6
"""Lines between headline and first paragraph in which a bare name is the author's."""


def find_authors(page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata, outlet: str | None) -> list[Ground]:
    """One ground an author, its `detail` the name; metadata first, then bylines, then a bare name under the headline."""
    known = {outlet.lower()} if outlet else set()
    for grounds in (_from_metadata(metadata), _from_bylines(page, lines, roles), _bare_name(page, lines, roles)):
        names = [g for g in grounds if g.detail.lower() not in known and g.detail not in wire_names()]
        if names:
            return list({g.detail.lower(): g for g in reversed(names)}.values())[::-1]
    return []


def _from_metadata(metadata: Metadata) -> list[Ground]:
    """The authors under the first key that names any: JSON-LD, then meta elements, then visible markup."""
    by_key: dict[str, list[str]] = {}
    for found in metadata.authors:
        if "://" not in found.value and not found.value.startswith("@"):
            by_key.setdefault(found.key, []).extend(names_in_byline(found.value) or split_names(found.value))
    key = next((key for key, names in by_key.items() if names), None)
    return [Ground(field="by", basis="metadata", detail=name) for name in by_key[key]] if key else []


def _from_bylines(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> list[Ground]:
    grounds = []
    for line, role in zip(lines, roles, strict=True):
        for name in names_in_byline(line.text) if role == "byline" else []:
            at = line.text.find(name)
            selector = Selector.of(page, line.start + at, line.start + at + len(name)) if at >= 0 else None
            grounds.append(Ground(field="by", basis="text", detail=name, selector=selector))
    return grounds


def _bare_name(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> list[Ground]:
    """A line between headline and first paragraph that is nothing but the name of a person."""
    if "headline" not in roles:
        return []
    start = roles.index("headline") + 1
    for i in range(start, min(len(lines), start + _NEAR)):
        line = lines[i]
        if roles[i] in BODY_ROLES and len(line.words) > 6:
            break
        if looks_like_person(line.text):
            return [
                Ground(field="by", basis="text", detail=line.text, selector=Selector.of(page, line.start, line.end))
            ]
    return []
