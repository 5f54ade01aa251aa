"""In which aspect two reports of one happening cannot both be right: its day, its town, its doer, or whether it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from twosource.findings.amounts import other_amount, other_count_since
from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.compare import hours_apart, is_done_in, share_action, shared_acts
from twosource.findings.conflicts import Conflict, Value, in_order, is_later
from twosource.findings.doers import Actors, doers, is_named, mention, namesakes
from twosource.findings.hours import hour_in, may_be_one_day
from twosource.findings.marks import concepts_in
from twosource.findings.moments import is_bare_clock
from twosource.findings.stances import denies_a_statement, is_charge
from twosource.findings.sums import counts_clash
from twosource.findings.whereabouts import elsewhere, town
from twosource.model import Selector
from twosource.vocab.events import OWN_TYPES, STATEMENT
from twosource.vocab.finding_words import finding_words

FARTHEST = 7
"""Days between two that reports give for one happening; what lies farther apart was, as a rule, another one."""


def conflict(one: Assertion, two: Assertion, actors: Actors) -> Conflict | None:
    """The first aspect in which the two cannot both be right, if they tell of one happening."""
    return next((found for aspect in ASPECTS if (found := aspect(one, two, actors))), None)


def other_day(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Each dates the same thing, which happens but once, on one day, and these are days apart."""
    mine, theirs = _day(one), _day(two)
    if mine is None or theirs is None or not _once(one, two) or counts_clash(one, two):
        return None
    (first, at), (second, there) = mine, theirs
    if is_bare_clock(at) or is_bare_clock(there):
        return None  # "at 11:18 p.m." is taken for the day of the report, and may be of the night before
    if _dates_another(one, at, two) or _dates_another(two, there, one):
        return None
    if not 0 < abs((first - second).days) <= FARTHEST or _is_ahead(one, first) != _is_ahead(two, second):
        return None
    return Conflict("time", Value(first.isoformat(), (at,)), Value(second.isoformat(), (there,)))


