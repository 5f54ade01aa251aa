"""Which numbers are no count of the happening told of: parts, shares, ages, what is lacking, tolls of other days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.counts import is_vague, only_named
from twosource.model import Quantity
from twosource.text.days import days_from
from twosource.vocab.counted import counted
from twosource.vocab.finding_words import finding_words
from twosource.vocab.risen import is_risen_to


def adds_to(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it comes to a count or is a part of one: "two more bodies", "her and three others", "two of his sons"."""
    text, at = assertion.at.exact.lower(), assertion.at.start
    following = text[quantity.selector.end - at :].split(maxsplit=3)[:2]
    preceding = text[: quantity.selector.start - at].split()[-1:]
    words = {*quantity.selector.exact.lower().split(), *(w.strip(",.;") for w in following)}
    if "than" in words:
        return False
    if following[:1] == ["of"] and following[1:2] != ["them"] and len(following) > 1:
        return following[1] in finding_words("possessives") | {"the", "these", "those"}
    words |= set(preceding)
    if _BADLY_AND.search(text[: quantity.selector.start - at]) and words & {"other", "others", "more"}:
        return True
    if quantity.role in BESIDE_THE_DEAD and not words & {"more", "further", "additional"}:
        return False
    added = bool(words & finding_words("additive"))
    return added or (bool(words & {"other", "others"}) and bool(set(preceding) & finding_words("counts as well")))


_BADLY_AND = re.compile(
    r"\b(?:critical|critically|serious|seriously|grave|gravely|badly|severely)(?:\s\w{2,9})?,? and $"
)
"""Of the hurt before whom some are counted: "two critical and 19 others injured"."""
BESIDE_THE_DEAD = frozenset({"injured", "missing"})
"""Of whom "another four" and "four others" are all there are, told after the dead."""
_WITH_A_PERSON = re.compile(
    r"\W?\s?(?:\w{2,15}\s){1,2}and\s(?:a|an|one|two|three|four|five|six|seven|eight|nine|\d{1,3})\b", re.I
)


def is_part(assertion: Assertion, quantity: Quantity) -> bool:
    """Whether it is one of several that make up a count: "four men and a woman", "four men and three women"."""
    text, at = assertion.at.exact, assertion.at.start
    mine, after = quantity.selector, quantity.selector.end - at
    if is_risen_to(text[: mine.start - at]):
        return False  # "rose to five after three bodies were found"
    near = False
    for other in (q for q in assertion.quantities if q.selector != mine and counted(q) == counted(quantity)):
        first, last = sorted((other.selector, mine), key=lambda selector: selector.start)
        between = text[first.end - at : last.start - at]
        if mine == first and (_AMONG.match(text, last.end - at) or "including" in between):
            continue  # the whole: "52 pupils, 19 girls among them"
        joined = " and " in between
        near |= last.start - first.end < NEAR and (joined or other.min != quantity.min)
    second = quantity.point == 1 and _AFTER_ONE.search(text[max(0, mine.start - at - NEAR) : mine.start - at])
    return near or bool(second or _WITH_A_PERSON.match(text, after) or _AND_MORE.match(text, after))


_AFTER_ONE = re.compile(r"\b(?:a|an|one)\s(?:[a-z]{2,15}\s){1,2}and\s$", re.I)
"""Before the second of two persons: "one nurse and one driver", of which the first number has no noun of its own."""
_AMONG = re.compile(r"(?:\s\w{1,15}){0,3},?\s(?:among|of) (?:them|whom)\b", re.I)
_AND_MORE = re.compile(r"\W?\s?and\s", re.I)
"""After a number that names nothing: "injured four and put a fifth in hospital"."""
NEAR = 40
"""Characters between two numbers that make up one count."""


def may_hold_the_doer(assertion: Assertion) -> bool:
    """Whether its count holds the one who did it: "six dead, including the gunman", where others count five."""
    words = [w.strip(",.;:()") for w in assertion.at.exact.lower().split()]
    held = [i for i, word in enumerate(words) if word == "including"]
    return any(set(words[i + 1 : i + 4]) & finding_words("doers") for i in held)


AGES = frozenset({"years", "decades", "decade", "history", "year"})
"""What "the worst floods in three years" compares with."""
LEAD = 1
"""Number of the first sentence below a headline: what that counts "since mid-May" is what goes on, not background."""
OLD = 10
"""Days before the report from which what it dates is another happening, or background."""


@worked_out_once
def is_background(assertion: Assertion) -> bool:
    """Whether its counts are those of other days or of many happenings, not of the one told of."""
    return _is_of_others(assertion, runs=assertion.sentence <= LEAD)


@worked_out_once
def is_background_of_what_runs(assertion: Assertion) -> bool:
    """The same for those driven from their homes, who are counted since it began wherever a report tells of them."""
    return _is_of_others(assertion, runs=True)


