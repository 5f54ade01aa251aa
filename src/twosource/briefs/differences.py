"""Statements on what reports give differently, or later reports otherwise: the aspect, and who gives which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import get_args

from twosource.briefs.marks import quotation
from twosource.briefs.reports import Reports
from twosource.briefs.wording import report_names, sentence
from twosource.model import Aspect, Difference, FigureRole, Finding, Quantity, Record, Selector, Statement, Variant
from twosource.text.rounds import rounds

_ASKED: dict[Aspect, str] = {
    "quantity": "a number or length",
    "time": "when this was",
    "place": "where this was",
    "actor": "who this was",
    "realis": "whether this stands",
    "polarity": "whether this is so",
}
"""What they differ on, before the values; `as in` tells what "this" is."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ASKED_LONGEST = 120
"""Characters of a clause that is asked about: "how many people were on the early shift"."""


def difference_statements(findings: Sequence[Finding], reports: Reports) -> Iterator[Statement]:
    """For each finding with another difference than a toll: who has which, what differs before what has moved on."""
    role_of = {q.selector: q.role for q in reports.record.quantities if q.role in get_args(FigureRole)}
    for status in ("differs", "updated"):
        for finding in (f for f in findings if f.status == status):
            for difference in finding.differences:
                at = tuple(s for v in difference.values for s in v.selectors)
                if not any(role_of.get(s) for s in at):
                    text = _told(difference, finding, reports)
                    yield Statement(text=text, finding=finding.id, selectors=at)


def in_time(values: Sequence[Variant], record: Record) -> list[Variant]:
    """The values in the order in which reports last gave them, where all are dated; else as they are."""
    days = _days(values, record)
    return sorted(values, key=lambda v: max(days[v])) if days else list(values)


def are_apart(values: Sequence[Variant], record: Record) -> bool:
    """Whether each value, in this order, was given later than the one before."""
    days = _days(values, record)
    return bool(days) and all(max(days[one]) < min(days[two]) for one, two in pairwise(values))


def _days(values: Sequence[Variant], record: Record) -> dict[Variant, list[str]]:
    """On which days, and in which rounds of them, each value was given; none where a report has no date."""
    pages = {s.page for v in values for s in v.selectors}
    dated = {a.page: a.published for a in record.articles if a.page in pages and a.published and a.published.value}
    day = rounds({page: (p.value, p.at) for page, p in dated.items()})
    if not all(s.page in day for v in values for s in v.selectors):
        return {}
    return {v: [day[s.page] for s in v.selectors] for v in values}


def moved(values: Sequence[Variant], record: Record) -> str:
    """How the number went from the first to the last of the values: "rose", "was lowered", or just "went"."""
    least = {q.selector: q.min for q in record.quantities}
    first, last = (_least(v, least) for v in (values[0], values[-1]))
    if first is None or last is None or first == last:
        return "went"
    return "rose" if first < last else "was lowered"


def _least(value: Variant, least: Mapping[Selector, float | None]) -> float | None:
    return next((n for s in value.selectors if (n := least.get(s)) is not None), None)


def _told(difference: Difference, finding: Finding, reports: Reports) -> str:
    if difference.aspect in ("realis", "polarity"):
        return _standing(difference, finding, reports)
    if finding.status == "updated":
        return _updated(difference, finding, reports)
    record = reports.record
    values = ", ".join(f"{_value(v)} ({by(v.selectors, record)}{_day_words(v)})" for v in difference.values)
    if person := _whose_age(difference, record):
        return sentence(f"The reports differ on the age of {person}: {values}")
    asked = _counted(difference, finding, reports)
    if asked and len(asked.split()) > 1:
        return sentence(f"The reports differ on how many {asked}: {values}")
    what = f"how many {asked}" if asked else _ASKED[difference.aspect]
    return sentence(f"The reports differ on {what}: {values}, as in {_shown(difference.values[0], finding, reports)}")


def _whose_age(difference: Difference, record: Record) -> str | None:
    """The name of the person beside whom each of the values stands as an age; None where they are no ages."""
    at = {s for v in difference.values for s in v.selectors}
    ages = [q for q in record.quantities if q.selector in at and q.unit == "years"]
    named = {(q.of.page, q.of.end) if q.of else (q.selector.page, q.selector.start - len(", ")) for q in ages}
    if len(ages) < len(at):
        return None
    people = ((a.name, {(m.selector.page, m.selector.end) for m in a.mentions}) for a in record.actors if a.named)
    return next((name for name, ends in people if named <= ends), None)


