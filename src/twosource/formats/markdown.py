"""The record as Markdown: the same page as the HTML, with the passages as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from twosource.formats.changes import ChangeView
from twosource.formats.shown import Passage, ReportView, chips, one_line
from twosource.formats.stories import StoryView, split
from twosource.formats.views import STATUS_WORDS, RecordView
from twosource.formats.words import BASIS_WORDS, JUDGEMENT_WORDS, PLAIN_CUES, day_words, plural, printable, published
from twosource.model import Finding, Quote, Record, Selector

_SPECIAL = str.maketrans({c: "\\" + c for c in "\\`*_[]<>#|~&$"})
_STARTS_A_LIST = re.compile(r"(?:\d{1,9}(?=[.)])|(?=[-+=]))")


class _Notes:
    """Footnotes: a number for each passage, in the order of their first citation; `prefix` tells stories apart."""

    def __init__(self, view: RecordView, prefix: str) -> None:
        self._view = view
        self._prefix = prefix
        self._numbers: dict[Selector, int] = {}

    def cite(self, selectors: Iterable[Selector]) -> str:
        """The marks of the footnotes of these passages."""
        passages = self._view.passages(selectors)
        numbers = [self._numbers.setdefault(p.selector, len(self._numbers) + 1) for p in passages]
        return "".join(f"[^{self._prefix}{n}]" for n in numbers)

    def lines(self) -> Iterator[str]:
        """The footnotes themselves."""
        for selector, number in self._numbers.items():
            yield f"[^{self._prefix}{number}]: {_passage(self._view.passage(selector))}"


def to_markdown(record: Record) -> str:
    """The record as a page of Markdown, one part a story."""
    parts = split(record)
    prefixes = [f"{n}-" for n in range(1, len(parts) + 1)] if len(parts) > 1 else [""]
    stories = [StoryView(RecordView(part)) for part in parts]
    lines = (line for story, prefix in zip(stories, prefixes, strict=True) for line in _story(story, prefix))
    return printable("\n".join([*lines, *_warnings(record)]))


def _story(story: StoryView, prefix: str) -> Iterator[str]:
    view, notes = story.view, _Notes(story.view, prefix)
    yield f"# {escape(story.headline)}\n"
    standing = [
        f"{plural(len(view.reports), 'report')} on **{story.origins}**"
        + (f": {story.alone}" if story.alone else f", {story.doubtful}" if story.doubtful else ""),
        story.when,
        escape(story.where),
    ]
    yield " · ".join(filter(None, standing)) + "\n"
    yield "## In brief\n"
    for statement in view.record.brief:
        yield f"- {escape(statement.text)}{notes.cite(statement.selectors)}"
    yield from _figures(story, notes)
    yield from _origins(view)
    yield from _changed(story, notes)
    for status, word in STATUS_WORDS.items():
        found = view.findings(status)
        yield from ([f"\n## {word}\n"] if found else [])
        yield from (line for f in found for line in _finding(view, f, notes))
    yield from _said(view, notes)
    yield from _timeline(view, notes)
    yield from _judged(view, notes)
    yield "\n## Passages\n"
    yield from notes.lines()
    yield ""


def _warnings(record: Record) -> Iterator[str]:
    for n, warning in enumerate(record.warnings):
        yield from ([] if n else ["## Warnings\n"])
        yield f"- {escape(warning)}"
    yield from ([""] if record.warnings else [])


def _figures(story: StoryView, notes: _Notes) -> Iterator[str]:
    for n, figure in enumerate(story.figures):
        yield from ([] if n else ["\n## Figures\n"])
        yield f"- **{figure.words}** {figure.role}, {figure.standing}{notes.cite(figure.selectors)}"


def _origins(view: RecordView) -> Iterator[str]:
    yield "\n## Where it comes from\n"
    for origin in view.origins:
        wires = f" ({escape(', '.join(origin.origin.wires))})" if origin.origin.wires else ""
        yield f"- **Origin {origin.letter}**{wires}, independence {origin.origin.independence}"
        yield from (f"  - {_report(report)}" for report in origin.reports)


def _changed(story: StoryView, notes: _Notes) -> Iterator[str]:
    for n, step in enumerate(story.revisions):
        yield from ([] if n else ["\n## Changed reports\n"])
        seen = f", as of {step.seen}" if step.seen else ""
        versions = f"{step.before.label} to {step.after.label}"
        yield f"- **{escape(step.after.outlet)}** ({versions}): {step.kind}{seen}{notes.cite(step.revision.notices)}"
        yield from (f"  - {_change(change)}" for change in step.changes)


def _change(change: ChangeView) -> str:
    before = "".join(f"~~{escape(p.text)}~~" if p.changed else _escape_inside(p.text) for p in change.before)
    after = "".join(f"**{escape(p.text)}**" if p.changed else _escape_inside(p.text) for p in change.after)
    return (
        " → ".join(filter(None, [before, after])) if change.kind == "changed" else f"{change.kind}: {before or after}"
    )


def _report(report: ReportView) -> str:
    date = report.article.published
    when = f"{escape(published(date))} ({BASIS_WORDS[date.basis]})" if date else "undated"
    return f"{report.label}: {escape(report.outlet)}, “{escape(report.headline)}”, {when}"


def _finding(view: RecordView, finding: Finding, notes: _Notes) -> Iterator[str]:
    passages = view.claims_of(finding)
    labels = ", ".join(chip.label for chip in chips(passages))
    origins = "" if finding.status == "single_origin" else f"{plural(finding.origins, 'origin')}: "
    cited = notes.cite(p.selector for p in passages)
    yield f"- {escape(view.passage(finding.text).exact)} ({origins}{labels}){cited}"
    for difference in finding.differences:
        values = "; ".join(f"{escape(v.value)}{notes.cite(v.selectors)}" for v in difference.values)
        yield f"  - {difference.aspect}: {values}"


def _said(view: RecordView, notes: _Notes) -> Iterator[str]:
    for n, speaker in enumerate(view.speakers):
        yield from ([] if n else ["\n## Who said what\n"])
        offices = f" ({escape('; '.join(speaker.offices))})" if speaker.offices else ""
        yield f"- **{escape(speaker.name)}**{offices}"
        same: dict[str, list[Selector]] = {}
        for quote in speaker.quotes:  # the same words in copies of one text are one line
            same.setdefault(_quote(quote), []).extend(quote.content)
        yield from (f"  - {words}{notes.cite(dict.fromkeys(content))}" for words, content in same.items())


def _quote(quote: Quote) -> str:
    """The words, before or among them the cue that makes sense of them: "*called for* an inquiry"."""
    cue = quote.cue if quote.kind != "direct" and quote.cue and not _says_only(quote) else None
    if cue and cue.page == quote.content[0].page and cue.start < quote.content[-1].start:
        spans = sorted([*quote.content, cue], key=lambda s: s.start)
        return " ".join(
            f"*{escape(one_line(s.exact).strip(' ,;'))}*" if s == cue else escape(one_line(s.exact)) for s in spans
        )
    words = escape(" … ".join(one_line(c.exact) for c in quote.content))
    said = "" if quote.polarity == "said" else f"*{quote.polarity.replace('_', ' ')}* "
    return said + (f"“{words}”" if quote.kind == "direct" else words)


def _says_only(quote: Quote) -> bool:
    """Whether the cue only tells that something is said."""
    return quote.polarity == "said" and quote.cue is not None and quote.cue.exact.lower() in PLAIN_CUES


def _timeline(view: RecordView, notes: _Notes) -> Iterator[str]:
    entries = sorted(view.record.timeline, key=lambda e: e.date)
    yield from (["\n## Timeline\n"] if entries else [])
    for (day, origins), same in groupby(entries, key=lambda e: (e.date, e.origins)):
        yield f"- **{escape(day_words(day))}**{_named_by(origins)}"
        yield from (f"  - {escape(e.text.exact)}{notes.cite([e.text])}" for e in same)


def _judged(view: RecordView, notes: _Notes) -> Iterator[str]:
    for n, row in enumerate(view.record.judgements):
        yield from ([] if n else ["\n## Corrected by people\n"])
        what = (
            f"~~{escape(row.before)}~~ **{escape(row.after)}**" if row.applied else f"Not applied: {escape(row.before)}"
        )
        by = f"{JUDGEMENT_WORDS[row.kind]} by {escape(row.who)}, {day_words(row.at)}: {escape(row.why)}"
        yield f"- {what} ({by}){notes.cite(row.selectors)}"


def _named_by(origins: int) -> str:
    return f", named by {plural(origins, 'origin')}" if origins > 1 else ""


def _passage(p: Passage) -> str:
    around = f"{_escape_inside(p.before)}**{_escape_inside(p.exact)}**{_escape_inside(p.after)}"
    return f"{p.label}, {escape(p.report.outlet)}: {around}"


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is, also at the start of a line."""
    line = one_line(text)
    start = _STARTS_A_LIST.match(line)
    cut = start.end() if start else 0
    return _escape_inside(line[:cut]) + ("\\" if start else "") + _escape_inside(line[cut:])


def _escape_inside(text: str) -> str:
    return text.translate(_SPECIAL)
