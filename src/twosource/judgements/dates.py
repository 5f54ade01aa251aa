"""Dates by a person: when an article was published, what day a time expression means, when an event was."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date as day
from typing import Literal, TypeVar

from twosource.judgements.outcomes import Outcome, applied, changed, judged, listed, quoted, refused
from twosource.judgements.passages import held_in, nearest
from twosource.model import (
    Event,
    EventTime,
    Ground,
    Judged,
    Judgement,
    Published,
    Reading,
    Record,
    Selector,
    Span,
    Time,
    Timex,
)

T = TypeVar("T")
Redate = Callable[[Reading, Published | None], Reading]
"""Gives an article another date of publication, and finds again all that rests on it."""
Precision = Literal["year", "month", "day"]
UNKNOWN = "not known"
FORMS: tuple[tuple[Precision, int], ...] = (("day", 10), ("month", 7), ("year", 4))
"""How precise a date is by the characters of its ISO 8601 form."""


def published_by(judgement: Judgement) -> Published | None:
    """The date of publication that a person gives; None: nobody can tell."""
    value = iso(judgement.ruling.span)
    return Published(value=value, precision=precision(value), basis="given") if value else None


def iso(span: Span | None) -> str:
    """The day, month or year from whose first to last day something can have been; empty for another stretch or none.

    2031-05-05 to the same is that day, 2031-05-01 to 2031-05-31 the month 2031-05.
    """
    if span is None or not span.earliest or not span.latest:
        return ""
    wholes = (value for value in (span.earliest, span.earliest[:7], span.earliest[:4]) if span_of(value) == span)
    return next(wholes, "")


def span_of(value: str) -> Span | None:
    """From the first to the last day of 2031-05-05, 2031-05 or 2031; None for what is no date."""
    try:
        first = day.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return None
    if len(value) not in {length for _, length in FORMS}:
        return None
    return Span(earliest=first.isoformat(), latest=_last_day(first, precision(value)).isoformat())


def _last_day(first: day, how: Precision) -> day:
    """The last day of the day, month or year that begins so."""
    month = 12 if how == "year" else first.month
    return first if how == "day" else first.replace(month=month, day=monthrange(first.year, month)[1])


def precision(value: str) -> Precision:
    """How precise an ISO 8601 date is."""
    return next((name for name, length in FORMS if len(value) >= length), "year")


def in_words(span: Span | None) -> str:
    """A date as reasons write it."""
    if span is None or not (span.earliest or span.latest):
        return UNKNOWN
    return iso(span) or f"{span.earliest or '…'} to {span.latest or '…'}"


def published(reading: Reading, judgement: Judgement, redate: Redate) -> tuple[Reading, Judged]:
    """The reading with the date of publication that a person gives, and all that rests on it found again."""
    was, after = reading.article.published, f"published: {in_words(judgement.ruling.span)}"
    fresh = redate(reading, published_by(judgement))
    detail = judged(judgement, after, ()).detail
    others = tuple(g for g in fresh.article.grounds if g.field != "published")
    grounds = (*others, Ground(field="published", basis="given", detail=detail))
    before = f"published: {was.value if was else UNKNOWN}"
    row = changed(judgement, before, after, (reading.article.id,))
    return replace(fresh, article=replace(fresh.article, grounds=grounds)), row


def date(record: Record, judgement: Judgement) -> Outcome:
    """The day of the time expressions with these words and of the events that hang on them, or of the events there."""
    at = held_in(record, judgement)
    times = _meant(at, ((t.selector, t) for t in record.times))
    words = {t.selector for t in times}
    hanging = [e for e in record.events if e.time and e.time.selector in words]
    events = hanging if times else _meant(at, ((e.anchor, e) for e in record.events))
    if not times and not events:
        return refused(record, judgement, "no date or event with these words is found any more", at)
    span, refs = judgement.ruling.span, [*(t.id for t in times), *(e.id for e in events)]
    fresh = replace(
        record,
        times=tuple(_dated(t, span) if t.id in refs else t for t in record.times),
        events=tuple(_happened(e, span, judgement) if e.id in refs else e for e in record.events),
    )
    of = listed(quoted(s) for s in at)
    before = listed(in_words(Span(earliest=t.earliest, latest=t.latest)) for t in times) if times else ""
    return applied(
        fresh, judgement, f"{of}: {before or listed(map(_when, events))}", f"{of}: {in_words(span)}", refs, at
    )


def _meant(at: Sequence[Selector], found: Iterable[tuple[Selector, T]]) -> list[T]:
    known = list(found)
    return list(dict.fromkeys(one for s in at if (one := nearest(s, known)) is not None))


def _when(event: Event) -> str:
    return in_words(Span(earliest=event.time.earliest, latest=event.time.latest) if event.time else None)


def _dated(time: Time, span: Span | None) -> Time:
    span = span or Span(earliest=None, latest=None)
    timex = Timex(type="DATE", value=iso(span))
    return replace(time, timex=timex, earliest=span.earliest, latest=span.latest, basis="judged")


def _happened(event: Event, span: Span | None, judgement: Judgement) -> Event:
    reason = judged(judgement, f"date: {in_words(span)}", (event.anchor,))
    if span is None:
        return replace(event, time=None, evidence=(*event.evidence, reason))
    where = event.time.selector if event.time else None
    time = EventTime(earliest=span.earliest, latest=span.latest, precision=precision(iso(span)), selector=where)
    return replace(event, time=time, evidence=(*event.evidence, reason))
