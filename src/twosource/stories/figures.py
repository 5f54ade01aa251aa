"""The toll and attendance of a story: each report's own figure, reconciled by when it was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from twosource.model import Article, Figure, FigureRole, Record, Selector, Span, Status
from twosource.stories.counters import yields
from twosource.stories.counts import ANY_MORE, HEART, TOP, Count, counts_of
from twosource.stories.parts import by_article
from twosource.stories.victims import people
from twosource.stories.wholes import shared_wording, whole
from twosource.text.rounds import rounds

NEAR = 60
"""Characters between the number of the dead and that of those in hospital beside them."""
HEDGE = 0.2
"""Part by which "about" widens a number."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one report gives for one role: its first count, when it did (day and round; None: unknown), its origin."""

    article: str
    count: Count
    day: str | None
    origin: str

    def agrees(self, other: Told) -> bool:
        """Whether both can be true at one time."""
        return _agree(self.count, other.count)


def _agree(one: Count, two: Count) -> bool:
    """Whether the ranges of both meet, a hedge widening them, or one is told as a part of the other."""
    if one.low in two.parts or two.low in one.parts:
        return True
    hedged = any(c.approximate and c.point is not None for c in (one, two))
    slack = HEDGE * max(one.low, two.low) if hedged else 0.0
    return one.low <= two.high + slack and two.low <= one.high + slack


def figures(articles: Sequence[Article], record: Record, when: Span | None) -> tuple[Figure, ...]:
    """One reconciled figure for every role that the reports give at their heart."""
    reports = _reports(articles, record, when)
    told = {role: _told(role, reports) for role in get_args(FigureRole)}
    told["injured"] = _without_dead(told["injured"], told["killed"])
    return tuple(_reconcile(role, found) for role, found in told.items() if _at_heart(found, len(articles)))


@dataclass(frozen=True, slots=True)
class _Report:
    """One report's counts; `day` has its round, `origin` is its own, `passages` those of counts that it took over."""

    article: Article
    day: str | None
    origin: str
    passages: dict[Selector, str]
    counts: list[Count]


def _reports(articles: Sequence[Article], record: Record, when: Span | None) -> list[_Report]:
    texts = {p.id: p.text for p in record.pages}
    own = {a: o.id for o in reversed(record.origins) for a in o.articles}
    claimed = {c.ref: c.origin for c in record.claims if c.kind == "quantity" and c.origin}
    passages = {q.selector: claimed[q.id] for q in record.quantities if q.id in claimed}
    quantities, times, persons = by_article(record.quantities), by_article(record.times), people(record.actors)
    days = rounds({a.id: (a.published.value, a.published.at) for a in articles if a.published})
    return [
        _Report(
            a,
            days.get(a.id),
            own.get(a.id, a.id),
            passages,
            counts_of(a, texts[a.page], quantities[a.id], times[a.id], persons.get(a.page, []), when),
        )
        for a in articles
    ]


def _told(role: str, reports: Sequence[_Report]) -> list[Told]:
    """Each report's figure, for that is the whole; parts, older tolls and those of other counters follow."""
    counts = {r.article.id: _of_role(role, r.counts) for r in reports}
    tolls = {a: whole(found) for a, found in counts.items() if found}
    for copies in _by_origin(reports):
        held = [a for a in copies if a in tolls]
        tolls |= dict(zip(held, shared_wording([counts[a] for a in held]) or [tolls[a] for a in held], strict=True))
    by = {toll.by for toll in tolls.values()}
    return [
        _tell(r, tolls[r.article.id])
        for r in reports
        if r.article.id in tolls and not yields(tolls[r.article.id].by, by)
    ]


def _of_role(role: str, counts: Sequence[Count]) -> Sequence[Count]:
    return _injured(counts) if role == "injured" else [c for c in counts if c.role == role]


def _by_origin(reports: Sequence[_Report]) -> Iterable[list[str]]:
    """The articles of each origin that has several."""
    by: dict[str, list[str]] = {}
    for report in reports:
        by.setdefault(report.origin, []).append(report.article.id)
    return (articles for articles in by.values() if len(articles) > 1)


def _tell(report: _Report, toll: Count) -> Told:
    return Told(report.article.id, toll, report.day, report.passages.get(toll.selectors[0], report.origin))


def _injured(counts: Sequence[Count]) -> list[Count]:
    """The counts of the injured; those harmed less the dead where a report says only "six shot, one dead"."""
    dead = next((c for c in counts if c.role == "killed" and c.low and not c.aside), None)
    own = [c for c in counts if c.role == "injured"]
    harmed = [c for c in counts if c.role == "harmed" and not c.aside and dead]
    beside = [c for c in harmed if _is_beside(c, counts)]
    own += [replace(c, role="injured") for c in beside]
    less = [_less(c, dead) for c in harmed if dead and c.low > dead.low and c not in beside]
    firm = [c for c in own if not c.vague]
    alone = [
        c for c in own if c.vague and not (dead and dead.vague and dead.point == 1 and c.sentence != dead.sentence)
    ]
    return firm + less + alone


def _is_beside(harmed: Count, counts: Sequence[Count]) -> bool:
    """Whether their number stands right after that of the dead, and so beside it: "eight died and 21 are in hospital".

    Not a single person: "one is dead, another in a critical condition" may be two of six who were shot.
    """
    if harmed.vague or harmed.low <= 1:
        return False
    at = harmed.selectors[0].start
    dead = (c for c in counts if c.role == "killed" and c.low and not c.vague and c.sentence == harmed.sentence)
    return any(0 < at - c.selectors[-1].end < NEAR for c in dead)


