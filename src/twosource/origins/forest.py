"""Who follows whom: every report has at most one parent, an origin is a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.model import Derivation, Evidence, Origin, content_id
from twosource.origins.align import PIECE, Alignment, Run, align, stretched, without_furniture
from twosource.origins.candidates import Candidates
from twosource.origins.credits import agencies
from twosource.origins.evidence import Compared, reasons
from twosource.origins.furniture import Furniture
from twosource.origins.reports import Report, Reports
from twosource.origins.told import told_runs
from twosource.origins.words import Running

WHOLLY = 0.98
"""A report of which so much stands in another is compared only with those that are earlier still than that one."""
PASSAGE = 15
"""Words in a row, outside quotation marks, that two reports do not find independently."""
AROUND = 10
"""The same of words that stand in both reports beside the same quotation: how it was said and who else heard it."""
TOGETHER = 128
"""Reports whose words are read together with those of all that they are compared with."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the later of two reports has from the earlier word for word, by their numbers."""

    parent: int
    child: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Link(Shared):
    """That one report follows another, why, and how many words and which part of its own it may have from there."""

    evidence: tuple[Evidence, ...]
    strength: int = 0
    covered: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """For every report that follows others the link to the one it shares most with; and passages shared with others.

    A passage that is furniture makes no link, but it is shared: whatever it says is said once.
    """

    links: list[Link]
    shared: list[Shared]


def compare(reports: Reports, pairs: Candidates) -> Found:
    """Compares every report with the earlier ones that are candidates, and with the first of the same words."""
    first = dict(_twins(reports))
    found = Found([], [])
    later = sorted({*pairs.earlier, *first})
    earlier = {j: [*dict.fromkeys([*first.get(j, ()), *pairs.earlier.get(j, ())])] for j in later}
    for at in range(0, len(later), TOGETHER):
        some = later[at : at + TOGETHER]
        reports.fetch(n for j in some for n in (j, *earlier[j]))
        for j in some:
            _compare(reports, j, earlier[j], pairs.furniture, found)
    return found


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


def _compare(reports: Reports, j: int, earlier: Iterable[int], furniture: Furniture, found: Found) -> None:
    best: Link | None = None
    shared: list[Shared] = []
    for i in earlier:
        if best and best.covered >= WHOLLY and i > best.parent:
            continue
        words = (reports.words(i), reports.words(j))
        every = align(*words)
        pair = Compared(reports[i], reports[j], words, without_furniture(every, *words, furniture))
        if why := reasons(pair):
            link = Link(i, j, pair.alignment.runs, why, pair.strength, pair.alignment.of_b)
            best = min(best or link, link, key=lambda one: (-one.strength, one.parent))
        told = told_runs(reports[i], reports[j], words)
        runs = [run for run in every.runs if run.size >= PIECE] if _holds_passage(every, *words) else []
        if told or runs:
            shared.append(Shared(i, j, tuple(sorted([*told, *runs], key=lambda run: run.b))))
    found.links.extend([best] if best else [])
    found.shared.extend(one for one in shared if best is None or one.parent != best.parent)


def _holds_passage(shared: Alignment, a: Running, b: Running) -> bool:
    """Whether two reports do not find the same words independently: many of them, or some around one quotation."""
    around = (run for run in shared.runs if run.size >= AROUND)
    return any(run.size >= PASSAGE or stretched(run, a, b).size >= PASSAGE + AROUND for run in around)


def _twins(reports: Sequence[Report]) -> Iterator[tuple[int, tuple[int]]]:
    """Reports of the same words, each with the first of them: a short one has too few windows to be found by these."""
    first: dict[bytes, int] = {}
    for j, report in enumerate(reports):
        i = first.setdefault(report.digest, j)
        if i < j:
            yield j, (i,)


def _origin(id_: str, reports: list[Report], parent: dict[int, Link], tree: list[int]) -> Origin:
    wires = sorted({w for r in reports[:1] for w in agencies(r.article)})
    evidence = tuple(parent[j].evidence[0] for j in tree if j in parent)
    return Origin(id=id_, articles=tuple(r.article.id for r in reports), wires=tuple(wires), evidence=evidence)
