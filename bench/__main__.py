"""`python -m bench [ARTICLES]`: prints a table of what the whole commands reach on this machine, targets beside it."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path

from bench.corpus import EXAMPLES, reports, write
from bench.process import measured

TWOSOURCE = str(Path(sys.executable).with_name("twosource"))
TRAFILATURA = (
    "import json, sys, trafilatura\nfor line in open(sys.argv[1]): trafilatura.extract(json.loads(line)['html'])"
)
PAIRS = 3


def show(what: str, figure: str, target: str = "") -> None:
    """One line of the table."""
    print(f"{what:58} {figure:>18}   {target}", flush=True)


def flat_text(folder: Path, articles: int) -> None:
    """`read` of JSONL without HTML: articles a second with one worker and two, and the peak of memory."""
    path = str(write(folder / "flat.jsonl", articles))
    for workers in ("1", "2"):
        run = measured([TWOSOURCE, "read", path, "--workers", workers, "-o", str(folder / "out.jsonl")])
        target = "target: 60/s a core" if workers == "1" else ""
        show(f"read, {articles} flat reports, {workers} worker(s)", f"{articles / run.seconds:.1f}/s", target)
        show(f"  peak memory of all processes, {workers} worker(s)", f"{run.peak_mb:.0f} MB", "target: under 500 MB")


def copies(folder: Path, articles: int) -> None:
    """`read` of reports that five outlets print each, with a line of their own at the end."""
    path = folder / "copies.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in reports(articles // 5):
            for n in range(5):
                own = {"id": f"{row['id']}-{n}", "text": f"{row['text']}\n\nOutlet {n} of {row['id']} printed this."}
                file.write(json.dumps(row | own) + "\n")
    run = measured([TWOSOURCE, "read", str(path), "--workers", "1", "-o", str(folder / "out.jsonl")])
    show(f"read, {articles} reports, each printed by 5 outlets, 1 worker", f"{articles / run.seconds:.1f}/s")


def html_pages(folder: Path) -> None:
    """`origins` (pages and articles only) beside trafilatura on the same HTML pages, in pairs of runs."""
    pages = [p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.glob("*/*.html"))]
    rows = [{"id": f"p{n}", "html": pages[n % len(pages)] + f"<!-- {n} -->"} for n in range(400)]
    path = folder / "pages.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ratios, ours = [], []
    for _ in range(PAIRS):
        mine = measured([TWOSOURCE, "origins", str(path), "--workers", "1", "-o", str(folder / "o.jsonl")])
        theirs = measured([sys.executable, "-c", TRAFILATURA, str(path)])
        ratios.append(mine.seconds / theirs.seconds)
        ours.append(len(rows) / mine.seconds)
    show("HTML pages to articles, 1 worker", f"{statistics.median(ours):.1f}/s")
    show("  seconds, ours over trafilatura alone (median of pairs)", f"{statistics.median(ratios):.2f}")


def start_up() -> None:
    """How long `--help` takes."""
    runs = sorted(measured([TWOSOURCE, "--help"]).seconds for _ in range(7))
    show("--help, median of 7", f"{statistics.median(runs):.2f} s", "target: under 0.3 s")


def main() -> None:
    """Runs all of them."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        start_up()
        flat_text(Path(name), articles)
        copies(Path(name), articles)
        html_pages(Path(name))


if __name__ == "__main__":
    main()
