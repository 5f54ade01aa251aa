"""Reports that follow an agency in other words: credited to it as a whole, or citing it for what they say.

Two reports of one happening that both rest on one agency are one origin even without shared wording: agencies rewrite
their copy through the day, and outlets retell it. Counting them twice would corroborate AP with AP. A report that
credits only a contribution to the agency has reporters of its own; it stays an origin of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, Evidence, Page, Selector
from twosource.origins.forest import TOGETHER, Link
from twosource.origins.reports import Reports
from twosource.origins.words import Running
from twosource.text.days import day_of
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.word_shares import word_shares

ALIKE = 0.2
"""Part of the smaller report's telling words that two reports of one happening share at least."""
APART = 3
"""Days between the publications of two reports that follow the same copy."""
RECENT = 30
"""Earlier reports of an agency that one is compared with, the last ones."""
SHORT = 3
"""Characters of words that tell nothing."""
_COMMON = 0.05


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is about: the numbers of its words that are not common, by concept, and its day."""

    number: int
    telling: NDArray[np.int64]
    day: date | None


def agency_links(reports: Reports, linked: set[int]) -> list[Link]:
    """Links from reports that follow an agency to the first report of that agency on the same happening.

    `linked` are those that follow another by their wording.
    """
    earlier: dict[str, deque[Told]] = {}
    followed, found = set(linked), []
    concepts_of = Concepts()
    for j in _fetched(reports, [n for n, report in enumerate(reports) if report.follows]):
        told = Told(j, concepts_of(reports[j].page, reports.words(j)), _day(reports[j].article))
        for wire, at in reports[j].follows.items():
            known = earlier.setdefault(wire, deque(maxlen=RECENT))
            first = same_happening(known, told, len(concepts_of))
            if first is not None and j not in followed:
                found.append(Link(first, j, (), (_evidence(wire, at),)))
                followed.add(j)
            known.append(told)
    return found


def same_happening(known: Iterable[Told], told: Told, concepts_known: int) -> int | None:
    """The first of those published within days of this report that share enough telling words with it."""
    near = [one for one in known if not (one.day and told.day and abs((one.day - told.day).days) > APART)]
    if not near:
        return None
    sizes = np.array([len(one.telling) for one in near])
    tells = np.zeros(concepts_known, np.bool_)
    tells[told.telling] = True
    common = tells[np.concatenate([one.telling for one in near])]
    shared = np.diff(np.concatenate(([0], np.cumsum(common)))[np.concatenate(([0], np.cumsum(sizes)))])
    alike = np.flatnonzero(shared >= ALIKE * np.maximum(1, np.minimum(sizes, len(told.telling))))
    return near[alike[0]].number if len(alike) else None


class Concepts:
    """Numbers the concepts that words stand for as they are first met."""

    def __init__(self) -> None:
        self._of_word: dict[int, int] = {}
        self._of_concept: dict[str, int] = {"": 0}

    def __len__(self) -> int:
        return len(self._of_concept)

    def __call__(self, page: Page, words: Running) -> NDArray[np.int64]:
        """The concepts of a report's words, common ones left out."""
        known = self._of_word
        first = {one: n for n, one in enumerate(words.hashes.tolist())}
        for one in [one for one in first if one not in known]:
            word = page.text[words.starts[first[one]] : words.ends[first[one]]]
            known[one] = self._of_concept.setdefault(_concept(word), len(self._of_concept))
        return np.array(sorted({known[one] for one in first} - {0}), np.int64)


def _concept(word: str) -> str:
    """The group of synonyms that a word is of, or its stem; empty where it is short or common."""
    if len(word) <= SHORT:
        return ""
    one = stem(word)
    group = concepts().get(one)
    return group or ("" if word_shares().get(one, 0.0) >= _COMMON else one)


def _fetched(reports: Reports, numbers: Sequence[int]) -> Iterator[int]:
    """The numbers, the words of many reports read together."""
    for at in range(0, len(numbers), TOGETHER):
        reports.fetch(numbers[at : at + TOGETHER])
        yield from numbers[at : at + TOGETHER]


def _day(article: Article) -> date | None:
    return day_of(article.published.value) if article.published else None


def _evidence(wire: str, at: tuple[Selector, ...]) -> Evidence:
    detail = f"rests on {wire} for the same happening as another report of that agency, in other words"
    return Evidence(function="same_agency", score=0.6, detail=detail, selectors=at)
