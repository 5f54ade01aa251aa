"""When the happening at a story's heart was: what its reports say first, each report one vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.model import Article, Event, Record, Selector, Span, Time
from twosource.stories.bearings import day_weight
from twosource.stories.parts import by_article, prominence
from twosource.text.days import day_of

A_WEEK = 7
"""Days that a main event may take."""
BEFORE = 31
"""Days before its publication that a report's main event may lie."""
A_YEAR = 366
"""Days before the newest one that undated reports name, beyond which a day tells of a birth, not of the news."""
_UNKNOWN = 1 << 20
"""Days between two of which one is none: more than any limit."""


def when(articles: Sequence[Article], record: Record) -> Span | None:
    """The days of the main event: the dates in the reports' first lines, and those of events there, by votes."""
    votes: Counter[tuple[str, str]] = Counter()
    texts = {p.id: p.text for p in record.pages}
    events, times = by_article(record.events), by_article(record.times)
    newest = max((t.earliest for a in articles for t in times[a.id] if t.earliest), default="")
    for article in articles:
        ballot: dict[tuple[str, str], float] = {}
        for selector, earliest, latest in _dated(events[article.id], times[article.id]):
            weight = prominence(article, selector) * day_weight(texts[article.page], selector)
            past = article.published is None and _length(earliest, newest) > A_YEAR
            if weight and not past and _near(article, earliest, latest):
                ballot[earliest, latest] = max(ballot.get((earliest, latest), 0.0), weight)
        votes.update({span: int(weight * 1000) for span, weight in ballot.items()})
    if not votes:
        return None
    earliest, latest = min(votes, key=lambda span: (-votes[span], _length(*span), span))
    return Span(earliest=earliest, latest=latest)


def _dated(events: Iterable[Event], times: Iterable[Time]) -> Iterable[tuple[Selector, str, str]]:
    """Where an article speaks of days, and which: its events first, whose dates weigh twice by being named twice."""
    for event in events:
        time = event.time if event.realis in ("asserted", "ongoing") else None
        if time and time.earliest and time.latest:
            yield event.anchor, time.earliest, time.latest
    for stated in times:
        if stated.earliest and stated.latest and stated.timex.type in ("DATE", "TIME"):
            yield stated.selector, stated.earliest, stated.latest


def _near(article: Article, earliest: str, latest: str) -> bool:
    """Whether the days are no longer than a week and lie in the month before the report was published."""
    if _length(earliest, latest) > A_WEEK:
        return False
    if article.published is None or len(article.published.value) < 10:
        return True
    return 0 <= _length(earliest, article.published.value) <= BEFORE


def _length(earliest: str, latest: str) -> int:
    first, last = day_of(earliest), day_of(latest)
    return (last - first).days if first and last else _UNKNOWN
