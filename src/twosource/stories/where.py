"""Where the happening at a story's heart was: what its reports place first, each report one vote."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model import Article, Event, Place, Record, Selector, Span, Time
from twosource.stories.bearings import is_part, is_placed, is_site, place_weight, sentence_around, sentences_before
from twosource.stories.capital import capital_told
from twosource.stories.parts import LEADING, RUNNING, block_at, by_article, prominence
from twosource.vocab.countries import capitals
from twosource.vocab.events import STATEMENT
from twosource.vocab.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(r"(?:: | ?[-–—] | \([A-Z]{2,12}\) |/[A-Z])")
"""Behind a place that opens a block and is its dateline: "Bamako: ", "Lima (ANDINA) "."""
_DATELINE_BEFORE = re.compile(r"[A-Z][A-Z .'-]{1,30}/")
"""Between the beginning of a block and the second town of its dateline: "LIMA/QUITO, March 3"."""
_OPENING = 600
NAMED = 0.8
"""What it weighs that a town known from the story is named at a report's top."""
DATED, SITED, CAPITAL, ABROAD = 1.2, 0.65, 0.6, 0.2
"""What it weighs that a town stands in the dateline: where the top tells of no other spot, and where it does; a
capital, where no other spot is told of, else as a town abroad: agencies write there of all that is around."""
_TOP = 0.8
"""How prominent mentions are by which a dateline is judged: the headline's and the lead's."""
AGAIN, MOST_TIMES = 0.1, 5
"""What it weighs that a place is named once more, and how often that counts."""
SCENE = 0.5
"""What it weighs that an event at the top of a report is placed there."""
DEEPER, _DEEP = 0.12, 3
"""What each sentence before it in its block takes off a place, and how many sentences do."""
EARLIER, LATER = 0.3, 0.6
"""What is left of a place beside a day before the happening ("in 2012 a blast in Quito") or after it ("landed in Quito
on Thursday")."""
_FINE = {"town": 1.0, "area": 0.4, "region": 0.4, "country": 0.25}
WIDE = 0.2
"""What lands and seas of several countries weigh by how fine they are."""
_SITE = 0.9
"""What an area weighs by how fine it is where its words make it one spot: "in the Gulf of Riga", "Ambe village"."""


@dataclass(frozen=True, slots=True)
class _Report:
    """One report with what was found in it, and the days of the story."""

    article: Article
    text: str
    mentions: dict[str, list[Selector]]
    events: Sequence[Event]
    times: Sequence[Time]
    days: Span | None

    def is_dateline(self, mention: Selector) -> bool:
        """Whether a mention only tells where the report was written: it opens its block."""
        block = block_at(self.article, mention.start)
        before = self.text[block.start : mention.start].strip() if block else ""
        if block is None or (before and not _DATELINE_BEFORE.fullmatch(before)):
            return False
        located = self.article.located is not None and self.article.located.name.casefold() == mention.exact.casefold()
        return bool(located or before or _DATELINE.match(self.text, mention.end))

    def is_from(self, place: Place, mentions: Iterable[Selector]) -> bool:
        """Whether the report was written at a place."""
        located = self.article.located
        named = located is not None and located.name.casefold() == place.name.casefold()
        return named or any(map(self.is_dateline, mentions))

    def places(self, place: Place, mention: Selector) -> bool:
        """Whether a mention tells where something was ("in Orsa", "off Orsa"), on no other day."""
        if place.precision == "country":
            return is_part(self.text, mention)
        fine = place.precision in ("town", "region") or is_site(self.text, mention)
        plain = place_weight(self.text, mention) == self._of_its_day(mention) == 1.0
        return fine and plain and is_placed(self.text, mention)

    def weight(self, mention: Selector) -> float:
        """What a mention weighs by how near the top it stands and by the words and the day beside it."""
        return self.rank(mention) * place_weight(self.text, mention) * self._of_its_day(mention)

    def rank(self, at: Selector) -> float:
        """How near the top something stands: by its block, and by its sentence there."""
        block = block_at(self.article, at.start)
        deep = min(sentences_before(self.text, block.start, at), _DEEP) if block else 0
        return prominence(self.article, at) * (1.0 - DEEPER * deep)

    def _of_its_day(self, mention: Selector) -> float:
        day = self._day_beside(mention)
        if self.days is None or day is None:
            return 1.0
        return EARLIER if day < (self.days.earliest or "") else LATER if day > (self.days.latest or day) else 1.0

    def _day_beside(self, mention: Selector) -> str | None:
        """The day that the sentence of a mention tells nearest to it, the end of a longer time; not a "since"."""
        start, end = sentence_around(self.text, mention)
        told = (t for t in self.times if t.latest and start <= t.selector.start < end)
        near = ((abs(t.selector.start - mention.start), t.latest) for t in told if not self._is_since(t.selector))
        return min(near, default=(0, None))[1]

    def _is_since(self, time: Selector) -> bool:
        return self.text[: time.start].endswith(("since ", "Since "))


def where(articles: Sequence[Article], record: Record, days: Span | None) -> str | None:
    """The id of the place that most reports name first; a town is preferred to a region, a region to a country."""
    votes: Counter[str] = Counter()
    places = {p.id: p for p in record.places}
    reports, towns = _reports(articles, record, days), _towns(record.places)
    for report in reports:
        written, capital = _dateline(report, places), _capital(report, places)
        if capital:
            votes[capital] += int(1000 * NAMED)
        for place, weight in _ballot(report, towns).items():
            if place in places:
                votes[place] += int(1000 * (_fine(places[place], report, weight) + written.get(place, 0.0)))
    for lent, place in _same([places[v] for v in votes]):
        votes[place] += votes[lent]
    told = _told_of(reports)
    fit = (v for v in votes if votes[v] > 0 and (places[v].precision != "country" or v in told))
    return min(fit, key=lambda v: (-votes[v], places[v].name, v), default=None)


