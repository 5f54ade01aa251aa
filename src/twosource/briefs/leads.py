"""What a brief begins with where no two reports lead with one finding: with what the reports themselves begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from twosource.briefs.reports import Reports
from twosource.briefs.restated import own_words
from twosource.briefs.spoken import main_quote, spoken_words
from twosource.briefs.tellings import marks
from twosource.briefs.wording import origin_name, sentence
from twosource.model import Origin, Selector, Statement, Story

MOST = 2
"""Origins whose beginnings are told, those that tell most of what the others begin with."""
HEAD = 3
"""Sentences below the headline of which the first one is told that can be restated and is on what the headline is."""
ON_IT = 2
"""Telling words that a sentence shares with its headline; reportages begin with a scene, comments with a thought."""


class _Lead(NamedTuple):
    """What an origin begins with."""

    origin: str
    at: Selector
    words: str


def leading(story: Story, reports: Reports) -> list[Statement]:
    """One statement on what two origins begin with, each in its own words, or one of several; none of a single one."""
    origins = {o.id for o in reports.record.origins if set(o.articles) & set(story.articles)}
    leads = _central(list(_leads(story, reports)), reports)[:MOST]
    if not leads or len(origins) == 1:
        return []
    names = [origin_name(reports.record, lead.origin) for lead in leads]
    others = [f"{name} that {lead.words}" for name, lead in zip(names[1:], leads[1:], strict=True)]
    text = "; ".join([f"{names[0]} begins by reporting that {leads[0].words}", *others])
    return [Statement(text=sentence(text), finding=None, selectors=tuple(lead.at for lead in leads))]


def _leads(story: Story, reports: Reports) -> Iterator[_Lead]:
    """The first words below a headline of each origin, from the first of its reports where they can be restated."""
    for origin in reports.record.origins:
        found = (_lead(origin, article, reports) for article in origin.articles if article in story.articles)
        yield from [lead for lead in found if lead][:1]


def _lead(origin: Origin, article: str, reports: Reports) -> _Lead | None:
    page = reports.articles[article].page
    if any(s.page == page for s in origin.passages):
        return None  # only a part of the report is this origin's
    heads = [reports.telling(at).marks for at in reports.sentences(page) if reports.in_headline(at)]
    found = [_Lead(origin.id, at, words) for at in _head(page, reports) if (words := _restated(at, reports))]
    on_it = (lead for lead in found if any(_is_on(lead.at, head, reports) for head in heads))
    return next(on_it, None if heads else next(iter(found), None))


def _is_on(at: Selector, head: frozenset[str], reports: Reports) -> bool:
    """Whether the sentence tells of what the headline does, and not just of the same people."""
    plain = marks(" ".join(w for w in at.exact.split() if not w[:1].isupper()))
    return len(reports.telling(at).marks & head) >= ON_IT and bool(plain & head)


def _head(page: str, reports: Reports) -> list[Selector]:
    """The first sentences of the report below its headline."""
    return [at for at in reports.sentences(page)[: HEAD + 1] if not reports.in_headline(at)][:HEAD]


def _restated(at: Selector, reports: Reports) -> str | None:
    """The sentence as it stands after "that", with whoever says it where he or she is known; no quotation, and nothing
    that is told "also".
    """
    quote = main_quote(at, reports)
    if (quote and quote.kind == "direct") or " also " in at.exact:
        return None
    return own_words(at, reports) or next((w for n in (True, False) if (w := spoken_words(at, reports, named=n))), None)


def _central(leads: Sequence[_Lead], reports: Reports) -> list[_Lead]:
    """Those first that share most with the other ones."""
    told = {lead: reports.telling(lead.at).marks for lead in leads}
    shared = {lead: sum(len(told[lead] & told[other]) for other in leads if other != lead) for lead in leads}
    return sorted(leads, key=lambda lead: -shared[lead])
