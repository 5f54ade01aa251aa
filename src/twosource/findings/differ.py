"""What aligned assertions cannot both have right, and what has only moved on since the earlier report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.findings.assertions import Assertion
from twosource.findings.counts import MANY, compatible, persons_apart, tells_also, value_text
from twosource.findings.judging import judge
from twosource.findings.marks import words_of
from twosource.findings.no_conflicts import are_some, is_none, over_days
from twosource.findings.no_counts import is_no_count
from twosource.findings.pairs import Pair, Standard
from twosource.findings.sizes import of_one_size
from twosource.findings.stances import denies_a_statement, is_charge
from twosource.findings.tolls import COUNTED_ONCE, CROWDS, DRIVEN, FALLING, GROWS, toll_in
from twosource.model import Difference, Quantity, Selector, Status, Variant
from twosource.text.rounds import rounds
from twosource.vocab.counted import counted
from twosource.vocab.finding_words import finding_words
from twosource.vocab.risen import is_newest, is_risen_to

BEYOND_DOUBT = 0.62
"""How alike two assertions are whose numbers are in conflict: of 18 such on ECB+ that were less alike 3 were."""
SAME_TIME = 1
"""Days between reports that still count as published at about the same time, for what does not grow."""


@dataclass(frozen=True, slots=True)
class Given:
    """A quantity as one article gives it, and in which round of reports that article came out."""

    quantity: Quantity
    when: str
    member: Assertion

    @property
    def low(self) -> float:
        """The least that it can mean."""
        return self.quantity.min or 0.0

    @property
    def before(self) -> str:
        """What the assertion says before the number."""
        return self.member.at.exact[: self.quantity.selector.start - self.member.at.start]


def differences(
    members: Sequence[Assertion], standard: Standard, role: str | None = None
) -> tuple[Status | None, tuple[Difference, ...]]:
    """Status "differs" or "updated" with the values, or None where all can be true together.

    With `role`, only counts of that role are compared: those of a toll.
    """
    worst: Status | None = None
    found = []
    for key, given in sorted(_given(members, role).items()):
        status = _status(key, given, standard, toll=role is not None)
        if status:
            found.append(Difference(aspect="quantity", values=_variants(given)))
            worst = "differs" if "differs" in (status, worst) else status
    if any(m.denied for m in members) and not worst:
        return _polarity(members)
    return worst, tuple(found)


def _given(members: Sequence[Assertion], role: str | None = None) -> dict[str, list[Given]]:
    """By what is counted, each article's number for it; only where two articles count it, and each of them once.

    With `role`, only the number that is each assertion's toll.
    """
    found: dict[str, dict[str, list[Given]]] = defaultdict(lambda: defaultdict(list))
    when = rounds({m.article: m.came_out for m in members if m.came_out})
    for member in members:
        for quantity in _numbers(member, role):
            key = counted(quantity) or "unit:"
            # Of years and dollars it is not known what they measure; "two more" and "a man" are no counts.
            if not (key.startswith("unit:") or is_no_count(member, quantity, key)):
                found[key][member.article].append(Given(quantity, when.get(member.article, ""), member))
    return {key: kept for key, by in found.items() if len(kept := _once(key, by)) > 1}


def _numbers(member: Assertion, role: str | None) -> Sequence[Quantity]:
    if role is None:
        return member.quantities
    toll = toll_in(member, role)
    return [toll] if toll else []


def _once(key: str, by_article: dict[str, list[Given]]) -> list[Given]:
    """Of a toll each article's first number; of anything else its number, where it gives but one."""
    toll = key.startswith("role:")
    return [given[0] for given in by_article.values() if toll or len({g.quantity.min for g in given}) == 1]


def _status(key: str, given: Sequence[Given], standard: Standard, *, toll: bool) -> Status | None:
    """What becomes of the numbers given for one thing; `toll`: they are known to be of one toll."""
    apart = _apart(given, toll=toll)
    if toll and not apart and ((_has_grown(given) and _is_past(given)) or _is_raised(given)):
        return "updated"
    moved_on = _has_moved_on(key, given)
    if not (toll and moved_on):
        apart = [
            (a, b) for a, b in apart if of_one_size(a.quantity, b.quantity) and (toll or _clearly_same(a, b, standard))
        ]
    if not apart:
        return None
    role = key.removeprefix("role:")
    if role in GROWS and _has_one_number(role, apart):
        return "updated" if moved_on else "differs"
    if role in GROWS:
        return None
    exact = [(a, b) for a, b in apart if _is_exact(a) and _is_exact(b) and max(a.low, b.low) >= MANY]
    return "differs" if any(_same_time(a, b) for a, b in exact) else None


def _has_one_number(role: str, apart: Sequence[tuple[Given, Given]]) -> bool:
    """Whether the happening has one number of that role, or the reports give exact ones."""
    if role in COUNTED_ONCE:
        return True
    many = role == DRIVEN and all(min(a.low, b.low) >= CROWDS for a, b in apart)
    return many or all(_is_exact(a) and _is_exact(b) and min(a.low, b.low) > 1 for a, b in apart)


