"""What articles can be found by beside their words: speakers, places, types of events, outlets, days, standing."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from twosource.model import Actor, Reading, Status
from twosource.vocab.countries import countries
from twosource.vocab.events import kinds_of

FacetKind = Literal["speaker", "place", "type", "outlet"]
KINDS: tuple[FacetKind, ...] = ("speaker", "place", "type", "outlet")
COUNTED = 500
"""Articles, the first of those found, whose facets are counted: 7 ms for 500 with 16 each, 15 ms for 1,000."""
MOST_WORDS = 32
"""Words of one name."""
AROUND = 12
"""Words that are shown on either side of a word that was found."""

Part = tuple[str, bool]
"""A run of words, and whether it was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One thing that an article can be found by; `times` it stands there: quotes, mentions, events."""

    kind: FacetKind
    name: str
    times: int
    country: str | None = None
    title: str | None = None
    """The office most often given to a speaker."""

    @property
    def key(self) -> str:
        """What is one facet in all articles: the folded name, and the country of a place."""
        words = " ".join(name_words(self.name)) or self.name
        return f"{words}, {self.country}" if self.kind == "place" and self.country else words

    @property
    def searched(self) -> str:
        """The folded words that it is found by: its name, and the names of a place's country."""
        country = countries().get(self.country or "") if self.kind == "place" else None
        return " ".join(word for name in (self.name, country.name if country else "") for word in name_words(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A facet in all articles: in how many it stands, how often in all, the country and office last given."""

    kind: FacetKind
    name: str
    articles: int
    times: int
    country: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for: an article must agree with all that is not empty.

    Words (`search_words`), in headline or body, and the words of a name may stand in any order. `since` and `until` are
    ISO days, months or years, both included; an article of which only the month or year is known counts as of its first
    day. `status`: its story has findings with it, and with `single_origin` no others; `after`: it arrived after this
    number.
    """

    words: str = ""
    speaker: str = ""
    place: str = ""
    outlet: str = ""
    type: str = ""
    since: str = ""
    until: str = ""
    status: Status | Literal[""] = ""
    after: int = 0
    newest: bool = False
    """The last to arrive come first, whatever the words."""

    def named(self) -> Iterator[tuple[FacetKind, str]]:
        """The facets that are looked for by the words of their names."""
        for kind, words in (("speaker", self.speaker), ("place", self.place), ("outlet", self.outlet)):
            if words.strip():
                yield kind, words  # type: ignore[misc]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many articles agree with a search, and those of the part asked for; `more`: RANKED were counted, more do."""

    count: int
    more: bool = False
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The facets of the first `of` articles found: of each kind those that most have, with how many have it."""

    of: int
    facets: Mapping[FacetKind, Sequence[Known]]


class FacetWriter(Protocol):
    """Says by what an article is found, beside its words; when it is kept, that is what was found in it."""

    def file_anew(self, article: str, facets: Sequence[Facet], day: str | None) -> None:
        """Files an article under these facets and this day of publication, in place of those it was found by.

        Raises KeyError where it is not kept.
        """
        ...


class FacetView(Protocol):
    """Finds articles by more than their words."""

    def find(self, search: Search, most: int, skip: int = 0) -> Found:
        """At most so many articles after the first `skip`.

        The best match for the words comes first; without words, the latest day; of more than RANKED, the last to come.
        """
        ...

    def tally(self, search: Search, most: int) -> Tally:
        """What the articles found have in common, at most so many facets of each kind."""
        ...

    def excerpt(self, article: str, words: Iterable[str]) -> list[Part]:
        """Some words of the article around those of these that it holds; raises KeyError where it is not kept."""
        ...

    def facets_in(self, article: str, kinds: Iterable[FacetKind]) -> list[Facet]:
        """The facets of one article without what belongs to speakers, those that stand there most often first."""
        ...

    def named(self, kind: FacetKind, words: str, most: int, skip: int = 0) -> list[Known]:
        """The facets of a kind whose names hold all these words, those that stand most often first."""
        ...

    def count_named(self, kind: FacetKind, words: str) -> int:
        """How many those are."""
        ...


def facets_of(reading: Reading) -> tuple[Facet, ...]:
    """All facets of an article, each once: whom it quotes by name, where, what happens, who published it."""
    types = Counter(kind for event in reading.events for kind in kinds_of(event.type, event.mode))
    outlet = _tidy(reading.article.outlet or "")
    return (
        *_speakers(reading),
        *_places(reading),
        *(Facet(kind="type", name=name, times=times) for name, times in types.items()),
        *([Facet(kind="outlet", name=outlet, times=1)] if outlet else []),
    )


def _speakers(reading: Reading) -> Iterator[Facet]:
    times = Counter(quote.speaker for quote in reading.quotes)
    yield from _joined(_speaker(a, times[a.id]) for a in reading.actors if a.named and times[a.id])


def _speaker(actor: Actor, times: int) -> Facet:
    titles = Counter(_tidy(office.title) for office in actor.offices).most_common(1)
    title = titles[0][0] if titles else None
    return Facet(kind="speaker", name=_tidy(actor.name), times=times, country=actor.country, title=title)


def _places(reading: Reading) -> Iterator[Facet]:
    yield from _joined(
        Facet(kind="place", name=_tidy(place.name), times=len(place.mentions), country=place.country)
        for place in reading.places
    )


def _joined(facets: Iterable[Facet]) -> Iterator[Facet]:
    """Those with one key made one: the first, with the times of all."""
    found: dict[str, list[Facet]] = {}
    for facet in facets:
        found.setdefault(facet.key, []).append(facet)
    yield from (replace(same[0], times=sum(one.times for one in same)) for same in found.values())


def _tidy(name: str) -> str:
    """The name on one line, as any store can hold it: lone surrogates are replaced."""
    return " ".join(name.encode("utf-8", "replace").decode("utf-8").split())


def first_day(day: str | None) -> date | None:
    """The first day of an ISO day, month or year; None for anything else."""
    try:
        return date.fromisoformat((day + "-01-01")[:10]) if day else None
    except ValueError:
        return None


def last_day(day: str | None) -> date | None:
    """The last day of an ISO day, month or year; None for anything else."""
    first = first_day(day)
    if first is None or day is None or len(day) >= len("2031-05-05"):
        return first
    month = 12 if len(day) == len("2031") else first.month
    return date(first.year, month, monthrange(first.year, month)[1])


def name_words(name: str) -> list[str]:
    """The words of a name without capitals and accents, at most 32."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.casefold())[:MOST_WORDS]
