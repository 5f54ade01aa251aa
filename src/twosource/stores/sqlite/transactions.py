"""Transactions of one connection: what a writer does is done wholly or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Transactions:
    """The base of all writers."""

    _together = False

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """The connection, within the transaction that is open already or else one of its own."""
        if self._connection.in_transaction:
            yield self._connection
            return
        self._connection.execute("BEGIN IMMEDIATE")
        if self._together:
            yield self._connection
            return
        with self._ended():
            yield self._connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """See `Writer.together`. Nobody is kept waiting before the first call that writes."""
        if self._together or self._connection.in_transaction:
            yield
            return
        self._together = True
        try:
            with self._ended():
                yield
        finally:
            self._together = False

    @contextmanager
    def _ended(self) -> Iterator[None]:
        """Ends what was begun meanwhile: done where all went well, else undone."""
        try:
            yield
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has ended it already
                self._connection.execute("ROLLBACK")
            raise
