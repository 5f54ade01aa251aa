"""What aligned assertions cannot both have right, and what has only moved on since the earlier report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from twosource.findings.assertions import Assertion
from twosource.findings.compare import adds_to, compatible, counted, only_named
from twosource.model import Article, Difference, Quantity, Selector, Status, Variant

GROWING = frozenset({"role:killed", "role:injured", "role:displaced", "role:arrested"})
"""Counts that grow as hours pass."""
SAME_TIME = 1
"""Days between reports that still count as published at about the same time, for what does not grow."""


@dataclass(frozen=True, slots=True)
class Given:
    """A quantity as one article gives it, and the day that article was published."""

    quantity: Quantity
    day: date | None

    @property
    def low(self) -> float:
        """The least that it can mean."""
        return self.quantity.min or 0.0


def differences(
    members: Sequence[Assertion], articles: dict[str, Article], role: str | None = None
) -> tuple[Status | None, tuple[Difference, ...]]:
    """Status "differs" or "updated" with the values, or None where all can be true together.

    With `role`, only counts of that role are compared: those of a toll.
    """
    worst: Status | None = None
    found = []
    for key, given in sorted(_given(members, articles).items()):
        if role and key != f"role:{role}":
            continue
        status = _status(key, given)
        if status:
            found.append(Difference(aspect="quantity", values=_variants(given)))
            worst = "differs" if "differs" in (status, worst) else status
    if any(m.denied for m in members) and not worst:
        return _polarity(members)
    return worst, tuple(found)


def _given(members: Sequence[Assertion], articles: dict[str, Article]) -> dict[str, list[Given]]:
    """By what is counted, each article's first number for it; only where two articles count it."""
    found: dict[str, dict[str, Given]] = defaultdict(dict)
    for member in members:
        for quantity in member.quantities:
            key = counted(quantity) or "unit:"
            # Of years and dollars it is not known what they measure; "two more" and "a man" are no counts.
            if not (key.startswith("unit:") or adds_to(member, quantity) or only_named(quantity)):
                found[key].setdefault(member.article, Given(quantity, _day(articles.get(member.article))))
    return {key: list(given.values()) for key, given in found.items() if len(given) > 1}


def _status(key: str, given: Sequence[Given]) -> Status | None:
    apart = [(a, b) for a, b in combinations(given, 2) if not compatible(a.quantity, b.quantity)]
    if not apart:
        return None
    if key in GROWING:
        return "updated" if _has_grown(given) else "differs"
    exact = [(a, b) for a, b in apart if not (a.quantity.approximate or b.quantity.approximate)]
    return "differs" if any(_same_time(a, b) for a, b in exact) else None


def _has_grown(given: Sequence[Given]) -> bool:
    """Whether the reports of the last day agree with one another and none gives less than an earlier one."""
    days = [g.day for g in given if g.day]
    if len(days) < len(given) or len(set(days)) < 2:
        return False
    last = [g for g in given if g.day == max(days)]
    earlier = [g for g in given if g.day != max(days)]
    return all(compatible(a.quantity, b.quantity) for a, b in combinations(last, 2)) and max(
        g.low for g in earlier
    ) <= max(g.low for g in last)


def _same_time(one: Given, two: Given) -> bool:
    return one.day is None or two.day is None or abs((one.day - two.day).days) <= SAME_TIME


def _variants(given: Sequence[Given]) -> tuple[Variant, ...]:
    """The values from the earliest and smallest on, each with every passage that gives it."""
    by_value: dict[str, list[Selector]] = {}
    for each in sorted(given, key=lambda g: (g.low, g.quantity.selector)):
        by_value.setdefault(value_text(each.quantity), []).append(each.quantity.selector)
    return tuple(Variant(value=value, selectors=tuple(at)) for value, at in by_value.items())


def value_text(quantity: Quantity) -> str:
    """The quantity in figures: "14", "at least 12", "10 to 15", "about 200"."""
    about = "about " if quantity.approximate else ""
    if quantity.point is not None:
        return f"{about}{_figure(quantity.point)}"
    if quantity.max is None:
        return f"at least {_figure(quantity.min or 0)}"
    if quantity.min is None:
        return f"at most {_figure(quantity.max)}"
    return f"{about}{_figure(quantity.min)} to {_figure(quantity.max)}"


def _polarity(members: Sequence[Assertion]) -> tuple[Status | None, tuple[Difference, ...]]:
    """A denial beside someone else's statement of the same thing: they differ, whoever is right."""
    denied = [m for m in members if m.denied]
    said = [m for m in members if not m.denied and m.speaker not in {d.speaker for d in denied} and m.speaker]
    if not said:
        return None, ()
    values = (_variant("denied", denied), _variant("said", said))
    return "differs", (Difference(aspect="polarity", values=values),)


def _variant(value: str, members: Sequence[Assertion]) -> Variant:
    return Variant(value=value, selectors=tuple(m.at for m in members))


def _figure(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"


def _day(article: Article | None) -> date | None:
    try:
        return date.fromisoformat(article.published.value[:10]) if article and article.published else None
    except ValueError:
        return None
