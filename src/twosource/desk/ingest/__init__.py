"""Takes reports into a desk: what is new is read, kept and sorted into stories, a hundred at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Any

from twosource.api import Options, Outcome, PathLike, outcomes
from twosource.articles.find import article_id
from twosource.desk.ingest.failures import kind_of
from twosource.desk.ingest.intake import Intake
from twosource.desk.ingest.progress import Progress
from twosource.desk.works import work_out
from twosource.model import page_id
from twosource.pages import Capture
from twosource.pipeline import read_and_sort
from twosource.stores.base import Arrival, Rejected, Store

BATCH = 100
"""Articles of one transaction …"""
SECONDS = 5.0
"""… or as many as are read in that time, so that what is lost when the machine stops is soon read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the inputs: new articles, those the desk had, those that failed by the kind of reason.

    `stories`: how many stories got a new article, or an article from another story.
    """

    new: int = 0
    known: int = 0
    failures: Mapping[str, int] = field(default_factory=dict)
    stories: int = 0

    @property
    def failed(self) -> int:
        """How many inputs failed."""
        return sum(self.failures.values())


def add(store: Store, inputs: Iterable[PathLike], options: Options, progress: Progress | None = None) -> Added:
    """Reads what the desk does not have yet, keeps it, sorts it into stories; what fails goes to the quarantine.

    Adding the same inputs again changes nothing. After a run that was ended, the next one goes on where it stopped.
    """
    progress = progress or Progress()
    added, touched = _take_in(store, inputs, options, progress)  # what sorting remembers is forgotten with it
    progress.sorted()
    work_out(store, workers=options.workers, touched=touched, on_done=progress.worked_out)
    return added


def _take_in(
    store: Store, inputs: Iterable[PathLike], options: Options, progress: Progress
) -> tuple[Added, AbstractSet[str]]:
    """Reads, keeps and sorts; what became of the inputs, and the stories that articles were put into."""
    fresh = _Fresh(store, progress.known)
    failures: Counter[str] = Counter()
    reading = outcomes(inputs, partial(read_to_keep, analyzer=options.analyzer), options, wanted=fresh)
    new = 0
    with store.writer() as writer:
        intake = Intake(store, writer)
        for batch in _batches(reading, progress.read):
            kept = [o.result for o in batch if o.result is not None]
            errors = [(o.input_id, o.error) for o in batch if o.error is not None]
            new += intake.take(kept, [Rejected(input_id=one, reason=str(error)) for one, error in errors])
            failures.update(kind_of(error) for _, error in errors)
        writer.note_seen_again(fresh.again)
    added = Added(new=new, known=fresh.known, failures=dict(failures), stories=len(intake.touched))
    return added, intake.touched


def read_to_keep(capture: Capture, analyzer: str) -> Arrival:
    """What is kept of a capture."""
    return Arrival(reading=read_and_sort(capture, analyzer), made_by=analyzer)


class _Fresh:
    """Tells captures that the desk does not have, and that did not stand among the inputs before."""

    def __init__(self, store: Store, on_known: Callable[[], None]) -> None:
        with store.view() as view:
            self._seen = set(view.articles())
        self._on_known = on_known
        self.known = 0
        self.again: dict[str, str] = {}
        """When what is known was retrieved once more: a text that came back stands again."""

    def __call__(self, capture: Capture) -> bool:
        article = article_id(page_id(capture.raw), capture.given)
        if article in self._seen:
            self.known += 1
            if capture.retrieved:
                self.again[article] = capture.retrieved
            self._on_known()
            return False
        self._seen.add(article)
        return True


def _batches(
    done: Iterable[Outcome[Arrival] | None], on_read: Callable[[Outcome[Any]], None]
) -> Iterator[list[Outcome[Arrival]]]:
    """What is kept at once; also while more is awaited (None), which standard input may let one do for days."""
    batch: list[Outcome[Arrival]] = []
    begun = monotonic()
    for outcome in done:
        if outcome is not None:
            on_read(outcome)
            batch.append(outcome)
        if len(batch) >= BATCH or (batch and monotonic() - begun >= SECONDS):
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch
