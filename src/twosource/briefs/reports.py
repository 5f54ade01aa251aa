"""What the brief looks up in a record: sentences, quotes, who is meant by a pronoun, which words are names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from twosource.briefs.tellings import Telling, telling
from twosource.model import Actor, Article, Claim, Page, Quantity, Quote, Record, Selector, Time
from twosource.vocab.countries import countries

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]{0,30}")
_SMALL = re.compile(r"(?<=[a-z,] )[a-z]{1,30}(?= [a-z])")


class Reports:
    """The parts of a record by id and place."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.pages: dict[str, Page] = {p.id: p for p in record.pages}
        self.articles: dict[str, Article] = {a.id: a for a in record.articles}
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.claims: dict[str, Claim] = {c.id: c for c in record.claims}
        self.quotes: dict[str, Quote] = {q.id: q for q in record.quotes}
        self.quantities: dict[str, Quantity] = {q.id: q for q in record.quantities}
        self._sentences = _sentences(record)
        self._tellings: dict[Selector, Telling] = {}
        dated = ((a.page, a.published) for a in record.articles if a.published)
        self._published = {page: day.value for page, day in dated if day.precision == "day"}

    def sentence(self, at: Selector) -> Selector:
        """The whole sentence in which `at` begins, or `at` where no text claim covers it."""
        held = self._sentences.get(at.page, [])
        i = bisect_right(held, at.start, key=lambda s: s.start) - 1
        return held[i] if i >= 0 and held[i].covers(at) else at

    def sentences(self, page: str) -> list[Selector]:
        """The sentences of the page's report, its headline among them, in order."""
        return self._sentences.get(page, [])

    def number(self, at: Selector) -> int:
        """How many sentences of the page's report begin before `at`; its headline and first sentence are 0 and 1."""
        held = self._sentences.get(at.page, [])
        return max(0, bisect_right(held, at.start, key=lambda s: s.start) - 1)

    def quotes_in(self, at: Selector) -> list[Quote]:
        """The quotes whose first words stand inside `at`, in order."""
        return [q for q in self._quotes.get(at.page, []) if at.covers(q.content[0])]

    def telling(self, at: Selector) -> Telling:
        """What the words tell, worked out once."""
        if at not in self._tellings:
            self._tellings[at] = telling(at, self.times_in(at), self._published.get(at.page))
        return self._tellings[at]

    def times_in(self, at: Selector) -> list[Time]:
        """The expressions of time inside `at`."""
        return [t for t in self._times.get(at.page, []) if at.covers(t.selector)]

    def meant(self, at: Selector) -> Actor | None:
        """Whom the pronoun with which `at` begins stands for."""
        return self.pronoun(at.page, at.start)

    def pronoun(self, page: str, start: int) -> Actor | None:
        """Whom the pronoun that begins there stands for."""
        return self._pronouns.get((page, start))

    def is_name(self, at: Selector) -> bool:
        """Whether `at` begins with the name of an actor or a place."""
        return (at.page, at.start) in self._named

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the reports write with a small letter inside a sentence."""
        return frozenset(word for page in self.record.pages for word in _SMALL.findall(page.text))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that they write with a capital inside a sentence, and the names of peoples."""
        peoples = {word for country in countries().values() for word in (*country.demonyms, *country.names)}
        return frozenset(word for text in self._bodies() for word in _CAPITAL.findall(text)) | peoples

    def in_headline(self, at: Selector) -> bool:
        """Whether `at` stands in the headline of its report."""
        return any(a.headline is not None and a.headline.covers(at) for a in self._on_page.get(at.page, []))

    def _bodies(self) -> Iterator[str]:
        """The texts of the pages without headlines, where every word may have a capital."""
        for page in self.record.pages:
            heads = [a.headline for a in self._on_page.get(page.id, []) if a.headline]
            yield page.text[heads[0].end :] if heads else page.text

    @cached_property
    def _on_page(self) -> dict[str, list[Article]]:
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.record.articles:
            found[article.page].append(article)
        return found

    @cached_property
    def _quotes(self) -> dict[str, list[Quote]]:
        found: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.record.quotes:
            if quote.content:
                found[quote.content[0].page].append(quote)
        for quotes in found.values():
            quotes.sort(key=lambda q: (q.content[0], q.id))
        return found

    @cached_property
    def _times(self) -> dict[str, list[Time]]:
        found: dict[str, list[Time]] = defaultdict(list)
        for time in self.record.times:
            found[time.selector.page].append(time)
        return found

    @cached_property
    def _pronouns(self) -> dict[tuple[str, int], Actor]:
        return {
            (m.selector.page, m.selector.start): actor
            for actor in self.record.actors
            for m in actor.mentions
            if m.form == "pronoun"
        }

    @cached_property
    def _named(self) -> frozenset[tuple[str, int]]:
        names = [m.selector for a in self.record.actors if a.named for m in a.mentions if m.form == "name"]
        return frozenset((s.page, s.start) for s in [*names, *(s for p in self.record.places for s in p.mentions)])


def _sentences(record: Record) -> dict[str, list[Selector]]:
    """By page the text claims that stand in no other, in order."""
    found: dict[str, list[Selector]] = defaultdict(list)
    texts = [c.selector for c in record.claims if c.kind == "text"]
    for at in sorted(texts, key=lambda s: (s.page, s.start, -s.end)):
        if not found[at.page] or at.end > found[at.page][-1].end:
            found[at.page].append(at)
    return found
