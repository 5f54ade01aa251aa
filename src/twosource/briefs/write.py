"""The brief: at most a dozen sentences, what matters most first, each on passages of the reports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.briefs.reported import reported
from twosource.briefs.tolls import difference_statements, toll_statements
from twosource.briefs.wording import report_name, small_words
from twosource.model import Article, Claim, Finding, Page, Record, Selector, Statement, Story

SHARED = 6
"""Statements on what several origins report."""
ALONE = 3
"""Statements on what stands in one report; all of them where there is only one."""
CONFLICTS = 3
MOST = 12
"""Statements of one story in all."""
UNDATED = 2
"""Reports without a date that are named."""


def write_brief(record: Record) -> Record:
    """The record with its brief, story by story."""
    claims = {c.id: c for c in record.claims}
    lines = [s for story in record.stories for s in _story(story, record, claims)]
    return replace(record, brief=tuple(lines))


def _story(story: Story, record: Record, claims: dict[str, Claim]) -> list[Statement]:
    held, small = set(story.articles), small_words(record)
    findings = [f for f in record.findings if f.claims and claims[f.claims[0]].article in held]
    tolls = list(toll_statements(story, record))
    told = {s.finding for s in tolls}
    conflicts = list(difference_statements([f for f in findings if f.id not in told], record))[:CONFLICTS]
    told |= {s.finding for s in conflicts} | {f.id for f in findings if _is_toll(f)}
    rest = sorted((f for f in findings if f.id not in told), key=lambda f: _rank(f, record, claims))
    shared = [f for f in rest if f.origins > 1][:SHARED]
    starts = _sentence_starts(record)
    known = {s for f in findings if f.origins > 1 for s in _sentences(f, claims, starts)}
    alone = [f for f in rest if f.origins < 2 and _says_much(f, claims) and not known & _sentences(f, claims, starts)]
    few = ALONE if len(story.articles) > 1 and shared else SHARED
    told_of = [reported(f, record, claims, small) for f in [*shared, *alone[:few]]]
    unknown = list(_unknown(story, record))
    return [*tolls, *conflicts, *told_of][: MOST - len(unknown)] + unknown


def _is_toll(finding: Finding) -> bool:
    """Whether the story's figures tell it already."""
    return any(e.function == "same_toll" for e in finding.evidence)


def _sentences(finding: Finding, claims: dict[str, Claim], starts: dict[str, list[int]]) -> set[tuple[str, int]]:
    """The sentences that the finding's claims stand in, by page and number."""
    places = (claims[c].selector for c in finding.claims)
    return {(s.page, bisect_right(starts.get(s.page, []), s.start)) for s in places}


def _sentence_starts(record: Record) -> dict[str, list[int]]:
    """Where the sentences of each page begin: text claims that stand in no other."""
    starts: dict[str, list[int]] = {}
    ends: dict[str, int] = {}
    for claim in sorted(record.claims, key=lambda c: (c.selector.page, c.selector.start, -c.selector.end)):
        at = claim.selector
        if claim.kind == "text" and at.end > ends.get(at.page, 0):
            starts.setdefault(at.page, []).append(at.start)
            ends[at.page] = at.end
    return starts


def _says_much(finding: Finding, claims: dict[str, Claim]) -> bool:
    """Whether it is more than a line: a quote, an event or a count, or a sentence of eight words."""
    return finding.text.exact.count(" ") >= 7 or any(claims[c].kind != "text" for c in finding.claims)


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
    undated = [a for a in articles if a.published is None or a.published.basis == "story"]
    for article in undated[:UNDATED]:
        text = f"{report_name(article, pages[article.page])} gives no date of its own."
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
