"""When and where the happening at a story's heart was: what its reports say first, each report one vote."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from twosource.model import Article, Event, Place, Record, Selector, Span, Time
from twosource.stories.bearings import day_weight, place_weight
from twosource.stories.parts import RUNNING, block_at, by_article
from twosource.text.days import day_of
from twosource.vocab.countries import capitals
from twosource.vocab.events import STATEMENT
from twosource.vocab.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(r"(?:: | ?[-–—] | \([A-Z]{2,12}\) )")
"""Behind a place that opens a block and is its dateline: "Bamako: ", "Lima (ANDINA) "."""
_OPENING = 600
NAMED, DATED, CAPITAL = 0.8, 0.8, 0.2
"""What it weighs that a town known from the story is named at a report's top, that it stands in the dateline, and that
a capital does: agencies write there of the whole country."""
AGAIN, MOST_TIMES = 0.1, 5
"""What it weighs that a place is named once more, and how often that counts."""
SCENE = 0.5
"""What it weighs that an event at the top of a report is placed there."""
LEADING = 8
"""Running blocks from the top of a report that may tell of its main event."""
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
            weight = _weight(article, selector) * day_weight(texts[article.page], selector)
            past = article.published is None and _length(earliest, newest) > A_YEAR
            if weight and not past and _near(article, earliest, latest):
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
    places = {p.id: p for p in record.places}
    events, towns, mentions = by_article(record.events), _towns(record.places), _by_page(record.places)
    for article in articles:
        named = mentions[article.page]
        ballot = _ballot(article, texts[article.page], named, towns, events[article.id])
        datelines = {
            p for p, found in named.items() if any(_is_dateline(article, texts[article.page], m) for m in found)
        }
        for place, weight in ballot.items():
            if place in places:
                votes[place] += int(1000 * _fine(places[place], article, weight, dated=place in datelines))
    for region, town in _towns_of_regions([places[v] for v in votes]):
        votes[town] += votes[region]
    told = _told_of(articles, mentions)
    fit = (v for v in votes if votes[v] > 0 and (places[v].precision != "country" or v in told))
    return min(fit, key=lambda v: (-votes[v], places[v].name, v), default=None)


def _ballot(
    article: Article,
    text: str,
    mentions: dict[str, list[Selector]],
    towns: dict[tuple[str, ...], list[str]],
    events: Sequence[Event],
) -> dict[str, float]:
    """What speaks for each place in one report: where and how often it is named, and what is placed there."""
    ballot: dict[str, float] = {}
    for place, selectors in mentions.items():
        own = [m for m in selectors if not _is_dateline(article, text, m)]
        weights = [w * _weight(article, m) for m in own if (w := place_weight(text, m))]
        ballot[place] = max(weights, default=0.0) + AGAIN * min(len(weights), MOST_TIMES)
    for words in _opening_words(article, text):
        for place in towns.get(words, ()):
            ballot.setdefault(place, NAMED)
    for place, weight in _scenes(article, events, text).items():
        ballot[place] = ballot.get(place, 0.0) + SCENE * weight
    return ballot


def _towns_of_regions(places: Sequence[Place]) -> list[tuple[str, str]]:
    """The regions that bear the name of a town among these places, each with it: "Homs province" speaks of Homs."""
    towns = {(p.name, p.country): p.id for p in places if p.precision == "town"}
    named = ((p, *p.name.rpartition(" ")[::2]) for p in places if p.precision == "region")
    return [(p.id, towns[n, p.country]) for p, n, kind in named if kind.lower() in _REGIONS and (n, p.country) in towns]


def _told_of(articles: Sequence[Article], mentions: dict[str, dict[str, list[Selector]]]) -> set[str]:
    """The places that two reports name, or one at its top: not where a thief spent his holidays."""
    named: Counter[str] = Counter()
    for article in articles:
        for place, selectors in mentions[article.page].items():
            named[place] += 2 if any(_weight(article, m) > 1.0 - 2 / LEADING for m in selectors) else 1
    return {place for place, times in named.items() if times > 1}


_REGIONS = word_set("regions")
_FINE = {"town": 1.0, "area": 0.4, "region": 0.4, "country": 0.25}


def _fine(place: Place, article: Article, weight: float, *, dated: bool) -> float:
    """The weight by how fine the place is; the place of the dateline is a town, whatever else has its name."""
    if dated or (article.located and article.located.name.casefold() == place.name.casefold()):
        return weight + (CAPITAL if place.name in capitals() else DATED)
    return weight * _FINE[place.precision]


def _is_dateline(article: Article, text: str, mention: Selector) -> bool:
    """Whether a mention only tells where the report was written: it opens its block."""
    block = block_at(article, mention.start)
    if block is None or text[block.start : mention.start].strip():
        return False
    located = article.located is not None and article.located.name.casefold() == mention.exact.casefold()
    return located or _DATELINE.match(text, mention.end) is not None


def _towns(places: Iterable[Place]) -> dict[tuple[str, ...], list[str]]:
    """The towns by the words of their names."""
    found: dict[tuple[str, ...], list[str]] = {}
    for place in places:
        if place.precision == "town":
            found.setdefault(tuple(_words(place.name)), []).append(place.id)
    return found


def _by_page(places: Iterable[Place]) -> dict[str, dict[str, list[Selector]]]:
    found: dict[str, dict[str, list[Selector]]] = defaultdict(dict)
    for place in places:
        for mention in place.mentions:
            found[mention.page].setdefault(place.id, []).append(mention)
    return found


def _opening_words(article: Article, text: str) -> list[tuple[str, ...]]:
    """The words of the headline and the lead, and all runs of two and three: "Orsa mayor resigns" names Orsa."""
    blocks = [b for b in article.blocks if b.role in RUNNING][:2]
    words = [w for b in blocks for w in _words(text[b.start : b.end][:_OPENING])]
    return [tuple(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _scenes(article: Article, events: Iterable[Event], text: str) -> dict[str, float]:
    """The places of the events that the article's first blocks tell of, with what the words beside them leave."""
    found: dict[str, float] = {}
    for place in (e.place for e in events if e.place and e.type != STATEMENT and _weight(article, e.anchor)):
        if place.place:
            weight = place_weight(text, place.selector) if place.selector else 1.0
            found[place.place] = max(found.get(place.place, 0.0), weight)
    return found


def _dated(events: Iterable[Event], times: Iterable[Time]) -> Iterable[tuple[Selector, str, str]]:
    """Where an article speaks of days, and which: its events first, whose dates weigh twice by being named twice."""
    for event in events:
        time = event.time if event.realis in ("asserted", "ongoing") else None
        if time and time.earliest and time.latest:
            yield event.anchor, time.earliest, time.latest
    for stated in times:
        if stated.earliest and stated.latest and stated.timex.type in ("DATE", "TIME"):
            yield stated.selector, stated.earliest, stated.latest


def _weight(article: Article, at: Selector) -> float:
    """1 in the first running blocks of the report, falling to 0 after `LEADING` of them."""
    if at.page != article.page:
        return 0.0
    rank = 0
    for block in article.blocks:
        if block.start <= at.start < block.end:
            return max(0.0, 1.0 - rank / LEADING) if block.role in (*RUNNING, "dateline") else 0.0
        rank += block.role in RUNNING
    return 0.0


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
