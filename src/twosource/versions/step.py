"""The step: earlier versions and withdrawn reports come into a record that was made of what stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Figure, Origin, Page, Record, Story
from twosource.versions.brief import with_statements
from twosource.versions.effects import Effects
from twosource.versions.told import History, Moved

LENGTH = 12
"""Statements of the brief of one story where nobody asks for another length."""


def show_changes(record: Record, *, changed: Sequence[History] = (), length: int = LENGTH) -> Record:
    """The record with the earlier versions of its articles, what was changed from each to the next, and the findings
    that this makes `updated`; the counts of reports and origins stay those of what stands now.
    """
    if not changed:
        return record
    effects = Effects(record)
    for one in changed:
        effects.take(one)
    done = _with_earlier(effects.done(), changed)
    moved = [m for m, _ in effects.of_moved]
    stories = tuple(replace(s, figures=tuple(_figure(f, moved) for f in s.figures)) for s in done.stories)
    done = replace(done, stories=stories, revisions=tuple(r for one in changed for r in one.revisions))
    return with_statements(done, effects, changed, length)


def _with_earlier(record: Record, told: Sequence[History]) -> Record:
    """The record with the pages and articles that stand no more, in the story and the origins of those that do."""
    known = {a.id: a for a in record.articles}
    pages: dict[str, Page] = {p.id: p for p in record.pages}
    of: dict[str, list[str]] = {}
    for one in told:
        added = [r for r in {r.article.id: r for r in one.chain.readings}.values() if r.article.id not in known]
        for reading in added:
            pages.setdefault(reading.page.id, reading.page)
            known[reading.article.id] = reading.article
        of[one.chain.last.article.id] = [r.article.id for r in added]
    return replace(
        record,
        pages=tuple(pages.values()),
        articles=tuple(known.values()),
        origins=tuple(_origin(o, of) for o in record.origins),
        stories=_stories(record, told, of),
    )


def _origin(origin: Origin, of: dict[str, list[str]]) -> Origin:
    whole = () if origin.passages else (e for a in origin.articles for e in of.get(a, ()))
    return replace(origin, articles=tuple(dict.fromkeys([*origin.articles, *whole])))


def _stories(record: Record, told: Sequence[History], of: dict[str, list[str]]) -> tuple[Story, ...]:
    """Each story with the earlier versions of its articles, and with the reports of it that were withdrawn."""
    home = {h.chain.last.article.id: h.chain.story for h in told}
    found = []
    for n, story in enumerate(record.stories):
        own = [a for last, a_story in home.items() if a_story == n or last in story.articles for a in (last, *of[last])]
        found.append(replace(story, articles=tuple(dict.fromkeys([*story.articles, *own]))))
    return tuple(found)


def _figure(figure: Figure, moved: Sequence[Moved]) -> Figure:
    """A figure that a report first gave otherwise is the latest of several."""
    changed = [m for m in moved if m.aspect == "quantity" and any(s.overlaps(m.now) for s in figure.selectors)]
    if not changed or figure.status == "differs":
        return figure
    earlier = (at for m in changed for at in m.wordings)
    return replace(figure, status="updated", selectors=tuple(dict.fromkeys([*figure.selectors, *earlier])))
