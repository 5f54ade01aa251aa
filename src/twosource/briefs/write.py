"""The brief: a dozen sentences or as many as asked for, what matters most first, each on passages of the reports."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from twosource.briefs.choose import LEAST, by_origins, central, in_headlines, is_new, sentences, weightiest
from twosource.briefs.differences import difference_statements
from twosource.briefs.opening import opening
from twosource.briefs.outdated import HARM, outdated
from twosource.briefs.reported import reported
from twosource.briefs.reports import Reports
from twosource.briefs.restated import tells_nothing
from twosource.briefs.toll_numbers import is_one
from twosource.briefs.tolls import toll_statements
from twosource.briefs.wording import listing, report_name, shortened
from twosource.model import Article, Figure, Finding, Page, Record, Selector, Statement, Story

LENGTH = 12
"""Statements of one story where nobody asks for another length."""
SHORTEST = 4
"""What is known, what one origin reports, what differs and what is unknown can each have a statement."""
SHARED = 7 / 12
"""Part of them on what several origins report."""
ALONE = 1 / 4
"""Part on what stands in one report; as many as `SHARED` where several origins report nothing."""
CONFLICTS = 1 / 4
FEWEST = 1 / 2
"""Part that a brief has where its reports say that much; what is of less weight fills it up."""


def write_brief(record: Record, *, length: int = LENGTH) -> Record:
    """The record with its brief, story by story, at most `length` statements each (`SHORTEST` or more)."""
    reports = Reports(record)
    most = max(SHORTEST, length)
    return replace(record, brief=tuple(s for story in record.stories for s in _story(story, reports, most)))


def _story(story: Story, reports: Reports, most: int) -> list[Statement]:
    held = set(story.articles)
    findings = [f for f in reports.record.findings if f.claims and reports.claims[f.claims[0]].article in held]
    unknown = list(_unknown(story, reports))
    agreeing = [f for f in findings if f.origins > 1 and not f.differences]
    figures = (f for f in story.figures if is_one(f) and not _is_told_by_more(f, agreeing, reports))
    story = replace(story, figures=tuple(figures))
    tolls = list(toll_statements(story, reports.record))
    told = {s.finding for s in tolls}
    apart = difference_statements([f for f in findings if f.id not in told], reports)
    conflicts = list(islice(apart, _part(most, CONFLICTS)))
    told |= {f.id for f in findings if f.differences or _is_toll(f)}  # what differs is never told as what agrees
    shared = by_origins((f for f in findings if f.origins > 1 and f.id not in told), reports)
    passed = outdated([f for f in findings if not f.differences], story, reports)
    heart = central([f for f in agreeing if f.id not in passed], reports)
    start = opening(heart, tolls, story, reports, leads=most > SHORTEST)
    others = [f for f in shared if f != heart and f.id not in passed]
    agreed = _statements(others, reports, start.shared, _part(most, SHARED))
    room = most - len(unknown) - len(conflicts)
    known = [*start.first, *start.tolls, *agreed]
    before = [*known[:room], *conflicts]
    alone = _alone(findings, told | passed, reports, before, most, any_shared=bool(start.shared or agreed))
    kept = known[: room - min(1, len(alone))]
    return [*kept, *conflicts, *alone[: room - len(kept)], *unknown]


def _is_told_by_more(figure: Figure, agreeing: Sequence[Finding], reports: Reports) -> bool:
    """Whether several origins tell as one thing what only one counts by its role: 1,500 walked, 2,000 took part."""
    if figure.role in HARM or figure.origins > 1:
        return False
    told = [reports.claims[c].selector for f in agreeing if not _is_toll(f) for c in f.claims]
    return any(at.covers(s) for at in told for s in figure.selectors)


def _part(most: int, share: float) -> int:
    return max(1, round(most * share))


def _alone(
    findings: Sequence[Finding],
    told: Container[str | None],
    reports: Reports,
    before: Sequence[Statement],
    most: int,
    *,
    any_shared: bool,
) -> list[Statement]:
    """What one origin reports, the weightiest first; lighter things only where the brief would be too short."""
    known = {s for f in findings if f.origins > 1 for s in sentences(f, reports)}
    weighed = weightiest((f for f in findings if f.origins < 2 and f.id not in told), reports, known)
    heavy, light = ([f for w, f in weighed if (w >= LEAST) is wanted] for wanted in (True, False))
    found = _statements(heavy, reports, before, _part(most, ALONE if any_shared else SHARED))
    missing = _part(most, FEWEST) - len(before) - len(found)
    return found + (_statements(light, reports, [*before, *found], missing) if missing > 0 else [])


def _statements(
    findings: Sequence[Finding], reports: Reports, before: Sequence[Statement], most: int
) -> list[Statement]:
    """A statement for each finding that says something new, `most` of them."""
    found: list[Statement] = []
    for finding in findings:
        if len(found) >= most:
            break
        if in_headlines(finding, reports):
            continue  # headlines leave words out; their reports say it in whole sentences
        if tells_nothing(finding, reports):
            continue
        statement = reported(finding, reports)
        if is_new(statement.text, (s.text for s in [*before, *found])):
            found.append(statement)
    return found


def _is_toll(finding: Finding) -> bool:
    """Whether the story's figures tell it already."""
    return any(e.function == "same_toll" for e in finding.evidence)


def _unknown(story: Story, reports: Reports) -> Iterator[Statement]:
    """What the reports leave open: their date, a second origin."""
    articles = [reports.articles[a] for a in story.articles if a in reports.articles]
    undated = [a for a in articles if a.published is None or a.published.basis == "story"]
    if undated:
        names = sorted({report_name(a, reports.pages[a.page]) for a in undated})
        named = listing(shortened(names))
        text = f"{named} give no date of their own." if len(names) > 1 else f"{named} gives no date of its own."
        tops = (s for a in undated for s in _top(a, reports.pages[a.page]))
        yield Statement(text=text, finding=None, selectors=tuple(tops))
    if _origins(articles, reports.record) < 2:
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
