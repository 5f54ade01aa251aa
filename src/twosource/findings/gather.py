"""Gathers the claims of a record into assertions, so that words that several steps found count once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from twosource.findings import deeds, moments, stances
from twosource.findings.assertions import Assertion, speaker_of
from twosource.findings.cells import Cell, cells_of, overlapping, range_of, shared
from twosource.findings.counts import TELLING
from twosource.findings.marks import Names, marks_of, quoted_words
from twosource.findings.sources import Sources, inside, places_in, towns_in
from twosource.findings.together import partners
from twosource.model import Article, Claim, Quantity, Record, Selector, Time
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
    return any((q.min or 0.0) >= TELLING for q in inside(sources.quantities.get(at.page, []), at))


def _assertion(cell: Cell, sources: Sources) -> Assertion:
    at = cell.at
    quotes = [sources.quotes[c.ref] for c in cell.claims if c.kind == "quote" and c.ref in sources.quotes]
    refs = {c.ref for c in cell.claims if c.ref}
    speaker = speaker_of(cell.claims)
    times = inside(sources.times.get(at.page, []), at)
    found = inside(sources.quantities.get(at.page, []), at)
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
        places=places_in(sources.places.get(at.page, []), at),
        towns=towns_in(sources.places.get(at.page, []), at),
        planned=moments.plan(at, times, events, published),
        begin=moments.begin(at, marks, times, counts, published),
        to_come=deeds.to_come(at.exact, headline=headline),
        done=deeds.done(at.exact, headline=headline),
        partners=partners(marks, sources.names.two.get(at.page, frozenset())),
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
