"""The words by which a part of a record can be found again, whatever ids a later analysis gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from twosource.errors import UsageError
from twosource.model import Actor, Event, Finding, Mention, Place, Quote, Record, Selector, Time

FEWEST = 4
"""Words from which two quotes of one speaker are taken for copies: "no comment" is said more than once."""


def passages_of(record: Record, ref: str) -> tuple[Selector, ...]:
    """The words of what has this id; raises UsageError where the record has none, or nothing to judge, of this id."""
    part, _, _ = ref.partition(":")
    field, words = PARTS.get(part, ("", None))
    found = next((one for one in getattr(record, field, ()) if one.id == ref), None)
    if found is None or words is None:
        raise UsageError(f"{ref}: the story has nothing of this id that can be judged")
    return words(found, record)


def named_in(actor: Actor) -> tuple[Selector, ...]:
    """One mention of an actor on each page: its first name there, or what comes first where no name does."""
    first: dict[str, Mention] = {}
    for mention in sorted(actor.mentions, key=lambda m: (m.form != "name", m.selector)):
        first.setdefault(mention.selector.page, mention)
    return tuple(sorted(m.selector for m in first.values()))


def _actor(actor: Actor, _: Record) -> tuple[Selector, ...]:
    return named_in(actor)


def _quote(quote: Quote, record: Record) -> tuple[Selector, ...]:
    """Its words, and the same words of the same speaker in other reports: copies of one text are judged at once."""
    words = _words(quote)
    copies = record.quotes if len(words) >= FEWEST else ()
    alike = (q for q in copies if q.article != quote.article and q.speaker == quote.speaker and _words(q) == words)
    return (*quote.content, *(s for copy in alike for s in copy.content))


def _words(quote: Quote) -> list[str]:
    return " ".join(s.exact for s in quote.content).casefold().split()


def _time(time: Time, _: Record) -> tuple[Selector, ...]:
    return (time.selector,)


def _event(event: Event, _: Record) -> tuple[Selector, ...]:
    return (event.anchor,)


def _place(place: Place, _: Record) -> tuple[Selector, ...]:
    return place.mentions


def _finding(finding: Finding, record: Record) -> tuple[Selector, ...]:
    held = set(finding.claims)
    return outermost(c.selector for c in record.claims if c.id in held)


def outermost(selectors: Iterable[Selector]) -> tuple[Selector, ...]:
    """Those that lie in no other, in the order of pages and places."""
    kept: list[Selector] = []
    for selector in sorted(set(selectors), key=lambda s: (s.page, s.start, -s.end)):
        if not (kept and kept[-1].covers(selector)):
            kept.append(selector)
    return tuple(kept)


PARTS: Mapping[str, tuple[str, Callable[[Any, Record], tuple[Selector, ...]]]] = {
    "actor": ("actors", _actor),
    "quote": ("quotes", _quote),
    "time": ("times", _time),
    "event": ("events", _event),
    "place": ("places", _place),
    "finding": ("findings", _finding),
}
"""How an id begins to where its records are, and the words of one of them."""
