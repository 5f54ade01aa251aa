"""The containers: a reading (one article and all that was found in it alone) and the record (several, joined)."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.actors import Actor
from twosource.model.analysis import Analysis
from twosource.model.article import Article
from twosource.model.circumstances import Place, Quantity, Time
from twosource.model.events import Event
from twosource.model.evidence import Stamp
from twosource.model.findings import Claim, Entry, Finding, Origin, Statement, Story
from twosource.model.judgement import Judged
from twosource.model.page import Page
from twosource.model.quotes import Quote
from twosource.model.versions import Revision

FORMAT = "twosource.record/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article and everything found in it alone. Steps fill it from left to right; each returns a new one."""

    page: Page
    article: Article
    analysis: Analysis | None = None
    top: bytes = b""
    """What its headline and lead are about, as `Sentence.vector`; empty: not known."""
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Several articles joined: who reports what, on how many independent origins."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    origins: tuple[Origin, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    stories: tuple[Story, ...] = ()
    revisions: tuple[Revision, ...] = ()
    timeline: tuple[Entry, ...] = ()
    brief: tuple[Statement, ...] = ()
    judgements: tuple[Judged, ...] = ()
    made_by: tuple[Stamp, ...] = ()
    warnings: tuple[str, ...] = ()