def _apart(given: Sequence[Given], *, toll: bool) -> list[tuple[Given, Given]]:
    """The pairs whose numbers cannot both be so."""
    pairs = combinations(given, 2)
    return [(a, b) for a, b in pairs if not (compatible(a.quantity, b.quantity) or _agree(a, b, toll))]


def numbers_clash(members: Sequence[Assertion]) -> bool:
    """Whether they give one thing in numbers that cannot both be so: "seven counts of assault", "eight counts"."""
    return any(_apart(given, toll=False) for given in _given(members).values())


def _agree(one: Given, two: Given, toll: bool) -> bool:
    """Whether a report gives the number of the other, too, and not as past, or the numbers are of two things."""
    fewer, more = sorted((one, two), key=lambda given: given.low)
    if over_days(one.member, two.member) or (toll and are_some(fewer.member, more.member)):
        return True
    if not toll and is_none(one.member, two.member, "quantity"):
        return True
    if any(words_of(g.member.whole) & finding_words("moves on") for g in (one, two)):
        return False
    also = tells_also(one.member, two.quantity) or tells_also(two.member, one.quantity)
    return also or persons_apart(one.quantity, two.quantity)


def _is_exact(given: Given) -> bool:
    return given.quantity.point is not None and not given.quantity.approximate


def _clearly_same(one: Given, two: Given, standard: Standard) -> bool:
    """Whether the two assertions would be one without their numbers: a false conflict costs a reader's trust."""
    return judge(Pair(one.member, two.member, standard)) >= BEYOND_DOUBT


def _has_moved_on(key: str, given: Sequence[Given]) -> bool:
    """Whether it has grown since, or, of what may fall, the reports of the last day agree with one another; where no
    report is known to be later than others, whether the greater number is told as the newer one.
    """
    return _has_grown(given, falling=key == f"role:{FALLING}") or (
        len({g.when for g in given}) == 1 and _is_raised(given)
    )


def _has_grown(given: Sequence[Given], *, falling: bool = False) -> bool:
    """Whether the reports of the last round agree with one another and none gives less than an earlier one."""
    rounds_of = {g.when for g in given}
    if "" in rounds_of or len(rounds_of) < 2:
        return False
    last = [g for g in given if g.when == max(rounds_of)]
    earlier = [g for g in given if g.when != max(rounds_of)]
    grown = max(g.low for g in earlier) <= max(g.low for g in last)
    return (falling or grown) and all(compatible(a.quantity, b.quantity) for a, b in combinations(last, 2))


def _is_raised(given: Sequence[Given]) -> bool:
    """Whether reports say that the number rose to what they give, and none gives more: those with less are earlier."""
    raised = [g for g in given if is_risen_to(g.before) or is_newest(g.member.whole.exact)]
    least = min((g.low for g in raised), default=0.0)
    before = [g for g in given if g.low < least]
    return bool(before) and max(g.low for g in given) == least and not any(_is_about(g.quantity) for g in before)


def _is_past(given: Sequence[Given]) -> bool:
    """Whether all that earlier reports give, as a number or as the least, is less than what the last round's give."""
    last = max(g.when for g in given)
    latest = min(g.low for g in given if g.when == last)
    return all(g.low < latest and not _is_about(g.quantity) for g in given if g.when != last)


def _is_about(quantity: Quantity) -> bool:
    return quantity.approximate and quantity.point is not None


def _same_time(one: Given, two: Given) -> bool:
    here, there = one.member.published, two.member.published
    return here is None or there is None or abs((here - there).days) <= SAME_TIME


def _variants(given: Sequence[Given]) -> tuple[Variant, ...]:
    """The values from the earliest and smallest on, each with every passage that gives it."""
    by_value: dict[str, list[Selector]] = {}
    for each in sorted(given, key=lambda g: (g.low, g.quantity.selector)):
        by_value.setdefault(value_text(each.quantity), []).append(each.quantity.selector)
    return tuple(Variant(value=value, selectors=tuple(at)) for value, at in by_value.items())


def _polarity(members: Sequence[Assertion]) -> tuple[Status | None, tuple[Difference, ...]]:
    """A denial beside someone else's statement of the same thing: they differ, whoever is right."""
    denied = [m for m in members if m.denied and denies_a_statement(m.at)]
    deniers = frozenset(side for m in denied for side in m.sides)
    told = frozenset(mark for m in denied for mark in m.told)
    reports = {m.article for m in denied}
    others = [
        m
        for m in members
        if not m.negative and not m.sides & deniers and (m.speaker or m.article not in reports) and not is_charge(m.at)
    ]
    if not denied:
        return None, ()
    said = [m for m in others if 2 * len(m.told & told) >= len(told)]
    if not said:
        return None, ()
    values = (_variant("denied", denied), _variant("said", said))
    return "differs", (Difference(aspect="polarity", values=values),)


def _variant(value: str, members: Sequence[Assertion]) -> Variant:
    return Variant(value=value, selectors=tuple(m.at for m in members))
