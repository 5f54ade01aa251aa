"""`python -m bench.kills [KILLS]`: kills `twosource add` at 1,000 random moments and looks at what the desk holds then.

A desk is filled again and again by the same command until it has all reports, killed with its workers each time; then
the next one. After each kill: what could be read before is there, each article has its story, and what sorts the next
one has counted each once. A desk that is full at last equals that of a run that nobody killed. Every tenth run is a
process of its own from the start; the others begin as copies of one that has loaded its modules, and keep 20 reports at
a time instead of 100, so that the moments fall into their work.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn

from bench.__main__ import TWOSOURCE
from bench.process import family
from twosource.desk import ingest
from twosource.desk.folder import make_desk, open_desk
from twosource.pipeline import sample
from twosource.stores.base import Search
from twosource.vocab.file_kinds import DESK_FILE

REPORTS = 400
"""Of 60 words."""
BATCH = 20
LONGEST = 1.5
"""Seconds of processor time before a kill, at most: moments of the work, however busy the machine is."""
OWN_START = 10
TICKS = os.sysconf("SC_CLK_TCK")
CHECKED = 25
"""Kills between two checks of the whole file."""
TABLES = {
    "captures": "page, raw",
    "articles": "number, article, page, headline, outlet, day, story, made_by, given, top, record",
    "words": "rowid, headline, body",
    "rejected": "input_id, reason",
    "sorting": "*",
    "sorting_terms": "term, held",
    "sorting_lists": "term, articles",
    "sorting_articles": "*",
    "sorting_stories": "*",
}
"""What a desk holds, in the columns that do not depend on how it came in."""
PLACES = [
    a + b for a in ("Tar", "Hal", "Skar", "Vell", "Or", "Brem", "Lin", "Mos") for b in ("vik", "den", "holm", "by")
]
THINGS = ("warehouse", "ferry", "bridge", "school", "mill", "harbour", "tram")
DEEDS = ("burned down", "was closed", "was sold", "ran aground", "was searched by the police", "reopened")


Content = dict[str, list[tuple[object, ...]]]


class Lost(Exception):
    """A desk has not what it must have."""


def write_reports(path: Path, count: int) -> Path:
    """So many short invented reports of some dozens of happenings, and a row in fifty that is none."""
    chance = random.Random(4)
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            place, thing, deed = chance.choice(PLACES), chance.choice(THINGS), chance.choice(DEEDS)
            day = 1 + n * 28 // count
            text = (
                f"{thing.title()} in {place} {deed}\n\n{place.upper()}, May {day}, 2031 - A {thing} in {place} {deed} "
                f'on that day, officials said. "We count {chance.randrange(2, 40)} people who depend on it," said '
                f"council member Ann Roe{chance.randrange(90)}. About {chance.randrange(100, 900)} residents of "
                f"{place} met in the evening and asked for help from the ministry, report {n} says.\n"
            )
            row = {"id": f"r{n}", "text": text, "outlet": f"Post {n % 7}"} if n % 50 else {"id": f"r{n}"}
            file.write(json.dumps(row) + "\n")
    return path


def begin(reports: Path, desk: Path, *, own_start: bool) -> int:
    """Starts `twosource add` in a process group of its own; its number."""
    arguments = ["add", str(reports), "--desk", str(desk), "--analyzer", "rules", "--workers", "1"]
    if own_start:
        return subprocess.Popen(
            [TWOSOURCE, *arguments], process_group=0, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ).pid
    child = os.fork()
    if not child:
        _run_here(arguments)
    with suppress(PermissionError, ProcessLookupError):  # it has done so itself, or is gone
        os.setpgid(child, child)
    return child


def _run_here(arguments: Sequence[str]) -> NoReturn:
    """The command in this process, which it ends."""
    from twosource.cli import main

    ingest.BATCH = BATCH
    os.setpgid(0, 0)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    sys.argv = [TWOSOURCE, *arguments]
    try:
        main()
    finally:
        os._exit(0)


def ended(process: int, seconds: float) -> bool:
    """Whether a process ends by itself before it and its workers have taken so many seconds of processor time."""
    while sum(map(_taken, family(process))) < seconds:
        if os.waitpid(process, os.WNOHANG)[0]:
            return True
        time.sleep(0.005)
    return False


def _taken(process: int) -> float:
    """Seconds of processor time of a process; 0 where it is gone (Linux: /proc)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def kill(process: int) -> None:
    """Ends it and its workers at once."""
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)


