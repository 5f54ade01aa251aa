"""`python -m bench.ingest [ARTICLES] [MANY]`: what `twosource add` reaches on this machine, targets beside it.

ARTICLES (200) reports of 470 words go through the whole analysis; MANY (5,000) with `--analyzer rules`, while memory is
watched; as many are in a desk to which ten are added. Seconds of processor time stand beside those of the clock: on a
machine that does other work too, they are what counts.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from bench.__main__ import TWOSOURCE, show
from bench.corpus import reports, write
from bench.happenings import happenings
from bench.process import Run, measured
from bench.search import fill
from twosource.desk.folder import make_desk
from twosource.desk.ingest.intake import Intake
from twosource.pages import Capture
from twosource.pipeline import read_capture
from twosource.stores.base import Arrival
from twosource.vocab.file_kinds import DESK_FILE

OUTLETS = 5
PARTS = 4
FEW = 10


def added(desk: Path, inputs: Path, *options: str, every: float = 0.5) -> Run:
    """`twosource add`, the desk made before where there is none."""
    if not desk.exists():
        make_desk(desk)
    return measured([TWOSOURCE, "add", str(inputs), "--desk", str(desk), *options], every)


def speeds(what: str, run: Run, articles: int, target: str = "") -> None:
    """A line of the table: articles a second, by the clock and by the processors."""
    show(what, f"{articles / run.seconds:.1f}/s", target)
    show("  by processor time of all processes", f"{articles / run.processor:.1f}/s")


def flat_text(folder: Path, articles: int) -> None:
    """Reports of distinct happenings, three of each: read, sorted, their stories worked out."""
    path = _written(folder / "flat.jsonl", happenings(articles))
    for workers, target in (("1", "target: 8/s"), ("2", "target: 15/s")):
        run = added(folder / f"flat{workers}", path, "--workers", workers)
        speeds(f"add, {articles} flat reports, {workers} worker(s)", run, articles, target)
        show("  peak memory of all processes", f"{run.peak_mb:.0f} MB")


def copies(folder: Path, articles: int) -> None:
    """Flat reports that five outlets print each, with a line of their own at the end: at once, and in a later run."""
    printed = [
        [row | {"id": f"{row['id']}-{n}", "text": f"{row['text']}\n\nOutlet {n} printed this."} for n in range(OUTLETS)]
        for row in happenings(articles // OUTLETS, seed=2)
    ]
    at_once = _written(folder / "copies.jsonl", (row for group in printed for row in group))
    first = _written(folder / "first.jsonl", (group[0] for group in printed))
    later = _written(folder / "later.jsonl", (row for group in printed for row in group[1:]))
    run = added(folder / "copies", at_once, "--workers", "1")
    speeds(f"add, {articles} reports, each by {OUTLETS} outlets, 1 worker", run, articles)
    added(folder / "later", first)
    run = added(folder / "later", later, "--workers", "1")
    count = articles // OUTLETS * (OUTLETS - 1)
    speeds(f"  {count} copies of what an earlier run kept", run, count)


def _written(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def memory(folder: Path, many: int) -> None:
    """The peak in each quarter of a long run."""
    run = added(folder / "many", write(folder / "many.jsonl", many), "--analyzer", "rules", "--workers", "2")
    speeds(f"add, {many} flat reports by rules, 2 workers", run, many)
    size = len(run.memory) / PARTS
    peaks = [max(run.memory[int(part * size) : int((part + 1) * size)], default=0.0) for part in range(PARTS)]
    shown = ", ".join(f"{peak:.0f}" for peak in peaks)
    show("  peak memory in each quarter", f"{shown} MB", "target: 1,000 MB for 20,000, flat")
    kept = sum(path.stat().st_size for path in (folder / "many").iterdir())
    show("  on the disk, an article", f"{kept / many / 1000:.1f} KB")


def few_more(folder: Path, many: int) -> None:
    """What sorting ten articles costs, in a desk of one hundred and in a large one, by a process that begins anew."""
    captures = (Capture(location=r["id"], raw=f"{r['title']}\n\n{r['text']}".encode()) for r in reports(FEW, seed=3))
    arrivals = [Arrival(reading=read_capture(capture, "rules"), made_by="rules") for capture in captures]
    for count in (100, many):
        store = make_desk(folder / f"few{count}")
        fill(folder / f"few{count}" / DESK_FILE, count)
        with store.writer() as writer:
            begun = time.process_time()
            Intake(store, writer).take([])
            took = time.process_time() - begun
        show(f"sorting {count} articles that are kept, at once", f"{count / took:.0f}/s")
        with store.writer() as writer:
            begun = time.process_time()
            Intake(store, writer).take(list(islice(arrivals, FEW)))
            took = time.process_time() - begun
        show(f"  then keeping and sorting {FEW} more", f"{1000 * took / FEW:.1f} ms each")


def main() -> None:
    """Runs all of them."""
    articles, many = (int(given) for given in [*sys.argv[1:], *("200", "5000")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory() as name:
        few_more(Path(name), many)
        flat_text(Path(name), articles)
        copies(Path(name), articles)
        memory(Path(name), many)


if __name__ == "__main__":
    main()
