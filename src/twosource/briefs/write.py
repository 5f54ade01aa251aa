"""The brief: at most a dozen sentences, what matters most first, each on passages of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.briefs.reported import reported
from twosource.briefs.tolls import difference_statements, toll_statements
from twosource.briefs.wording import report_name
from twosource.model import Article, Claim, Finding, Page, Record, Selector, Statement, Story

SHARED = 6
"""Statements on what several origins report."""
ALONE = 3
"""Statements on what stands in one report; all of them where there is only one."""
CONFLICTS = 3


def write_brief(record: Record) -> Record:
    """The record with its brief, story by story."""
    claims = {c.id: c for c in record.claims}
    lines = [s for story in record.stories for s in _story(story, record, claims)]
    return replace(record, brief=tuple(lines))


def _story(story: Story, record: Record, claims: dict[str, Claim]) -> Iterator[Statement]:
    held = set(story.articles)
    findings = [f for f in record.findings if f.claims and claims[f.claims[0]].article in held]
    tolls = list(toll_statements(story, record))
    told = {s.finding for s in tolls}
    yield from tolls
    conflicts = list(difference_statements([f for f in findings if f.id not in told], record))[:CONFLICTS]
    yield from conflicts
    rest = [f for f in findings if f.id not in told | {s.finding for s in conflicts}]
    shared = sorted((f for f in rest if f.origins > 1), key=lambda f: _rank(f, record, claims))
    alone = sorted((f for f in rest if f.origins < 2), key=lambda f: _rank(f, record, claims))
    few = ALONE if len(story.articles) > 1 and shared else SHARED
    for finding in [*shared[:SHARED], *alone[:few]]:
        yield reported(finding, record, claims)
    yield from _unknown(story, record)


def _rank(finding: Finding, record: Record, claims: dict[str, Claim]) -> tuple[int, float, str]:
    """Most origins first, then what stands nearest the top of its reports."""
    pages = {p.id: len(p.text) or 1 for p in record.pages}
    places = [claims[c].selector for c in finding.claims]
    top = min(s.start / pages[s.page] for s in places)
    return -finding.origins, round(top, 4), finding.id


def _unknown(story: Story, record: Record) -> Iterator[Statement]:
    """What the reports leave open: their date, a second origin."""
    pages = {p.id: p for p in record.pages}
    articles = [a for a in record.articles if a.id in set(story.articles)]
    for article in articles:
        if article.published is None or article.published.basis == "story":
            name = report_name(article, pages[article.page])
            text = f"{name} gives no date of its own."
            yield Statement(text=text, finding=None, selectors=_top(article, pages[article.page]))
    if _origins(articles, record) < 2:
        one = "report" if len(articles) == 1 else "origin"
        text = f"Nothing here can be corroborated: there is one {one}."
        yield Statement(text=text, finding=None, selectors=(story.headline,))


def _origins(articles: Sequence[Article], record: Record) -> int:
    held = {a.id for a in articles}
    return sum(bool(held & set(o.articles)) for o in record.origins)


def _top(article: Article, page: Page) -> tuple[Selector, ...]:
    """The headline, or the first line of the report."""
    if article.headline:
        return (article.headline,)
    return tuple(Selector.of(page, b.start, b.end) for b in article.blocks[:1] if b.end > b.start)
