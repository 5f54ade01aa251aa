"""Desks of earlier versions: brought to this one after a copy, with all that is in them, whatever happens meanwhile."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from twosource.errors import StoreError
from twosource.stores.base import Arrival, kept_form
from twosource.stores.sqlite import VERSION, SqliteStore, schema

from .made import FIRE, STRIKE, arrival, found

SCRIPT = Path(__file__).with_name("version_1.sql")
"""The schema that the first desks were made with."""


@pytest.fixture
def kept() -> list[Arrival]:
    return [arrival(FIRE, outlet="Post"), arrival(STRIKE, "strike.txt")]


COLUMNS = {
    "captures": "page, raw",
    "articles": "number, article, page, headline, outlet, day, made_by, given, top, record",
    "words": "rowid, headline, body",
}


@pytest.fixture
def old(tmp_path: Path, kept: list[Arrival]) -> Path:
    """A desk of version 1 with two articles in it, one of them in a story, and one input in quarantine."""
    path, filled = tmp_path / "desk.sqlite", tmp_path / "filled.sqlite"
    with SqliteStore(filled, create=True).writer() as writer:
        writer.keep(kept)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(SCRIPT.read_text(encoding="utf-8"))
        connection.execute("PRAGMA user_version = 1")
        connection.execute("ATTACH ? AS filled", (str(filled),))
        for table, columns in COLUMNS.items():
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM filled.{table}")
        connection.execute("UPDATE articles SET story = 'story:1' WHERE number = 1")
        connection.execute("INSERT INTO rejected (input_id, reason) VALUES ('x.pdf', 'x.pdf: a PDF')")
    return path


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())


def check_all_is_there(path: Path, kept: list[Arrival]) -> None:
    with SqliteStore(path).view() as view:
        assert list(view.readings(a.reading.article.id for a in kept)) == [kept_form(a.reading) for a in kept]
        assert [row.story for row in view.rows()] == ["story:1", ""]
        assert found(view, "warehouse") == [kept[0].reading.article.id]
        assert [one.input_id for one in view.rejected()] == ["x.pdf"]


def test_an_old_desk_has_all_it_had_and_takes_more(old: Path, kept: list[Arrival]) -> None:
    check_all_is_there(old, kept)
    assert version_of(old) == VERSION
    with SqliteStore(old).writer() as writer:
        assert writer.keep([*kept, arrival(FIRE, outlet="Courier")]) == 1


def test_it_has_the_tables_of_a_new_desk(old: Path, tmp_path: Path) -> None:
    SqliteStore(old)
    SqliteStore(tmp_path / "new.sqlite", create=True)
    assert tables(old) == tables(tmp_path / "new.sqlite")


def test_a_copy_is_left_beside_it_and_the_user_is_told(
    old: Path, kept: list[Arrival], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        SqliteStore(old)
    copy = old.with_name("desk.sqlite.v1-backup")
    assert "it is kept in desk.sqlite.v1-backup" in caplog.text
    assert version_of(copy) == 1
    assert not copy.with_name(copy.name + ".part").exists()
    check_all_is_there(copy, kept)


def test_a_desk_of_this_version_is_left_as_it_is(old: Path, caplog: pytest.LogCaptureFixture) -> None:
    SqliteStore(old)
    caplog.clear()
    old.with_name("desk.sqlite.v1-backup").unlink()
    SqliteStore(old)
    assert not caplog.text
    assert not list(old.parent.glob("*backup*"))


KILLED = """
import os, signal, sys
from pathlib import Path
from twosource.stores.sqlite import SqliteStore, schema
def die(connection):
    connection.execute("DELETE FROM articles")
    os.kill(os.getpid(), signal.SIGKILL)
schema.MIGRATIONS[1] = die
SqliteStore(Path(sys.argv[1]))
"""


def test_killed_in_the_middle_it_is_brought_on_by_the_next_one(old: Path, kept: list[Arrival]) -> None:
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", KILLED, str(old)], cwd=Path(__file__).parents[2], check=False)
        assert done.returncode == -9
    assert version_of(old) == 1
    check_all_is_there(old, kept)
    assert version_of(old) == VERSION


def test_where_it_fails_the_desk_stays_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM articles")
        raise StoreError("no")

    monkeypatch.setitem(schema.MIGRATIONS, 1, fail)
    before = tables(old)
    with pytest.raises(StoreError, match="no"):
        SqliteStore(old)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert tables(old) == before


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    with pytest.raises(StoreError, match="the database of another program"):
        SqliteStore(path)
    assert tables(path) == [("theirs", "CREATE TABLE theirs (a)")]
