"""Facets in memory: every article is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from twosource.model import Status
from twosource.stores.base import articles as base
from twosource.stores.base.articles import Row, search_words, searched_text
from twosource.stores.base.facets import (
    AROUND,
    COUNTED,
    KINDS,
    Facet,
    FacetKind,
    Found,
    Known,
    Part,
    Search,
    Tally,
    first_day,
    last_day,
    name_words,
)
from twosource.stores.base.works import Work
from twosource.stores.memory.articles import Articles
from twosource.stores.memory.works import MemoryWorkView


class MemoryFacetWriter:
    """See `FacetWriter`."""

    _kept: Articles

    def file_anew(self, article: str, facets: Sequence[Facet], day: str | None) -> None:
        """See `FacetWriter.file_anew`."""
        if article not in self._kept.readings:
            raise KeyError(article)
        self._kept.filed[article] = tuple(facets), day


class MemoryFacetView(MemoryWorkView):
    """See `FacetView`."""

    def find(self, search: Search, most: int, skip: int = 0) -> Found:
        """See `FacetView.find`."""
        rows = self._agreeing(search)
        return Found(count=len(rows), articles=tuple(row.article for row in rows[skip : skip + most]))

    def tally(self, search: Search, most: int) -> Tally:
        """See `FacetView.tally`."""
        rows = self._agreeing(search)[:COUNTED]
        known = _known(facet for row in rows for facet in self._filed(row.article))
        known.sort(key=lambda pair: (-pair[1].articles, pair[0]))
        facets = {kind: [one for _, one in known if one.kind == kind][:most] for kind in KINDS}
        return Tally(of=len(rows), facets=facets)

    def excerpt(self, article: str, words: Iterable[str]) -> list[Part]:
        """See `FacetView.excerpt`."""
        wanted = set(search_words(" ".join(words)))
        runs = re.findall(r"\w+|\W+", " ".join(searched_text(self._kept.readings[article]).split()))
        at = next((n for n, run in enumerate(runs) if run.lower() in wanted), None)
        if at is None:
            return []
        first = max(0, at - 2 * AROUND)
        parts = groupby(runs[first : at + 2 * AROUND], key=lambda run: run.lower() in wanted)
        cut = [("…", False)] if first else []
        return [*cut, *(("".join(group), lit) for lit, group in parts)]

    def facets_in(self, article: str, kinds: Iterable[FacetKind]) -> list[Facet]:
        """See `FacetView.facets_in`."""
        wanted = set(kinds)
        found = sorted(self._filed(article), key=lambda facet: (-facet.times, facet.key))
        own = [replace(f, title=None, country=f.country if f.kind == "place" else None) for f in found]
        return [facet for facet in own if facet.kind in wanted]

    def named(self, kind: FacetKind, words: str, most: int, skip: int = 0) -> list[Known]:
        """See `FacetView.named`."""
        return self._called(kind, words)[skip : skip + most]

    def count_named(self, kind: FacetKind, words: str) -> int:
        """See `FacetView.count_named`."""
        return len(self._called(kind, words))

    def _called(self, kind: FacetKind, words: str) -> list[Known]:
        facets = (f for article in self._kept.readings for f in self._filed(article))
        called = _known(f for f in facets if f.kind == kind and _begins(f, words))
        return [known for _, known in sorted(called, key=lambda pair: (-pair[1].times, pair[0]))]

    def _filed(self, article: str) -> tuple[Facet, ...]:
        return self._kept.filed[article][0]

    def _agreeing(self, search: Search) -> list[Row]:
        """The articles that agree, in the order in which they are shown."""
        told = self._found(search.words)
        rows = [row for row in self.rows() if self._agrees(row, search, told)]
        if len(rows) > base.RANKED or search.newest:
            return rows[::-1]
        if search_words(search.words):
            return sorted(rows, key=lambda row: -told[row.article])
        return sorted(rows, key=lambda row: (row.day or "", row.number), reverse=True)

    def _agrees(self, row: Row, search: Search, told: dict[str, int]) -> bool:
        filed = self._filed(row.article)
        return (
            row.number > search.after
            and (row.article in told or not search_words(search.words))
            and _published(row.day, search)
            and all(_holds(filed, kind, words) for kind, words in search.named())
            and (not search.type or name_words(search.type) in [name_words(f.name) for f in filed if f.kind == "type"])
            and (not search.status or self._stands(row.article, search.status))
        )

    def _stands(self, article: str, status: Status) -> bool:
        """Whether a story that the article is of has findings with this status; `single_origin`: and no others."""
        current = (self._works.current(story, self._kept) for story in self._works.kept)
        return any(_has(kept.work, status) for kept in current if kept and article in kept.of)


def _has(work: Work, status: Status) -> bool:
    if status == "single_origin":
        return not any(count for one, count in work.findings.items() if one != "single_origin")
    return bool(work.findings[status])


def _published(day: str | None, search: Search) -> bool:
    if not (search.since or search.until):
        return True
    known = first_day(day)
    return bool(known and (first_day(search.since) or date.min) <= known <= (last_day(search.until) or date.max))


def _holds(filed: Iterable[Facet], kind: FacetKind, words: str) -> bool:
    wanted = set(name_words(words))
    return any(wanted and wanted <= set(f.searched.split()) for f in filed if f.kind == kind)


def _begins(facet: Facet, words: str) -> bool:
    """Whether a name holds all these words, the last of them at least the beginning of one."""
    own, wanted = facet.searched.split(), name_words(words)
    if not wanted:
        return not words.strip()
    return set(wanted[:-1]) <= set(own) and any(word.startswith(wanted[-1]) for word in own)


def _known(facets: Iterable[Facet]) -> list[tuple[str, Known]]:
    """What these facets are together, each with its key, in the order of their first."""
    found: dict[tuple[str, str], list[Facet]] = {}
    for facet in facets:
        found.setdefault((facet.kind, facet.key), []).append(facet)
    return [(key, _together(same)) for (_, key), same in found.items()]


def _together(same: list[Facet]) -> Known:
    def last(values: Iterator[str | None]) -> str | None:
        return next((value for value in values if value), None)

    return Known(
        kind=same[0].kind,
        name=same[0].name,
        articles=len(same),
        times=sum(facet.times for facet in same),
        country=last(facet.country for facet in reversed(same)),
        title=last(facet.title for facet in reversed(same)),
    )
