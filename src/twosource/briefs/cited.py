"""Whom each origin cites for what several report, and the number it gives where that is another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.briefs.pronouns import shown
from twosource.briefs.reports import Reports
from twosource.briefs.spoken import is_outlet, with_article
from twosource.briefs.wording import counted_names, origin_name, report_name
from twosource.model import Claim, Quantity, Selector
from twosource.vocab.counted import same_thing

MOSTLY = 0.5
"""Part of what a report says of it that is a speaker's words, from which it cites that speaker."""
CITING = ", citing "
"""Between an origin and its speaker; names that hold it are parted by semicolons."""
DONE = frozenset({"killed", "injured", "missing", "arrested", "displaced", "evacuated", "rescued", "aboard"})
"""Roles that say what became of those counted."""
MOST_NUMBERS = 3
"""Other numbers that are given after a statement."""


def origins_citing(claims: Sequence[Claim], reports: Reports, words: str) -> list[str]:
    """The names of the claims' origins, each once, with whom it cites unless `words` do: "dpa, citing the police"."""
    names = []
    for origin, own in _by_origin(claims, reports):
        cited = _cited(own, reports)
        name = origin_name(reports.record, origin)
        names.append(f"{name}{CITING}{cited}" if cited and cited not in words else name)
    return counted_names(names)


def other_numbers(at: Selector, claims: Sequence[Claim], reports: Reports) -> str:
    """What other origins count where the words at `at` give a number: " (dpa: at least eight)", or nothing.

    Where the words give several numbers, with what is counted: " (dpa: 212 people)".
    """
    mine = [q for q in _numbers(claims, reports) if at.covers(q.selector)]
    several = len({q.selector for q in mine}) > 1
    given = [
        f"{report_name(reports.articles[q.article], reports.pages[q.selector.page])}: {_said(q, several)}"
        for one in mine
        for q in _others(one, claims, reports)
    ]
    listed = "; ".join(list(dict.fromkeys(given))[:MOST_NUMBERS])
    return f" ({listed})" if listed else ""


def _said(quantity: Quantity, several: bool) -> str:
    """The number as its report gives it, with what it counts where the words before give several."""
    words = _small(quantity.selector.exact)
    counts = quantity.of.exact if quantity.of else ""
    what = f" {quantity.role}" if quantity.role in DONE else f" {counts}" if counts and counts not in words else ""
    return f"{words}{what}" if several else words


def _by_origin(claims: Sequence[Claim], reports: Reports) -> Iterator[tuple[str, list[Claim]]]:
    """The claims of each origin, in the order of the record's origins."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.origin].append(claim)
    return ((o.id, found[o.id]) for o in reports.record.origins if o.id in found)


def _cited(claims: Sequence[Claim], reports: Reports) -> str | None:
    """Whom the origin cites, if every report of it that says more than a headline gives the words of that one."""
    told = [c for c in claims if not reports.in_headline(c.selector)]
    articles = dict.fromkeys(c.article for c in told)
    names = {_speaker([c for c in told if c.article == article], reports) for article in articles}
    return names.pop() if len(names) == 1 else None


def _speaker(claims: Sequence[Claim], reports: Reports) -> str | None:
    """Whose words most of what one report says of it are."""
    quoted = [c for c in claims if c.kind == "quote" and c.ref in reports.quotes and c.asserted_by in reports.actors]
    if not quoted:
        return None
    longest = max(quoted, key=lambda c: (_length(c), c.id))
    if _length(longest) < MOSTLY * max(_length(c) for c in claims):
        return None
    quote, actor = reports.quotes[longest.ref or ""], reports.actors[longest.asserted_by]
    return None if is_outlet(actor, quote, reports) else with_article(shown(actor, reports), actor, quote, reports)


def _length(claim: Claim) -> int:
    return claim.selector.end - claim.selector.start


def _numbers(claims: Sequence[Claim], reports: Reports) -> list[Quantity]:
    return [reports.quantities[c.ref] for c in claims if c.kind == "quantity" and c.ref in reports.quantities]


def _others(mine: Quantity, claims: Sequence[Claim], reports: Reports) -> Iterator[Quantity]:
    """The first number that each other origin gives for the same thing, where none of its numbers is this one."""
    home = _origin_of(mine, claims)
    for origin, own in _by_origin(claims, reports):
        alike = [q for q in _numbers(own, reports) if same_thing(mine, q)]
        if origin != home and alike and not any(_value(q) == _value(mine) for q in alike):
            yield alike[0]


def _origin_of(quantity: Quantity, claims: Sequence[Claim]) -> str | None:
    return next((c.origin for c in claims if c.ref == quantity.id), None)


def _value(quantity: Quantity) -> tuple[float | None, float | None, bool]:
    return quantity.min, quantity.max, quantity.approximate


def _small(words: str) -> str:
    """The words of a number as they stand inside a sentence."""
    flat = " ".join(words.split())
    return flat if flat[1:2].isupper() else flat[:1].lower() + flat[1:]