def _less(harmed: Count, dead: Count) -> Count:
    point = harmed.point - dead.point if harmed.point is not None and dead.point is not None else None
    return replace(
        harmed,
        role="injured",
        low=harmed.low - dead.low,
        high=max(harmed.low - dead.low, harmed.high - dead.low) if harmed.high < ANY_MORE else ANY_MORE,
        point=point,
        selectors=harmed.selectors + dead.selectors,
        harmed=harmed.low,
    )


def _without_dead(injured: list[Told], killed: list[Told]) -> list[Told]:
    """The injured without those that other reports count among the dead.

    "A girl was shot" of Monday is the girl who died of Tuesday's report: one person alone is left out where a report
    counts no dead, and those that do count nobody injured. "Four people shot" of one report are the four dead of
    another.
    """
    most = max((t.count.low for t in killed), default=0.0)
    injured = [t for t in injured if t.count.harmed is None or t.count.harmed > most]
    own = {t.article for t in killed if t.count.low}
    if not own or any(t.article in own for t in injured):
        return injured
    return [t for t in injured if not (t.count.vague and t.count.point == 1)]


def _at_heart(told: Sequence[Told], reports: int) -> bool:
    """Whether some report gives it near its top, or half of all reports do somewhere.

    What only one report tells, and without a number ("he was shot in September"), has to stand at its very top.
    """
    deepest = TOP if len(told) == 1 and told[0].count.vague else HEART
    return any(t.count.depth <= deepest for t in told) or (len(told) > 1 and 2 * len(told) >= reports)


def _reconcile(role: FigureRole, told: list[Told]) -> Figure:
    """One figure of what the reports give at their heart; what stands further down may agree, but never differs."""
    heart = [t for t in told if t.count.depth <= HEART] or told
    last = max((t.day for t in heart if t.day), default=None)
    latest = _risen([t for t in heart if t.day in (None, last)])
    most = max(t.count.low for t in latest)
    counted = [t for t in latest if not t.count.vague]  # "a girl" may be any one of five
    lower = any(t.count.low > most and not any(map(t.agrees, counted)) for t in heart)
    if lower and not any(t.count.corrected for t in latest):
        latest = heart  # it has not grown: none overrules another
    firm = [t for t in latest if not t.count.vague] or latest
    best = max(_distinct(firm), key=lambda t: (*_standing(t, firm), _support(t, told), t.count.low, t.origin))
    agreeing = [t for t in told if t.agrees(best)]
    exact = [t for t in agreeing if t.count.point is not None and not t.count.vague]
    shown = best if best.count.point is not None or not exact else max(exact, key=lambda t: (t.day or "", t.count.low))
    status = _status(shown, heart, latest, agreeing)
    low, high = _bounds(latest if status == "differs" else [shown])
    return Figure(
        role=role,
        min=low,
        max=high,
        point=None if status == "differs" and _tied(shown, firm) else shown.count.point,
        approximate=shown.count.approximate,
        status=status,
        origins=len({t.origin for t in agreeing}),
        selectors=_selectors([shown, *agreeing, *heart]),
    )


def _risen(latest: list[Told]) -> list[Told]:
    """Of reports of one round those that agree with the one whose number has risen above all others: it is newer."""
    most = max(latest, key=lambda t: (t.count.low, t.count.total))
    return [t for t in latest if t.agrees(most)] if most.count.total else latest


def _tied(shown: Told, told: Sequence[Told]) -> bool:
    """Whether a figure that cannot be true beside this one has as many origins."""
    return any(not t.agrees(shown) and _standing(t, told) >= _standing(shown, told) for t in _distinct(told))


def _distinct(told: Sequence[Told]) -> list[Told]:
    """One report for each figure, so that a story of thousands of reports compares but the few figures they give."""
    found = {(t.count.low, t.count.high, t.count.approximate, t.count.depth <= TOP): t for t in reversed(told)}
    return list(found.values())


def _standing(told: Told, others: Sequence[Told]) -> tuple[int, bool]:
    """How many of the others agree, and whether it stands at the top of its report, where parts are not told."""
    return _support(told, others), told.count.depth <= TOP


def _bounds(told: Sequence[Told]) -> tuple[float, float]:
    """The least and the most of these reports' figures; what is open ("at least 12") has its one bound for both."""
    highs = [t.count.high if t.count.high < ANY_MORE else t.count.low for t in told]
    lows = [t.count.low or high for t, high in zip(told, highs, strict=True)]  # of "up to 50" beside 40, 50 is compared
    return (min(lows) if len(told) > 1 else told[0].count.low), max(highs)


def _support(told: Told, others: Sequence[Told]) -> int:
    """How many origins give a figure that agrees with this one."""
    return len({t.origin for t in others if t.agrees(told)})


def _status(shown: Told, told: Sequence[Told], latest: Sequence[Told], agreeing: Sequence[Told]) -> Status:
    if any(not t.agrees(shown) for t in latest):
        return "differs"
    if any(not t.agrees(shown) for t in told):
        return "updated"
    return "corroborated" if len({t.origin for t in agreeing}) > 1 else "single_origin"


def _selectors(told: Sequence[Told]) -> tuple[Selector, ...]:
    return tuple(dict.fromkeys(s for t in told for s in t.count.selectors))
