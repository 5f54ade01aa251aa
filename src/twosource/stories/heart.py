"""When and where the happening at a story's heart was: what its reports say first, each report one vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from twosource.model import Article, Record, Selector, Span

LEADING = 8
"""Running blocks from the top of a report that may tell of its main event."""
BEFORE = 31
"""Days before its publication that a report's main event may lie."""
_RUNNING = frozenset({"headline", "lead", "body", "list"})


def when(articles: Sequence[Article], record: Record) -> Span | None:
    """The days of the main event: the dates in the reports' first lines, and those of events there, by votes."""
    votes: Counter[tuple[str, str]] = Counter()
    for article in articles:
        ballot: dict[tuple[str, str], float] = {}
        for selector, earliest, latest in _dated(article, record):
            weight = _weight(article, selector)
            if weight and _near(article, earliest, latest):
                ballot[earliest, latest] = max(ballot.get((earliest, latest), 0.0), weight)
        votes.update({span: int(weight * 1000) for span, weight in ballot.items()})
    if not votes:
        return None
    earliest, latest = min(votes, key=lambda span: (-votes[span], _length(*span), span))
    return Span(earliest=earliest, latest=latest)


def where(articles: Sequence[Article], record: Record) -> str | None:
    """The id of the place that most reports name first; a town is preferred to a region, a region to a country."""
    votes: Counter[str] = Counter()
    scenes = {a.id: _scenes(a, record) for a in articles}
    for article in articles:
        for place in record.places:
            weight = max((_weight(article, m) for m in place.mentions if m.page == article.page), default=0.0)
            many = sum(m.page == article.page for m in place.mentions)
            happened = 0.5 * (place.id in scenes[article.id])
            votes[place.id] += int(1000 * (weight + happened + 0.1 * min(many, 5)) * _FINE.get(place.precision, 0.3))
    places = {p.id: p for p in record.places}
    return min((v for v in votes if votes[v] > 0), key=lambda v: (-votes[v], places[v].name, v), default=None)


_FINE = {"town": 1.0, "area": 0.4, "region": 0.4, "country": 0.25}


def _scenes(article: Article, record: Record) -> set[str]:
    """The places of the events that the article's first blocks tell of."""
    return {
        e.place.place
        for e in record.events
        if e.article == article.id
        and e.place
        and e.place.place
        and e.type != "STATEMENT"
        and _weight(article, e.anchor)
    }


def _dated(article: Article, record: Record) -> Iterable[tuple[Selector, str, str]]:
    """Where the article speaks of days, and which: its events first, whose dates weigh twice by being named twice."""
    for event in record.events:
        time = event.time if event.article == article.id and event.realis in ("asserted", "ongoing") else None
        if time and time.earliest and time.latest:
            yield event.anchor, time.earliest, time.latest
    for stated in record.times:
        if stated.article == article.id and stated.earliest and stated.latest and stated.timex.type in ("DATE", "TIME"):
            yield stated.selector, stated.earliest, stated.latest


def _weight(article: Article, at: Selector) -> float:
    """1 in the first running blocks of the report, falling to 0 after `LEADING` of them."""
    if at.page != article.page:
        return 0.0
    rank = 0
    for block in article.blocks:
        if block.start <= at.start < block.end:
            return max(0.0, 1.0 - rank / LEADING) if block.role in (*_RUNNING, "dateline") else 0.0
        rank += block.role in _RUNNING
    return 0.0


def _near(article: Article, earliest: str, latest: str) -> bool:
    """Whether the days are no longer than a week and lie in the month before the report was published."""
    if _length(earliest, latest) > 7:
        return False
    if article.published is None or len(article.published.value) < 10:
        return True
    try:
        ago = (date.fromisoformat(article.published.value[:10]) - date.fromisoformat(earliest)).days
    except ValueError:
        return False
    return 0 <= ago <= BEFORE


def _length(earliest: str, latest: str) -> int:
    try:
        return (date.fromisoformat(latest[:10]) - date.fromisoformat(earliest[:10])).days
    except ValueError:
        return 1 << 20
