"""The store of a desk: one SQLite file. A process that is killed loses nothing that was acknowledged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.errors import StoreBusy, StoreError
from twosource.stores.sqlite.articles import SqliteArticleWriter
from twosource.stores.sqlite.facets import SqliteFacetView
from twosource.stores.sqlite.feeds import SqliteFeedView, SqliteFeedWriter
from twosource.stores.sqlite.filing import SqliteFacetWriter
from twosource.stores.sqlite.judgements import SqliteJudgementView, SqliteJudgementWriter
from twosource.stores.sqlite.schema import VERSION, prepare
from twosource.stores.sqlite.searches import SqliteSearchView, SqliteSearchWriter
from twosource.stores.sqlite.sorting import SqliteSortingWriter
from twosource.stores.sqlite.versions import SqliteVersionView, SqliteVersionWriter
from twosource.stores.sqlite.works import SqliteWorkView, SqliteWorkWriter

__all__ = ["PATIENCE", "VERSION", "SqliteStore", "SqliteView", "SqliteWriter"]

PATIENCE = 30.0
"""Seconds that a writer waits for another one; a transaction of 100 articles takes a tenth of one."""


WRITER_CACHE_KB = 65_536
"""With the 2 MB that SQLite takes unasked, sorting articles into a desk of 80,000 took a third more."""


class SqliteStore:
    """See `Store`. Write-ahead log, every commit flushed to the disk."""

    def __init__(self, path: Path, *, create: bool = False, patience: float = PATIENCE) -> None:
        """Opens the store at `path`, or makes it; one of an earlier version is brought to this one, after a copy.

        Raises StoreError for what is none, or of a later version.
        """
        self._path, self._patience = path, patience
        if not create and not path.is_file():
            raise StoreError(f"{path.parent}: no desk is here: make one with `twosource desk init {path.parent}`")
        with self._told(), self._connected() as connection:
            prepare(connection, path)

    @contextmanager
    def writer(self) -> Iterator[SqliteWriter]:
        """See `Store.writer`."""
        with self._told(), self._connected() as connection:
            connection.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KB}")
            yield SqliteWriter(connection)

    @contextmanager
    def view(self) -> Iterator[SqliteView]:
        """See `Store.view`."""
        with self._told(), self._connected() as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM articles").fetchone()  # from here on the view stands still
            yield SqliteView(connection)
            connection.execute("COMMIT")

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=self._patience, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            yield connection
        finally:
            connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of SQLite as ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise StoreBusy(f"{self._path}: another process is writing: try again when it is done") from error
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
                reason = "the disk is full: make room and run it again; what was kept before is all there"
                raise StoreError(f"{self._path}: {reason}") from error
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_IOERR:
                reason = "see whether the disk is full, sound, or files limited in size; what was kept before is there"
                raise StoreError(f"{self._path}: it cannot be written or read ({error}): {reason}") from error
            raise StoreError(f"{self._path}: SQLite says: {error}") from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self._path}: this is no desk, or it is damaged ({error})") from error


class SqliteWriter(
    SqliteArticleWriter,
    SqliteWorkWriter,
    SqliteFacetWriter,
    SqliteFeedWriter,
    SqliteSearchWriter,
    SqliteSortingWriter,
    SqliteJudgementWriter,
    SqliteVersionWriter,
):
    """See `Writer`."""


class SqliteView(
    SqliteWorkView, SqliteFeedView, SqliteFacetView, SqliteSearchView, SqliteJudgementView, SqliteVersionView
):
    """See `View`."""
