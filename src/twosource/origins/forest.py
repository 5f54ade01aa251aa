"""Who follows whom: every report has at most one parent, an origin is a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.model import Article, Derivation, Evidence, Origin, Page, content_id
from twosource.origins.align import Alignment, align
from twosource.origins.candidates import furniture, pairs, postings, sample
from twosource.origins.credits import agencies, credit
from twosource.origins.evidence import Compared, Report, reasons
from twosource.origins.words import running_words


@dataclass(frozen=True, slots=True)
class Link:
    """That one report follows another, by index, and why."""

    parent: int
    child: int
    alignment: Alignment
    evidence: tuple[Evidence, ...]
    strength: int = 0


def in_order(pages: Sequence[Page], articles: Sequence[Article]) -> list[Report]:
    """Reports, the likely first ones first: an agency's own copy, then by time published, then the longer text.

    A report without a time comes after those with one; the article's id breaks ties, so input order is no matter.
    """
    by_id = {page.id: page for page in pages}
    reports = [Report(by_id[a.page], a, running_words(by_id[a.page], a)) for a in articles]
    return sorted(reports, key=_first)


def links(reports: Sequence[Report]) -> list[Link]:
    """For every report that follows others, the one link to the report that it shares most with."""
    sketches = [sample(r.running.windows) | sample(r.running.quoted_windows) for r in reports]
    index = postings(sketches)
    common = furniture(index, sketches)
    best: dict[int, Link] = {}
    for i, j in sorted({*pairs(index, common), *_twins(reports)}):
        link = _link(reports, i, j, common)
        if link and (j not in best or link.strength > best[j].strength):
            best[j] = link
    return [best[j] for j in sorted(best)]


def grow(reports: Sequence[Report], found: Sequence[Link]) -> tuple[tuple[Origin, ...], tuple[Derivation, ...]]:
    """Origins and derivations from the links: the articles of one tree are of one origin."""
    parent = {link.child: link for link in found}
    root = list(range(len(reports)))
    for j in range(len(reports)):  # a parent stands before its child
        root[j] = root[parent[j].parent] if j in parent else j
    trees: dict[int, list[int]] = defaultdict(list)
    for j, r in enumerate(root):
        trees[r].append(j)
    ids = {r: content_id("origin", reports[r].article.id) for r in trees}
    origins = tuple(_origin(ids[r], [reports[j] for j in tree], parent, tree) for r, tree in trees.items())
    derivations = tuple(
        Derivation(
            article=reports[j].article.id,
            origin=ids[root[j]],
            derived_from=reports[parent[j].parent].article.id if j in parent else None,
            evidence=parent[j].evidence if j in parent else (),
        )
        for j in range(len(reports))
    )
    return origins, derivations


def _twins(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Reports of the same words, each with the first of them: a short one has too few windows to be found by these."""
    first: dict[tuple[int, ...], int] = {}
    for j, report in enumerate(reports):
        i = first.setdefault(tuple(report.running.hashes), j)
        if i < j:
            yield i, j


def _link(reports: Sequence[Report], i: int, j: int, common: frozenset[int]) -> Link | None:
    found = align(reports[i].running, reports[j].running, common)
    pair = Compared(reports[i], reports[j], found)
    why = reasons(pair)
    return Link(i, j, found, why, pair.strength) if why else None


def _origin(id_: str, reports: list[Report], parent: dict[int, Link], tree: list[int]) -> Origin:
    wires = sorted({w for r in reports[:1] for w in agencies(r.article)})
    evidence = tuple(parent[j].evidence[0] for j in tree if j in parent)
    return Origin(id=id_, articles=tuple(r.article.id for r in reports), wires=tuple(wires), evidence=evidence)


def _first(report: Report) -> tuple[int, str, int, str]:
    article = report.article
    by_wire = any(credit(report.page, article, w) == "whole" for w in agencies(article))
    own = article.outlet in agencies(article)
    published = article.published.value if article.published else "9999"
    return (0 if own else 1 if by_wire else 2, published, -report.running.own, article.id)
