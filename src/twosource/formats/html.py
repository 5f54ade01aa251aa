"""One self-contained HTML page: no network, no script, everything that is said opens its passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from markupsafe import Markup

from twosource.formats.map import to_svg
from twosource.formats.nearby import nearby
from twosource.formats.reader import Links, ReadBlock, anchors, marks, read_blocks
from twosource.formats.shown import ReportView
from twosource.formats.stories import StoryView, split
from twosource.formats.templates import OURS, asset, template
from twosource.formats.views import RecordView
from twosource.formats.words import printable
from twosource.model import Judged, Record, Selector


class StoryPage(StoryView):
    """A story as the templates show it: its view, where links lead to, its map and its marked reports."""

    def __init__(self, record: Record, prefix: str = "", name: Callable[[Iterable[Selector]], Links] = anchors) -> None:
        super().__init__(RecordView(record))
        self.prefix = prefix
        self.links = {s: prefix + anchor for s, anchor in name(linked(self.view)).items()}
        near, self.far = nearby(self.view.places)
        self.map = to_svg(near)
        self._marks = marks(self.view, self.links)

    def href(self, selector: Selector, finding: str = "") -> str:
        """Where a passage can be read in its report; `finding`: the id of the finding that is being shown."""
        return "#" + self.links[selector]

    def report_href(self, report: ReportView) -> str:
        """Where a report can be read."""
        return f"#{self.prefix}r-{report.label}"

    def beside(self, finding: str) -> str:
        """Where the reports of a finding stand side by side alone; empty where no such page is."""
        return ""

    def changes(self, revision: str) -> str:
        """Where the two versions of a report stand side by side; empty where no such page is."""
        return ""

    def who(self, name: str) -> str:
        """Where all that a person or group has said stands; empty where no such page is."""
        return ""

    def judge(self, ref: str) -> str:
        """Where a person can correct what has this id; empty where no such page is."""
        return ""

    def judged(self, judgement: str) -> str:
        """Where a judgement can be read and undone; empty where no such page is."""
        return ""

    def corrected(self, judgement: str) -> str:
        """Where it is told what a judgement changed."""
        return f"#{self.prefix}{judged_anchor(judgement)}"

    def judged_of(self, ref: str) -> tuple[Judged, ...]:
        """What people decided of what has this id."""
        return self._judged.get(ref, ())

    @cached_property
    def _judged(self) -> dict[str, tuple[Judged, ...]]:
        found: dict[str, tuple[Judged, ...]] = {}
        for row in self.view.record.judgements:
            for ref in row.refs:
                found[ref] = (*found.get(ref, ()), row)
        return found

    def blocks(self, report: ReportView) -> list[ReadBlock]:
        """The blocks of one report with its passages marked."""
        leads = self.view.report_of(report.page.id) == report
        return read_blocks(report, self._marks.get(report.page.id, []), leads=leads)


def judged_anchor(judgement: str) -> str:
    """The id of what is told of a judgement on the page of its story."""
    return judgement.replace(":", "-")


def to_html(record: Record) -> str:
    """The record as a page to read, to check and to print."""
    stories = [StoryPage(part, f"s{n}-") for n, part in enumerate(split(record), 1)]
    title = stories[0].headline if len(stories) == 1 else f"{len(stories)} stories"
    css = Markup(asset(OURS, "brief.css"))  # noqa: S704  (our own file)
    return printable(template("brief.html.j2").render(record=record, stories=stories, title=title, css=css))


def linked(view: RecordView) -> Iterator[Selector]:
    """Every passage that the page links to."""
    record = view.record
    yield from (s for _, s in view.marked())
    yield from (s for statement in record.brief for s in statement.selectors)
    yield from (s for quote in record.quotes for s in quote.content)
    yield from (s for revision in record.revisions for s in revision.notices)
    yield from (entry.text for entry in record.timeline)
    yield from (s for f in record.findings for d in f.differences for v in d.values for s in v.selectors)
    yield from (s for story in record.stories for figure in story.figures for s in figure.selectors)
