"""Gathers the claims of a record into assertions, so that words that several steps found count once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from twosource.findings import deeds, moments, stances
from twosource.findings.assertions import Assertion, speaker_of
from twosource.findings.cells import Cell, Span, apart, cells_of, overlapping, range_of, shared
from twosource.findings.counts import TELLING
from twosource.findings.doers import name_words
from twosource.findings.marks import Names, marks_of, quoted_words
from twosource.findings.stances import Sides
from twosource.model import Article, Claim, Event, Place, Quantity, Quote, Record, Selector, Time
from twosource.vocab.risen import with_role

HYPHENS = ("-", "‑")
_TORN_BEFORE = re.compile(r"\d ?[.:/] ?\Z")
_TORN_AFTER = re.compile(r" ?[.:/] ?\d")
"""Parts of one number or time that stand apart on a line: "6: 40", "9/11"."""
SUREST = ("direct", "mixed", "indirect")
"""How what several quotes hold is said, the surest first."""
LEAST_WORDS = 4
"""Words beside those of an attribution that a clause needs to assert anything."""
DESCRIBING = frozenset({"a", "an", "the", "his", "her", "its", "their"})
LONGEST_NAME = 80
"""Characters of a name."""
Mention = tuple[int, int, Place]
"""Where a place is named."""
Told = TypeVar("Told", Time, Quantity)


@dataclass(frozen=True, slots=True)
class Sources:
    """The parts of a record by id, and what is named where in it."""

    names: Names
    sides: Sides
    articles: dict[str, Article]
    named: frozenset[str | None]
    persons: dict[str | None, frozenset[str]]
    quotes: dict[str, Quote]
    events: dict[str, Event]
    quantities: dict[str, list[Quantity]]
    times: dict[str, list[Time]]
    places: dict[str, list[Mention]]
    texts: dict[str, str]
    cues: dict[str, list[tuple[int, int]]]
    vectors: dict[tuple[str, int, int], bytes]

    @classmethod
    def of(cls, record: Record) -> Sources:
        """The parts of `record`."""
        names = Names(record)
        return cls(
            names=names,
            sides=Sides(record, names),
            articles={a.id: a for a in record.articles},
            cues=_by_page_of_quotes(record.quotes),
            named=frozenset(a.id for a in record.actors if a.named),
            persons={a.id: name_words(a) for a in record.actors if a.named and a.kind == "person"},
            quotes={q.id: q for q in record.quotes},
            events={e.id: e for e in record.events},
            quantities=_by_page(record.quantities),
            times=_by_page(record.times),
            places=_mentions(record.places),
            texts={p.id: p.text for p in record.pages},
            vectors={(c.selector.page, *range_of(c.selector)): c.vector for c in record.claims if c.vector},
        )


def gather(record: Record) -> list[Assertion]:
    """The assertions of the record by article, in the order of their text."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        by_article[claim.article].append(claim)
    sources = Sources.of(record)
    return [x for a in record.articles for x in _of_article(cells_of(by_article[a.id]), sources)]


def _of_article(cells: Sequence[Cell], sources: Sources) -> list[Assertion]:
    """The assertions of one article but those that only say who speaks; "the accusation" is what stands before."""
    found: list[Assertion] = []
    for cell in cells:
        denied, elsewhere = stances.denial_in(cell.at)
        if _only_attributes(cell, sources) and not elsewhere:
            continue
        assertion = _assertion(cell, sources)
        if denied and elsewhere and found:
            last = found[-1].sentence
            before = (a.marks for a in found if a.sentence == last)
            assertion = replace(assertion, marks=assertion.marks.union(*before))
        found.append(assertion)
    return found


