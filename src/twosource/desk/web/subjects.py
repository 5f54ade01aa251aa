"""What a form of the desk asks about: a quote, an actor, a finding, a report, a story, a time, an event, a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.desk.web.story import DeskStory
from twosource.formats.shown import Passage, ReportView, one_line
from twosource.formats.words import day_words, span_words
from twosource.judgements.draft import passages_of
from twosource.judgements.places import in_words
from twosource.judgements.proposals import Called, called
from twosource.model import Actor, Event, Finding, Judged, JudgementKind, Place, Record, Selector, Span, Verdict
from twosource.vocab.gazetteer import Spot

STORY = "story"
"""What stands for the story itself where an id is asked for."""
SHOWN = 12
"""Passages of what a form asks about."""
VERDICTS: Mapping[Verdict, str] = {
    "apart": "These are several things and not one: each origin shall stand alone",
    "agrees": "The reports do not differ: both can be so",
    "nothing": "It says nothing, or is no statement: leave it out",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """Something within a finding or story that can be corrected by itself."""

    ref: str
    what: str
    words: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is asked about, and what a person can choose from; only what `kinds` need is filled."""

    ref: str
    kinds: tuple[JudgementKind, ...]
    heading: str
    now: str = ""
    passages: Sequence[Passage] = ()
    here: Sequence[Actor] = ()
    elsewhere: Sequence[Actor] = ()
    called: Sequence[tuple[Called, ReportView]] = ()
    verdicts: Mapping[Verdict, str] = field(default_factory=dict)
    reports: Sequence[ReportView] = ()
    inside: Sequence[Inside] = ()
    judged: Sequence[Judged] = ()
    place: str = ""


def subject(story: DeskStory, ref: str) -> Subject | None:
    """What has this id in the story as it is now; None where nothing has."""
    part = ref.partition(":")[0]
    make = PARTS.get(part)
    return make(story, ref) if make else None


def _of_story(story: DeskStory, ref: str) -> Subject | None:
    reports = story.view.reports
    kinds: tuple[JudgementKind, ...] = ("merge_stories", "split_story") if len(reports) > 1 else ("merge_stories",)
    record = story.view.record
    dates = (Inside(ref=r.article.id, what="date of publication", words=r.outlet, now=_published(r)) for r in reports)
    places = (_place_inside(p) for p in record.places)
    inside = (*dates, *places)
    now = f"{len(reports)} report{'s' if len(reports) > 1 else ''}"
    return Subject(ref=ref, kinds=kinds, heading=story.headline, now=now, reports=reports, inside=inside)


def _report(story: DeskStory, ref: str) -> Subject | None:
    report = next((r for r in story.view.reports if r.article.id == ref), None)
    if report is None:
        return None
    return Subject(
        ref=ref, kinds=("date",), heading=f"When was this published? {report.headline}", now=_published(report),
        judged=story.judged_of(ref),
    )  # fmt: skip


def _quote(story: DeskStory, ref: str) -> Subject | None:
    record = story.view.record
    quote = next((q for q in record.quotes if q.id == ref), None)
    if quote is None or not quote.content:
        return None
    near = {s.page for s in quote.content}
    named = sorted((a for a in record.actors if a.id != quote.speaker), key=_by_name)
    here = [a for a in named if any(m.selector.page in near for m in a.mentions)]
    return Subject(
        ref=ref, kinds=("speaker",), heading="Who said this?", now=story.view.actor_name(quote.speaker) or "nobody",
        passages=_passages(story, ref), here=here, elsewhere=[a for a in named if a.named and a not in here],
        judged=story.judged_of(ref),
    )  # fmt: skip


def _actor(story: DeskStory, ref: str) -> Subject | None:
    record = story.view.record
    actor = next((a for a in record.actors if a.id == ref), None)
    if actor is None or not actor.mentions:
        return None
    others = sorted((a for a in record.actors if a.id != ref and a.mentions), key=_by_name)
    words = set(actor.name.casefold().split())
    alike = [a for a in others if words & set(a.name.casefold().split())]
    reports = {r.article.id: r for r in story.view.reports}
    groups = [(one, reports[one.article]) for one in called(record, actor)]
    kinds: tuple[JudgementKind, ...] = ("merge_actors", "split_actor") if len(groups) > 1 else ("merge_actors",)
    now = "; ".join(dict.fromkeys([*map(one_line, actor.names), *(one_line(o.title) for o in actor.offices)]))
    return Subject(
        ref=ref, kinds=kinds, heading=f"Who is {one_line(actor.name)}?", now=now, here=alike, called=groups,
        elsewhere=[a for a in others if a not in alike], judged=story.judged_of(ref),
    )  # fmt: skip


