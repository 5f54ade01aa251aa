"""What was worked out of a story: made of its articles once, kept with the desk, found again until anything changes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from json import loads
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from twosource.codec import decode, dump, record_json
from twosource.desk.judged import JudgedStore, bearing_on
from twosource.desk.versions import VersionedStore, sighted
from twosource.engines.local import LocalEngine
from twosource.errors import InputError
from twosource.model import Record, content_id
from twosource.pipeline import combine
from twosource.stores.base import STATUSES, Row, Store, View, Work

if TYPE_CHECKING:
    from twosource.formats.stories import StoryView

SEVERAL = 2
"""Reports from which a story is worth working out: one has nothing to be compared with."""
MOST_AT_ONCE = 500
"""Stories worked out in one go beside those that were touched, about a minute; others when they are first asked for."""
LONGEST = 120.0
"""Seconds that one story may take in a worker: one of 600 reports takes 20."""
TOGETHER = 20
"""Works kept in one transaction, at most: each has to wait for the disk …"""
SECONDS = 1.0
"""… and no more than are made in that time: they are lost where the run is ended."""
PAGED = 20
"""Reports from which the page of a story is kept too. Of fewer it is made of the record when it is asked for, in 5 to 9
ms a report; to make and keep it at once took a fifth of working out a story."""
LEVEL = 1
"""Of compression: the best one takes three times as long to save a fifth."""
OWN_FORM = 'name="token"'
"""Stands in a page whose form is good only for the process that made it."""
WEIGHTS = 1_000_000
"""Bytes from which a file of the program is told by its size: models, which take longer to read than they change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was worked out of a story, packed; `of`: its articles. The page is empty where it changes by itself."""

    work: Work
    record: bytes
    page: bytes
    of: tuple[str, ...]


def as_people_see(store: Store) -> JudgedStore:
    """The store with stories as people joined and parted them, each with all versions of its articles."""
    return JudgedStore(VersionedStore(store))


@cache
def made_by() -> str:
    """A hash of this program and its tables: what other code, words or templates have made is made anew."""
    digest = blake2b(digest_size=8)
    root = Path(__file__).parents[1]
    for path in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(root).as_posix()} {size}\n".encode())
        digest.update(path.read_bytes() if size < WEIGHTS else b"")
    return digest.hexdigest()


def key_of(view: View, rows: Sequence[Row]) -> str:
    """What tells the work of a story from all others: its id, its articles as they came and when versions of one page
    were seen, what people decided on them, and what made it.

    `rows` are those of one story, one at least.
    """
    articles = [row.article for row in rows]
    judged = [judgement.id for judgement in bearing_on(view, rows)]
    return content_id("work", rows[0].story, made_by(), *articles, "seen", *_seen(view, articles), "judged", *judged)


def _seen(view: View, articles: Sequence[str]) -> list[str]:
    """When those articles were seen that are versions of one page: of a page that never changed it does not matter."""
    sightings = view.sightings(articles)
    at: dict[str, set[str]] = {}
    for seen in sightings:
        at.setdefault(seen.address, set()).add(seen.article)
    return [f"{seen.article} {seen.retrieved}" for seen in sightings if len(at[seen.address]) > 1]


def record_of(view: View, rows: Sequence[Row]) -> Record:
    """The record of these articles, all those of one story, with what people decided on them.

    What a date from elsewhere changes in a report is found by the analyzer that read the last of them.
    """
    readings = sighted(view, [row.article for row in rows])
    judgements, analyzer = bearing_on(view, rows), view.read_by(rows[-1].article)
    return combine(readings, one_story=True, analyzer=analyzer, judgements=judgements, in_order=True)


def kept_record(view: View, story: str, key: str) -> Record | None:
    """The record that is kept of this story, where it has this key."""
    work = view.work(story)
    packed = view.work_record(story) if work and work.key == key else None
    return decode(Record, loads(_unpacked(packed)), "record") if packed else None


def kept_page(view: View, story: str, key: str) -> str | None:
    """The page that is kept of this story, where it has this key and its page is the same each time."""
    work = view.work(story)
    packed = view.work_page(story) if work and work.key == key else None
    return _unpacked(packed) if packed else None


def packed(text: str) -> bytes:
    """Text as it is kept: of all characters, lone surrogates too."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def _unpacked(kept: bytes) -> str:
    return zlib.decompress(kept).decode("utf-8", "surrogatepass")