def visible(desk: Path) -> set[str]:
    """The articles that can be read now; raises Lost where one has no story, or the sorting has not counted it once."""
    store = open_desk(desk)
    with store.view() as view:
        rows = list(view.rows())
    if any(not row.story for row in rows):
        raise Lost(f"{desk}: an article has no story")
    if [row.number for row in rows] != list(range(1, len(rows) + 1)):
        raise Lost(f"{desk}: the numbers of articles have gaps")
    return {row.article for row in rows}


def check_whole(desk: Path) -> None:
    """Raises Lost where SQLite finds fault with the file, the index of words, or counts of sorted articles."""
    with closing(sqlite3.connect(desk / DESK_FILE)) as connection:
        if (found := connection.execute("PRAGMA integrity_check").fetchone()) != ("ok",):
            raise Lost(f"{desk}: {found}")
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        asked = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM sorting_articles), count FROM sorting"
        if len(set(counts := connection.execute(asked).fetchone())) != 1:
            raise Lost(f"{desk}: articles, sorted articles and their count differ: {counts}")


def content(desk: Path) -> Content:
    """All that a desk holds, and what searches find."""
    with closing(sqlite3.connect(desk / DESK_FILE)) as connection:
        asked = {table: f"SELECT {columns} FROM {table} ORDER BY 1, 2" for table, columns in TABLES.items()}
        held = {table: connection.execute(sql).fetchall() for table, sql in asked.items()}
    with open_desk(desk).view() as view:
        held["found"] = [
            (word, *view.find(Search(words=word), 1000).articles) for word in (*PLACES[:5], *THINGS, "roe7", "police")
        ]
    return held


def fill(reports: Path, desk: Path, kills: int, expected: Content, chance: random.Random) -> int:
    """Fills a new desk with at most so many kills; how many it took. Raises Lost."""
    make_desk(desk)
    done = 0
    while done < kills:
        process = begin(reports, desk, own_start=done % OWN_START == OWN_START - 1)
        if ended(process, chance.uniform(0, LONGEST)):
            break
        before = visible(desk)
        kill(process)
        done += 1
        if not before <= visible(desk):
            raise Lost(f"{desk}: {len(before - visible(desk))} articles that could be read are gone")
        if done % CHECKED == 0:
            check_whole(desk)
    else:
        ended(begin(reports, desk, own_start=True), 600)
    check_whole(desk)
    found = content(desk)
    for table, rows in expected.items():
        other = [pair for pair in zip_longest(found[table], rows) if pair[0] != pair[1]]
        if other:
            raise Lost(
                f"{desk}: in {table} {len(other)} rows differ from a run that nobody killed: {str(other[0])[:500]}"
            )
    return done


def undisturbed(reports: Path, desk: Path) -> Content:
    """What a desk holds after a run that nobody kills."""
    make_desk(desk)
    if not ended(begin(reports, desk, own_start=True), 600):
        raise Lost(f"{desk}: the run did not end")
    check_whole(desk)
    return content(desk)


def main(kills: int, count: int = REPORTS) -> None:
    """Prints a line for each desk that was filled."""
    chance, done = random.Random(5), 0
    ingest.read_to_keep(sample("text/plain"), "rules")  # loads all
    with tempfile.TemporaryDirectory() as name:
        reports = write_reports(Path(name) / "reports.jsonl", count)
        expected = undisturbed(reports, Path(name) / "undisturbed")
        print(f"{len(expected['articles'])} articles in {len(expected['sorting_stories'])} stories", flush=True)
        begun = time.monotonic()
        while done < kills:
            desk = Path(name) / f"after{done}"
            done += fill(reports, desk, kills - done, expected, chance)
            shutil.rmtree(desk)
            print(f"{done} kills in {time.monotonic() - begun:.0f} s, nothing lost, the desk as it must be", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
