"""One watch a desk: a second one would ask every host twice as often as it may."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from twosource.errors import StoreBusy

FILE = "watch.lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds the desk in a folder for this watch; raises StoreBusy where another one does.

    The lock is SQLite's own, on an empty file: it works on every system, and goes with the process however that ends.
    """
    with closing(sqlite3.connect(folder / FILE, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreBusy(
                f"{folder}: another watch of this desk is running: leave it to that one, or end it"
            ) from error
        yield
