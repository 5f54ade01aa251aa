"""Which reports tell of one happening: one pass over a stream, each report joins the nearest story or opens one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from twosource.model import content_id
from twosource.stories.centre import Centre
from twosource.stories.rarity import Rarity
from twosource.stories.terms import terms

Arrival = tuple[str, str, str | None]
"""A report's id, its text, its ISO day or None."""

NEAR = 0.2
"""Cosine from which a report belongs to a story, while few reports are known …"""
NEAR_AT_LAST = 0.32
"""… and once `SETTLED` are: the more stories there are, the more of them look alike."""
SETTLED = 20
OPENING = 8
"""Reports that a stream opens with are compared with one another, so that a few need not come in a lucky order: two
reports of one happening that share little are told to be so by a third."""
NEAR_OPENING = 0.18
"""Nearness from which two stories among them are one."""
KEPT = 100
"""Terms of a report that are compared, the rarest and weightiest. 60 to all of them measured alike."""
KEYS = 25
"""Terms by which stories are looked up."""


def cluster(articles: Iterable[Arrival]) -> Iterator[tuple[str, str]]:
    """For each (id, text, ISO day or None) as it arrives, (id, id of its story); the first line is the headline.

    The first `OPENING` reports are answered together, each later one at once.
    """
    rarity = Rarity()
    arriving = iter(articles)
    opening = list(islice(arriving, OPENING))
    centres, told = _open(opening, rarity)
    yield from told
    keys: dict[str, list[int]] = defaultdict(list)
    for at, centre in enumerate(centres):
        for term in _keys(centre.vector):
            keys[term].append(at)
    for number, (article, text, day) in enumerate(arriving, len(opening)):
        vector = rarity.vector(terms(text), KEPT)
        at = _place(article, vector, _day(day), centres, keys, _threshold(number))
        yield article, centres[at].id


def _open(opening: Sequence[Arrival], rarity: Rarity) -> tuple[list[Centre], list[tuple[str, str]]]:
    """The stories that the first reports make, by joining the two nearest again and again; and whose story is which."""
    read = [terms(text) for _, text, _ in opening]
    for weights in read:
        rarity.count(weights)
    centres = [Centre(content_id("story", article)) for article, _, _ in opening]
    members = [[article] for article, _, _ in opening]
    for centre, weights, (_, _, day) in zip(centres, read, opening, strict=True):
        centre.add(rarity.weigh(weights, KEPT), _day(day))
    while (pair := _nearest_pair(centres)) is not None:
        into, out = pair
        centres[into].join(centres.pop(out))
        members[into] += members.pop(out)
    story = {article: centre.id for centre, held in zip(centres, members, strict=True) for article in held}
    return centres, [(article, story[article]) for article, _, _ in opening]


def _nearest_pair(centres: Sequence[Centre]) -> tuple[int, int] | None:
    """The two stories most alike, the earlier first; None if no two are near."""
    pairs = ((centres[i].nearness(centres[j]), -i, -j) for j in range(len(centres)) for i in range(j))
    nearness, i, j = max(pairs, default=(0.0, 0, 0))
    return (-i, -j) if nearness >= NEAR_OPENING else None


def _place(
    article: str,
    vector: dict[str, float],
    when: date | None,
    centres: list[Centre],
    keys: dict[str, list[int]],
    threshold: float,
) -> int:
    """Puts the report into the nearest story, or opens one for it; the index of that story."""
    at = _nearest(vector, when, centres, keys, threshold)
    if at is None:
        at = len(centres)
        centres.append(Centre(content_id("story", article)))
    for term in _keys(vector):
        if not keys[term] or at not in keys[term][-1:]:
            keys[term].append(at)
    centres[at].add(vector, when)
    return at


def _nearest(
    vector: dict[str, float],
    when: date | None,
    centres: list[Centre],
    keys: dict[str, list[int]],
    threshold: float,
) -> int | None:
    candidates = sorted({at for term in _keys(vector) for at in keys[term]})
    likeness, at = max(((centres[at].likeness(vector, when), -at) for at in candidates), default=(0.0, 0))
    return -at if likeness >= threshold else None


def _keys(vector: dict[str, float]) -> list[str]:
    return sorted(vector, key=lambda term: (-vector[term], term))[:KEYS]


def _threshold(number: int) -> float:
    return NEAR + (NEAR_AT_LAST - NEAR) * min(1.0, number / SETTLED)


def _day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None
