"""Times: finds the time expressions of an article and what they mean (TIMEX3), against the day it was published."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from twosource.circumstances import (
    time_clocks,
    time_dates,
    time_of_day,
    time_quarters,
    time_relative,
    time_seasons,
    time_stretches,
    time_today,
    time_weekdays,
    time_within,
    time_years,
)
from twosource.circumstances.periods import moved, valid_day
from twosource.circumstances.scene import Scene, Value
from twosource.circumstances.time_grammar import Found, matches
from twosource.circumstances.time_joining import Expression, joined
from twosource.circumstances.time_next_day import is_of_next_day
from twosource.circumstances.time_signs import signs_of
from twosource.circumstances.time_spoken import NIGHT
from twosource.circumstances.time_verbs import Verbs
from twosource.circumstances.words import BREAK, ROLES, Words, read_words
from twosource.model import Selector, Time, Timex, content_id
from twosource.text.days import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from twosource.model import Article, Reading

_VALUES: dict[str, Callable[[Found, Scene], Value | None]] = {
    "iso": time_dates.iso,
    "slashed": time_dates.slashed,
    "month_day": time_dates.month_day,
    "month_days": time_dates.month_days,
    "month_day_this": time_dates.month_day_this,
    "dashed": time_dates.dashed,
    "year_first": time_dates.year_first,
    "weekday_and_day": time_dates.weekday_and_day,
    "month": time_dates.month,
    "week_of_month": time_dates.week_of_month,
    "year": time_years.year,
    "years": time_years.years,
    "fiscal_year": time_years.fiscal_year,
    "spelled_year": time_years.spelled_year,
    "decade": time_years.decade,
    "half_decade": time_years.half_decade,
    "century": time_years.century,
    "season": time_seasons.season,
    "holiday": time_seasons.holiday,
    "quarter": time_quarters.quarter,
    "half": time_quarters.half,
    "latest_quarter": time_quarters.latest_quarter,
    "year_ago_quarter": time_quarters.year_ago_quarter,
    "weekday": time_weekdays.weekday,
    "weekdays": time_weekdays.weekdays,
    "today": time_today.today,
    "overnight": time_of_day.overnight,
    "part_of_day": time_of_day.part_of_day,
    "nth_day": time_of_day.nth_day,
    "this_part": time_today.this_part,
    "relative": time_relative.relative,
    "edge_of_unit": time_relative.edge_of_unit,
    "weekend": time_relative.weekend,
    "ago": time_relative.ago,
    "ago_range": time_relative.ago_range,
    "from_now": time_relative.from_now,
    "offset": time_relative.offset,
    "that": time_relative.that,
    "beside": time_relative.beside,
    "stretch": time_stretches.stretch,
    "recent": time_stretches.recent,
    "duration": time_stretches.duration,
    "sum": time_stretches.sum_of,
    "bare_units": time_stretches.bare_units,
    "unit_long": time_stretches.unit_long,
    "every": time_stretches.every,
    "daily": time_stretches.daily,
    "amounted": time_stretches.amounted,
    "rate": time_stretches.rate,
    "reference": time_stretches.reference,
    "the_past": time_stretches.the_past,
    "the_year": time_stretches.the_year,
    "week_of": time_dates.week_of,
    "clock": time_clocks.clock,
    "whole": time_within.whole,
    "within": time_within.within,
    "that_date": time_within.that_date,
    "day_of_month": time_within.day_of_month,
    "week_after": time_within.week_after,
}

_MORNING, _EVENING, _LATE = "T06", "T18", "T20"
_SOONER = frozenset({"earlier", "before", "after", "had", "hours", "previous", "by"})
"""Words by which a time told after a night may be one before it."""


def find_times(reading: Reading) -> Reading:
    """The reading with its time expressions, in the order of the page; what cannot be resolved keeps an empty value."""
    words = read_words(reading, ROLES)
    today = _published(reading.article)
    verbs = Verbs(reading.analysis.sentences) if reading.analysis else None
    scene = Scene(words, today, of_next_day=is_of_next_day(words, today, verbs), verbs=verbs)
    found = (e for e in joined(list(_expressions(words, scene)), scene) if not _in_name(reading, words, e))
    return replace(reading, times=tuple(_time(reading, words, e) for e in found))


def _in_name(reading: Reading, words: Words, e: Expression) -> bool:
    """Whether the words are a person's ("April Jones") or a part of the name of a body ("the Sunday Times")."""
    start, end = words.starts[e.first], words.ends[e.end - 1]
    names = reading.analysis.names if reading.analysis else ()
    name = names[at - 1] if (at := bisect_right(names, start, key=_start)) else None
    if name is None or end > name.end:
        return False
    return name.label == "PER" or (name.label == "ORG" and end - start < name.end - name.start)


_start = attrgetter("start")


def _published(article: Article) -> date | None:
    """The day of publication, None where it is not known to the day."""
    published = article.published
    if published is None or published.precision in ("year", "month"):
        return None
    day = day_of(published.value)
    return valid_day(day.year, day.month, day.day) if day else None


def _expressions(words: Words, scene: Scene) -> Iterator[Expression]:
    signs, start = signs_of(words), 0
    while True:
        at, candidates = matches(signs, start)
        if at < 0:
            return
        start = at + 1
        for found in candidates:
            value = _VALUES[found.rule](found, scene)
            if value is not None:
                is_clock = found.rule == "clock"
                day = _day_near(found, value, scene) if is_clock else None
                value = time_clocks.at_midnight_gone(found, value, day, scene) if is_clock else value
                away = time_relative.hours_away(found) if found.rule == "offset" else None
                yield Expression(found.first, found.end, value, is_clock, day, away)
                start = found.match.end()
                break
        else:
            continue
        if value is not None and value.type in ("DATE", "TIME") and value.period.first is not None:
            scene.speak(value.period, found.first, found.end, value.mod)


def _day_near(found: Found, clock: Value, scene: Scene) -> date | None:
    """The day of a clock time that names none; after "Saturday night" what is earlier on the dial is Sunday's."""
    at, near = clock.period.value, scene.near(found.first)
    day = scene.day_near(found.first, found.end)
    if day is None or scene.today is None:
        return day
    if near is not None and near.part in NIGHT and day == near.day:
        between = scene.words.lower[scene.spoken_at : found.first]
        plain = found.kind("noon") is not None or found.value("ampm") is not None
        noon = plain and _MORNING <= at < _EVENING and day < scene.today and not _SOONER & {*between}
        told = scene.verbs is None or near.of_telling  # "spoke late on Tuesday. ¶ "They came at five in the morning"
        small = at < _MORNING and not (told and BREAK in between)
        return moved(day, "D", 1) if small or noon else day
    gone = at >= _LATE and day == scene.today and near is None and scene.lean(found.first, found.end) < 0
    return scene.told.night if gone and scene.told.night == moved(scene.today, "D", -1) else day


def _time(reading: Reading, words: Words, e: Expression) -> Time:
    start, end = words.starts[e.first], words.ends[e.end - 1]
    period, value = e.value.period, e.value
    return Time(
        id=content_id("time", reading.article.id, start, end),
        article=reading.article.id,
        selector=Selector.of(reading.page, start, end),
        timex=Timex(type=value.type, value=period.value, mod=value.mod),
        earliest=period.first.isoformat() if period.first else None,
        latest=period.last.isoformat() if period.last else None,
        basis=value.basis,
    )
