"""The date of an undated report, from the other reports of its story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from twosource.model import Published, Reading
from twosource.text.days import day_of

SPREAD = 3
"""Days that the dated reports of a story may lie apart for their date to be lent to another."""


def dates_from_story(readings: Sequence[Reading]) -> dict[str, Published]:
    """For each undated report of one story, the day that most of the others were published on, if they lie close.

    Of days named equally often the earliest; the result's basis is "story". Nothing where no report is dated.
    """
    dated = [(day, r.article.published) for r in readings if (day := _day(r))]
    days = [day for day, _ in dated]
    if not days or (max(days) - min(days)).days > SPREAD:
        return {}
    count = Counter(days)
    best = min(count, key=lambda day: (-count[day], day))
    selectors = [p.selector for day, p in dated if day == best and p and p.selector]
    lent = Published(
        value=best.isoformat(), precision="day", basis="story", selector=min(selectors) if selectors else None
    )
    return {r.article.id: lent for r in readings if r.article.published is None}


def _day(reading: Reading) -> date | None:
    published = reading.article.published
    return day_of(published.value) if published and published.precision not in ("year", "month") else None
