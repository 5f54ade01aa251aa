"""Works in SQLite."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from twosource.model import Status
from twosource.stores.base.articles import StoryRow
from twosource.stores.base.works import STATUSES, Work
from twosource.stores.sqlite.articles import SqliteArticleView, clean
from twosource.stores.sqlite.transactions import Transactions

_HEAD = ("story", "key", "made_by", "reports", "origins", "headline", "place", "first", "last")
_COLUMNS = ", ".join((*_HEAD, *STATUSES))
_MARKS = ", ".join("?" * (len(_HEAD) + len(STATUSES) + 1))


class SqliteWorkWriter(Transactions):
    """See `WorkWriter`."""

    def keep_work(self, work: Work, record: bytes, of: Iterable[str], page: bytes = b"") -> None:
        """See `WorkWriter.keep_work`."""
        articles = set(of)
        with self.transaction() as connection:
            found = connection.execute("SELECT article FROM articles WHERE story = ? AND story != ''", (work.story,))
            own = {article for (article,) in found} == articles
            connection.execute("DELETE FROM works WHERE story = ?", (work.story,))
            insert = f"INSERT INTO works ({_COLUMNS}, own) VALUES ({_MARKS})"  # noqa: S608
            connection.execute(insert, (*_values(work), own))
            connection.execute("INSERT INTO work_records VALUES (?, ?, ?)", (work.story, record, page))
            rows = () if own else [(work.story, article) for article in sorted(articles)]
            insert = "INSERT INTO work_articles SELECT ?, number FROM articles WHERE article = ?"
            connection.executemany(insert, rows)

    def drop_works(self, stories: Iterable[str]) -> None:
        """See `WorkWriter.drop_works`."""
        with self.transaction() as connection:
            drop = "DELETE FROM works WHERE story IN (SELECT story FROM works_on WHERE sorted = ?)"
            connection.executemany(drop, [(story,) for story in stories])

    def drop_works_unless(self, made_by: str) -> None:
        """See `WorkWriter.drop_works_unless`."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM works WHERE made_by != ?", (made_by,))


def _values(work: Work) -> tuple[object, ...]:
    head = (work.story, work.key, work.made_by, work.reports, work.origins, clean(work.headline), clean(work.where))
    return (*head, work.first, work.last, *(work.findings[status] for status in STATUSES))


class SqliteWorkView(SqliteArticleView):
    """See `WorkView`."""

    def work(self, story: str) -> Work | None:
        """See `WorkView.work`."""
        asked = f"SELECT {_COLUMNS} FROM works WHERE story = ?"  # noqa: S608
        row = self._connection.execute(asked, (clean(story),)).fetchone()
        return _work(row) if row else None

    def works(self, stories: Iterable[str]) -> dict[str, Work]:
        """See `WorkView.works`."""
        return {story: work for story in stories if (work := self.work(story))}

    def work_record(self, story: str) -> bytes | None:
        """See `WorkView.work_record`."""
        return self._packed("record", story)

    def work_page(self, story: str) -> bytes | None:
        """See `WorkView.work_page`."""
        return self._packed("page", story)

    def _packed(self, column: str, story: str) -> bytes | None:
        asked = f"SELECT {column} FROM work_records WHERE story = ?"  # noqa: S608
        row = self._connection.execute(asked, (clean(story),)).fetchone()
        return bytes(row[0]) if row else None

    def stories_without_work(self, most: int) -> list[str]:
        """See `WorkView.stories_without_work`."""
        asked = (
            "SELECT story FROM articles WHERE story != '' AND story NOT IN (SELECT story FROM works) "
            "GROUP BY story HAVING count(*) > 1 ORDER BY max(day) DESC, max(number) DESC LIMIT ?"
        )
        return [story for (story,) in self._connection.execute(asked, (most,))]

    def stories_with(self, status: Status, skip: int, most: int) -> list[StoryRow]:
        """See `WorkView.stories_with`."""
        if status not in STATUSES:
            raise ValueError(f"{status}: no status of a finding")
        return self._stories(f"story IN (SELECT story FROM works WHERE {status} > 0)", skip, most)  # noqa: S608


def _work(row: tuple[Any, ...]) -> Work:
    head, counts = row[: len(_HEAD)], row[len(_HEAD) :]
    story, key, made_by, reports, origins, headline, where, first, last = head
    return Work(
        story=story,
        key=key,
        made_by=made_by,
        reports=reports,
        origins=origins,
        headline=headline,
        where=where,
        first=first,
        last=last,
        findings=dict(zip(STATUSES, counts, strict=True)),
    )
