"""When and where the happening at a story's heart was: what its reports say first, each report one vote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from twosource.model import Article, Record, Selector, Span

_STREET = re.compile(
    r"\s?(?:and [A-Z]\w{1,20} )?(?i:streets?|st\.|avenues?|ave\b|roads?|rd\b|boulevard|blvd|drive|lane)"
)
_CORNER = re.compile(r"\b(?:intersection|corner|block) of (?:[\w.]{1,20} ){0,3}(?:and )?$|\d (?:[NSEW]\.? )?$")
_ELSEWHERE = re.compile(
    r"\b(?:hospital|medical center|airlifted|flown|miles|kilomet(?:er|re)s|native|originally|raised)\b[^.!?\n]{0,40}$"
)
"""Before a place that the victims were brought to, came from, or that lies near."""
_TOLD = re.compile(r"\b(?:published|updated|posted|copyright)\W{0,3}$", re.IGNORECASE)
"""Before the day of a report, not of what it tells."""
_SAID = re.compile(
    r"\b(?:said|says|announced|told \w{1,20}|reported|identified|released|charged|arraigned|arrested|died|court)"
    r"(?: (?:early|late))?(?: on)? $"
)
"""Before the day of what followed: of statements, arrests, charges, deaths in hospital."""
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 600
FOLLOWING = 0.5
NAMED, DATED = 0.8, 0.5
"""What it weighs that a town known from the story is named at a report's top, and that it stands in the dateline."""
LEADING = 8
"""Running blocks from the top of a report that may tell of its main event."""
BEFORE = 31
"""Days before its publication that a report's main event may lie."""
_RUNNING = frozenset({"headline", "lead", "body", "list"})


def when(articles: Sequence[Article], record: Record) -> Span | None:
    """The days of the main event: the dates in the reports' first lines, and those of events there, by votes."""
    votes: Counter[tuple[str, str]] = Counter()
    texts = {p.id: p.text for p in record.pages}
    for article in articles:
        ballot: dict[tuple[str, str], float] = {}
        for selector, earliest, latest in _dated(article, record):
            weight = _weight(article, selector) * _of_event(texts[article.page], selector)
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
    texts = {p.id: p.text for p in record.pages}
    for article in articles:
        scenes, text = _scenes(article, record), texts[article.page]
        opening = _opening_words(article, text)
        dateline = article.located.name.casefold() if article.located else ""
        for place in record.places:
            name = place.name.casefold()
            here = [m for m in place.mentions if m.page == article.page and not _is_street(text, m)]
            weight = max((_weight(article, m) * _of_scene(text, m) for m in here), default=0.0)
            if place.precision == "town" and tuple(_words(name)) in opening:
                weight = max(weight, NAMED)
            fine = 1.0 if name == dateline else _FINE.get(place.precision, 0.3)
            happened = 0.5 * (place.id in scenes)
            votes[place.id] += int(
                1000 * fine * (weight + happened + 0.1 * min(len(here), 5) + DATED * (name == dateline))
            )
    places = {p.id: p for p in record.places}
    return min((v for v in votes if votes[v] > 0), key=lambda v: (-votes[v], places[v].name, v), default=None)


def _opening_words(article: Article, text: str) -> set[tuple[str, ...]]:
    """The words of the headline and the lead, and all runs of two and three: "Orsa mayor resigns" names Orsa."""
    blocks = [b for b in article.blocks if b.role in _RUNNING][:2]
    words = [w for b in blocks for w in _words(text[b.start : b.end][:_OPENING].casefold())]
    return {tuple(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


_FINE = {"town": 1.0, "area": 0.4, "region": 0.4, "country": 0.25}


def _of_event(text: str, day: Selector) -> float:
    """1 where the words before a day let it be that of the happening."""
    before = text[max(0, day.start - 30) : day.start]
    return 0.0 if _TOLD.search(before) else FOLLOWING if _SAID.search(before) else 1.0


def _of_scene(text: str, place: Selector) -> float:
    """1 where the words before a place let it be that of the happening."""
    return FOLLOWING if _ELSEWHERE.search(text, max(0, place.start - 60), place.start) else 1.0


def _is_street(text: str, place: Selector) -> bool:
    return bool(_STREET.match(text, place.end) or _CORNER.search(text, max(0, place.start - 40), place.start))


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
