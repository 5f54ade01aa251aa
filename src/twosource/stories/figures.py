"""The toll and attendance of a story: each report's own figure, reconciled by when it was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from twosource.model import Article, Figure, FigureRole, Quantity, Record, Selector, Status

ANY_MORE = 1e9
HEDGE = 0.2
"""Part by which "about" widens a number."""
_VAGUE = frozenset({"several", "some", "many", "few", "various", "numerous"})
_NUMERAL = frozenset({"one", "1", "single"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one report gives for one role: the figure, its day of publication (None: unknown) and its origin."""

    quantity: Quantity
    day: str | None
    origin: str

    @property
    def low(self) -> float:
        """The least that it can mean."""
        q = self.quantity
        return q.point if q.point is not None and q.min is None else q.min if q.min is not None else 0.0

    @property
    def high(self) -> float:
        """The most that it can mean; unbounded for "at least 12", and for "a man", who need not be the only one."""
        q = self.quantity
        only_named = q.point == 1 and not _NUMERAL & set(q.selector.exact.lower().split())
        return q.max if q.max is not None and not only_named else ANY_MORE

    def agrees(self, other: Told) -> bool:
        """Whether both can be true at one time: their ranges meet, a hedge widening them."""
        hedged = any(t.quantity.approximate and t.quantity.point is not None for t in (self, other))
        slack = HEDGE * max(self.low, other.low) if hedged else 0.0
        return self.low <= other.high + slack and other.low <= self.high + slack


def figures(articles: Sequence[Article], record: Record) -> tuple[Figure, ...]:
    """One reconciled figure for every role that the reports give."""
    found = (_reconcile(role, _told(role, articles, record)) for role in get_args(FigureRole))
    return tuple(f for f in found if f)


def _told(role: str, articles: Sequence[Article], record: Record) -> list[Told]:
    """Each report's figure: the first one in this role, for that is the whole; parts and older tolls follow."""
    texts = {p.id: p.text for p in record.pages}
    own = {a: o.id for o in reversed(record.origins) for a in o.articles}
    claimed = {c.ref: c.origin for c in record.claims if c.kind == "quantity" and c.origin}
    told = []
    for article in articles:
        counts = [q for q in record.quantities if q.article == article.id and q.role == role and not q.ordinal]
        mine = [q for q in counts if not _adds(texts.get(q.selector.page, ""), q)]
        if mine:
            first = min(mine, key=lambda q: (_late(article, q), _vague(q), q.selector.start))
            day = article.published.value[:10] if article.published else None
            told.append(Told(first, day, claimed.get(first.id) or own.get(article.id, article.id)))
    return told


def _vague(quantity: Quantity) -> bool:
    """Whether it gives no number that can be held against another: "several people", "a man"."""
    words = set(quantity.selector.exact.lower().split())
    return bool(words & _VAGUE) or (quantity.point == 1 and not words & _NUMERAL)


def _adds(text: str, quantity: Quantity) -> bool:
    """Whether it is what came to a count ("two more bodies"), not the count."""
    following = text[quantity.selector.end : quantity.selector.end + 20].lower().split(maxsplit=1)
    added = [*quantity.selector.exact.lower().split(), *following[:1]]
    return "than" not in added and bool({"more", "further", "additional", "another"} & set(added))


def _late(article: Article, quantity: Quantity) -> bool:
    """Whether the figure stands outside the headline and the running text."""
    at = quantity.selector.start
    role = next((b.role for b in article.blocks if b.start <= at < b.end), "other")
    return role not in ("headline", "lead", "body", "list")


def _reconcile(role: FigureRole, told: list[Told]) -> Figure | None:
    if not told:
        return None
    last = max((t.day for t in told if t.day), default=None)
    latest = [t for t in told if t.day in (None, last)]
    if max(t.low for t in told) > max(t.low for t in latest):  # it has not grown: no report overrules the others
        latest = told
    best = max(latest, key=lambda t: (_support(t, latest), _support(t, told), t.low, t.quantity.id))
    agreeing = [t for t in told if t.agrees(best)]
    exact = [t for t in agreeing if t.quantity.point is not None]
    shown = best if best.quantity.point is not None or not exact else max(exact, key=lambda t: (t.day or "", t.low))
    q = shown.quantity
    return Figure(
        role=role,
        min=shown.low,
        max=q.max if q.max is not None else shown.low,
        point=q.point,
        approximate=q.approximate,
        status=_status(shown, told, latest),
        origins=len({t.origin for t in agreeing}),
        selectors=_selectors([shown, *agreeing, *told]),
    )


def _support(told: Told, others: Sequence[Told]) -> int:
    """How many origins give a figure that agrees with this one."""
    return len({t.origin for t in others if t.agrees(told)})


def _status(shown: Told, told: Sequence[Told], latest: Sequence[Told]) -> Status:
    if any(not t.agrees(shown) for t in latest):
        return "differs"
    if any(not t.agrees(shown) for t in told):
        return "updated"
    return "corroborated" if len({t.origin for t in told}) > 1 else "single_origin"


def _selectors(told: Sequence[Told]) -> tuple[Selector, ...]:
    return tuple(dict.fromkeys(t.quantity.selector for t in told))