def other_hour(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Each gives one time of the clock for the same thing, on one day, and these lie more than an hour apart."""
    if not hours_apart(one, two) or not share_action(one, two) or counts_clash(one, two):
        return None
    mine, theirs = hour_in(one), hour_in(two)
    if mine is None or theirs is None or not may_be_one_day(mine, theirs):
        return None
    return Conflict("time", Value(mine.at.exact, (mine.at,)), Value(theirs.at.exact, (theirs.at,)))


def other_town(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Each says that the same thing, which happens but once, was in one town, and these lie far apart."""
    if not _once(one, two) or not elsewhere(one, two) or counts_clash(one, two):
        return None
    mine, theirs = town(one), town(two)
    days = _day(one), _day(two)
    if mine is None or theirs is None or (days[0] and days[1] and days[0][0] != days[1][0]):
        return None
    (here, at), (there, where) = mine, theirs
    return Conflict("place", Value(here.name, (at,)), Value(there.name, (where,)))


def other_doer(one: Assertion, two: Assertion, actors: Actors) -> Conflict | None:
    """They name different persons, or different groups, for what only one can do or be."""
    acts = shared_acts(one, two)
    claimed = "responsibility" in acts and bool(acts & finding_words("claimed acts"))
    if not claimed and not (acts & finding_words("one holder") and len(acts) >= 2):
        return None
    mine, theirs = doers(one, actors, claimed=claimed), doers(two, actors, claimed=claimed)
    if len(mine - theirs) != 1 or len(theirs - mine) != 1:
        return None
    here, there = actors[min(mine - theirs)], actors[min(theirs - mine)]
    if (here.kind == "person") != (there.kind == "person") or namesakes(here, there):
        return None
    if is_named(here, two.whole) or is_named(there, one.whole):
        return None
    return Conflict("actor", Value(here.name, (mention(one, here),)), Value(there.name, (mention(two, there),)))


def other_outcome(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """One says that what the other has planned, or tells of, is called off or put off; or it has come since."""
    for first, second in ((one, two), (two, one)):
        if (first.planned or _happened(first)) and first.told & _what_is_off(second) and not _what_is_off(first):
            found = Value("planned" if first.planned else "happened", (first.at,)), Value("called off", (second.at,))
            return in_order("realis", one is first, found, later=is_later(second, first))
        if _is_done_since(first, second) or (first.planned and not second.planned and _came(first, second)):
            found = Value("planned", (first.at,)), Value("happened", (second.at,))
            return in_order("realis", one is first, found, later=True)
    return None


def other_word(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """One side denies what the other report states, or somebody else in it."""
    for denial, other in ((one, two), (two, one)):
        if not denial.denied or other.negative or other.sides & denial.sides or is_charge(other.at):
            continue
        if not denies_a_statement(denial.at):
            continue
        words = [m for m in denial.told if m[0] != "#"]
        if len(words) >= 2 and 3 * sum(m in other.told for m in words) >= 2 * len(words):
            found = Value("denied", (denial.at,)), Value("said", (other.at,))
            return in_order("polarity", one is denial, found)
    return None


ASPECTS: tuple[Callable[[Assertion, Assertion, Actors], Conflict | None], ...] = (
    other_outcome,
    other_day,
    other_hour,
    other_town,
    other_doer,
    other_amount,
    other_count_since,
    other_word,
)
"""Asked in this order; the first that speaks is what a reader is shown."""


def _once(one: Assertion, two: Assertion) -> bool:
    """Whether both tell of the same thing that happens but once: a start, a verdict, a landing, and of what."""
    acts = shared_acts(one, two)
    return bool(acts & finding_words("once")) and len(acts) + len(_names(one) & _names(two)) >= 2


def _names(assertion: Assertion) -> frozenset[str]:
    return frozenset(m for m in assertion.marks if m[0] == "@")


@worked_out_once
def _day(assertion: Assertion) -> tuple[date, Selector] | None:
    """The only day that it names, and the words."""
    if any(e.type == STATEMENT for e in assertion.events):
        return None
    dated = [t for t in assertion.times if t.earliest and t.latest]
    if not dated or len({(t.earliest, t.latest) for t in dated}) > 1 or dated[0].earliest != dated[0].latest:
        return None
    try:
        return date.fromisoformat(dated[0].earliest or ""), dated[0].selector
    except ValueError:  # a year beyond 9999, or before 1
        return None


def _dates_another(assertion: Assertion, at: Selector, other: Assertion) -> bool:
    """Whether the day at `at` is that of an event that the other does not tell of: the arrest, not the theft."""
    dated = [e.anchor.exact for e in assertion.events if e.time and e.time.selector == at]
    return bool(dated) and concepts_in(dated).isdisjoint(other.told)


def _is_ahead(assertion: Assertion, day: date) -> bool:
    return assertion.published is not None and day > assertion.published


@worked_out_once
def _happened(assertion: Assertion) -> bool:
    """Whether it tells of something done, on a day that it names, by the time of its report."""
    day = _day(assertion)
    done = any(e.realis == "asserted" and e.type not in OWN_TYPES for e in assertion.events)
    return done and day is not None and not _is_ahead(assertion, day[0])


@worked_out_once
def _what_is_off(assertion: Assertion) -> frozenset[str]:
    """What it says is called off or put off: it stands before "was called off", and after "called off"."""
    if assertion.negative or not assertion.marks & OFF:
        return frozenset()
    words = assertion.at.exact.split()
    found: set[str] = set()
    for i in (i for i in range(len(words)) if _says_off(words, i)):
        passive = i > 0 and words[i - 1].lower() in finding_words("is done")
        off = words[max(0, i - BEFORE) : i] if passive else words[i + 1 : i + 1 + AFTER]
        if not any(word[:1].isdecimal() for word in off):  # some of many: "cancelled 12 trains" leaves others to come
            found |= concepts_in(off)
    return frozenset(found & assertion.told) - OFF


def _says_off(words: list[str], i: int) -> bool:
    """Whether the word, or a phrase that it begins ("called off"), says that something is off."""
    if concepts_in(words[i : i + 1]) & OFF:
        return True
    return bool(concepts_in(words[i : i + 2]) & OFF) and not concepts_in(words[i + 1 : i + 2]) & OFF


_TO_COME = re.compile(r"\b(?:is|are|was|were|due|set|expected|scheduled)(?: later| also| still)? to [a-z]")
"""What a later report, too, only expects: "the council was to take it up on Friday"."""
OFF = frozenset({"cancel", "delay"})
BEFORE, AFTER = 8, 5
"""Words before "was called off", and after "called off", among which that stands which was."""


def _is_done_since(plan: Assertion, done: Assertion) -> bool:
    """Whether the report of a later day tells as done what the other says is still to come, in the same verb."""
    return is_later(done, plan) and is_done_in(plan, done)


def _came(plan: Assertion, done: Assertion) -> bool:
    """Whether what was planned is told of as done, on a day that it was planned for, in a report of a later day."""
    if not any(e.realis == "asserted" and e.type not in OWN_TYPES for e in done.events):
        return False
    if plan.planned is None or not is_later(done, plan) or done.planned or done.negative:
        return False
    if _TO_COME.search(done.at.exact):
        return False
    if len(plan.told & done.told) + len(_names(plan) & _names(done)) < 2 or not shared_acts(plan, done):
        return False
    first, last = plan.planned[0], min(plan.planned[1], done.published.isoformat() if done.published else "")
    return any(t.earliest == t.latest and first <= (t.earliest or "") <= last for t in done.times)
