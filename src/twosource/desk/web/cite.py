"""What is copied of a finding, or of a whole brief: its words, how it stands, each report with its passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.formats.html import StoryPage
from twosource.formats.shown import Passage, Printed, ReportView, chips, without_copies
from twosource.formats.views import STATUS_WORDS
from twosource.formats.words import plural, published
from twosource.model import Finding


def cited(story: StoryPage, finding: Finding) -> str:
    """A finding with its citations, a line each."""
    origins = plural(finding.origins, "origin" if story.doubtful else "independent origin")
    standing = f"{STATUS_WORDS[finding.status]}: {origins}. {finding.id}"
    lines = [story.view.passage(finding.text).exact, standing, ""]
    return "\n".join(
        [*lines, *(line for one in without_copies(story.view.claims_of(finding)) for line in _printed(one))]
    )


def cited_brief(story: StoryPage) -> str:
    """The brief of a story, each sentence with its passages, then all reports; empty where there is no sentence."""
    if not story.view.record.brief:
        return ""
    standing = f"{plural(len(story.view.reports), 'report')} on {story.origins}"
    head = [story.headline, standing + (f", {story.doubtful}" if story.doubtful else ""), ""]
    return "\n".join([*head, *_sentences(story), "Reports", *(_report(r) for r in story.view.reports)])


def _sentences(story: StoryPage) -> Iterator[str]:
    for statement in story.view.record.brief:
        passages = story.view.passages(statement.selectors)
        printed = without_copies(passages)
        status = STATUS_WORDS.get(story.status_of(statement))  # type: ignore[call-overload]
        yield f"{statement.text}{_labels(chip.label for chip in chips(passages))}{f' {status}.' if status else ''}"
        yield from (f"  [{', '.join(p.label for p in (x.passage, *x.copies))}] “{x.passage.exact}”" for x in printed)
        yield ""


def _labels(labels: Iterable[str]) -> str:
    told = ", ".join(labels)
    return f" [{told}]" if told else ""


def _printed(one: Printed) -> Iterator[str]:
    """A passage, and on a line below it the reports of its origin that print the same words."""
    yield _passage(one.passage)
    if one.copies:
        yield "  the same words: " + "; ".join(f"[{p.label}] {_outlet(p.report)}" for p in one.copies)


def _passage(passage: Passage) -> str:
    report = passage.report
    return f"[{passage.label}] {_outlet(report)}: “{passage.exact}” — {report.headline}, {_address(report)}"


def _report(report: ReportView) -> str:
    return f"[{report.label}] {_outlet(report)}: {report.headline}, {_address(report)}"


def _outlet(report: ReportView) -> str:
    day = report.article.published
    return f"{report.outlet}, {published(day)}" if day else report.outlet


def _address(report: ReportView) -> str:
    return report.article.address or report.page.location
