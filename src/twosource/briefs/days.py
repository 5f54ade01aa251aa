"""Which days matter: those that most independent origins name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from twosource.model import Record, Selector

Precision = Literal["year", "month", "day"]
FULL_DATE = len("2031-05-09")
WEEK = 7
"""Days."""


class Day(NamedTuple):
    """A day, month or year of the calendar: `date` as ISO 8601, cut at its precision."""

    date: str
    precision: Precision


class Naming(NamedTuple):
    """Who names a day: how many independent origins, how many reports."""

    origins: int
    reports: int


def day_of(earliest: str | None, latest: str | None) -> Day | None:
    """The day, month or year that holds both ends; None where nothing finer than a century does, and for a week or a
    weekend: a month says less, and each of its days more.
    """
    if not earliest or not latest:
        return None
    if _is_week(earliest, latest):
        return None
    if earliest[:10] == latest[:10] and len(earliest) >= 10:
        return Day(earliest[:10], "day")
    if earliest[:7] == latest[:7]:
        return Day(earliest[:7], "month")
    return Day(earliest[:4], "year") if earliest[:4] == latest[:4] else None


def _is_week(earliest: str, latest: str) -> bool:
    """Whether two to seven days are meant; from the first of a month on they are "earlier this month"."""
    if earliest == latest or earliest.endswith("-01") or not len(earliest) == len(latest) == FULL_DATE:
        return False
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days < WEEK


def named_days(record: Record) -> Mapping[Day, Naming]:
    """The days that the reports name, and by how many they are named.

    Of the weights tried on timelines that journalists wrote (Timeline17) this agrees best with the days they chose:
    better than counting mentions or days of publication (docs/design/briefs.md has the figures).
    """
    origin_of = _origins(record)
    origins: dict[Day, set[str]] = defaultdict(set)
    reports: dict[Day, set[str]] = defaultdict(set)
    for time in record.times:
        day = day_of(time.earliest, time.latest) if time.timex.type in ("DATE", "TIME") else None
        if day:
            origins[day].add(origin_of(time.article, time.selector))
            reports[day].add(time.article)
    return {day: Naming(len(found), len(reports[day])) for day, found in origins.items()}


def _origins(record: Record) -> Callable[[str, Selector], str]:
    """The origin of words of an article: the one whose passages hold them, else that of the article itself."""
    page = {a.id: a.page for a in record.articles}
    whole: dict[str, str] = {}
    parts: dict[str, list[tuple[Selector, str]]] = defaultdict(list)
    for origin in record.origins:
        carried = {s.page for s in origin.passages}
        whole |= {a: origin.id for a in origin.articles if page[a] not in carried}
        for passage in origin.passages:
            parts[passage.page].append((passage, origin.id))

    def origin_of(article: str, at: Selector) -> str:
        inside = (origin for passage, origin in parts.get(at.page, ()) if passage.covers(at))
        return next(inside, whole.get(article, article))

    return origin_of