def _updated(difference: Difference, finding: Finding, reports: Reports) -> str:
    """What the first reports give and then the later ones, in the words of the last."""
    values = in_time(difference.values, reports.record)
    first, last = values[0], values[-1]
    what = _counted(difference, finding, reports, bare=True)
    lead = f"The number of {what}" if what else "What is given"
    verb = moved(values, reports.record) if what else "went"
    names = by_and_when((first.selectors, last.selectors), reports.record)
    return sentence(
        f"{lead} {verb} from {_value(first)} ({names[0]}) to {_value(last)} ({names[1]}) as later reports came in,"
        f" as in {_shown(last, finding, reports)}"
    )


def _standing(difference: Difference, finding: Finding, reports: Reports) -> str:
    """Whether something is planned, has happened, is called off, is denied: each in the words that say so."""
    record = reports.record
    later = finding.status == "updated"
    values = (
        in_time(difference.values, record) if later else sorted(difference.values, key=lambda v: v.value == "denied")
    )
    parts = [f"{v.value} in {_shown(v, finding, reports)} ({by(v.selectors, record)})" for v in values]
    if later:
        return sentence(f"Later reports tell what came of a plan or statement: {', then '.join(parts)}")
    if difference.aspect == "polarity":
        return sentence(f"The reports differ on {_ASKED['polarity']}: {'; but '.join(parts)}")
    return sentence(f"The reports differ on {_ASKED['realis']}: {'; but '.join(parts)}")


_STATES = {"missing": "are missing", "abducted": "were abducted", "freed": "go free"}
"""Roles that say what became of those counted, where a report counts "others" or nobody by name."""


def _counted(difference: Difference, finding: Finding, reports: Reports, *, bare: bool = False) -> str | None:
    """What is counted, in the shortest words; with the rest of its clause where the number opens that.

    `bare`: without that rest, and where only one of the reports says what it counts: "cases have risen to 310".
    """
    counts = {q.selector: q for q in reports.record.quantities}
    found = [counts.get(s) for v in difference.values for s in v.selectors]
    if difference.aspect != "quantity":
        return None
    roles = {q.role if q else None for q in found}
    state = next(iter(roles)) if len(roles) == 1 else None
    if state and state in _STATES:
        return f"those {state}" if bare else _STATES[state]
    of = [q.of for q in found if q and q.of]
    if not of or (len(of) < len(found) and not bare):
        return None
    asked = (a for q in found if q and (a := _asked(q, finding, reports)))
    shortest = min((s.exact for s in of), key=lambda w: (len(w), w))
    return shortest if bare else next(asked, shortest)


def _asked(quantity: Quantity, finding: Finding, reports: Reports) -> str | None:
    """What follows the number that opens a clause: "people were on the shift" of "38 people were on the shift"."""
    around = _around(quantity.selector, finding, reports)
    of = quantity.of
    if of is None or around.start != quantity.selector.start or not around.covers(of):
        return None
    rest = around.exact[of.start - around.start :].rstrip(" ,;")
    rest = rest if "." in rest.split()[-1][:-1] else rest.removesuffix(".")  # "at 6:40 a.m." keeps its own
    return rest if len(rest) <= ASKED_LONGEST and rest != of.exact else None


def _value(variant: Variant) -> str:
    """The value as a reader reads it: a date in words."""
    if not _ISO.fullmatch(variant.value):
        return variant.value
    return _in_words(variant.value)


def _in_words(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day_words(variant: Variant) -> str:
    """The report's own words for a date."""
    return f", {quotation(variant.selectors[0].exact)}" if _ISO.fullmatch(variant.value) else ""


def _shown(variant: Variant, finding: Finding, reports: Reports) -> str:
    """The shortest claim around the value, quoted."""
    return quotation(_around(variant.selectors[0], finding, reports).exact.removeprefix("that ")).removesuffix(".")


def _around(at: Selector, finding: Finding, reports: Reports) -> Selector:
    around = [c for i in finding.claims if (c := reports.claims[i].selector).covers(at)]
    return min(around, key=lambda s: (s.end - s.start, s), default=at)


def by(selectors: Sequence[Selector], record: Record) -> str:
    """The names of the reports that hold these passages."""
    pages = {s.page for s in selectors}
    return report_names(record, [a.id for a in record.articles if a.page in pages])


def by_and_when(given: Sequence[Sequence[Selector]], record: Record) -> list[str]:
    """The names of the reports that hold each of these passages, with the day on which they last came where it is not
    the same for all: "Courier, 5 May 2031".
    """
    published = {a.page: a.published.value for a in record.articles if a.published and a.published.precision == "day"}
    days = [max((published.get(s.page, "") for s in selectors), default="") for selectors in given]
    names = [by(selectors, record) for selectors in given]
    if len(set(days)) == 1 or "" in days:
        return names
    return [f"{name}, {_in_words(day)}" for name, day in zip(names, days, strict=True)]
