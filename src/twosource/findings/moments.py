"""When an assertion's matter is still to come, and when it began: what reports say of time in different words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from twosource.findings.assertions import Begin, Days
from twosource.findings.deeds import to_come
from twosource.findings.marks import concepts_in
from twosource.model import Event, Quantity, Selector, Time
from twosource.text.days import days_from
from twosource.text.stems import stem
from twosource.vocab.concepts import concepts
from twosource.vocab.events import noun_phrases
from twosource.vocab.finding_words import finding_words
from twosource.vocab.numbers import number_words

_WORD = re.compile(r"[a-z][a-z'’]{0,20}")
_DURATION = re.compile(r"P(\d{1,3})([DWM])")
_INTO = re.compile(r"\s{1,2}(?:into|in to|after the (?:start|beginning|launch) of|since the (?:start|beginning) of)\b")
_LENGTH = {"D": 1, "W": 7, "M": 30}
_UNIT = {"day": 1, "week": 7, "month": 30}
FARTHEST = 366
"""Days ahead within which reports of one happening can mean the same plan."""


def plan(at: Selector, times: Sequence[Time], events: Sequence[Event], published: date | None) -> Days | None:
    """The days of what is still to come: a calendar day after that of publishing, or another
    time that lasts beyond it beside a word or event of planning.
    """
    if published is None:
        return None
    words = set(_WORD.findall(at.exact.lower()))
    said = bool(words & finding_words("plans") or to_come(at.exact, headline=False))
    said = said or any(e.realis == "planned" for e in events)
    last = days_from(published, FARTHEST).isoformat()
    today = published.isoformat()
    for time in (t for t in times if not is_bare_clock(t.selector)):
        if said and time.earliest == time.latest == today and finding_words("tonight") & set(_words(time)):
            return today, today
        if time.earliest and time.latest and today < time.latest <= last:
            first = max(time.earliest, today)
            if said or (first == time.latest and any(c.isdecimal() for c in time.selector.exact)):
                return first, time.latest
    return None


def is_bare_clock(at: Selector) -> bool:
    """Whether the words are of the clock alone, which names no day: "about 11:18 p.m.", "ten past three"."""
    words = [word.strip(".,;") for word in at.exact.lower().replace("-", " ").split()]
    known = finding_words("of the clock") | number_words().keys()
    told = [word for word in words if not (word in known or _CLOCK.fullmatch(word))]
    return not told and any(word in finding_words("of the clock") or ":" in word or word[-1:] == "m" for word in words)


_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m)?")


def _words(time: Time) -> list[str]:
    return time.selector.exact.lower().split()


def begin(
    at: Selector, marks: frozenset[str], times: Sequence[Time], quantities: Sequence[Quantity], published: date | None
) -> Begin | None:
    """When what the assertion names began: "nine days into", "its third day", "began on Monday"."""
    what = marks & _happenings()
    if published is None or not what:
        return None
    days = (
        _into(at, times, published)
        or _nth(at, quantities, published)
        or (_began(at, times) if "begin" in marks else None)
    )
    return Begin(what, days) if days else None


@cache
def _happenings() -> frozenset[str]:
    """What can begin: the concepts of nouns that name an event, but beginning itself; no port and no worker begins."""
    phrases = (row for rows in noun_phrases().values() for row in rows if row.type != "-")
    named = (row.words[-1] for row in phrases if not any(words & _LINKS for words in row.words))
    nouns = {stem(word) for words in named for word in words}
    return frozenset(concept for root, concept in concepts().items() if root in nouns) - {"begin"}


def _into(at: Selector, times: Sequence[Time], published: date) -> Days | None:
    """The day published less the stretch of time that it is "into" something; a unit of slack on either side."""
    for time in times:
        length = _DURATION.fullmatch(time.timex.value)
        if length and _INTO.match(at.exact, time.selector.end - at.start):
            unit = _LENGTH[length.group(2)]
            return _around(published, int(length.group(1)) * unit, unit)
    return None


def _nth(at: Selector, quantities: Sequence[Quantity], published: date) -> Days | None:
    """The day on which "its third day" was the first, by the day published."""
    for quantity in quantities:
        before = at.exact[: quantity.selector.start - at.start].lower().split()[-1:]
        after = at.exact[quantity.selector.end - at.start :].lower().split()[:1]
        unit = _UNIT.get(after[0].strip(",.;")) if after else None
        if quantity.ordinal and quantity.point and unit and set(before) & finding_words("ordinal follows"):
            return _around(published, int(min(quantity.point, 999) - 1) * unit, unit - 1)
    return None


def _began(at: Selector, times: Sequence[Time]) -> Days | None:
    """The time nearest to the word that says it began: "walked out on Monday over a rule in force since January"."""
    dated = [(t, t.earliest, t.latest) for t in times if t.timex.type in ("DATE", "TIME")]
    near = [(t, a, b) for t, a, b in dated if a and b and a[:7] == b[:7]]  # a season or a year begins nothing
    words = [at.start + m.start() for m in _WORD.finditer(at.exact.lower()) if _begins(at.exact[m.start() :])]
    found = min(((abs(t.selector.start - w), a, b) for t, a, b in near for w in words), default=None)
    return found[1:] if found else None


def _begins(text: str) -> bool:
    """Whether the text opens with a word or phrase for beginning."""
    words = text.split(maxsplit=LONGEST_PHRASE)[:LONGEST_PHRASE]
    return "begin" in concepts_in(words) and "begin" not in concepts_in(words[1:])


_LINKS = frozenset({"of", "on", "at", "to", "in", "for", "from", "with", "by", "over", "against", "into"})
"""In a phrase with one of these the last word names no happening: "closure of the port"."""
LONGEST_PHRASE = 3
"""Words of "get under way"."""


def _around(published: date, days: int, slack: int) -> Days | None:
    return days_from(published, -days - slack).isoformat(), days_from(published, slack - days).isoformat()