def _finding(story: DeskStory, ref: str) -> Subject | None:
    found = story.finding_by_id.get(ref)
    if found is None:
        return None
    verdicts = dict(VERDICTS)
    if found.origins < 2:
        verdicts.pop("apart")
    if not found.differences:
        verdicts.pop("agrees")
    return Subject(
        ref=ref, kinds=("wrong",), heading="What is wrong with this finding?", passages=_passages(story, ref),
        verdicts=verdicts, inside=_within(story.view.record, found), judged=story.judged_of(ref),
    )  # fmt: skip


def _within(record: Record, found: Finding) -> list[Inside]:
    """The quotes, dates, events and places in the words of a finding."""
    claims = {c.id: c for c in record.claims}
    at = [claims[c].selector for c in found.claims]
    names = {a.id: a.name for a in record.actors}

    def held(selectors: Iterable[Selector]) -> bool:
        return any(one.covers(s) for s in selectors for one in at)

    quotes = (q for q in record.quotes if q.content and held(q.content))
    times = (t for t in record.times if t.timex.type in ("DATE", "TIME") and held([t.selector]))
    events = (e for e in record.events if held([e.anchor]))
    return [
        *(_inside(q.id, "speaker", q.content[0], names.get(q.speaker or "", "nobody")) for q in quotes),
        *(_inside(t.id, "date", t.selector, _span(t.earliest, t.latest)) for t in times),
        *(_place_inside(p) for p in record.places if held(p.mentions)),
        *(_inside(e.id, "event", e.anchor, _when(e)) for e in events),
    ]


def _time(story: DeskStory, ref: str) -> Subject | None:
    time = next((t for t in story.view.record.times if t.id == ref), None)
    if time is None:
        return None
    now = _span(time.earliest, time.latest)
    passages = _passages(story, ref)
    return Subject(
        ref=ref, kinds=("date",), heading="Which day is meant?", now=now, passages=passages, judged=story.judged_of(ref)
    )


def _event(story: DeskStory, ref: str) -> Subject | None:
    record = story.view.record
    event = next((e for e in record.events if e.id == ref), None)
    if event is None:
        return None
    where = next((in_words(p) for p in record.places if event.place and p.id == event.place.place), "no place")
    return Subject(
        ref=ref, kinds=("date", "place"), heading="When and where was this?", now=f"{_when(event)}; {where}",
        passages=_passages(story, ref), judged=story.judged_of(ref),
    )  # fmt: skip


def _place(story: DeskStory, ref: str) -> Subject | None:
    place = next((p for p in story.view.record.places if p.id == ref), None)
    if place is None:
        return None
    return Subject(
        ref=ref, kinds=("place",), heading=f"Where is {one_line(place.name)}?", now=in_words(place), place=place.name,
        passages=_passages(story, ref), judged=story.judged_of(ref),
    )  # fmt: skip


PARTS: Mapping[str, Callable[[DeskStory, str], Subject | None]] = {
    STORY: _of_story,
    "article": _report,
    "quote": _quote,
    "actor": _actor,
    "finding": _finding,
    "time": _time,
    "event": _event,
    "place": _place,
}
"""How an id begins to what is asked about it."""


def spot_words(spot: Spot) -> str:
    """A place of the gazetteer as it is offered."""
    region = f", {spot.admin1}" if spot.admin1 and spot.admin1.isalpha() else ""
    return f"{spot.name}{region}, {spot.country or 'no country'}: {spot.precision} at {spot.lat:.2f}, {spot.lon:.2f}"


def _passages(story: DeskStory, ref: str) -> list[Passage]:
    return [story.view.passage(s) for s in passages_of(story.view.record, ref)[:SHOWN]]


def _place_inside(place: Place) -> Inside:
    return Inside(ref=place.id, what="place", words=one_line(place.name), now=in_words(place))


def _inside(ref: str, what: str, at: Selector, now: str) -> Inside:
    return Inside(ref=ref, what=what, words=one_line(at.exact), now=now)


def _published(report: ReportView) -> str:
    published = report.article.published
    return day_words(published.value) if published else "undated"


def _span(earliest: str | None, latest: str | None) -> str:
    return span_words(Span(earliest=earliest, latest=latest)) or "no day"


def _when(event: Event) -> str:
    return _span(event.time.earliest, event.time.latest) if event.time else "no day"


def _by_name(actor: Actor) -> tuple[bool, str]:
    return not actor.named, actor.name.casefold()
