"""In which aspect two reports of one happening cannot both be right: its day, its town, its doer, or whether it was."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twosource.findings.assertions import Assertion
from twosource.findings.compare import shared_acts
from twosource.findings.counts import amounts_apart, compatible, counted, counts_clash, is_no_count, value_text
from twosource.findings.marks import words_of
from twosource.model import Actor, Aspect, Place, Quantity, Selector, Time
from twosource.vocab.finding_words import finding_words

FARTHEST = 7
"""Days between two that reports give for one happening; what lies farther apart was, as a rule, another one."""
SAME_TIME = 1
"""Days between reports that count as published at about the same time."""
LEAST_NAME = 2
"""Letters up to which a part of a name says nothing ("Al", "J.")."""
NEAR = 60.0
"""Kilometres within which a report may name the next larger town."""
OUTWARDS = 80
"""Characters before a town in which words say that the happening was there ("in the northern town of")."""
WAY = 4
"""Words before "in" in which "to" or "from" says that the town is where something was going ("to a prison in")."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one assertion gives for an aspect, as a reader is shown it, and on which words."""

    text: str
    at: tuple[Selector, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The aspect, what either assertion gives for it, and whether the later report only tells what came of it."""

    aspect: Aspect
    one: Value
    two: Value
    later: bool = False


Actors = Mapping[str, Actor]


def conflict(one: Assertion, two: Assertion, actors: Actors) -> Conflict | None:
    """The first aspect in which the two cannot both be right, if they tell of one happening."""
    return next((found for aspect in ASPECTS if (found := aspect(one, two, actors))), None)


def other_day(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Each dates the same thing, which happens but once, on one day, and these are days apart."""
    mine, theirs = _day(one), _day(two)
    if mine is None or theirs is None or not _once(one, two) or counts_clash(one, two):
        return None
    (first, at), (second, there) = mine, theirs
    if not 0 < abs((first - second).days) <= FARTHEST or _is_ahead(one, first) != _is_ahead(two, second):
        return None
    return Conflict("time", Value(first.isoformat(), (at,)), Value(second.isoformat(), (there,)))


def other_town(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Each says that the same thing, which happens but once, was in one town, and these lie far apart."""
    mine, theirs = _town(one), _town(two)
    if mine is None or theirs is None or not _once(one, two) or counts_clash(one, two):
        return None
    (here, at), (there, where) = mine, theirs
    if _towns(one) & _towns(two):
        return None
    days = _day(one), _day(two)
    if (days[0] and days[1] and days[0][0] != days[1][0]) or kilometres(here, there) < NEAR:
        return None
    return Conflict("place", Value(here.name, (at,)), Value(there.name, (where,)))


def other_doer(one: Assertion, two: Assertion, actors: Actors) -> Conflict | None:
    """They name different persons, or different groups, for what only one can do or be."""
    acts = shared_acts(one, two)
    claimed = "responsibility" in acts and bool(acts & finding_words("claimed acts"))
    if not claimed and not (acts & finding_words("one holder") and len(acts) >= 2):
        return None
    mine, theirs = _doers(one, actors, claimed), _doers(two, actors, claimed)
    if len(mine - theirs) != 1 or len(theirs - mine) != 1:
        return None
    here, there = actors[min(mine - theirs)], actors[min(theirs - mine)]
    if (
        (here.kind == "person") != (there.kind == "person")
        or _is_named(here, two)
        or _is_named(there, one)
        or _namesakes(here, there)
    ):
        return None
    return Conflict("actor", _named(one, here), _named(two, there))


def other_amount(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """Reports of about one day each give one sum, share or measure, or one sentence in years, and not the same."""
    if one.published and two.published and abs((one.published - two.published).days) > SAME_TIME:
        return None
    if apart := amounts_apart(one, two):
        mine, theirs = (Value(value_text(q), (q.selector,)) for q in apart)
        return Conflict("quantity", mine, theirs)
    terms = _term(one), _term(two)
    if "sentence" not in shared_acts(one, two) or not terms[0] or not terms[1]:
        return None
    if terms[0].timex.value == terms[1].timex.value:
        return None
    here, there = (Value(t.selector.exact, (t.selector,)) for t in terms if t)
    return Conflict("quantity", here, there)


def _term(assertion: Assertion) -> Time | None:
    """The only stretch of years that it names."""
    found = [t for t in assertion.times if t.timex.type == "DURATION" and t.timex.value[-1:] == "Y"]
    return found[0] if len(found) == 1 and not found[0].timex.mod else None


def other_outcome(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """One says that what the other has planned, or tells of, is called off or put off; or it has come since."""
    for first, second in ((one, two), (two, one)):
        if (first.planned or _happened(first)) and _is_off(second) and not _is_off(first):
            found = Value("planned" if first.planned else "happened", (first.at,)), Value("called off", (second.at,))
            return _in_order(one, first, found, _is_later(second, first))
        if first.planned and not second.planned and _came(first, second):
            return _in_order(one, first, (Value("planned", (first.at,)), Value("happened", (second.at,))), True)
    return None


def other_count_since(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """The report of a later day says that a count has risen or fallen, or corrects it, and gives another."""
    for first, later in ((one, two), (two, one)):
        if not _is_later(later, first) or not words_of(later.whole) & finding_words("moves on"):
            continue
        before, since = _counts_of(first), _counts_of(later)
        fresh = [q for q in since if not any(compatible(q, old) for old in before)]
        if len(before) == len(fresh) == 1 and _may_count_one(first, before[0], later, fresh[0]):
            old, new = (
                Value(value_text(before[0]), (before[0].selector,)),
                Value(value_text(fresh[0]), (fresh[0].selector,)),
            )
            return Conflict("quantity", old, new, True) if first is one else Conflict("quantity", new, old, True)
    return None


def _counts_of(assertion: Assertion) -> list[Quantity]:
    return [q for q in assertion.quantities if not q.ordinal and not q.unit and not is_no_count(assertion, q, "")]


def _may_count_one(first: Assertion, old: Quantity, later: Assertion, new: Quantity) -> bool:
    """Whether both numbers count one thing: the later one says of what, or what was counted stands beside it."""
    what = counted(old)
    return what is not None and (counted(new) == what or (counted(new) is None and what in later.marks & first.marks))


def other_word(one: Assertion, two: Assertion, _: Actors) -> Conflict | None:
    """One side denies what the other report states, or somebody else in it."""
    for denial, other in ((one, two), (two, one)):
        if not denial.denied or other.negative or other.sides & denial.sides:
            continue
        words = [m for m in denial.told if m[0] != "#"]
        if len(words) >= 2 and 3 * sum(m in other.told for m in words) >= 2 * len(words):
            denied, said = Value("denied", (denial.at,)), Value("said", (other.at,))
            return Conflict("polarity", denied, said) if denial is one else Conflict("polarity", said, denied)
    return None


ASPECTS: tuple[Callable[[Assertion, Assertion, Actors], Conflict | None], ...] = (
    other_outcome,
    other_day,
    other_town,
    other_doer,
    other_amount,
    other_count_since,
    other_word,
)
"""Asked in this order; the first that speaks is what a reader is shown."""


def _in_order(one: Assertion, first: Assertion, found: tuple[Value, Value], later: bool) -> Conflict:
    mine, theirs = found if first is one else found[::-1]
    return Conflict("realis", mine, theirs, later)


def _once(one: Assertion, two: Assertion) -> bool:
    """Whether both tell of the same thing that happens but once: a start, a verdict, a landing, and of what."""
    acts = shared_acts(one, two)
    return bool(acts & finding_words("once")) and len(acts) + len(_names(one) & _names(two)) >= 2


def _names(assertion: Assertion) -> frozenset[str]:
    return frozenset(m for m in assertion.marks if m[0] == "@")


def _day(assertion: Assertion) -> tuple[date, Selector] | None:
    """The only day that it names, and the words."""
    if any(e.type == "STATEMENT" for e in assertion.events):
        return None
    dated = [t for t in assertion.times if t.earliest and t.latest]
    if not dated or len({(t.earliest, t.latest) for t in dated}) > 1 or dated[0].earliest != dated[0].latest:
        return None
    return date.fromisoformat(dated[0].earliest or ""), dated[0].selector


def _is_ahead(assertion: Assertion, day: date) -> bool:
    return assertion.published is not None and day > assertion.published


def _town(assertion: Assertion) -> tuple[Place, Selector] | None:
    """The only town that it says something was in, and the words."""
    named = [(p, s) for p, s in _named_towns(assertion) if _said_before(assertion, s, "whereabouts")]
    return named[0] if len({p.id for p, _ in named}) == 1 else None


def _towns(assertion: Assertion) -> set[str]:
    """The towns that it names, but those it says something came from or was going to."""
    return {p.id for p, s in _named_towns(assertion) if not _said_before(assertion, s, "ways")}


def _named_towns(assertion: Assertion) -> list[tuple[Place, Selector]]:
    return [(p, s) for p in assertion.places if p.precision == "town" for s in p.mentions if assertion.at.covers(s)]


def _said_before(assertion: Assertion, at: Selector, words: str) -> bool:
    """Whether one of those words stands before the town; "in" does not count after "to a prison"."""
    before = assertion.at.exact[: at.start - assertion.at.start][-OUTWARDS:].lower().split()
    while before and before[-1] in finding_words("before a town"):
        before.pop()
    on_the_way = words == "whereabouts" and set(before[-1 - WAY : -1]) & finding_words("ways")
    return bool(before) and before[-1] in finding_words(words) and not on_the_way


def kilometres(one: Place, two: Place) -> float:
    """How far apart two places are; 0 where that is not known, so that nothing is made of it."""
    if one.lat is None or two.lat is None or one.lon is None or two.lon is None:
        return 0.0
    a, b = math.radians(one.lat), math.radians(two.lat)
    across = math.sin((b - a) / 2) ** 2
    across += math.cos(a) * math.cos(b) * math.sin(math.radians(two.lon - one.lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(across)))


def _doers(assertion: Assertion, actors: Actors, claimed: bool) -> set[str]:
    """The named persons and groups in it; of a deed that is claimed only the group that claims it."""
    named = {m[1:] for m in assertion.marks if m.startswith("@actor:")} - {assertion.speaker}
    if claimed:
        named = {assertion.speaker} if assertion.speaker else named
        return {a for a in named if a in actors and actors[a].kind != "person"}
    return {a for a in named if a in actors and actors[a].kind in ("person", "group", "organization")}


def _namesakes(one: Actor, two: Actor) -> bool:
    return bool(_name_words(one) & _name_words(two))


def _name_words(actor: Actor) -> set[str]:
    return {word for name in actor.names for word in name.lower().split() if len(word) > LEAST_NAME}


def _is_named(actor: Actor, assertion: Assertion) -> bool:
    """Whether a part of the actor's name stands in the sentence of the assertion."""
    return bool(
        _name_words(actor)
        & {word.strip(".,;:'’\"").removesuffix("'s") for word in assertion.whole.exact.lower().split()}
    )


def _named(assertion: Assertion, actor: Actor) -> Value:
    """The actor's name on its mention in the assertion, or on the whole of it where the name stands beside it."""
    inside = [m.selector for m in actor.mentions if assertion.whole.covers(m.selector)]
    return Value(actor.name, tuple(inside[:1]) or (assertion.at,))


def _happened(assertion: Assertion) -> bool:
    """Whether it tells of something done, on a day that it names, by the time of its report."""
    day = _day(assertion)
    done = any(e.realis == "asserted" and e.type != "STATEMENT" for e in assertion.events)
    return done and day is not None and not _is_ahead(assertion, day[0])


def _is_off(assertion: Assertion) -> bool:
    """Whether it says that something is called off or put off."""
    return bool(assertion.marks & {"cancel", "delay"}) and not assertion.negative


def _is_later(one: Assertion, two: Assertion) -> bool:
    return one.published is not None and two.published is not None and one.published > two.published


def _came(plan: Assertion, done: Assertion) -> bool:
    """Whether what was planned is told of as done, on a day that it was planned for, in a report of a later day."""
    if not any(e.realis == "asserted" and e.type != "STATEMENT" for e in done.events):
        return False
    if plan.planned is None or not _is_later(done, plan) or done.planned or done.negative:
        return False
    if len(plan.told & done.told) + len(_names(plan) & _names(done)) < 2 or not shared_acts(plan, done):
        return False
    first, last = plan.planned[0], min(plan.planned[1], done.published.isoformat() if done.published else "")
    return any(t.earliest == t.latest and first <= (t.earliest or "") <= last for t in done.times)


def variants(pairs: Iterable[Conflict]) -> dict[str, tuple[Selector, ...]]:
    """The values of conflicts in one aspect, each with every passage that gives it."""
    found: dict[str, dict[Selector, None]] = {}
    for value in (v for each in pairs for v in (each.one, each.two)):
        found.setdefault(value.text, {}).update(dict.fromkeys(value.at))
    return {text: tuple(at) for text, at in sorted(found.items())}
