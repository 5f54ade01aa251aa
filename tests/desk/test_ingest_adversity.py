"""`twosource add` as a process: killed, on a full disk, two at once, given the folder that its own desk lies in."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bench import kills
from bench.kills import Content, check_whole, content, fill, undisturbed, write_reports
from tests.cli.command import HUNG
from twosource.desk.folder import make_desk, open_desk
from twosource.desk.ingest import BATCH
from twosource.stores.base import Counts

TWOSOURCE = str(Path(sys.executable).with_name("twosource"))
REPORTS = 60
FAILED = 2
"""Of these reports, two are none."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("reports") / "reports.jsonl", REPORTS)


@pytest.fixture(scope="module")
def expected(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What a desk holds of these reports where nothing disturbs it."""
    return undisturbed(reports, tmp_path_factory.mktemp("undisturbed") / "desk")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    make_desk(tmp_path / "desk")
    return tmp_path / "desk"


def add(inputs: Path, desk: Path, most_bytes: int = resource.RLIM_INFINITY) -> subprocess.CompletedProcess[str]:
    """The command; no file that it writes may grow beyond so many bytes."""
    return subprocess.run(
        [TWOSOURCE, "add", str(inputs), "--desk", str(desk), "--analyzer", "rules", "--workers", "1"],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes)),
    )  # fmt: skip


def counts(desk: Path) -> Counts:
    with open_desk(desk).view() as view:
        return view.counts()


def test_killed_again_and_again_it_ends_as_if_it_had_not_been(
    tmp_path: Path, reports: Path, expected: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kills, "OWN_START", 1)
    monkeypatch.setattr(kills, "LONGEST", 2.5)
    assert len(expected["articles"]) == REPORTS - FAILED
    fill(reports, tmp_path / "killed", 5, expected, random.Random(1))


def test_where_the_disk_takes_no_more_all_that_was_kept_stays_and_the_next_one_goes_on(
    reports: Path, desk: Path, expected: Content
) -> None:
    size = (desk / "desk.sqlite").stat().st_size
    stopped = add(reports, desk, most_bytes=size + 200_000)
    assert stopped.returncode == 1
    assert "desk.sqlite: it cannot be written or read" in stopped.stderr
    assert "see whether the disk is full" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    check_whole(desk)
    assert counts(desk).articles < REPORTS - FAILED
    left = REPORTS - FAILED - counts(desk).articles
    assert add(reports, desk).stdout.startswith(f"{left} new")
    assert content(desk) == expected


def test_two_at_once_on_one_desk_both_succeed(reports: Path, desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(reports.read_text().replace("Post ", "Courier "), encoding="utf-8")
    command = [TWOSOURCE, "add", "--desk", str(desk), "--analyzer", "rules", "--workers", "1"]
    running = [
        subprocess.Popen([*command, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for path in (reports, other)
    ]
    told = [process.communicate(timeout=300) for process in running]
    assert [out.partition(" new")[0] for out, _ in told] == [str(REPORTS - FAILED)] * 2
    assert counts(desk).articles == 2 * (REPORTS - FAILED)
    check_whole(desk)


def test_a_folder_that_its_own_desk_lies_in_is_read_without_the_desk(desk: Path) -> None:
    few = 10
    added = add(write_reports(desk.parent / "reports.jsonl", few).parent, desk)
    assert added.stdout.startswith(f"{few - 1} new")
    assert counts(desk).rejected == 1
    again = add(desk, desk)
    assert again.returncode == 1
    assert "this is a desk, which keeps its reports already" in again.stderr


def test_ended_by_the_user_it_says_how_to_go_on(tmp_path: Path, desk: Path) -> None:
    # Standard input never ends here; more are read ahead than are kept at once.
    reports = write_reports(tmp_path / "many.jsonl", BATCH + 200)
    process = subprocess.Popen(
        [TWOSOURCE, "add", str(reports), "-", "--desk", str(desk), "--analyzer", "rules", "--workers", "1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with closing(sqlite3.connect(desk / "desk.sqlite")) as connection:
        while not connection.execute("SELECT count(*) FROM articles").fetchone()[0]:
            assert process.poll() is None
            os.sched_yield()
    process.send_signal(2)
    _, err = process.communicate(timeout=HUNG)
    assert process.returncode == 130
    assert "the same command goes on from there" in err
