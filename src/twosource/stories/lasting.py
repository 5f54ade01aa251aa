"""Which tolls are those of a happening that runs on for weeks: "cholera has killed 31 people since mid-May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from twosource.model import Selector, Time
from twosource.stories.dating import EARLIER, day, days_of, is_long
from twosource.text.days import days_from
from twosource.vocab.word_sets import word_set

A_YEAR = timedelta(days=366)
"""Time from its start after which what goes on is the background of other news: "since the war began in 2017"."""
REACH = 100
"""Characters before a day within which it is said that something began on it."""
AROUND = 300
"""Characters before and after a number within which it is said that it runs on."""
CLAUSE = 9
"""Words from "since" on within which a beginning is named."""
_LAST = word_set("happenings that last")
_BEGINS = word_set("begins")
_WORD = re.compile(r"[^\W\d_]+")
_START = re.compile(
    rf"\b(?:since|{'|'.join(sorted(_BEGINS))})\b(?:\W{{1,3}}(?!after\b|before\b|and\b|but\b)\w{{1,20}}){{0,9}}\W{{0,3}}$",
    re.IGNORECASE,
)
"""Before a day on which something began: "since protests erupted on", "which was declared on"."""
_OF_A_PERIOD = re.compile(r"\bsince (?:the )?(?:start|beginning) of (?:the |this )?(?:year|month|week|season|\d)", re.I)
_RELATIVE = re.compile(r"\b(?:that|which|who)(?: \w{1,20}){0,3} ?$", re.IGNORECASE)
"""Before a number told of a thing in passing: "they marched against a war that has killed 900"."""
SUBJECT = 60
"""Characters from the start of a sentence within which what "that has killed" belongs to is its subject."""


def runs_on(
    text: str, sentence: tuple[int, int], number: Selector, times: Sequence[Time], today: date | None, topic: str = ""
) -> bool:
    """Whether the number is told of something that began some time before the report's day and goes on.

    `times` are those of its sentence. What lasts has to be named, there or in the headline (`topic`), or its beginning;
    sprees ("10 shot since Friday") do not run on, nor does what began over a year before, nor what is told in passing.
    """
    before = text[max(sentence[0], number.start - AROUND) : number.start]
    after = text[number.end : min(sentence[1], number.end + AROUND)]
    starts = [t for t in times if _is_start(text, sentence, t)]
    old = any(day(t.earliest) < today - A_YEAR for t in starts if today and t.earliest)
    if old or (len(before) > SUBJECT and _RELATIVE.search(before)):
        return False
    since = "since" in _words(after)
    if not since and not starts and not any(_spans(t, today) for t in times):
        return False
    return not _LAST.isdisjoint(_words(f"{topic} {before} {after}")) or (since and _is_begun(after))


def dates_it(text: str, sentence: tuple[int, int], time: Time, today: date | None) -> bool:
    """Whether a time is that of the count of what runs on: not its beginning, its weeks, or the report's own day."""
    days = days_of(time)
    own = today is not None and days is not None and days_from(today, -EARLIER) <= days[1]
    return not own and not _is_start(text, sentence, time) and not _spans(time, today)


def _is_start(text: str, sentence: tuple[int, int], time: Time) -> bool:
    at = time.selector
    told = _START.search(text, max(sentence[0], at.start - REACH), at.start)
    return told is not None or at.exact.lower().startswith("since ")


def _spans(time: Time, today: date | None) -> bool:
    """Whether a time is weeks long and the report's own day lies in it: "this year"."""
    days = days_of(time)
    return today is not None and days is not None and is_long(days) and days[0] <= today <= days[1]


def _is_begun(after: str) -> bool:
    """Whether "since" names a beginning: "since the start of the offensive"; that of a year is none."""
    words = _words(after)
    at = words.index("since")
    return not _BEGINS.isdisjoint(words[at + 1 : at + CLAUSE]) and not _OF_A_PERIOD.search(after)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