def _only_attributes(cell: Cell, sources: Sources) -> bool:
    """Whether nothing is left of the cell without the words that name a speaker and his saying."""
    if any(c.kind == "quote" for c in cell.claims) or _counts_many(cell.at, sources):
        return False
    spans = sources.cues.get(cell.at.page, [])
    inside = [spans[i] for i in overlapping(spans, range_of(cell.at)) if shared(spans[i], range_of(cell.at)) > 0]
    if not inside:
        return False
    page, at = sources.texts[cell.at.page], cell.at
    gaps = [at.start, *(x for span in inside for x in span), at.end]
    rest = " ".join(page[gaps[i] : gaps[i + 1]] for i in range(0, len(gaps) - 1, 2) if gaps[i] < gaps[i + 1])
    return sum(w[0].isalpha() for w in rest.split()) < LEAST_WORDS


def _counts_many(at: Selector, sources: Sources) -> bool:
    """Whether it tells how many say so: "fifty-four lawmakers backed"; "two officials said" only attributes."""
    return any((q.min or 0.0) >= TELLING for q in _inside(sources.quantities.get(at.page, []), at))


def _assertion(cell: Cell, sources: Sources) -> Assertion:
    at = cell.at
    quotes = [sources.quotes[c.ref] for c in cell.claims if c.kind == "quote" and c.ref in sources.quotes]
    refs = {c.ref for c in cell.claims if c.ref}
    speaker = speaker_of(cell.claims)
    times = _inside(sources.times.get(at.page, []), at)
    found = _inside(sources.quantities.get(at.page, []), at)
    counts = [_with_role(q, at) for q in found if _counts(q, times, sources)]
    before = _before(sources.texts.get(at.page, ""), at.start)
    article = sources.articles[cell.claims[0].article]
    events = tuple(sources.events[r] for r in sorted(refs & sources.events.keys()))
    marks = marks_of(at, sources.names, times, counts)
    names_of = _described(at, before, sources.names)
    published = _day(article)
    denied = stances.is_denied(at, quotes, before)
    headline = bool(article.headline and article.headline.covers(at))
    reported = stances.denial_in(at)[0]
    return Assertion(
        claims=tuple(cell.claims),
        at=at,
        whole=cell.whole,
        published=published,
        came_out=(article.published.value, article.published.at) if published and article.published else None,
        sentence=cell.sentence,
        headline=headline,
        marks=marks | {names_of} if names_of else marks,
        quoted=quoted_words(at, before),
        speaker=speaker,
        by_name=speaker in sources.named,
        person=sources.persons.get(speaker, frozenset()),
        sides=_first_named(at, sources.names) if reported else sources.sides.of(speaker),
        denied=denied or reported,
        negative=(denied or reported) != stances.negates(at),
        events=events,
        quantities=tuple(counts),
        times=times,
        places=_named(sources.places.get(at.page, []), at),
        towns=_towns(sources.places.get(at.page, []), at),
        planned=moments.plan(at, times, events, published),
        begin=moments.begin(at, marks, times, counts, published),
        to_come=deeds.to_come(at.exact, headline=headline),
        done=deeds.done(at.exact, headline=headline),
        names_of=names_of,
        opens_with=_opens_with(at, sources.names),
        said=min((q.kind for q in quotes), key=SUREST.index, default=None),
        vector=sources.vectors.get((at.page, *range_of(cell.whole)), b""),
    )


def _with_role(quantity: Quantity, at: Selector) -> Quantity:
    """The quantity with the role that the words of `at` around it give it."""
    return with_role(
        quantity, at.exact[: quantity.selector.start - at.start], at.exact[quantity.selector.end - at.start :]
    )


def _first_named(at: Selector, names: Names) -> frozenset[str]:
    """The mark of the first name inside `at`: of "Peru denied a report" the one that denies."""
    return frozenset(mark for _, _, mark in names.inside(at)[:1])


def _opens_with(at: Selector, names: Names) -> str | None:
    """The mark of the name that `at` begins with, a title before it aside: "Estonia called", "the coach Roe has"."""
    first = names.inside(at)[:1]
    return first[0][2] if first and first[0][0] - at.start <= TITLE else None


TITLE = 12
"""Characters of an article and a title before a name."""