def paged(rows: Sequence[Row]) -> bool:
    """Whether the page of a story of these articles is kept."""
    return len(rows) >= PAGED


def made_of(shown: StoryView, rows: Sequence[Row], key: str, page: str = "") -> Made:
    """The work of a story as it is shown, of these articles, and its page, where that is kept.

    A page with a form that only this process can take back is not kept.
    """
    story = shown.story
    work = Work(
        story=rows[0].story,
        key=key,
        made_by=made_by(),
        reports=len(shown.view.reports),
        origins=len(shown.view.origins),
        headline=shown.headline,
        where=shown.where,
        first=story.first if story else None,
        last=story.last if story else None,
        findings={status: len(shown.view.findings(status)) for status in STATUSES},
    )
    record = packed(dump(record_json(shown.view.record)))
    kept = packed(page) if page and OWN_FORM not in page else b""
    return Made(work=work, record=record, page=kept, of=tuple(row.article for row in rows))


def keep(store: Store, *made: Made) -> int:
    """Keeps works at once; how many stories are still what they were worked out of.

    Articles and judgements come meanwhile: the works of others are dropped.
    """
    with store.writer() as writer, writer.together():  # open no longer: a fork must not inherit SQLite's locks
        for one in made:
            writer.keep_work(one.work, one.record, one.of, one.page)
        with store.view() as view:  # nobody else writes while we do
            gone = [one.work.story for one in made if not _stands(view, one.work)]
        writer.drop_works(gone)
    return len(made) - len(gone)


def _stands(view: View, work: Work) -> bool:
    rows = view.rows_in(work.story)
    return bool(rows) and key_of(view, rows) == work.key


def work_out(
    store: Store,
    *,
    workers: int = 1,
    most: int = MOST_AT_ONCE,
    touched: Collection[str] = (),
    on_done: Callable[[str], None] = lambda _: None,
) -> int:
    """Works out stories of several reports that have no work yet, in worker processes; how many.

    The latest, at most so many, and all that were `touched`. They are kept every second: after a run that was ended,
    the next one goes on where it stopped. One that takes too long or too much memory is left for the page that asks
    for it. `on_done` gets the id of each story.
    """
    seen = as_people_see(store)
    with store.writer() as writer:
        writer.drop_works_unless(made_by())
    with seen.view() as view:
        without = view.stories_without_work(view.counts().stories if touched else most)
    stories = [story for n, story in enumerate(without) if n < most or story in touched]
    engine = LocalEngine(workers=max(1, min(workers, len(stories))), seconds=LONGEST)
    made = zip(stories, engine.map(partial(_make, store), stories), strict=True)
    return sum(_kept(seen, some, on_done) for some in _together(made))


Outcome = tuple[str, Made | InputError | None]
"""A story, and its work, or why there is none."""


def _together(made: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """What is kept in one transaction."""
    some: list[Outcome] = []
    begun = monotonic()
    for one in made:
        some.append(one)
        if len(some) >= TOGETHER or monotonic() - begun >= SECONDS:
            yield some
            some, begun = [], monotonic()
    if some:
        yield some


def _kept(store: Store, some: Sequence[Outcome], on_done: Callable[[str], None]) -> int:
    """Keeps what was made of some stories; how many."""
    done = keep(store, *(made for _, made in some if isinstance(made, Made)))
    for story, _ in some:
        on_done(story)
    return done


def _make(store: Store, story: str) -> Made | None:
    """The work of a story; None where it has lost its articles since it was listed."""
    from twosource.formats.stories import StoryView
    from twosource.formats.views import RecordView

    with as_people_see(store).view() as view:
        rows = view.rows_in(story)
        if len(rows) < SEVERAL:
            return None
        key = key_of(view, rows)
        record = record_of(view, rows)
    page = _page(record, story) if paged(rows) else ""
    return made_of(StoryView(RecordView(record)), rows, key, page)


def _page(record: Record, story: str) -> str:
    from twosource.desk.web.story import DeskStory

    return DeskStory(record, story).html