def _is_of_others(assertion: Assertion, *, runs: bool) -> bool:
    """`runs`: what is counted "since" a day is the count."""
    words = set(_far_words([w.strip(",.;:") for w in assertion.at.exact.lower().split()]))
    runs = runs and "since" in words
    aside = ({"since"} if runs else set()) | (AGES if words & finding_words("superlatives") else set())
    if words & finding_words("background counts") - aside or set(assertion.whole.exact.lower().split()) & finding_words(
        "first counts"
    ):
        return True
    oldest = days_from(assertion.published, -OLD).isoformat() if assertion.published and not runs else ""
    return any(t.latest < oldest for t in assertion.times if t.latest)


def _far_words(words: list[str]) -> Iterator[str]:
    """The words without those that speak of the same day: "the previous night", "earlier on Tuesday"."""
    near = finding_words("of one day")
    for i, word in enumerate(words):
        beside = {*words[i + 1 : i + 2], *(words[max(0, i - 1) : i] if word == "earlier" else ())}
        if word not in finding_words("background counts") or near.isdisjoint(beside):
            yield word


def is_no_count(member: Assertion, quantity: Quantity, key: str) -> bool:
    """Whether it adds to a count or is a part of one, is none ("a man"), or is a toll of other days."""
    if adds_to(member, quantity) or only_named(quantity) or is_part(member, quantity) or is_vague(quantity):
        return True
    if quantity.point == 0 or is_age(member, quantity):
        return True  # "no life-threatening injuries" says nothing of the others
    if _was_before(member, quantity):
        return True
    lacked = quantity.role is None and _is_lacked(member, quantity)  # "14 officers needed treatment" are 14
    if len(member.quantities) > TABLE or _is_share(member, quantity) or lacked:
        return True
    if key == "role:injured" and member.marks.isdisjoint(HURT):
        return True  # "four were shot" counts those who died too
    return (key in OF_ONE_DAY and is_background(member)) or (key.startswith("role:") and may_hold_the_doer(member))


HURT = frozenset({"injure", "treat"})
OF_ONE_DAY = frozenset({"role:killed", "role:injured"})
"""Counts of which there are others of other days; those held since April are the same ones in June."""


TABLE = 3
"""Numbers in one clause beyond which it lists figures ("22 points, nine rebounds and …"), each of something else."""
_SHARE = re.compile(r"\d\W{1,3}(?:out\W)?of\W.{0,24}$")
_OF_HOW_MANY = re.compile(r"\W?(?:of|out of)\W(?:the\W|his\W|her\W|its\W|their\W)?(?:first\W)?\d", re.I)
_OTHERS = re.compile(r"\Wother", re.I)


def _is_share(member: Assertion, quantity: Quantity) -> bool:
    """Whether it is some of so many, or so many of which some: "28 of 41", "five of the first eight", "four others"."""
    text, at = member.at.exact, member.at.start
    before, after = text[: quantity.selector.start - at], text[quantity.selector.end - at :]
    if quantity.role not in BESIDE_THE_DEAD and _OTHERS.match(after):
        return True
    return _OF_HOW_MANY.match(after) is not None or _SHARE.search(before[-40:]) is not None


_UP_FROM = re.compile(
    r"\b(?:up|down|rose|rising|risen|grew|grown|climbed|jumped|fell|fallen|increase[ds]?|raised|revised|compared|against)"
    r"(?:\s\w{1,12})?\s(?:from|with)\s(?:(?:the|a|about|some|at|least|just)\s){0,2}$",
    re.I,
)


def _was_before(member: Assertion, quantity: Quantity) -> bool:
    """Whether it is what the count was before: "up from 1,364 on Saturday", "rose from three to five"."""
    return _UP_FROM.search(member.at.exact[: quantity.selector.start - member.at.start][-60:]) is not None


_AGE_BEFORE = re.compile(r"(?:\bboth|\baged?|,)\s?$", re.I)
_AGE_AFTER = re.compile(r"\s?(?:[,;)—–]|$)")


def is_age(member: Assertion, quantity: Quantity) -> bool:
    """Whether it is how old somebody is: "Ann Roe, 29," and "both 22 —"."""
    text, at = member.at.exact, member.at.start
    before = _AGE_BEFORE.search(text, max(0, quantity.selector.start - at - 8), quantity.selector.start - at)
    return before is not None and _AGE_AFTER.match(text, quantity.selector.end - at) is not None


def _is_lacked(member: Assertion, quantity: Quantity) -> bool:
    """Whether it is not there: "needed nine points", "two seats short of"."""
    text, at = member.at.exact.lower(), member.at.start
    before = text[: quantity.selector.start - at].split()[-LACKED:]
    after = text[quantity.selector.end - at :].split(maxsplit=LACKED)[:LACKED]
    return bool({word.strip(",.;:") for word in (*before, *after)} & finding_words("lacks"))


LACKED = 3
"""Words before and after a number within which a word says that it is lacking."""
