"""What is to be told of one part of a record when a person asks why it is there: a title and rows of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twosource.formats.changes import KIND_WORDS
from twosource.formats.shown import one_line
from twosource.formats.views import STATUS_WORDS, RecordView
from twosource.formats.words import BASIS_WORDS, figure_words, number, plural, published, span_words
from twosource.model import (
    Actor,
    Article,
    Claim,
    Event,
    Finding,
    Origin,
    Party,
    Place,
    Quantity,
    Quote,
    Revision,
    Selector,
    Span,
    Story,
    Time,
)
from twosource.text.moments import moment_words

Row = tuple[str, Sequence[Selector]]
"""A line of words, and the passages to show below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A title, and headings with their rows; a heading without rows is not shown."""

    title: str
    sections: tuple[tuple[str, tuple[Row, ...]], ...]


def _facts(title: str, **sections: Iterable[Row]) -> Facts:
    """Headings are written with underscores for spaces."""
    rows = ((name.replace("_", " "), tuple(found)) for name, found in sections.items())
    return Facts(title=title, sections=tuple(rows))


_CONFIDENCE = {
    True: "how surely it was read that the report says this; nothing shows yet that others say it too",
    False: "the share of findings of this likeness that readers held to be right",
}
"""What the number means, by whether one origin alone reports the finding: then nothing was aligned."""


def _of_finding(finding: Finding, view: RecordView) -> Facts:
    standing = STATUS_WORDS[finding.status]
    if finding.status != "single_origin":
        standing += f", {plural(finding.origins, 'origin')}"
    return _facts(
        f"Finding: {standing}, {plural(finding.speakers, 'speaker')} at the root",
        The_clearest_wording=[("", (finding.text,))],
        How_sure=[(f"{finding.confidence:.2f}: {_CONFIDENCE[finding.status == 'single_origin']}", ())],
        What_differs=[
            (f"{difference.aspect}: {value.value}", value.selectors)
            for difference in finding.differences
            for value in difference.values
        ],
        Who_reports_it=_by_asserter(finding.claims, view),
    )


def _by_asserter(ids: Iterable[str], view: RecordView) -> Iterator[Row]:
    """The words of the claims by origin and by who asserts them."""
    groups: dict[tuple[str, str], list[Selector]] = {}
    for one in ids:
        claim = view.claim(one)
        groups.setdefault((claim.origin, claim.asserted_by), []).append(claim.selector)
    lettered = {o.origin.id: f"Origin {o.letter} ({o.origin.id})" for o in view.origins}
    for origin, by in sorted(groups, key=lambda g: (lettered.get(g[0], ""), g[1] != "article", g[1])):
        alone = "One report alone" if view.reports == view.shown else "No origin any more"
        yield f"{lettered.get(origin, alone)}{_asserter(by, view)}", groups[origin, by]


def _asserter(by: str, view: RecordView) -> str:
    return ", in its own words" if by == "article" else f", as said by {view.actor_name(by) or by} ({by})"


def _of_claim(claim: Claim, view: RecordView) -> Facts:
    return _facts(
        f"Claim of kind {claim.kind}",
        The_words=[("", (claim.selector,))],
        Who_asserts_it=_by_asserter([claim.id], view),
        What_it_rests_on=[(claim.ref, ())] if claim.ref else [],
        Findings_that_hold_it=_findings([claim.id], view),
    )


def _findings(claims: Iterable[str], view: RecordView) -> Iterator[Row]:
    held = set(claims)
    for finding in view.record.findings:
        if held & set(finding.claims):
            yield f"{STATUS_WORDS[finding.status]}: {finding.id}", (finding.text,)


def _findings_on(ref: str, view: RecordView) -> Iterator[Row]:
    return _findings((c.id for c in view.record.claims if c.ref == ref), view)


def _of_quote(quote: Quote, view: RecordView) -> Facts:
    spoken = {"said": "", "denied": ", denied", "not_said": ", not said"}[quote.polarity]
    cue = [("cue", (quote.cue,))] if quote.cue else []
    said = [
        ("said to", view.actor_name(quote.addressee)),
        ("inside the quote", quote.within),
        ("where", next((p.name for p in view.record.places if p.id == quote.said_in), None)),
        ("when", next((f"“{one_line(t.selector.exact)}”" for t in view.record.times if t.id == quote.said_on), None)),
    ]
    return _facts(
        f"Quote: {quote.kind}{spoken}",
        The_words=[("", quote.content)],
        Who_said_it=[
            (view.actor_name(quote.speaker) or "nobody who can be told", ()),
            *([("the words for the speaker", (quote.speaker_selector,))] if quote.speaker_selector else []),
            *cue,
        ],
        Circumstances=[(f"{what}: {value}", ()) for what, value in said if value],
        Findings_that_hold_it=_findings_on(quote.id, view),
    )


def _of_event(event: Event, view: RecordView) -> Facts:
    codes = "; ".join(filter(None, [", ".join(event.mode), ", ".join(event.context)]))
    time, place = event.time, event.place
    return _facts(
        f"Event: {event.type}{f' ({codes})' if codes else ''}, {event.realis}",
        The_words=[("", (event.anchor,))],
        Who_did_it=_parties(event.actors, view),
        To_whom=_parties(event.recipients, view),
        When=[(span_words(Span(earliest=time.earliest, latest=time.latest)), _maybe(time.selector))] if time else [],
        Where=[(place.precision, (place.selector,))] if place else [],
        Told_by=[(event.attributed_to, ())] if event.attributed_to else [],
        Findings_that_hold_it=_findings_on(event.id, view),
    )


def _parties(parties: Iterable[Party], view: RecordView) -> Iterator[Row]:
    for party in parties:
        yield view.actor_name(party.actor) or "as written", (party.selector,)


def _maybe(selector: Selector | None) -> tuple[Selector, ...]:
    return (selector,) if selector else ()


def _of_actor(actor: Actor, view: RecordView) -> Facts:
    codes = [*([actor.country] if actor.country else []), *actor.sectors]
    written: dict[str, list[Selector]] = {}
    for mention in actor.mentions:
        written.setdefault(f"{mention.form}: {one_line(mention.selector.exact)}", []).append(mention.selector)
    return _facts(
        f"Actor: {one_line(actor.name)}, {actor.kind}{'' if actor.named else ', not named'}",
        Country_and_sectors=[(", ".join(codes), ())] if codes else [],
        Offices=[(one_line(office.title), (office.selector,)) for office in actor.offices],
        What_the_reports_call_it=[(f"{words} ({plural(len(at), 'time')})", at[:1]) for words, at in written.items()],
        Quotes=[(quote.id, quote.content) for quote in view.record.quotes if quote.speaker == actor.id],
    )


def _of_origin(origin: Origin, view: RecordView) -> Facts:
    return _facts(
        f"Origin: independence {origin.independence}",
        Reports_that_count_as_it=[(f"{_report_words(a, view)} ({a})", ()) for a in origin.articles],
        Agencies=[(", ".join(origin.wires), ())] if origin.wires else [],
        Only_these_passages=[("", origin.passages)] if origin.passages else [],
    )


def _report_words(article: str, view: RecordView) -> str:
    report = next((r for r in view.shown if r.article.id == article), None)
    return f"{report.label}: {report.outlet}, {report.headline}" if report else article


def _of_story(story: Story, view: RecordView) -> Facts:
    where = next((p.name for p in view.record.places if p.id == story.where), "")
    return _facts(
        f"Story: {one_line(story.headline.exact)}",
        Reports=[(f"{_report_words(a, view)} ({a})", ()) for a in story.articles],
        When=[(span_words(story.when), ())] if story.when else [],
        Where=[(f"{where} ({story.where})", ())] if where else [],
        Figures=[(f"{f.role}: {figure_words(f)}, {STATUS_WORDS[f.status]}", f.selectors) for f in story.figures],
    )


def _of_article(article: Article, view: RecordView) -> Facts:
    date = article.published
    return _facts(
        f"Article: {_report_words(article.id, view)}",
        Published=[(f"{published(date)}, {BASIS_WORDS[date.basis]}", _maybe(date.selector))] if date else [],
        What_its_data_rest_on=[
            (f"{g.field}: {g.detail} ({BASIS_WORDS[g.basis]})", _maybe(g.selector)) for g in article.grounds
        ],
        Agencies_it_credits=[(wire.name, _maybe(wire.selector)) for wire in article.wires],
        Version=[(f"{article.version}, {article.standing}", ())] if article.address else [],
        Changed=[(r.id, r.notices) for r in view.record.revisions if article.id in (r.before, r.after)],
        Origins=[(o.origin.id, ()) for o in view.origins if article.id in o.origin.articles],
    )


def _of_revision(revision: Revision, view: RecordView) -> Facts:
    at = moment_words(revision.seen)
    return _facts(
        f"Revision: {KIND_WORDS[revision.kind]}{f', as of {at}' if at else ''}",
        From=[(f"{_report_words(revision.before, view)} ({revision.before})", ())],
        To=[(f"{_report_words(revision.after, view)} ({revision.after})", ())],
        What_it_says_of_it=[("", (notice,)) for notice in revision.notices],
        What_was_changed=[
            (" ".join([c.kind, *c.aspects]), [s for s in (c.before, c.after) if s]) for c in revision.changes
        ],
    )


def _of_place(place: Place, view: RecordView) -> Facts:
    known = place.lat is not None and place.lon is not None
    where = f"{place.lat}, {place.lon}; precise to: {place.precision}; gazetteer {place.gazetteer_id}"
    return _facts(
        f"Place: {place.name}{f', {place.country}' if place.country else ''}",
        Coordinates=[(where if known else "not in the gazetteer, so none", ())],
        What_the_reports_call_it=[("", place.mentions)],
    )


def _of_time(time: Time, view: RecordView) -> Facts:
    value = f"{time.timex.type} {time.timex.value or 'not resolved'}{f', {time.timex.mod}' if time.timex.mod else ''}"
    days = span_words(Span(earliest=time.earliest, latest=time.latest))
    return _facts(
        f"Time: {value}",
        The_words=[("", (time.selector,))],
        Days=[(days, ())] if days else [],
        Reckoned_from=[(BASIS_OF_TIME.get(time.basis, "nothing: left as written"), ())],
    )


BASIS_OF_TIME = {
    "text": "its own words",
    "published": "the day on which the report was published",
    "context": "a time before it in the text",
    "day_after": "the day after the date published: the text says something of that day as its own",
}


def _of_quantity(quantity: Quantity, view: RecordView) -> Facts:
    ends = [number(n) if n is not None else "open" for n in (quantity.min, quantity.max)]
    value = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    return _facts(
        f"Quantity: {'about ' if quantity.approximate else ''}{value}{f' {quantity.unit}' if quantity.unit else ''}",
        The_words=[("", (quantity.selector,))],
        Of_what=[(quantity.role or "", (quantity.of,))] if quantity.of else [],
        Findings_that_hold_it=_findings_on(quantity.id, view),
    )


FACTS: Mapping[str, tuple[str, Callable[[Any, RecordView], Facts]]] = {
    "finding": ("findings", _of_finding),
    "claim": ("claims", _of_claim),
    "quote": ("quotes", _of_quote),
    "event": ("events", _of_event),
    "actor": ("actors", _of_actor),
    "origin": ("origins", _of_origin),
    "story": ("stories", _of_story),
    "article": ("articles", _of_article),
    "place": ("places", _of_place),
    "time": ("times", _of_time),
    "quantity": ("quantities", _of_quantity),
    "revision": ("revisions", _of_revision),
}
"""What an id begins with, the field of the record that holds what has such ids, and what is told of it."""
