"""Why two reports that seem in conflict are not: a table of named functions, asked of every pair before it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.verbatim import share_a_run
from twosource.model import Aspect
from twosource.text.days import days_from
from twosource.vocab.finding_words import finding_words

VERBATIM = 0.8
"""Part of the shorter one that both give in a row: then a "today" in it is one day, whenever the reports came out."""
BACKGROUND = 60
"""Days before a report from which what it dates is background: a trial of 2005 beside that of this week."""
_STAMP = re.compile(r"\b(?:19|20)\d\d\b.*\d\d?[:.]\d\d|\d\d?[:.]\d\d.*\b(?:19|20)\d\d\b")


def of_others(one: Assertion, two: Assertion) -> bool:
    """They begin with the names of two persons, bodies or countries, of which the other one's sentence has nothing."""
    mine, theirs = one.opens_with, two.opens_with
    if mine is None or theirs is None:
        return False
    return mine not in two.marks and theirs not in one.marks


def same_words(one: Assertion, two: Assertion) -> bool:
    """They are the same words, which each report dates by the day on which it came out: "Today I resign"."""
    return share_a_run(one, two, VERBATIM)


def page_stamps(one: Assertion, two: Assertion) -> bool:
    """A time in one of them is that of its page, with year and hour: "Wed Sep 29, 2010 12:21 pm EDT"."""
    return _is_stamped(one) or _is_stamped(two)


def one_expected(one: Assertion, two: Assertion) -> bool:
    """One gives what was expected or feared, the other what came."""
    return _expects(one) != _expects(two)


def long_before(one: Assertion, two: Assertion) -> bool:
    """One of them tells of a time long before its report, the other does not."""
    return _is_background(one) != _is_background(two)


def other_votes(one: Assertion, two: Assertion) -> bool:
    """Each gives the two sides of a vote or score, and neither number is in the other: "58 to 54", "71 to 40"."""
    return bool(_score(one) and _score(two)) and _score(one).isdisjoint(_score(two))


def over_days(one: Assertion, two: Assertion) -> bool:
    """One counts over a weekend, a week or a month, the other does not: there were others before or after."""
    return _tells_any(one, "counts over days") != _tells_any(two, "counts over days")


def of_another(one: Assertion, two: Assertion) -> bool:
    """One says that it tells of another one, or that it was so again: "at another match", "opened fire again"."""
    return _of_more(one) != _of_more(two)


def _of_more(assertion: Assertion) -> bool:
    words = re.findall(r"[a-z]+", assertion.at.exact.lower())
    further = any(word == "more" and after != "than" for word, after in pairwise([*words, ""]))
    return further or not finding_words("of another").isdisjoint(words)


NO_CONFLICT: tuple[tuple[Callable[[Assertion, Assertion], bool], frozenset[Aspect]], ...] = (
    (of_others, frozenset({"quantity", "time", "place"})),
    (same_words, frozenset({"time"})),
    (page_stamps, frozenset({"time"})),
    (one_expected, frozenset({"quantity"})),
    (over_days, frozenset({"quantity"})),
    (of_another, frozenset({"quantity", "time", "place"})),
    (long_before, frozenset({"time", "place"})),
    (other_votes, frozenset({"quantity", "time"})),
)
"""Each with the aspects of which it is asked."""


def is_none(one: Assertion, two: Assertion, aspect: Aspect) -> bool:
    """Whether one of them says that the two are in no conflict in this aspect."""
    return any(aspect in aspects and seems(one, two) for seems, aspects in NO_CONFLICT)


@worked_out_once
def _is_stamped(assertion: Assertion) -> bool:
    return any(_STAMP.search(time.selector.exact) for time in assertion.times)


def _tells_any(assertion: Assertion, words: str) -> bool:
    return not finding_words(words).isdisjoint(re.findall(r"[a-z]+", assertion.at.exact.lower()))


def are_some(fewer: Assertion, more: Assertion) -> bool:
    """Whether the fewer hurt are those shot or in hospital, and the more are all that were hurt."""
    return in_hospital(fewer) and not in_hospital(more)


def in_hospital(assertion: Assertion) -> bool:
    """Whether it speaks of those shot or in hospital, who are some of the hurt, and of whom some may be dead."""
    return _tells_any(assertion, "some of the hurt")


@worked_out_once
def _expects(assertion: Assertion) -> bool:
    told = assertion.whole if assertion.said else assertion.at  # "economists expect" stands before what they expect
    words = [word.strip(".,;:\"'“”’") for word in told.exact.lower().split()]
    forecasts = finding_words("forecasts")
    return any(word in forecasts and before != "than" for before, word in pairwise(["", *words]))


@worked_out_once
def _is_background(assertion: Assertion) -> bool:
    if assertion.published is None:
        return False
    oldest = days_from(assertion.published, -BACKGROUND).isoformat()
    return any(time.latest and time.latest < oldest for time in assertion.times)


_SCORE = re.compile(r"\b(\d[\d,]{0,9})(?:\s?[-–]\s?|\s(?:votes\s)?(?:to|against|for and|and)\s)(\d[\d,]{0,9})\b")


@worked_out_once
def _score(assertion: Assertion) -> frozenset[str]:
    found = _SCORE.search(assertion.at.exact)
    return frozenset(found.groups()) if found else frozenset()
