"""Amounts in conflict: sums, shares, measures, terms of years; and counts that a later report corrects."""

from __future__ import annotations

from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.compare import shared_acts
from twosource.findings.conflicts import Conflict, Value, in_order, is_later
from twosource.findings.counts import compatible, value_text
from twosource.findings.doers import Actors
from twosource.findings.marks import words_of
from twosource.findings.no_counts import is_no_count
from twosource.findings.sums import amounts_apart
from twosource.model import Quantity, Time
from twosource.vocab.counted import counted
from twosource.vocab.finding_words import finding_words

SAME_TIME = 1
"""Days between reports that count as published at about the same time."""


def other_amount(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Reports of about one day each give one sum, share or measure, or one sentence in years, and not the same."""
    if one.published and two.published and abs((one.published - two.published).days) > SAME_TIME:
        return None
    if apart := amounts_apart(one, two):
        return Conflict("quantity", _value(apart[0]), _value(apart[1]))
    terms = _term(one), _term(two)
    if "sentence" not in shared_acts(one, two) or not terms[0] or not terms[1]:
        return None
    if terms[0].timex.value == terms[1].timex.value:
        return None
    here, there = (Value(t.selector.exact, (t.selector,)) for t in terms if t)
    return Conflict("quantity", here, there)


@worked_out_once
def _term(assertion: Assertion) -> Time | None:
    """The only stretch of years that it names."""
    found = [t for t in assertion.times if t.timex.type == "DURATION" and t.timex.value[-1:] == "Y"]
    return found[0] if len(found) == 1 and not found[0].timex.mod else None


def other_count_since(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """The report of a later day says that a count has risen or fallen, or corrects it, and gives another."""
    for first, later in ((one, two), (two, one)):
        if not first.quantities or not later.quantities or not is_later(later, first):
            continue
        before, since = _counts_of(first), _counts_of(later)
        fresh = [q for q in since if not any(compatible(q, old) for old in before)]
        one_thing = len(before) == len(fresh) == 1 and _may_count_one(first, before[0], later, fresh[0])
        if one_thing and words_of(later.whole) & finding_words("moves on"):
            old, new = _value(before[0]), _value(fresh[0])
            return in_order("quantity", one is first, (old, new), later=True)
    return None


def _value(quantity: Quantity) -> Value:
    return Value(value_text(quantity), (quantity.selector,))


@worked_out_once
def _counts_of(assertion: Assertion) -> list[Quantity]:
    return [q for q in assertion.quantities if not q.ordinal and not q.unit and not is_no_count(assertion, q, "")]


def _may_count_one(first: Assertion, old: Quantity, later: Assertion, new: Quantity) -> bool:
    """Whether both numbers count one thing: the later one says of what, or what was counted stands beside it."""
    what = counted(old)
    return what is not None and (counted(new) == what or (counted(new) is None and what in later.marks & first.marks))
