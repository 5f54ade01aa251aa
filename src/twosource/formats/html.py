"""One self-contained HTML page: no network, no script, everything that is said opens its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.resources import files

import jinja2
from markupsafe import Markup

from twosource.formats.map import to_svg
from twosource.formats.nearby import nearby
from twosource.formats.reader import ReadBlock, anchors, marks, read_blocks
from twosource.formats.stories import StoryView, split
from twosource.formats.views import STATUS_WORDS, Passage, RecordView, ReportView, cut, one_line
from twosource.formats.words import BASIS_WORDS, entry_date, plural, printable, published
from twosource.model import Record, Selector

DIFFERENCE_CONTEXT = 45
"""Characters shown on either side of a value in which reports differ."""


class StoryPage(StoryView):
    """A story as the template shows it: its view, the ids that links lead to, its map and its marked reports."""

    def __init__(self, record: Record, number: int) -> None:
        super().__init__(RecordView(record))
        self.prefix = f"s{number}-"
        self.links = {s: self.prefix + anchor for s, anchor in anchors(linked(self.view)).items()}
        near, self.far = nearby(self.view.places)
        self.map = to_svg(near)
        self._marks = marks(self.view, self.links)

    def blocks(self, report: ReportView) -> list[ReadBlock]:
        """The blocks of one report with its passages marked."""
        return read_blocks(report, self._marks.get(report.page.id, []))


def to_html(record: Record) -> str:
    """The record as a page to read, to check and to print."""
    stories = [StoryPage(part, n) for n, part in enumerate(split(record), 1)]
    title = stories[0].headline if len(stories) == 1 else f"{len(stories)} stories"
    css = Markup(_asset("brief.css"))  # noqa: S704  (our own file)
    return printable(_template().render(record=record, stories=stories, title=title, css=css))


def linked(view: RecordView) -> Iterator[Selector]:
    """Every passage that the page links to."""
    record = view.record
    yield from (s for _, s in view.marked())
    yield from (s for statement in record.brief for s in statement.selectors)
    yield from (s for quote in record.quotes for s in quote.content)
    yield from (entry.text for entry in record.timeline)
    yield from (s for f in record.findings for d in f.differences for v in d.values for s in v.selectors)
    yield from (s for story in record.stories for figure in story.figures for s in figure.selectors)


def _asset(name: str) -> str:
    return files("twosource.formats").joinpath("assets", name).read_text(encoding="utf-8")


def _first_by(name: str, passages: Iterable[Passage]) -> list[Passage]:
    """The first passage with each "label", or of each origin ("letter")."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(getattr(passage, name), passage)
    return list(first.values())


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "basis": BASIS_WORDS.__getitem__,
        "entry_date": entry_date,
        "first_by_label": partial(_first_by, "label"),
        "first_by_letter": partial(_first_by, "letter"),
        "fragment": lambda text: text.replace(":", "-"),
        "head": lambda text: cut(text, DIFFERENCE_CONTEXT),
        "line": one_line,
        "plural": plural,
        "published": published,
        "tail": lambda text: cut(text, DIFFERENCE_CONTEXT, keep_end=True),
    }
    environment.globals["status_words"] = STATUS_WORDS
    return environment.from_string(_asset("brief.html.j2"))
