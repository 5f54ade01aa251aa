"""What only the SQLite store can do wrong: lose what it acknowledged, wait for ever, open what is no desk."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from twosource.errors import StoreBusy, StoreError
from twosource.stores.base import kept_form
from twosource.stores.sqlite import VERSION, SqliteStore

from .made import FIRE, STRIKE, arrival, found

KILLS = 5


@pytest.fixture
def path(tmp_path: Path) -> Path:
    SqliteStore(tmp_path / "desk.sqlite", create=True)
    return tmp_path / "desk.sqlite"


WRITER = """
import sys
from pathlib import Path
from tests.stores.made import FIRE, arrival
from twosource.stores.sqlite import SqliteStore
with SqliteStore(Path(sys.argv[1])).writer() as writer:
    for n in range(int(sys.argv[2]), 10_000, 3):
        batch = [arrival(FIRE, outlet=str(k)) for k in range(n, n + 3)]
        writer.keep(batch)
        print(*(one.reading.article.id for one in batch), flush=True)
"""


def test_a_killed_writer_loses_nothing_that_it_acknowledged(path: Path) -> None:
    chance, acknowledged = random.Random(3), []
    for kill in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(kill * 1000)], stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 12)):
            acknowledged += process.stdout.readline().split()
        process.kill()
        acknowledged += process.stdout.read().rpartition("\n")[0].split()
        process.wait()
    with SqliteStore(path).view() as view:
        assert set(acknowledged) <= {row.article for row in view.rows()}
        assert view.counts().articles % 3 == 0, "a batch was kept in part"
        assert len(found(view, "warehouse")) == view.counts().articles
        assert all(reading.article.id for reading in view.readings(r.article for r in view.rows()))
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Another process in the middle of writing."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    finally:
        connection.close()


def test_a_second_writer_is_told_that_another_writes(path: Path) -> None:
    told = pytest.raises(StoreBusy, match=r"desk.sqlite: another process is writing: try again when it is done")
    with locked(path), told, SqliteStore(path, patience=0.1).writer() as writer:
        writer.keep([arrival(FIRE)])


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    with locked(path) as other, SqliteStore(path).writer() as writer:
        end = threading.Timer(0.3, other.execute, ["COMMIT"])
        end.start()
        assert writer.keep([arrival(FIRE)]) == 1
        end.join()


def test_a_full_disk_is_told_and_the_store_stays_whole(path: Path) -> None:
    store, chance, words = SqliteStore(path), random.Random(1), [f"word{n}" for n in range(5000)]
    with store.writer() as writer:
        writer.keep([arrival(FIRE)])
        pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
        writer._connection.execute(f"PRAGMA max_page_count = {pages}")
        more = [arrival(STRIKE + " ".join(chance.choices(words, k=4000)), str(n)) for n in range(3)]
        with pytest.raises(StoreError, match="the disk is full: make room and run it again"), store._told():
            writer.keep(more)
    with SqliteStore(path).view() as view:
        assert view.counts().articles == 1
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_captures_cannot_be_changed(path: Path) -> None:
    with SqliteStore(path).writer() as writer:
        writer.keep([arrival(FIRE)])
        with pytest.raises(sqlite3.IntegrityError, match="captures are never changed"):
            writer._connection.execute("UPDATE captures SET raw = x'00'")


def test_where_no_desk_is(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no desk is here: make one with `twosource desk init"):
        SqliteStore(tmp_path / "desk.sqlite")


@pytest.mark.parametrize("content", [b"some other file", b"SQLite format 3\x00" + b"\x00" * 500])
def test_what_is_no_desk(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "desk.sqlite").write_bytes(content)
    with pytest.raises(StoreError, match="this is no desk, or it is damaged"):
        SqliteStore(tmp_path / "desk.sqlite")


def test_a_desk_of_a_later_version_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(StoreError, match=f"a later twosource \\(schema {VERSION + 1}, here {VERSION}\\): update it"):
        SqliteStore(path)


def test_a_desk_opened_again_has_what_it_had(path: Path) -> None:
    told = arrival(FIRE)
    with SqliteStore(path).writer() as writer:
        writer.keep([told])
    with SqliteStore(path, create=True).view() as view:
        assert list(view.readings([told.reading.article.id])) == [kept_form(told.reading)]
