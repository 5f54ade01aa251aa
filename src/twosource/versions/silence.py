"""What a report says in a notice of correction it does not assert: "An earlier version said that 12 were killed".

Nor what only tells when its page was made: "Updated 1 day ago".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Reading, Selector
from twosource.versions.notices import notices
from twosource.versions.words import clocks


def own_reading(reading: Reading) -> Reading:
    """The reading without claims, quotes, events and numbers of its notices of correction, and of its clock."""
    return without(reading, [*(n.at for n in notices(reading) if n.kind != "update"), *clocks(reading)])


def without(reading: Reading, at: Sequence[Selector]) -> Reading:
    """The reading without claims, quotes, events and numbers that stand at these places, wholly or in part."""
    if not at:
        return reading
    quotes = tuple(q for q in reading.quotes if not _in(at, *q.content))
    kept = {q.id for q in quotes}
    return replace(
        reading,
        quotes=tuple(replace(q, within=q.within if q.within in kept else None) for q in quotes),
        events=tuple(
            replace(e, attributed_to=e.attributed_to if e.attributed_to in kept else None)
            for e in reading.events
            if not _in(at, e.anchor)
        ),
        quantities=tuple(q for q in reading.quantities if not _in(at, q.selector)),
        claims=tuple(c for c in reading.claims if not _in(at, c.selector)),
    )


def silenced(reading: Reading) -> Reading:
    """The reading of a withdrawn report: its page and article, nothing that it said."""
    return replace(
        reading, analysis=None, quotes=(), events=(), quantities=(), claims=(), times=(), places=(), actors=()
    )


def _in(places: Sequence[Selector], *at: Selector) -> bool:
    return any(p.overlaps(s) for p in places for s in at)
