"""At which hour a report says that something was: what it tells to the minute it tells, as a rule, of one happening."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.marks import concepts_in
from twosource.findings.moments import is_bare_clock
from twosource.model import Selector
from twosource.vocab.events import OWN_TYPES
from twosource.vocab.finding_words import finding_words

DAY = 24 * 60
"""Minutes: "midnight on Sunday" may be where Sunday begins or ends, five minutes from 12:05 a.m. either way."""
_CLOCK = re.compile(r"[^T]{1,20}T(\d\d):(\d\d)")
_HALF = re.compile(
    r"[ap]\.?\s?m\b|morning|noon|midday|evening|night|hours|gmt|(?<![:.\d])(?:0\d|1[3-9]|2[0-3])[:.]?\d\d\b", re.I
)
"""What tells morning from evening."""


class Hour(NamedTuple):
    """Minutes after midnight, the day where the words name one, the number of the sentence, and the words.

    `either` is set where the words do not tell morning from evening: "ten past six".
    """

    minutes: int
    day: str | None
    sentence: int
    either: bool
    at: Selector


Hours = Mapping[tuple[str, str], frozenset[Hour]]
"""By article and kind of happening the hours that the article gives for it."""


def hours_of(assertions: Iterable[Assertion]) -> Hours:
    """The hours that reports give for what they tell as done, headlines aside."""
    found: dict[tuple[str, str], set[Hour]] = defaultdict(set)
    for assertion in assertions:
        if not assertion.headline and (hour := hour_in(assertion)):
            for kind in kinds(assertion):
                found[assertion.article, kind].add(hour)
    return {key: frozenset(hours) for key, hours in found.items()}


@worked_out_once
def hour_in(assertion: Assertion) -> Hour | None:
    """Its only time of the clock, what stands in brackets aside: "at 2 p.m. (1300 GMT)", and "two minutes later" is of
    another thing than what it is reckoned from.
    """
    read = [t for t in assertion.times if not (_in_brackets(assertion.at, t.selector) or _is_reckoned(t.selector))]
    told = ((_CLOCK.match(t.timex.value), t) for t in read)
    found = [(clock, time) for clock, time in told if clock]
    if len(found) != 1:
        return None
    ((clock, time),) = found
    at = time.selector
    day = None if is_bare_clock(at) else time.earliest
    return Hour(int(clock[1]) * 60 + int(clock[2]), day, assertion.sentence, not _HALF.search(at.exact), at)


def _is_reckoned(at: Selector) -> bool:
    return not finding_words("reckoned").isdisjoint(at.exact.lower().split())


def _in_brackets(whole: Selector, at: Selector) -> bool:
    before = whole.exact[: max(0, at.start - whole.start)]
    return before.rfind("(") > before.rfind(")")


@worked_out_once
def kinds(assertion: Assertion) -> frozenset[str]:
    """What it tells as done: the types and the words of its events."""
    done = [e for e in assertion.events if e.realis == "asserted"]
    types = frozenset(e.type for e in done if e.type not in OWN_TYPES)
    return types.union(*(concepts_in(e.anchor.exact.split()) for e in done))


def minutes_apart(one: Hour, two: Hour) -> int:
    """How far two times of the clock lie apart, around midnight too."""
    turn = DAY // 2 if one.either or two.either else DAY
    apart = abs(one.minutes - two.minutes) % turn
    return min(apart, turn - apart)


def hours_of_one(one: Assertion, two: Assertion, hours: Hours) -> tuple[Hour, Hour] | None:
    """The hour of each, where both tell the same kind of thing and neither report gives another hour for that kind."""
    for kind in sorted(kinds(one) & kinds(two)) if hours else ():
        mine, theirs = hours.get((one.article, kind), ()), hours.get((two.article, kind), ())
        if len(mine) == len(theirs) == 1:
            (here,), (there,) = mine, theirs
            if (here.sentence, there.sentence) == (one.sentence, two.sentence) and may_be_one_day(here, there):
                return here, there
    return None


def may_be_one_day(one: Hour, two: Hour) -> bool:
    """Whether not both name a day, or the same."""
    return one.day is None or two.day is None or one.day == two.day
