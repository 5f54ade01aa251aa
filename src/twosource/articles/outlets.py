"""Who published a report: given, metadata, the end of the page's title, a byline of the staff, a copyright notice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.articles.bylines import names_in_byline
from twosource.articles.lines import Line
from twosource.articles.metadata import Metadata
from twosource.model import Basis, Ground, Page, Role, Selector
from twosource.vocab.page_furniture import outlet_words
from twosource.vocab.wires import wire_names

_SUFFIX = re.compile(r"^.{12,300}?\s(?P<mark>[|–—·•]|-|::)\s(?P<outlet>[^|–—·•]{2,50})$")
_STAFF = re.compile(
    r"^(?P<outlet>[A-Z].{2,50}?)\s(?:staff(?: writers?| reporters?)?|web desk|newsroom|news desk)$", re.IGNORECASE
)
_YEAR = r"(?:19|20)\d\d"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|\bcopyright\b)[\s:©]{{0,3}}(?:\(c\)\s?)?"
    rf"(?:{_YEAR}(?:\s?[-–]\s?(?:{_YEAR}|present))?,?\s{{1,2}})?(?:by )?"
    rf"(?P<outlet>[A-Z0-9][^.|•·]{{1,60}}?)"
    rf"(?:,? (?:Ltd|Inc|LLC|Limited|Corp|GmbH|plc|Co|Publishing Co|Group|Media)\b.{{0,40}})?"
    rf"(?:\s{_YEAR})?(?:\.|\||•|·|$|,? all rights)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    {"courier", "post", "times", "star", "news", "herald", "press", "web", "our", "the", "online", "digital"}
)


def find_outlet(page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata) -> Ground | None:
    """The outlet as the `detail` of a ground with its basis and selector, None where nothing names it."""
    if page.given.outlet:
        return _ground(page.given.outlet, "given")
    named = next((f.value for f in metadata.outlets if 1 < len(f.value) <= 80), None)
    if named:
        return _ground(named, "metadata")
    if match := _SUFFIX.match(metadata.page_title):
        return _ground(match["outlet"].strip(), "metadata")
    return (
        _of_title(page) or _of_staff(page, lines, roles) or _opening(page, lines, roles) or _of_copyright(page, lines)
    )


def _ground(name: str, basis: Basis, selector: Selector | None = None) -> Ground:
    return Ground(field="outlet", basis=basis, detail=name, selector=selector)


def _of_title(page: Page) -> Ground | None:
    """The end of a given title: behind a bar any name, behind a dash one that sounds like an outlet's."""
    match = _SUFFIX.match(page.given.title or "")
    if match and (match["mark"] == "|" or outlet_words().intersection(match["outlet"].lower().split())):
        return _ground(match["outlet"].strip(), "given")
    return None


def _of_staff(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Ground | None:
    """A byline of the staff names the outlet ("World Service Staff"), a lone common word does not ("Courier staff")."""
    for line, role in zip(lines, roles, strict=True):
        for name in names_in_byline(line.text) if role == "byline" else []:
            match = _STAFF.match(name)
            if match and match["outlet"].lower() not in _GENERIC and match["outlet"] not in wire_names():
                start = line.start + line.text.index(name)
                return _ground(match["outlet"], "text", Selector.of(page, start, start + match.end("outlet")))
    return None


def _of_copyright(page: Page, lines: Sequence[Line]) -> Ground | None:
    for line in reversed(lines):
        match = _COPYRIGHT.search(line.text[:400])
        if match and match["outlet"].strip() not in wire_names() and match["outlet"].lower() != "all rights reserved":
            start, end = match.span("outlet")
            return _ground(match["outlet"], "text", Selector.of(page, line.start + start, line.start + end))
    return None


def _opening(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Ground | None:
    """A first line that the copyright notice or the end of the page names again is the masthead."""
    if not lines or roles[0] in ("headline", "lead", "body") or not 1 <= len(lines[0].words) <= 7:
        return None
    name = " ".join(lines[0].words)
    for line in lines[:0:-1]:
        if "©" in line.text or "copyright" in line.text.lower():
            if f" {name} " in f" {' '.join(line.words)} ":
                return _ground(
                    _cased(lines[0].text, line.text), "text", Selector.of(page, lines[0].start, lines[0].end)
                )
            break
    return None


def _cased(masthead: str, notice: str) -> str:
    """A masthead in capitals takes its letters from the notice."""
    at = notice.lower().find(masthead.lower())
    return notice[at : at + len(masthead)] if masthead.isupper() and at >= 0 else masthead
