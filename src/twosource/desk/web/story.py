"""A story as the pages of the desk show it: where its links lead, and one finding with its reports side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from urllib.parse import quote, urlencode

from twosource.desk.web.answers import rendered
from twosource.desk.web.cite import cited_brief
from twosource.formats.html import StoryPage, judged_anchor
from twosource.formats.reader import Links, Mark, ReadBlock, read_blocks
from twosource.formats.shown import ReportView, copies
from twosource.model import Finding, Record, Selector

PAGE_DIGITS = 12
"""Of the hash of a page, in the id of a passage: two of a thousand pages meet once in 500 million desks."""
FEWEST = 3
"""Lines of residue that are folded away in a whole report: one or two disturb less than their heading would."""


FEWEST_COPIES = 3
"""Columns of copies that are folded away: fewer do not push other origins out of sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Blocks that stand one after the other, all shown or all folded away; `residue`: what is no part of the report."""

    folded: bool
    residue: bool
    blocks: tuple[ReadBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A report with passages lit, and the findings it shares with others, where they are not what is shown."""

    report: ReportView
    runs: tuple[Run, ...]
    shared: tuple[Finding, ...] = ()


class DeskStory(StoryPage):
    """See `StoryPage`; its links lead to other pages of the desk."""

    def __init__(self, record: Record, story_id: str) -> None:
        super().__init__(record, name=places)
        self.path = story_path(story_id)

    def href(self, selector: Selector, finding: str = "") -> str:
        """See `StoryPage.href`: to the finding, side by side, or to the report alone."""
        if finding:
            return f"{self.beside(finding)}#{self.links[selector]}"
        return f"{self.report_href(self.view.report_of(selector.page))}#{self.links[selector]}"

    def report_href(self, report: ReportView) -> str:
        """See `StoryPage.report_href`."""
        return f"{self.path}/reports?{urlencode({'show': report.article.id})}"

    def beside(self, finding: str) -> str:
        """See `StoryPage.beside`."""
        return f"{self.path}/finding/{quote(finding, safe=':')}"

    def changes(self, revision: str) -> str:
        """See `StoryPage.changes`."""
        return f"{self.path}/changes/{quote(revision, safe=':')}"

    def who(self, name: str) -> str:
        """See `StoryPage.who`."""
        return who_path(name)

    def judge(self, ref: str) -> str:
        """See `StoryPage.judge`."""
        return f"{self.path}/judge/{quote(ref, safe=':')}"

    def judged(self, judgement: str) -> str:
        """See `StoryPage.judged`."""
        return judgement_path(judgement)

    def corrected(self, judgement: str) -> str:
        """See `StoryPage.corrected`."""
        return f"{self.path}#{judged_anchor(judgement)}"

    @cached_property
    def html(self) -> str:
        """Its page; made once, for it is the same each time."""
        return rendered("story_page.html.j2", s=self, cited=cited_brief(self))

    @cached_property
    def finding_by_id(self) -> dict[str, Finding]:
        """The findings by id, in the order in which they are shown: that of the page, status by status."""
        shown = [f for count in self.counts for f in self.view.findings(count.status)]
        return {f.id: f for f in shown}

    def beside_it(self, finding: Finding) -> tuple[Finding | None, Finding | None]:
        """The findings before and after this one."""
        order = list(self.finding_by_id.values())
        at = order.index(finding)
        return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)

    def first_lit(self, finding: Finding) -> str:
        """The page of a finding, at the passage with its clearest wording, or else the first of its passages."""
        said = [self.view.claim(claim).selector for claim in finding.claims]
        lit = finding.text if finding.text in said else next(iter(said), None)
        return f"{self.beside(finding.id)}#{self.links[lit]}" if lit else self.beside(finding.id)

    def chosen(self, articles: Sequence[str]) -> list[ReportView]:
        """These reports; where none is named, the first of the first two origins."""
        wanted = set(articles)
        named = [r for r in self.view.shown if r.article.id in wanted]
        return named if articles else [o.reports[0] for o in self.view.origins if o.reports][:2]

    def whole(self, reports: Iterable[ReportView]) -> list[Column]:
        """These reports with the passages of all findings lit."""
        return [
            Column(report=r, runs=tuple(_runs(self.blocks(r), whole=True)), shared=self._shared.get(r.page.id, ()))
            for r in reports
        ]

    @cached_property
    def _shared(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by page that do not stand on one origin only."""
        shared: dict[str, dict[str, Finding]] = {}
        for finding in self.finding_by_id.values():
            for claim in finding.claims if finding.status != "single_origin" else ():
                shared.setdefault(self.view.claim(claim).selector.page, {})[finding.id] = finding
        return {page: tuple(found.values()) for page, found in shared.items()}

    def columns(self, finding: Finding) -> list[Column]:
        """The reports of a finding, by origin, with its passages lit."""
        lit = self._lit(finding)
        return [
            Column(report=r, runs=tuple(_runs(read_blocks(r, lit[r.page.id]), whole=False)))
            for r in self.view.shown
            if r.page.id in lit and self.view.report_of(r.page.id) == r
        ]

    def copies(self, finding: Finding, columns: Sequence[Column]) -> list[Column]:
        """The columns that say what another of the same origin says: they need not stand beside the others."""
        said = self.view.claims_of(finding)
        grouped = copies(said, [p.exact for p in said])
        leading = {said[first].report.label for first, *_ in grouped}
        others = {said[n].report.label for _, *more in grouped for n in more} - leading
        return [c for c in columns if c.report.label in others] if len(others) >= FEWEST_COPIES else []

    def _lit(self, finding: Finding) -> dict[str, list[Mark]]:
        """The marks of one finding by page: its claims, and in them the values that differ."""
        said = dict.fromkeys(self.view.claim(c).selector for c in finding.claims)
        values = dict.fromkeys(s for d in finding.differences for v in d.values for s in v.selectors)
        classes = dict.fromkeys(values, "value") | dict.fromkeys(said, finding.status)
        lit: dict[str, list[Mark]] = {}
        for s, name in classes.items():
            lit.setdefault(s.page, []).append(_lit_mark(s, self.links[s], name))
        return {page: sorted(found, key=lambda m: (m.start, -m.end)) for page, found in lit.items()}


def _lit_mark(selector: Selector, anchor: str, name: str) -> Mark:
    """The keyboard stops at a passage, not again at a value in it."""
    return Mark(start=selector.start, end=selector.end, anchor=anchor, classes=name, stop=name != "value")


def _runs(blocks: Sequence[ReadBlock], *, whole: bool) -> Iterator[Run]:
    """Residue is folded away; where the report is not to be read whole, all that is not near a lit passage too."""
    near = {m for n, block in enumerate(blocks) if block.marked for m in (n - 1, n, n + 1)}
    away = [
        (block.residue or not (whole or n in near or block.role == "headline")) and not block.marked
        for n, block in enumerate(blocks)
    ]
    kinds = [(fold, fold and block.residue) for fold, block in zip(away, blocks, strict=True)]
    for (fold, residue), pairs in groupby(zip(kinds, blocks, strict=True), key=lambda pair: pair[0]):
        run = tuple(block for _, block in pairs)
        yield Run(folded=fold and (len(run) >= FEWEST or not whole), residue=residue, blocks=run)


def places(selectors: Iterable[Selector]) -> Links:
    """The id of each passage, from its place alone: it stays what it is when other reports come."""
    return {s: place(s) for s in selectors}


def place(selector: Selector) -> str:
    """The id of a passage on every page of the desk."""
    digits = selector.page.rpartition(":")[2][:PAGE_DIGITS]
    return f"p{digits}-{selector.start}-{selector.end}"


def story_path(story: str) -> str:
    """The path of a story's page."""
    return f"/story/{quote(story, safe=':')}"


def judgement_path(judgement: str) -> str:
    """The path of the page of a judgement."""
    return f"/judgement/{quote(judgement, safe=':')}"


def who_path(name: str) -> str:
    """The path of the page of all that somebody said; what cannot stand in an address is left out."""
    return "/who?" + urlencode({"name": name.encode("utf-8", "ignore").decode()})
