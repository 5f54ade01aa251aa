"""The tables of a desk: how a new file gets them, and how one of an earlier version is brought to this one."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from twosource.errors import StoreError
from twosource.stores.sqlite.migrations import MIGRATIONS

VERSION = 2
"""Of the schema, kept as `user_version`."""
SCRIPTS = (
    ("articles", 1),
    ("works", 2),
    ("feeds", 2),
    ("facets", 2),
    ("searches", 2),
    ("sorting", 2),
    ("judgements", 2),
    ("versions", 2),
    ("vectors", 2),
)
"""Each concern's tables, `NAME.sql`, and the version that brought them: a script runs whole, on a desk without it."""


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Makes the tables of a new file, or brings those of an earlier version to this one, after a copy of the file.

    Raises StoreError for a file of a later version, or of another program.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    if _found(connection, path) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _found(connection, path)  # another process may have been faster
        if 0 < found < VERSION:
            _back_up(path, found)
        for version in range(found, VERSION):
            _step(connection, version, new=found == 0)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _found(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise StoreError(f"{path}: made by a later twosource (schema {version}, here {VERSION}): update it")
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise StoreError(f"{path}: this is no desk but the database of another program: name another folder")
    return version


def _step(connection: sqlite3.Connection, version: int, *, new: bool) -> None:
    """From a version to the next one."""
    for script, since in SCRIPTS:
        if since == version + 1:
            run_script(connection, script)
    if not new and version in MIGRATIONS:
        MIGRATIONS[version](connection)


def run_script(connection: sqlite3.Connection, name: str) -> None:
    """Runs a script's statements within the transaction that is open; `executescript` would end it first."""
    statement = ""
    script = files("twosource.stores.sqlite").joinpath(f"{name}.sql").read_text(encoding="utf-8")
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def _back_up(path: Path, version: int) -> None:
    """Copies the file as it is, what stands in its log included, and flushes the copy before it gets its name."""
    copy = path.with_name(f"{path.name}.v{version}-backup")
    part = copy.with_name(copy.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        _flush(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    part.replace(copy)
    _flush(path.parent)
    logging.getLogger("twosource").warning(
        "%s: made by an earlier twosource (schema %d): brought to this one's; as it was it is kept in %s",
        path.parent, version, copy.name,
    )  # fmt: skip


def _flush(path: Path) -> None:
    if path.is_dir() and os.name != "posix":
        return  # elsewhere a folder cannot be flushed
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
