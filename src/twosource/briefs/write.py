"""The brief: a dozen sentences or as many as asked for, what matters most first, each on passages of the reports."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from twosource.briefs.choose import LEAST, TOP, by_origins, central, in_headlines, is_new, sentences, weightiest
from twosource.briefs.differences import difference_statements
from twosource.briefs.leads import leading
from twosource.briefs.reported import headed, reported
from twosource.briefs.reports import Reports
from twosource.briefs.restated import tells_nothing
from twosource.briefs.toll_numbers import alike, is_one, moving
from twosource.briefs.tolls import in_words, toll_statements
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
HARM = ("killed", "injured")
"""Roles of a toll whose sentence tells what happened."""


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
    outdated = {f.id for f in findings if not f.differences and _is_outdated(f, story, reports)}
    heart = central([f for f in agreeing if f.id not in outdated], reports)
    first = _opening(heart, reports)
    if heart and first:
        tolls = [t for t, f in zip(tolls, story.figures, strict=True) if not _holds(heart, f, t, reports)]
    else:
        first, tolls = _without_heart(story, tolls, reports, most)
    agreed = _statements(
        [f for f in shared if f != heart and f.id not in outdated], reports, first if heart else [], _part(most, SHARED)
    )
    room = most - len(unknown) - len(conflicts)
    known = [*first, *tolls, *agreed]
    alone = _alone(
        [f for f in findings if f.id not in outdated],
        told,
        reports,
        [*known[:room], *conflicts],
        most,
        any_shared=bool(first or agreed),
    )
    kept = known[: room - min(1, len(alone))]
    return [*kept, *conflicts, *alone[: room - len(kept)], *unknown]


def _holds(heart: Finding, figure: Figure, toll: Statement, reports: Reports) -> bool:
    """Whether the finding that opens the brief tells the toll already: it has not moved on, and all who give it are
    told of there.
    """
    if figure.status in ("updated", "differs") or moving(figure, reports.record):
        return False
    if toll.finding == heart.id and figure.origins <= heart.origins:
        return True
    whole = [reports.sentence(reports.claims[c].selector) for c in heart.claims]
    counted = [q.selector for q in reports.record.quantities if q.role == figure.role]
    return {s.page for s in figure.selectors} <= {s.page for s in counted if any(at.covers(s) for at in whole)}


def _without_heart(
    story: Story, tolls: Sequence[Statement], reports: Reports, most: int
) -> tuple[list[Statement], list[Statement]]:
    """What opens a brief that no finding opens, and the tolls: the words for a toll that several give or that moved
    on, or else what the reports begin with.
    """
    head = bool(tolls) and _is_head(story.figures[0], reports)
    firm = head and (story.figures[0].origins > 1 or story.figures[0].status in ("updated", "differs"))
    first = [] if firm or most <= SHORTEST else leading(story, reports)
    if first:
        return first, [t for t in tolls if not all(any(at.covers(s) for at in first[0].selectors) for s in t.selectors)]
    return [], [in_words(t, reports) if head and t is tolls[0] else t for t in tolls]


def _is_head(figure: Figure, reports: Reports) -> bool:
    """Whether somebody was killed or injured, and a report leads with how many."""
    return figure.role in HARM and any(reports.number(s) < TOP for s in figure.selectors)


def _is_told_by_more(figure: Figure, agreeing: Sequence[Finding], reports: Reports) -> bool:
    """Whether several origins tell as one thing what only one counts by its role: 1,500 walked, 2,000 took part."""
    if figure.role in HARM or figure.origins > 1:
        return False
    told = [reports.claims[c].selector for f in agreeing if not _is_toll(f) for c in f.claims]
    return any(at.covers(s) for at in told for s in figure.selectors)


def _is_outdated(finding: Finding, story: Story, reports: Reports) -> bool:
    """Whether its words, or one of its headlines where it has no other, give a toll that moved on or is in dispute."""
    moving = [s for f in story.figures if f.role in HARM for s in _passed(f, reports)]
    only_heads = in_headlines(finding, reports)
    told = [reports.claims[c].selector for c in finding.claims] if only_heads else [reports.sentence(finding.text)]
    if any(at.covers(s) for at in told for s in moving):
        return True
    known = {q.selector: (q.role, q.min) for q in reports.record.quantities if q.role in HARM}
    passed = {known[s] for s in moving if s in known}
    return any(count in passed and at.covers(s) for s, count in known.items() for at in told)  # "in the morning two"


def _passed(figure: Figure, reports: Reports) -> tuple[Selector, ...]:
    """Where reports give what is in dispute, or what a later one gave otherwise: the first passage is the last word."""
    if alike(figure, reports.record):
        return ()
    known = {"differs": figure.selectors, "updated": figure.selectors[1:]}.get(figure.status, ())
    return known or tuple(s for v in moving(figure, reports.record)[:-1] for s in v.selectors)


def _opening(heart: Finding | None, reports: Reports) -> list[Statement]:
    """The statement that a brief begins with; what reports share in their headlines alone is told as headlines."""
    if heart is None:
        return []
    if in_headlines(heart, reports):
        return [headed(heart, reports)]
    return [] if tells_nothing(heart, reports) else [reported(heart, reports)]


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
