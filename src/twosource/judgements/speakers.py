"""Who said a quote, by a person: somebody mentioned in the reports, a name typed in, or nobody who can be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.judgements.actors import actor_at
from twosource.judgements.outcomes import Outcome, applied, judged, listed, refused
from twosource.judgements.owners import reasserted
from twosource.judgements.passages import held, held_in, hull, same
from twosource.model import Actor, Judgement, Page, Quote, Record, Selector, content_id

NOBODY = "nobody who can be told"


def speaker(record: Record, judgement: Judgement) -> Outcome:
    """The speaker of the quotes with these words, copies of one; what rests on them (claims, their counts) follows."""
    pages = {p.id: p for p in record.pages}
    at = held_in(record, judgement)
    quotes = [q for page in dict.fromkeys(s.page for s in at) if (q := _quote(record, at, pages[page]))]
    if not quotes:
        return refused(record, judgement, "no quote with these words is found any more", at)
    record, actor, where = _meant(record, judgement, pages)
    if actor is None and (judgement.ruling.passages or judgement.ruling.name):
        return refused(record, judgement, "whoever should be its speaker is not mentioned in this story any more", at)
    names = {a.id: a.name for a in record.actors}
    before = listed(names.get(q.speaker or "") or NOBODY for q in quotes)
    after = actor.name if actor else NOBODY
    meant = {q.id for q in quotes}
    given = (_said_by(q, actor, where, judgement) if q.id in meant else q for q in record.quotes)
    whole = reasserted(replace(record, quotes=tuple(given)), meant)
    return applied(whole, judgement, f"speaker: {before}", f"speaker: {after}", (q.id for q in quotes), at)


def _said_by(quote: Quote, actor: Actor | None, where: Selector | None, judgement: Judgement) -> Quote:
    reason = judged(judgement, f"speaker: {actor.name if actor else NOBODY}", quote.content)
    here = where if where and where.page == quote.content[0].page else None
    return replace(quote, speaker=actor.id if actor else None, speaker_selector=here, evidence=(reason,))


def _quote(record: Record, at: Iterable[Selector], page: Page) -> Quote | None:
    """The quote that the passages on a page are the words of."""
    words = hull((s for s in at if s.page == page.id), page)
    return same(
        words, ((hull(q.content, page), q) for q in record.quotes if q.content and q.content[0].page == page.id)
    )


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
