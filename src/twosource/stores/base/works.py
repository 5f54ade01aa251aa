"""What a desk keeps of what was worked out of its stories: the record of each, and what lists and searches show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from twosource.model import Status
from twosource.stores.base.articles import StoryRow

STATUSES: tuple[Status, ...] = ("corroborated", "updated", "differs", "single_origin")
"""Each is a column of works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What was worked out of one story, as lists show it; `key` tells of which articles, by what, and as judged how.

    `reports`: those that stand, earlier versions not counted; `first` and `last`: the ISO days between which they were
    published; `findings`: how many have each status.
    """

    story: str
    key: str
    made_by: str
    reports: int
    origins: int
    headline: str
    where: str = ""
    first: str | None = None
    last: str | None = None
    findings: Mapping[Status, int]


class WorkWriter(Protocol):
    """Keeps what was worked out of stories.

    Where an article leaves or joins a story, works that rest on it go in the same transaction: that of the story, and
    those of other stories that have articles of it, for people joined or parted them.
    """

    def keep_work(self, work: Work, record: bytes, of: Iterable[str], page: bytes = b"") -> None:
        """Keeps a work, its packed record and page in place of older ones; `of`: the articles it was worked out of."""
        ...

    def drop_works(self, stories: Iterable[str]) -> None:
        """Forgets the works that rest on these stories, as when a judgement of them changes."""
        ...

    def drop_works_unless(self, made_by: str) -> None:
        """Forgets all works that were made by anything else, as by an earlier version."""
        ...


class WorkView(Protocol):
    """Reads what was worked out. Only stories of several reports have works; none is of other articles than now."""

    def work(self, story: str) -> Work | None:
        """The work of this story, where there is one."""
        ...

    def works(self, stories: Iterable[str]) -> dict[str, Work]:
        """The works of these stories by their ids; those that have none are left out."""
        ...

    def work_record(self, story: str) -> bytes | None:
        """The packed record of this story, where it has a work."""
        ...

    def work_page(self, story: str) -> bytes | None:
        """The packed page of this story, where it has a work; empty where it has to be made of the record."""
        ...

    def stories_without_work(self, most: int) -> list[str]:
        """At most so many stories of several reports that have no work, as `stories` sorts."""
        ...

    def stories_with(self, status: Status, skip: int, most: int) -> list[StoryRow]:
        """At most so many stories after the first `skip` that have findings with this status, as `stories` sorts."""
        ...
