"""Who said a quote, by a person: somebody mentioned in the reports, a name typed in, or nobody who can be told."""

from __future__ import annotations

from dataclasses import replace

from twosource.judgements.actors import actor_at
from twosource.judgements.outcomes import Outcome, applied, judged, refused
from twosource.judgements.owners import reasserted
from twosource.judgements.passages import held, hull, same
from twosource.model import Actor, Judgement, Page, Quote, Record, Selector, content_id

NOBODY = "nobody who can be told"


def speaker(record: Record, judgement: Judgement) -> Outcome:
    """The speaker of the quote with these words; what rests on it (claims, their counts) follows."""
    pages = {p.id: p for p in record.pages}
    at = [s for p in judgement.passages if (s := held(p, pages))]
    if not at:
        return refused(record, judgement, "its words are not found in this story")
    quote = _quote(record, hull([s for s in at if s.page == at[0].page], pages[at[0].page]), pages)
    if quote is None:
        return refused(record, judgement, "no quote with these words is found any more", at)
    record, actor, where = _meant(record, judgement, pages)
    if actor is None and (judgement.ruling.passages or judgement.ruling.name):
        return refused(record, judgement, "whoever should be its speaker is not mentioned in this story any more", at)
    names = {a.id: a.name for a in record.actors}
    before = names.get(quote.speaker or "") or NOBODY
    after = actor.name if actor else NOBODY
    fresh = replace(
        quote,
        speaker=actor.id if actor else None,
        speaker_selector=where if where and where.page == at[0].page else None,
        evidence=(judged(judgement, f"speaker: {after}", at),),
    )
    quotes = tuple(fresh if q is quote else q for q in record.quotes)
    return applied(
        reasserted(replace(record, quotes=quotes), {quote.id}),
        judgement,
        f"speaker: {before}",
        f"speaker: {after}",
        (quote.id,),
        at,
    )


def _quote(record: Record, at: Selector, pages: dict[str, Page]) -> Quote | None:
    spans = ((hull(q.content, pages[at.page]), q) for q in record.quotes if q.content and q.content[0].page == at.page)
    return same(at, spans)


def _meant(
    record: Record, judgement: Judgement, pages: dict[str, Page]
) -> tuple[Record, Actor | None, Selector | None]:
    """The actor that a ruling means, by a mention, else by name; one that no report mentions is added."""
    for passage in judgement.ruling.passages:
        at = held(passage, pages)
        actor = actor_at(record, at) if at else None
        if actor:
            return record, actor, at
    name = judgement.ruling.name
    if not name:
        return record, None, None
    known = next((a for a in record.actors if name.casefold() in {n.casefold() for n in (a.name, *a.names)}), None)
    if known:
        return record, known, None
    added = Actor(
        id=content_id("actor", "named", name),
        name=name,
        kind="other",
        named=True,
        names=(name,),
        mentions=(),
        evidence=(judged(judgement, f"{name}: named by hand", ()),),
    )
    return replace(record, actors=(*record.actors, added)), added, None
