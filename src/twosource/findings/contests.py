"""Assertions that would clearly be one but for their day, town, doer or outcome: reports cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from twosource.findings.align import Group, Pairing
from twosource.findings.aspects import conflict
from twosource.findings.assertions import Assertion, worked_out_once
from twosource.findings.conflicts import Conflict, variants
from twosource.findings.doers import Actors
from twosource.findings.hours import hours_of_one
from twosource.findings.judging import judge
from twosource.findings.no_conflicts import is_none
from twosource.findings.pairs import Pair, Standard
from twosource.model import Aspect, Difference, Status, Variant

CONTESTED = 0.55
"""How alike two assertions are, but for what they are in conflict about, that tell of one happening."""


LEAST_SHARED = 2
"""Marks that both sides of a contest hold: most pairs hold fewer, and need not be asked."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Assertions, by index, that tell of one happening and are in conflict; how alike they are but for that."""

    members: tuple[int, ...]
    likeness: float
    status: Status
    difference: Difference


def contests(
    assertions: Sequence[Assertion], found: Sequence[Group], pairs: Iterable[Pairing], by: Standard, actors: Actors
) -> list[Contest]:
    """The contests among `pairs`, the clearest first, each with the groups of `found` that its two sides are in."""
    group = {i: g.members for g in found for i in g.members}
    found_here = ((i, j, _alike_but(assertions[i], assertions[j], by, actors)) for i, j in pairs)
    clear = sorted((-value, i, j) for i, j, value in found_here if value >= CONTESTED)
    made: list[Contest] = []
    used: set[int] = set()
    for value, i, j in clear:
        mine, theirs = group.get(i, (i,)), group.get(j, (j,))
        members = tuple(sorted({*mine, *theirs}))
        if used.isdisjoint(members) and (mine == theirs or not _agree(assertions, mine, theirs)):
            made.append(_contest(assertions, members, -value, (i, j), actors))
            used.update(members)
    return made


def _agree(assertions: Sequence[Assertion], mine: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Whether a report says in its text what both sides say: it then tells of two moments of one story."""
    here, there = ({assertions[i].article for i in side if not assertions[i].headline} for side in (mine, theirs))
    return not here.isdisjoint(there)


def _contest(
    assertions: Sequence[Assertion], members: tuple[int, ...], likeness: float, first: Pairing, actors: Actors
) -> Contest:
    """The contest of all members, in the aspect in which the two `first` are in conflict."""
    aspect = _conflicts(assertions, [first], actors)[0].aspect
    pairs = [first, *(pair for pair in combinations(members, 2) if pair != first)]
    held = [c for c in _conflicts(assertions, pairs, actors) if c.aspect == aspect]
    values = tuple(Variant(value=text, selectors=at) for text, at in variants(held).items())
    status: Status = "updated" if all(c.later for c in held) else "differs"
    return Contest(members, likeness, status, Difference(aspect=aspect, values=values))


def _conflicts(assertions: Sequence[Assertion], pairs: Iterable[Pairing], actors: Actors) -> list[Conflict]:
    return [c for i, j in pairs if (c := conflict(assertions[i], assertions[j], actors))]


def _alike_but(one: Assertion, two: Assertion, by: Standard, actors: Actors) -> float:
    """How alike the two would be if what they are in conflict about were left out; 0 where there is no conflict."""
    if one.headline or two.headline or one.origins & two.origins:
        return 0.0
    few = one.told.isdisjoint(two.told) or len(one.marks & two.marks) < LEAST_SHARED
    if few and not hours_of_one(one, two, by.hours):
        return 0.0
    found = conflict(one, two, actors)
    if found is None or is_none(one, two, found.aspect):
        return 0.0
    without = _WITHOUT[found.aspect]
    return judge(Pair(without(one), without(two), by))


@worked_out_once
def _undated(assertion: Assertion) -> Assertion:
    marks = frozenset(m for m in assertion.marks if m[0] != "=")
    return replace(assertion, marks=marks, times=(), planned=None, begin=None)


@worked_out_once
def _unplaced(assertion: Assertion) -> Assertion:
    towns = {f"@{p.id}" for p in assertion.places if p.precision == "town"}
    return replace(assertion, marks=assertion.marks - towns, places=(), towns=())


@worked_out_once
def _nameless(assertion: Assertion) -> Assertion:
    marks = frozenset(m for m in assertion.marks if not m.startswith("@actor:"))
    return replace(assertion, marks=marks, speaker=None, by_name=False)


@worked_out_once
def _open(assertion: Assertion) -> Assertion:
    marks = assertion.marks - {"cancel", "delay", "plan"}
    return replace(assertion, marks=marks, negative=False, denied=False, to_come=frozenset())


@worked_out_once
def _unmeasured(assertion: Assertion) -> Assertion:
    marks = frozenset(m for m in assertion.marks if m[0] != "#")
    times = tuple(t for t in assertion.times if t.timex.type != "DURATION")
    return replace(assertion, marks=marks, quantities=(), times=times)


_WITHOUT: dict[Aspect, Callable[[Assertion], Assertion]] = {
    "time": _undated,
    "place": _unplaced,
    "actor": _nameless,
    "realis": _open,
    "polarity": _open,
    "quantity": _unmeasured,
}
"""An assertion without what it says of an aspect, so that the rest of it can be compared."""
