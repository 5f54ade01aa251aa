"""Ages: a named person is of one, so that reports that give two of them cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from twosource.findings.assertions import Assertion
from twosource.findings.counts import value_text
from twosource.model import Actor, Difference, Quantity, Record, Selector, Variant

FARTHEST = 31
"""Days between reports within which nobody is taken to have grown older."""
NAMESAKES = 10
"""Years apart from which two of one name are taken for father and son."""
_ENDS = (",", ".", ";", ")", " and ", "–", "—")
"""What may follow "Ann Roe, 29"."""


class Aged(NamedTuple):
    """An age that a report gives a person beside the name, and the assertion (by index) in which it does."""

    age: Quantity
    member: int
    published: date | None


class AgesApart(NamedTuple):
    """A person (actor id), the assertions, by index, that give different ages, and which report gives which."""

    person: str
    members: tuple[int, ...]
    difference: Difference


def ages_apart(assertions: Sequence[Assertion], record: Record) -> Iterator[AgesApart]:
    """For each named person to whom reports of about one day give different ages, where no report gives both."""
    beside = _Beside(assertions, record)
    for person in (a for a in record.actors if a.named and a.kind == "person"):
        given = beside.ages_of(person)
        if len({a.age.point for a in given}) > 1 and _of_one_time(given) and _of_one_person(given):
            members = tuple(sorted({a.member for a in given}))
            yield AgesApart(person.id, members, Difference(aspect="quantity", values=_variants(given)))


class _Beside:
    """The ages of a record's reports, by where they end and by whom they describe."""

    def __init__(self, assertions: Sequence[Assertion], record: Record) -> None:
        self._texts = {p.id: p.text for p in record.pages}
        self._found: dict[tuple[str, int], Aged] = {}
        for i, assertion in enumerate(assertions):
            for age in (q for q in assertion.quantities if q.unit == "years" and q.point is not None):
                named_before = (age.selector.page, age.selector.start - len(", "))
                of = (age.of.page, age.of.end) if age.of else named_before
                if age.of or self._stands_alone(age.selector):
                    self._found.setdefault(of, Aged(age, i, assertion.published))

    def _stands_alone(self, at: Selector) -> bool:
        text = self._texts[at.page]
        return text[: at.start].endswith(", ") and text.startswith(_ENDS, at.end)

    def ages_of(self, person: Actor) -> list[Aged]:
        """The first age that each report gives beside the person's name; none where one report gives two."""
        found: dict[str, list[Aged]] = defaultdict(list)
        for at in (m.selector for m in person.mentions if m.form == "name"):
            if aged := self._found.get((at.page, at.end)):
                found[at.page].append(aged)
        one_each = all(len({a.age.point for a in given}) == 1 for given in found.values())
        return [given[0] for given in found.values()] if one_each else []


def _of_one_time(given: Sequence[Aged]) -> bool:
    days = [a.published for a in given if a.published]
    return not days or (max(days) - min(days)).days <= FARTHEST


def _of_one_person(given: Sequence[Aged]) -> bool:
    years = [a.age.point or 0 for a in given]
    return max(years) - min(years) < NAMESAKES


def _variants(given: Sequence[Aged]) -> tuple[Variant, ...]:
    found: dict[str, list[Selector]] = defaultdict(list)
    for each in sorted(given, key=lambda a: (a.age.point or 0, a.age.selector)):
        found[value_text(each.age)].append(each.age.selector)
    return tuple(Variant(value=value, selectors=tuple(at)) for value, at in found.items())
