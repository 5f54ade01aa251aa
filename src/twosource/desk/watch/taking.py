"""Hands captures to the desk and says of each what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from twosource.api import SECONDS_PER_PAGE, Options
from twosource.articles.find import article_id
from twosource.desk.ingest import read_to_keep
from twosource.desk.ingest.intake import Intake
from twosource.engines.local import LocalEngine
from twosource.errors import InputError
from twosource.model import page_id
from twosource.pages import Capture
from twosource.pipeline import sample
from twosource.stores.base import Rejected, Sighting, Store, View
from twosource.versions import page_key


class Taken(Enum):
    """What became of a capture that could be read."""

    NEW = "new"
    KNOWN = "known"


def take_in(store: Store, captures: Sequence[Capture], options: Options) -> dict[str, Taken | InputError]:
    """Takes captures into a desk; by their own ids what became of each, an error where it is in quarantine."""
    with store.view() as view:
        fresh = [capture for capture in captures if not _is_kept(view, capture)]
    became: dict[str, Taken | InputError] = {_id(capture): Taken.KNOWN for capture in captures}
    arrivals, rejected = [], []
    engine = LocalEngine(workers=options.workers, seconds=SECONDS_PER_PAGE)
    if fresh and engine.inherits:
        read_to_keep(sample(fresh[0].media_type), options.analyzer)  # workers begin with all that this loads
    for capture, found in zip(fresh, engine.map(partial(read_to_keep, analyzer=options.analyzer), fresh), strict=True):
        if isinstance(found, InputError):
            rejected.append(Rejected(input_id=_id(capture), reason=str(found)))
            became[_id(capture)] = found
        else:
            arrivals.append(found)
            became[_id(capture)] = Taken.NEW
    with store.writer() as writer:
        Intake(store, writer).take(arrivals, rejected)
        kept = [capture for capture in captures if isinstance(became[_id(capture)], Taken)]
        writer.note_sightings(_where_feeds_lead(kept))
        writer.note_seen_again({_article(c): c.retrieved for c in kept if c.retrieved})
    return became


def _where_feeds_lead(captures: Sequence[Capture]) -> list[Sighting]:
    """That they stand at the addresses by which they are watched, whatever they call themselves behind a redirect."""
    return [
        Sighting(article=_article(capture), address=key, retrieved=capture.retrieved)
        for capture in captures
        if (key := page_key(_id(capture)))
    ]


def _id(capture: Capture) -> str:
    return capture.given.input_id or capture.location


def _article(capture: Capture) -> str:
    return article_id(page_id(capture.raw), capture.given)


def _is_kept(view: View, capture: Capture) -> bool:
    try:
        view.rows_of([_article(capture)])
    except KeyError:
        return False
    return True