def _reports(articles: Sequence[Article], record: Record, days: Span | None) -> list[_Report]:
    texts = {p.id: p.text for p in record.pages}
    events, times, mentions = by_article(record.events), by_article(record.times), _by_page(record.places)
    return [_Report(a, texts[a.page], mentions[a.page], events[a.id], times[a.id], days) for a in articles]


def _ballot(report: _Report, towns: dict[tuple[str, ...], list[str]]) -> dict[str, float]:
    """What speaks for each place in one report: where and how often it is named, and what is placed there."""
    ballot: dict[str, float] = {}
    for place, selectors in report.mentions.items():
        own = [m for m in selectors if not report.is_dateline(m)]
        again = sorted((place_weight(report.text, m) for m in own if prominence(report.article, m)), reverse=True)
        ballot[place] = max(map(report.weight, own), default=0.0) + AGAIN * sum(again[:MOST_TIMES])
    for words in _opening_words(report):
        for place in towns.get(words, ()):
            ballot.setdefault(place, NAMED)
    for place, weight in _scenes(report).items():
        ballot[place] = ballot.get(place, 0.0) + SCENE * weight
    return ballot


def _same(places: Sequence[Place]) -> list[tuple[str, str]]:
    """Places that are another one of these under its own name, each with it.

    A region that bears a town's ("Homs province" speaks of Homs), and a name that one report did not resolve.
    """
    known = {p.name: p.id for p in places if p.gazetteer_id}
    found = [(p.id, known[p.name]) for p in places if not p.gazetteer_id and p.name in known]
    towns = {(p.name, p.country): p.id for p in places if p.precision == "town"}
    named = ((p, *p.name.rpartition(" ")[::2]) for p in places if p.precision == "region")
    regions = ((p.id, towns.get((n, p.country))) for p, n, kind in named if kind.lower() in word_set("regions"))
    return [*found, *((region, town) for region, town in regions if town)]


def _told_of(reports: Iterable[_Report]) -> set[str]:
    """The places that two reports name, or one at its top: not where a thief spent his holidays."""
    named: Counter[str] = Counter()
    for report in reports:
        for place, selectors in report.mentions.items():
            top = any(prominence(report.article, m) > 1.0 - 2 / LEADING for m in selectors)
            named[place] += 2 if top else 1
    return {place for place, times in named.items() if times > 1}


def _dateline(report: _Report, places: dict[str, Place]) -> dict[str, float]:
    """What it weighs that a place stands in the dateline, by what the report's top tells of."""
    top = [
        (places[p], m)
        for p, mentions in report.mentions.items()
        for m in mentions
        if prominence(report.article, m) > _TOP and not report.is_dateline(m)
    ]
    countries = {p.country for p, _ in top if p.country}
    sited = any(report.places(p, m) for p, m in top)
    written = {p: m for p, m in report.mentions.items() if report.is_from(places[p], m)}
    if len(written) > 1:  # "BOGOTA/MANAGUA": two wrote of it, neither was there
        return dict.fromkeys(written, ABROAD)
    return {p: _written(places[p], mentions, countries, sited=sited) for p, mentions in written.items()}


def _written(place: Place, mentions: Iterable[Selector], countries: set[str], *, sited: bool) -> float:
    """What the town of a dateline weighs: little if another country is told of, less if the top tells where it was."""
    if countries and place.country not in countries and not _is_council(mentions):
        return ABROAD
    if place.name in capitals():
        return ABROAD if sited else CAPITAL
    return SITED if sited else DATED


def _fine(place: Place, report: _Report, weight: float) -> float:
    """The weight by how fine the place is; the place of the dateline is a town, whatever else has its name."""
    mentions = report.mentions.get(place.id, [])
    if report.is_from(place, mentions):
        return weight
    if place.precision in ("area", "region") and any(is_site(report.text, m) for m in mentions):
        return weight * _SITE
    state = place.precision == "region" and (place.gazetteer_id or "").startswith("iso3166:")
    wide = place.precision == "area" and place.gazetteer_id is not None and place.country is None
    return weight * (WIDE if wide else _FINE["country" if state else place.precision])


def _is_council(mentions: Iterable[Selector]) -> bool:
    """Whether a dateline is that of the United Nations: what is told from there of other countries happened there."""
    return any(m.exact.casefold() == "united nations" for m in mentions)


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


def _capital(report: _Report, places: dict[str, Place]) -> str | None:
    """The capital that the top of a report speaks of as "the capital"."""
    named = [places[p] for p in report.mentions]
    return capital_told(report.text, report.article.page, _opening(report), named)


def _opening(report: _Report) -> list[tuple[int, int]]:
    """Where the headline and the lead stand."""
    blocks = [b for b in report.article.blocks if b.role in RUNNING][:2]
    return [(b.start, min(b.end, b.start + _OPENING)) for b in blocks]


def _opening_words(report: _Report) -> list[tuple[str, ...]]:
    """The words of the headline and the lead, and all runs of two and three: "Orsa mayor resigns" names Orsa."""
    words = [w for start, end in _opening(report) for w in _words(report.text[start:end])]
    return [tuple(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _scenes(report: _Report) -> dict[str, float]:
    """The places of the events that the report's first blocks tell of, with what the words beside them leave."""
    found: dict[str, float] = {}
    for event in report.events:
        top = report.rank(event.anchor)
        if event.place and event.place.place and event.type != STATEMENT and top:
            at = event.place.selector
            weight = top * (place_weight(report.text, at) if at else 1.0)
            found[event.place.place] = max(found.get(event.place.place, 0.0), weight)
    return found
