"""Whether one person alone is named in some part of a report."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.quotes.found import Span
from twosource.quotes.gender import is_shown_woman
from twosource.quotes.issuers import Turn
from twosource.quotes.named import Named


def only_one(named: Named, text: str, offset: int) -> str | None:
    """The one person named so far, whatever a given name alone seems to tell: "Andrea Low is coach. | He said"."""
    one = named.by_name(_one_person(named, (m.actor for m in named.within(0, offset) if m.form == "name")))
    return one.id if one is not None and is_shown_woman(one, text) is None else None


def alone_in(named: Named, start: int, end: int) -> str | None:
    """The one person mentioned between two code points, by name: "Last to speak was | Ann Low |."."""
    seen = [m for m in named.within(start, end) if (k := named.known(m.actor)) and k.kind == "person"]
    alone = len({m.actor for m in seen}) == 1 and seen[0].form == "name"
    return seen[0].actor if alone else None


def named_since(named: Named, span: Span, last: Turn | None) -> str | None:
    """The one person whom the report itself names in the paragraph since somebody else spoke."""
    low = max(span.passage.starts[0], last.end if last is not None else 0)
    return _one_person(named, (m.actor for m in named.within(low, span.start) if m.form == "name"))


def alone_before(named: Named, offset: int) -> str | None:
    """The one person named not far before a code point."""
    return _one_person(named, named.nearest(offset))


def _one_person(named: Named, actors: Iterable[str]) -> str | None:
    persons = {k.id for a in actors if (k := named.by_name(a)) and k.kind == "person"}
    return persons.pop() if len(persons) == 1 else None
