"""Little invented reports in several versions, and what must come of them: written before anything was run on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from twosource.model import Article, Given, Reading, Record
from twosource.pages import Capture
from twosource.pipeline import combine, read_capture

POST = "https://post.example/news/quay-fire"
HERALD = "https://herald.example/2031/quay"
DAY = "2031-05-05"


@dataclass(frozen=True, slots=True)
class Seen:
    """One capture: who published it, where, its text (the title first), and when it was retrieved that day."""

    text: str
    at: str | None = "10:00"
    outlet: str = "Post"
    url: str = POST
    date: str = DAY


@dataclass(frozen=True, slots=True)
class Case:
    """Captures of one story, and what the record of them says.

    `steps`: kinds of the revisions; `moved`: aspect and values of findings that are updated by a change; `gone`:
    beginnings of what nobody says any more; `versions`: of the articles as they were given; `current`: how many stand;
    `corroborated` and `differs`: how many findings of these kinds there are at the least, None: no matter.
    """

    name: str
    seen: Sequence[Seen]
    steps: Sequence[str] = ()
    moved: Sequence[tuple[str, tuple[str, ...]]] = ()
    gone: Sequence[str] = ()
    versions: Sequence[int] = ()
    current: int = 1
    origins: int | None = None
    differs: int | None = None
    corroborated: int | None = None
    brief: Sequence[str] = field(default=())


@cache
def reading(seen: Seen) -> Reading:
    """The capture read alone."""
    title, _, body = seen.text.partition("\n")
    given = Given(outlet=seen.outlet, url=seen.url, date=seen.date)
    raw = f"{title}\n\n{body.strip()}\n".replace("\n", "\n\n").replace("\n\n\n\n", "\n\n").encode()
    at = f"{seen.date}T{seen.at}:00+00:00" if seen.at else None
    capture = Capture(location=f"{seen.outlet}.txt", raw=raw, media_type="text/plain", given=given, retrieved=at)
    return read_capture(capture)


def record_of(seen: Sequence[Seen], **options: bool) -> Record:
    """The record of these captures, taken as one story."""
    return combine(map(reading, seen), one_story=True, **options)


def standing(record: Record) -> list[Article]:
    """The articles that count as reports."""
    return [a for a in record.articles if a.standing == "current"]


def moved(record: Record) -> set[tuple[str, tuple[str, ...]]]:
    """Aspect and values of what a report said otherwise before."""
    changed = [f for f in record.findings if any(e.function == "said_otherwise_before" for e in f.evidence)]
    return {
        (d.aspect, tuple(v.value for v in d.values)) for f in changed if f.status == "updated" for d in f.differences
    }


def gone(record: Record) -> list[str]:
    """What nobody says any more."""
    return sorted(f.text.exact for f in record.findings if f.status == "updated" and f.origins == 0)
