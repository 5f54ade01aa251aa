"""`python -m bench.web [REPORTS]`: how long the pages of a desk take whose one story has 60 reports of 470 words.

Over loopback, as a browser asks: the first view and the median of ten more. First of a desk whose stories are not
worked out yet, then of the same desk served again, which has kept them: as after `twosource add`.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from bench.corpus import reports
from twosource.desk.folder import make_desk
from twosource.desk.web.serve import address, opened, server
from twosource.desk.works import work_out
from twosource.model import Given
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pages import Capture
from twosource.pipeline import read_and_sort
from twosource.stores.base import Arrival, Store

AGAIN = 10


def filled(folder: Path, count: int, analyzer: str) -> Store:
    """A desk with so many reports, all put into one story."""
    store = make_desk(folder)
    with store.writer() as writer:
        for row in reports(count):
            raw = f"{row['title']}\n\n{row['text']}\n".encode()
            reading = read_and_sort(Capture(location=row["id"], raw=raw, given=Given(date=row["date"])), analyzer)
            writer.keep([Arrival(reading=reading, made_by=analyzer)])
            writer.assign({reading.article.id: "story:one"})
    return store


def _asked(url: str) -> tuple[float, str]:
    begun = time.perf_counter()
    with urllib.request.urlopen(url) as answer:
        body = answer.read().decode()
    return 1000 * (time.perf_counter() - begun), body


def show(name: str, url: str) -> str:
    """Prints the times of a page and returns it."""
    first, body = _asked(url)
    again = statistics.median(_asked(url)[0] for _ in range(AGAIN))
    print(f"{name:8} first {first:7.0f} ms, again {again:6.1f} ms, {len(body) / 1000:6.0f} KB", flush=True)
    return body


@contextmanager
def served(store: Store) -> Iterator[str]:
    """Serves the desk; the address of its first page without the last slash."""
    with opened(0) as listening:
        running = server(store)
        thread = Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield address(listening).rstrip("/")
        finally:
            running.should_exit = True
            thread.join()


def measure(store: Store) -> None:
    """Measures each kind of page; the story first, then what needs its record."""
    with served(store) as root:
        story = show("story", f"{root}/story/story:one")
        show("stories", f"{root}/")
        finding = re.search(r"/story/story:one/finding/[^\"#]+", story)
        if finding:
            show("finding", root + finding[0])
        show("reports", f"{root}/story/story:one/reports")
        show("search", f"{root}/search?q=people+said")


def main(count: int) -> None:
    """Measures a desk before and after its stories are worked out."""
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder) / "desk", count, DEFAULT_ANALYZER)
        print("not worked out yet")
        measure(store)
        begun = time.process_time()
        work_out(store)
        print(f"kept ({time.process_time() - begun:.1f} s of this process for those left to work out)")
        measure(store)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
