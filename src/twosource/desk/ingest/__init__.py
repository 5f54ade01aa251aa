"""Takes reports into a desk: what is new is read, kept and sorted into stories, a hundred at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic
from typing import Any

from twosource.api import Options, Outcome, PathLike, outcomes
from twosource.articles.find import article_id
from twosource.desk.ingest.intake import Intake
from twosource.model import Reading, page_id
from twosource.pages import Capture
from twosource.pipeline import read_and_sort
from twosource.stores.base import Arrival, Rejected, Store, kept_form

BATCH = 100
"""Articles of one transaction …"""
SECONDS = 5.0
"""… or as many as are read in that time, so that what is lost when the machine stops is soon read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the inputs: new articles, those the desk had, those that failed."""

    new: int = 0
    known: int = 0
    failed: int = 0


def add(
    store: Store, inputs: Iterable[PathLike], options: Options, on_done: Callable[[Outcome[Any]], None] = lambda _: None
) -> Added:
    """Reads what the desk does not have yet, keeps it, sorts it into stories; what fails goes to the quarantine.

    Adding the same inputs again changes nothing. After a run that was ended, the next one goes on where it stopped.
    """
    fresh = _Fresh(store)
    new = failed = 0
    reading = outcomes(inputs, partial(_read, analyzer=options.analyzer), options, wanted=fresh)
    with store.writer() as writer:
        intake = Intake(writer)
        for batch in _batches(reading):
            kept = [Arrival(reading=o.result, made_by=options.analyzer) for o in batch if o.result is not None]
            rejected = [Rejected(input_id=o.input_id, reason=str(o.error)) for o in batch if o.error is not None]
            new += intake.take(kept, rejected)
            failed += len(rejected)
            for outcome in batch:
                on_done(outcome)
    return Added(new=new, known=fresh.known, failed=failed)


def _read(capture: Capture, analyzer: str) -> Reading:
    """All that is kept of a capture, and its bytes; the rest need not go from process to process."""
    kept = kept_form(read_and_sort(capture, analyzer))
    return replace(kept, page=replace(kept.page, raw=capture.raw))


class _Fresh:
    """Tells captures that the desk does not have, and that did not stand among the inputs before."""

    def __init__(self, store: Store) -> None:
        with store.view() as view:
            self._seen = {row.article for row in view.rows()}
        self.known = 0

    def __call__(self, capture: Capture) -> bool:
        article = article_id(page_id(capture.raw), capture.given)
        if article in self._seen:
            self.known += 1
            return False
        self._seen.add(article)
        return True


def _batches(done: Iterable[Outcome[Reading]]) -> Iterator[list[Outcome[Reading]]]:
    batch: list[Outcome[Reading]] = []
    begun = monotonic()
    for outcome in done:
        batch.append(outcome)
        if len(batch) >= BATCH or monotonic() - begun >= SECONDS:
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch
