"""A record cut into its stories, and what the head of a story shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from twosource.formats.changes import RevisionView, revisions
from twosource.formats.shown import one_line
from twosource.formats.spans import When, timeline
from twosource.formats.views import RecordView
from twosource.formats.words import figure_words, plural, span_words
from twosource.model import Figure, Record, Selector, Statement, Status, Story

COUNT_WORDS: dict[Status, tuple[str, str]] = {
    "corroborated": ("corroborated", "corroborated"),
    "updated": ("updated", "updated"),
    "differs": ("in which the reports differ", "in which the reports differ"),
    "single_origin": ("on one origin only", "on one origin only"),
}
SHARES = 40
"""Parts of the scale of findings: a class of the style sheet each, for a policy may forbid style in the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many findings have a status, and how that is said."""

    status: Status
    count: int
    word: str
    share: int
    """Of all findings, in parts of `SHARES`, at least one: what the scale shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure of the story as shown."""

    role: str
    words: str
    status: Status
    standing: str
    selectors: tuple[Selector, ...]


def counts_of(findings: Mapping[Status, int]) -> list[Count]:
    """How many findings have each status, those that occur, in the order in which they are shown."""
    whole = max(1, sum(findings.values()))
    return [
        Count(status=s, count=n, word=words[n != 1], share=max(1, round(SHARES * n / whole)))
        for s, words in COUNT_WORDS.items()
        if (n := findings[s])
    ]


def split(record: Record) -> list[Record]:
    """One record for each story, in the order of the stories; a record of one story stays whole."""
    if len(record.stories) <= 1:
        return [record]
    return [_part(record, story) for story in record.stories]


def _part(record: Record, story: Story) -> Record:
    articles = frozenset(story.articles)
    pages = frozenset(a.page for a in record.articles if a.id in articles)
    claims = tuple(c for c in record.claims if c.article in articles)
    known = frozenset(c.id for c in claims)
    return replace(
        record,
        stories=(story,),
        pages=tuple(p for p in record.pages if p.id in pages),
        articles=tuple(a for a in record.articles if a.id in articles),
        origins=tuple(
            replace(o, articles=own, passages=_of_pages(o.passages, pages))
            for o in record.origins
            if (own := tuple(a for a in o.articles if a in articles))
        ),
        quotes=tuple(q for q in record.quotes if q.article in articles),
        places=tuple(replace(p, mentions=kept) for p in record.places if (kept := _of_pages(p.mentions, pages))),
        claims=claims,
        findings=tuple(f for f in record.findings if known.issuperset(f.claims)),
        revisions=tuple(r for r in record.revisions if r.after in articles),
        timeline=tuple(e for e in record.timeline if e.text.page in pages),
        brief=tuple(s for s in record.brief if all(x.page in pages for x in s.selectors)),
        judgements=tuple(
            j for j in record.judgements if articles.intersection(j.refs) or any(s.page in pages for s in j.selectors)
        ),
    )


def _of_pages(selectors: tuple[Selector, ...], pages: frozenset[str]) -> tuple[Selector, ...]:
    return tuple(s for s in selectors if s.page in pages)


class StoryView:
    """What the head of a story shows: headline, when, where, counts by status, figures."""

    def __init__(self, view: RecordView) -> None:
        self.view = view
        record = view.record
        self.story = record.stories[0] if record.stories else None
        self._status = {f.id: f.status for f in record.findings}
        self.headline = one_line(self.story.headline.exact) if self.story else "Nothing could be read"
        self.when = span_words(self.story.when) if self.story else ""
        where = self.story.where if self.story else None
        self.where = next((p.name for p in record.places if p.id == where), "")

    @property
    def origins(self) -> str:
        """How many origins; they are called independent where nothing speaks against it."""
        return plural(len(self.view.origins), "origin" if self.doubtful else "independent origin")

    @property
    def doubtful(self) -> str:
        """How many origins may not be independent of the others; empty where none is doubtful, or only one is there."""
        origins = self.view.origins
        unknown = sum(o.origin.independence == "unknown" for o in origins)
        return f"{unknown} of them perhaps not independent" if unknown and len(origins) > 1 else ""

    @property
    def alone(self) -> str:
        """What it means that there is one origin only; empty where there are more."""
        return "" if len(self.view.origins) > 1 else "nothing here can be corroborated"

    @property
    def counts(self) -> list[Count]:
        """The findings counted by status, those that occur."""
        return counts_of({status: len(self.view.findings(status)) for status in COUNT_WORDS})

    @cached_property
    def revisions(self) -> list[RevisionView]:
        """How its reports were changed, step by step."""
        return revisions(self.view)

    def status_of(self, statement: Statement) -> str:
        """The status of the finding that a sentence of the brief restates; empty where it restates none."""
        return self._status.get(statement.finding or "", "")

    @property
    def timeline(self) -> list[When]:
        """The dates of the timeline, in order."""
        return timeline(self.view.record)

    @property
    def figures(self) -> list[FigureView]:
        """The tolls of the story."""
        return [_figure(f) for f in self.story.figures] if self.story else []


def _figure(figure: Figure) -> FigureView:
    origins = "on " + plural(figure.origins, "origin")
    standing = {
        "corroborated": origins,
        "single_origin": "on one origin",
        "differs": "the reports differ" + ("; this one " + origins if figure.point is not None else ""),
        "updated": "latest of several figures, " + origins,
    }
    return FigureView(
        role=figure.role,
        words=figure_words(figure),
        status=figure.status,
        standing=standing[figure.status],
        selectors=figure.selectors,
    )
