"""Judgements in SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from twosource.codec import decode, dump
from twosource.model import Judgement
from twosource.stores.sqlite.transactions import Transactions


class SqliteJudgementWriter(Transactions):
    """See `JudgementWriter`."""

    def add_judgements(self, judgements: Sequence[Judgement]) -> int:
        """See `JudgementWriter.add_judgements`."""
        rows = [(j.id, dump(j)) for j in judgements]
        with self.transaction() as connection:
            asked = "INSERT OR IGNORE INTO judgements (judgement, entry) VALUES (?, ?)"
            return sum(connection.execute(asked, row).rowcount for row in rows)


class SqliteJudgementView:
    """See `JudgementView`."""

    _connection: sqlite3.Connection

    def judgements(self, skip: int = 0) -> list[Judgement]:
        """See `JudgementView.judgements`."""
        # Entries are never deleted, so that the n-th has the number n, and skipping costs nothing.
        found = self._connection.execute("SELECT entry FROM judgements WHERE number > ? ORDER BY number", (skip,))
        return [decode(Judgement, json.loads(entry), "judgement") for (entry,) in found]

    def articles_on(self, pages: Iterable[str]) -> list[str]:
        """See `JudgementView.articles_on`."""
        wanted = json.dumps(sorted(set(pages)))
        asked = "SELECT article FROM articles WHERE page IN (SELECT value FROM json_each(?)) ORDER BY number"
        return [article for (article,) in self._connection.execute(asked, (wanted,))]
