"""What was found in single reports, as people corrected it: for lists and searches, which look at no whole story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.desk.judged import Index, index_of, known_rows, rows_of
from twosource.judgements import judge_dates, judge_words
from twosource.model import Judgement, JudgementKind, Place, Reading, Record
from twosource.pipeline import redate
from twosource.stores.base import Facet, Row, View, facets_of, row_of

KINDS: frozenset[JudgementKind] = frozenset({"merge_actors", "split_actor", "speaker", "date", "place"})
"""Judgements that change what a report is found by."""
Filing = tuple[str, tuple[Facet, ...], str | None]
"""An article, what it is found by, and its day."""


def corrected(view: View, articles: Sequence[str]) -> Iterator[Reading]:
    """The readings of these articles with speakers, actors, places and dates as people gave them."""
    index, done = index_of(view), dict[str, Reading]()
    for row in view.rows_of(articles):
        if row.article not in done:
            done |= {reading.article.id: reading for reading in _with_others(view, index, row)}
        yield done[row.article]


def filings(view: View, index: Index, rows: Iterable[Row]) -> Iterator[Filing]:
    """By what these articles are found, and those on which the same judgements bear, each once."""
    done: set[str] = set()
    for row in rows:
        for reading in () if row.article in done else _with_others(view, index, row):
            done.add(reading.article.id)
            yield reading.article.id, facets_of(reading), row_of(0, reading).day


def _with_others(view: View, index: Index, row: Row) -> Iterator[Reading]:
    """An article and all that judgements bind it to, corrected: who is one with whom is told by all of them."""
    rows, judgements = _bound(view, index, row)
    readings = list(view.readings(one.article for one in rows))
    if not judgements:
        return iter(readings)
    dated, _ = judge_dates(readings, judgements, redate)
    record = judge_words(_joined(dated), judgements=judgements)
    return (_own(reading, record) for reading in dated)


def _bound(view: View, index: Index, row: Row) -> tuple[list[Row], list[Judgement]]:
    """The articles, in the order of their arrival, and the judgements, in that of the history."""
    rows, judgements, fresh = {row.article: row}, dict[str, Judgement](), [row]
    while fresh:
        new = [j for j in index.bearing(fresh) if j.kind in KINDS and j.id not in judgements]
        judgements |= {j.id: j for j in new}
        fresh = list({r.article: r for j in new for r in _spoken_of(view, j) if r.article not in rows}.values())
        rows |= {r.article: r for r in fresh}
    ordered = sorted(judgements.values(), key=lambda j: (j.at, j.id))
    return sorted(rows.values(), key=lambda one: one.number), ordered


def _spoken_of(view: View, judgement: Judgement) -> Iterator[Row]:
    """The articles that a judgement speaks of, those too in which who is meant by it is mentioned."""
    yield from rows_of(view, judgement)
    yield from known_rows(view, view.articles_on(s.page for s in judgement.ruling.passages))


def _joined(readings: Iterable[Reading]) -> Record:
    """A record of these readings, of each page once: it may be there as two articles."""
    pages = {r.page.id: r for r in readings}.values()
    places: dict[str, Place] = {}
    for place in (p for r in pages for p in r.places):
        known = places.get(place.id)
        places[place.id] = replace(place, mentions=(*(known.mentions if known else ()), *place.mentions))
    return Record(
        pages=tuple(r.page for r in pages),
        articles=tuple(r.article for r in pages),
        actors=tuple(a for r in pages for a in r.actors),
        quotes=tuple(q for r in pages for q in r.quotes),
        times=tuple(t for r in pages for t in r.times),
        places=tuple(places.values()),
        events=tuple(e for r in pages for e in r.events),
        claims=tuple(c for r in pages for c in r.claims),
    )


def _own(reading: Reading, record: Record) -> Reading:
    """What a record has of one article."""
    page = reading.page.id
    quotes = tuple(q for q in record.quotes if q.content and q.content[0].page == page)
    speakers = {q.speaker for q in quotes}
    here = (replace(p, mentions=tuple(m for m in p.mentions if m.page == page)) for p in record.places)
    return replace(
        reading,
        actors=tuple(a for a in record.actors if a.id in speakers or any(m.selector.page == page for m in a.mentions)),
        quotes=quotes,
        places=tuple(p for p in here if p.mentions),
    )
