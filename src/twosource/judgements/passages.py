"""Finds in a record what a judgement speaks of: by its words, for ids change when reports are read anew.

Names, dates and places are short: what overlaps the passage is meant, and of several what shares most of it and has
least beside it. Quotes and claims are long and stand in one another: half of all words of the two must be shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from twosource.model import Judgement, Page, Record, Selector

T = TypeVar("T")
SAME = 0.5
"""Part of the words of two long passages, taken together, that both must hold."""


def held(passage: Selector, pages: Mapping[str, Page]) -> Selector | None:
    """The passage where its page reads so now, the nearest place if the text has moved; None where it is not there."""
    page = pages.get(passage.page)
    if page is None or not passage.exact:
        return None
    if page.text[passage.start : passage.end] == passage.exact:
        return passage
    after, before = page.text.find(passage.exact, passage.start), page.text.rfind(passage.exact, 0, passage.end)
    places = [at for at in (before, after) if at >= 0]
    if not places:
        return None
    start = min(places, key=lambda at: abs(at - passage.start))
    return Selector(page=page.id, start=start, end=start + len(passage.exact), exact=passage.exact)


def held_in(record: Record, judgement: Judgement) -> list[Selector]:
    """The passages of a judgement where the record's pages read so now; those that are not there are left out."""
    pages = {p.id: p for p in record.pages}
    return [s for p in judgement.passages if (s := held(p, pages))]


def shared(one: Selector, two: Selector) -> int:
    """Characters of both; none where they are of different pages."""
    return max(0, min(one.end, two.end) - max(one.start, two.start)) if one.page == two.page else 0


def likeness(one: Selector, two: Selector) -> float:
    """The characters of both among those of either, 0 to 1."""
    common = shared(one, two)
    return common / (one.end - one.start + two.end - two.start - common) if common else 0.0


def nearest(passage: Selector, found: Iterable[tuple[Selector, T]]) -> T | None:
    """Of short passages the one that is meant; None where none overlaps."""
    best = max(
        ((shared(passage, s), likeness(passage, s), -n, one) for n, (s, one) in enumerate(found)),
        key=lambda x: x[:3],
        default=None,
    )
    return best[3] if best and best[0] else None


def same(passage: Selector, found: Iterable[tuple[Selector, T]]) -> T | None:
    """Of long passages the one that is meant; None where none shares enough."""
    best = max(((likeness(passage, s), -n, one) for n, (s, one) in enumerate(found)), key=lambda x: x[:2], default=None)
    return best[2] if best and best[0] >= SAME else None


def hull(passages: Iterable[Selector], page: Page) -> Selector:
    """From the first to the last word of passages of one page."""
    ordered = sorted(passages)
    return Selector.of(page, ordered[0].start, max(s.end for s in ordered))