def _counts(quantity: Quantity, times: Sequence[Time], sources: Sources) -> bool:
    """Whether it is a number of its own: no part of a time, a name ("AK-47"), an adjective, a larger one ("9/11")."""
    at = quantity.selector
    text = sources.texts.get(at.page, "")
    before, after = text[max(0, at.start - 2) : at.start], text[at.end : at.end + 2]
    joined = (before[-1:] in HYPHENS and before[:1].isalpha()) or (after[:1] in HYPHENS and after[1:].isalpha())
    torn = _TORN_BEFORE.search(text, max(0, at.start - 4), at.start) or _TORN_AFTER.match(text, at.end)
    return not joined and not torn and not any(t.selector.overlaps(at) for t in times)


def _described(at: Selector, before: str, names: Names) -> str | None:
    """The mark of the name that the words of `at` describe: "Lagos, the largest city of the country"."""
    words = at.exact.lower().split(maxsplit=1)
    if not words or words[0] not in DESCRIBING or not before.rstrip().endswith((",", "(")):
        return None
    end = at.start - (len(before) - len(before.rstrip(" ,(")))
    named = names.within(at.page, max(0, end - LONGEST_NAME), end)
    if not named or named[-1][1] != end:
        return None
    inner = len(named) > 1 and before[named[-2][1] - at.start : named[-1][0] - at.start].strip() in ("in", ",")
    return named[-2 if inner else -1][2]


def _day(article: Article) -> date | None:
    """The day the article was published, where it is known to the day."""
    published = article.published
    try:
        return date.fromisoformat(published.value) if published and published.precision == "day" else None
    except ValueError:
        return None


def _before(text: str, start: int) -> str:
    """The text of the line before `start`, 400 characters at most."""
    return text[max(text.rfind("\n", 0, start) + 1, start - 400) : start]


def _inside(found: list[Told], at: Selector) -> tuple[Told, ...]:
    """Those of the ordered `found` that lie inside `at`."""
    first = bisect_left(found, at.start, key=lambda x: x.selector.start)
    last = bisect_left(found, at.end, key=lambda x: x.selector.start)
    return tuple(x for x in found[first:last] if x.selector.end <= at.end)


def _mentions(places: Sequence[Place]) -> dict[str, list[Mention]]:
    """By page, where each place is named, in the order of the text."""
    pages: dict[str, list[Mention]] = defaultdict(list)
    for place in places:
        for at in place.mentions:
            pages[at.page].append((at.start, at.end, place))
    for mentions in pages.values():
        mentions.sort(key=lambda m: (m[0], m[1], m[2].id))
    return pages


def _named(mentions: list[Mention], at: Selector) -> tuple[Place, ...]:
    """The places named inside `at`, each once."""
    return tuple({p.id: p for _, _, p in _within(mentions, at)}.values())


def _towns(mentions: list[Mention], at: Selector) -> tuple[tuple[Place, Selector], ...]:
    """The towns named inside `at`, and on which words."""
    found = [(p, s, e) for s, e, p in _within(mentions, at) if p.precision == "town"]
    return tuple(
        (p, Selector(page=at.page, start=s, end=e, exact=at.exact[s - at.start : e - at.start])) for p, s, e in found
    )


def _within(mentions: list[Mention], at: Selector) -> list[Mention]:
    first = bisect_left(mentions, at.start, key=lambda m: m[0])
    last = bisect_left(mentions, at.end, key=lambda m: m[0])
    return [m for m in mentions[first:last] if m[1] <= at.end]


def _by_page(found: Sequence[Told]) -> dict[str, list[Told]]:
    """What stands on each page, in the order of the text."""
    pages: dict[str, list[Told]] = defaultdict(list)
    for each in sorted(found, key=lambda x: (x.selector, x.id)):
        pages[each.selector.page].append(each)
    return pages


def _by_page_of_quotes(quotes: Sequence[Quote]) -> dict[str, list[tuple[int, int]]]:
    """By page, where speakers are named and said to speak, in the order of the text, apart from one another."""
    pages: dict[str, set[Span]] = defaultdict(set)
    for quote in quotes:
        for at in (quote.speaker_selector, quote.cue):
            if at:
                pages[at.page].add(range_of(at))
    return {page: apart(spans) for page, spans in pages.items()}
