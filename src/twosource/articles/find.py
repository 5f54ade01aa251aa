"""From a page to its article: roles of the lines, blocks, and what is known of the report, with its grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.articles.authors import find_authors
from twosource.articles.credits import Credit, credits
from twosource.articles.datelines import read_dateline
from twosource.articles.decode import decode
from twosource.articles.extraction import parse
from twosource.articles.language import SAMPLE, language_of
from twosource.articles.line_model import chances
from twosource.articles.lines import Line, split_lines
from twosource.articles.markup import markup_lines, markup_roles
from twosource.articles.metadata import Metadata, read_metadata
from twosource.articles.outlets import find_outlet
from twosource.articles.published import find_published
from twosource.articles.shapes import ends_sentence
from twosource.errors import NotAnArticle
from twosource.model import (
    BODY_ROLES,
    Article,
    Block,
    Given,
    Ground,
    Located,
    Page,
    Role,
    Selector,
    WireCredit,
    content_id,
)
from twosource.vocab.wires import wire_names

_DATELINE_DEPTH = 3
"""Paragraphs of the body in which a dateline may stand."""

_PROSE_WORDS, _PROSE_CHARACTERS = 5, 40
"""From either on a line may be prose that does not end as a sentence does; scripts without spaces need the second."""
_LINKED = 0.8
"""Share of a line in links from which it is not the report's own text."""


def find_article(page: Page) -> Article:
    """The article of a page: blocks that hold every visible character once, in order, and what is known of the report.

    Raises NotAnArticle where nothing on the page reads like a report.
    """
    lines, roles, metadata = _lines_and_roles(page)
    if not any((role in BODY_ROLES or role == "table") and _is_prose(x) for x, role in zip(lines, roles, strict=True)):
        raise NotAnArticle(
            f"{page.location}: no article found ({len(lines)} lines, all of them menus, teasers or notices): "
            "give the page of a single report"
        )
    lines, roles = _split_datelines(lines, roles)
    return _describe(page, lines, roles, metadata)


def _is_prose(line: Line) -> bool:
    """Whether a line says something: lists and menus are shorter, and a menu's lines lead elsewhere."""
    words = len(line.words) >= _PROSE_WORDS or len(line.text) >= _PROSE_CHARACTERS or ends_sentence(line.text)
    return words and line.linked < _LINKED


def _lines_and_roles(page: Page) -> tuple[list[Line], list[Role], Metadata]:
    given = [page.given.title] if page.given.title else []
    if page.markup is None:
        lines = split_lines(page.text)
        return lines, _with_body(lines, decode(lines, chances(lines), given)) if lines else [], Metadata()
    tree = parse(page.markup)
    metadata = read_metadata(tree) if tree is not None else Metadata()
    lines = markup_lines(page)
    titles = [*given, *(found.value for found in metadata.titles), metadata.page_title]
    return lines, markup_roles(lines, tree, titles) if lines else [], metadata


def _with_body(lines: Sequence[Line], roles: Sequence[Role]) -> list[Role]:
    """A text that is one sentence is its own report, even where it is given as its title too."""
    if any(role in BODY_ROLES for role in roles):
        return list(roles)
    return ["lead" if role == "headline" and _is_prose(x) else role for x, role in zip(lines, roles, strict=True)]


def _split_datelines(lines: Sequence[Line], roles: Sequence[Role]) -> tuple[list[Line], list[Role]]:
    """A dateline at the head of one of the first paragraphs becomes a line of its own."""
    out_lines: list[Line] = []
    out_roles: list[Role] = []
    seen = 0
    for line, role in zip(lines, roles, strict=True):
        dateline = read_dateline(line.text) if role in ("lead", "body") and seen < _DATELINE_DEPTH else None
        seen += role in ("lead", "body")
        for part, part_role in _cut(line, role, dateline.end) if dateline else [(line, role)]:
            out_lines.append(part)
            out_roles.append(part_role)
    return out_lines, out_roles


def _cut(line: Line, role: Role, at: int) -> Iterator[tuple[Line, Role]]:
    head, rest = line.text[:at].rstrip(), line.text[at:].lstrip()
    yield Line(line.start, line.start + len(head), head, line.apart, line.path, line.linked), "dateline"
    if rest:
        yield Line(line.end - len(rest), line.end, rest, False, line.path, line.linked), role


def _describe(page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata) -> Article:
    outlet = find_outlet(page, lines, roles, metadata)
    authors = find_authors(page, lines, roles, metadata, outlet.detail if outlet else None)
    published = find_published(page, lines, roles, metadata)
    wires, wire_grounds = _wires(page, lines, roles, metadata)
    grounds = [*([outlet] if outlet else []), *authors, *([published[1]] if published else []), *wire_grounds]
    return Article(
        id=article_id(page.id, page.given),
        page=page.id,
        blocks=tuple(Block(role=role, start=line.start, end=line.end) for line, role in zip(lines, roles, strict=True)),
        language=language_of(_sample(lines, roles)),
        headline=next(
            (_selector(page, line) for line, role in zip(lines, roles, strict=True) if role == "headline"), None
        ),
        outlet=outlet.detail if outlet else None,
        by=tuple(ground.detail for ground in authors),
        wires=wires,
        located=_located(page, lines, roles),
        published=published[0] if published else None,
        grounds=tuple(grounds),
    )


def article_id(page: str, said: Given) -> str:
    """Two outlets may print the same bytes: what the user says of an input tells its article from the other's."""
    return content_id("article", page, said.input_id or "", said.outlet or "", said.date or "", said.url or "")


def _selector(page: Page, line: Line) -> Selector:
    return Selector.of(page, line.start, line.end)


def _sample(lines: Sequence[Line], roles: Sequence[Role]) -> str:
    """Words of the body, enough to tell its language."""
    parts: list[str] = []
    for line, role in zip(lines, roles, strict=True):
        if role in BODY_ROLES:
            parts.append(line.text[:SAMPLE])
            if sum(map(len, parts)) >= SAMPLE:
                break
    return "\n".join(parts)


def _located(page: Page, lines: Sequence[Line], roles: Sequence[Role]) -> Located | None:
    for line, role in zip(lines, roles, strict=True):
        dateline = read_dateline(line.text) if role == "dateline" else None
        if dateline and dateline.town:
            start, end = dateline.town
            selector = Selector.of(page, line.start + start, line.start + end)
            return Located(name=selector.exact.rstrip("."), selector=selector)
    return None


def _wires(
    page: Page, lines: Sequence[Line], roles: Sequence[Role], metadata: Metadata
) -> tuple[tuple[WireCredit, ...], list[Ground]]:
    """The agencies credited in the text, else in the metadata's authors; a ground says how."""
    found: list[Credit] = credits(lines, roles)
    of_photo = all(credit.how == "caption" for credit in found)
    named = {f.value: f.key for f in metadata.authors if f.value in wire_names()} if of_photo else {}
    if named:
        grounds = [Ground(field="wires", basis="metadata", detail=f"{key}: {name}") for name, key in named.items()]
        return tuple(WireCredit(name=n) for n in dict.fromkeys(wire_names()[name].name for name in named)), grounds
    grounds = [
        Ground(
            field="wires",
            basis="caption" if credit.how == "caption" else "text",
            detail="credited for a photo only" if credit.how == "caption" else credit.how,
            selector=Selector.of(page, credit.start, credit.end),
        )
        for credit in found
    ]
    return tuple(
        WireCredit(name=c.wire.name, selector=g.selector) for c, g in zip(found, grounds, strict=True)
    ), grounds
