"""`python -m bench.search [ARTICLES] [DESK]`: how long searches take in a desk of 100,000 articles of 470 words.

Its words follow Zipf's law over a vocabulary of 400,000, a title of 8 before them. DESK: a folder to keep it in, or in
which it was kept by an earlier run. Its rows are written straight into the tables, for it is the search that is
measured. Each kind of query is asked 40 times with other words; the 95th percentile of all times is held to 50 ms.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from bench.corpus import WORDS
from twosource.desk.folder import make_desk, open_desk
from twosource.stores.base import Search, View
from twosource.vocab.file_kinds import DESK_FILE

VOCABULARY = 400_000
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
ASKED = 40
TARGET_MS = 50.0
OUTLETS = 200


def word(rank: int) -> str:
    """The word of this frequency rank; frequent words are short."""
    made = ""
    while rank > 0 or not made:
        rank, last = divmod(rank, len(SYLLABLES))
        made += SYLLABLES[last]
    return made


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Title and text of so many articles."""
    chance = np.random.default_rng(1)
    vocabulary = np.array([word(rank) for rank in range(VOCABULARY)], dtype=object)
    for _ in range(count):
        ranks = (chance.zipf(1.15, WORDS + 8) - 1) % VOCABULARY
        chosen = vocabulary[ranks].tolist()
        yield " ".join(chosen[:8]), " ".join(chosen[8:])


def fill(path: Path, count: int) -> None:
    """Puts so many articles into an empty desk."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    nothing = zlib.compress(b"")
    for n, (title, text) in enumerate(texts(count), 1):
        day = f"20{10 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}"
        record = zlib.compress(text.encode(), 1) * 3  # as large as those that are kept
        connection.execute("INSERT INTO captures (page, raw) VALUES (?, ?)", (f"p{n}", nothing))
        connection.execute(
            "INSERT INTO articles (article, page, headline, outlet, day, made_by, given, top, record) "
            "VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)",
            (f"article:{n}", f"p{n}", title, f"Outlet {n % OUTLETS}", day, b"{}", bytes(768), record),
        )
        connection.execute("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)", (n, title, text))
    connection.execute("COMMIT")
    connection.close()


def queries() -> dict[str, list[str]]:
    """Forty of each kind, by name."""
    chance = random.Random(2)

    def some(least: int, most: int, words: int = 1) -> list[str]:
        return [" ".join(word(chance.randrange(least, most)) for _ in range(words)) for _ in range(ASKED)]

    return {
        "one of the 20 commonest words": some(0, 20),
        "one common word": some(20, 500),
        "one word of middling rank": some(500, 20_000),
        "one rare word": some(20_000, VOCABULARY),
        "three of the 20 commonest": some(0, 20, 3),
        "two common words": some(20, 500, 2),
        "eight common words": some(0, 300, 8),
        "common and rare": [f"{a} {b}" for a, b in zip(some(0, 20), some(20_000, VOCABULARY), strict=True)],
        "32 common words": some(0, 40, 32),
        "32 words, common to rare": some(0, 5_000, 32),
        "a sentence of 32 words, pasted": list(_sentences()),
        "in quotation marks": [f'"{query}"' for query in some(0, 100, 3)],
        "no such word": [f"x{query}q" for query in some(0, VOCABULARY)],
        "marks only": ['" OR * NEAR('] * ASKED,
    }


def _sentences() -> Iterator[str]:
    for title, text in islice(texts(ASKED), ASKED):
        yield " ".join(f"{title} {text}".split()[:32])


def timed(view: View, words: str) -> float:
    """Milliseconds of processor time of one search as the page of results asks it: how many, the first twenty rows."""
    begun = time.process_time()
    view.rows_of(view.find(Search(words=words), 20).articles)
    return 1000 * (time.process_time() - begun)


def percentile(times: Sequence[float]) -> float:
    """The 95th."""
    return statistics.quantiles(times, n=20)[-1]


def measure(view: View) -> None:
    """Prints each kind and all of them."""
    every: list[float] = []
    print(f"{'query':34} {'median':>8} {'p95':>8}   found")
    for kind, asked in queries().items():
        times = [timed(view, words) for words in asked]
        found = int(statistics.median(view.find(Search(words=words), 1).count for words in asked))
        print(f"{kind:34} {statistics.median(times):5.1f} ms {percentile(times):5.1f} ms   {found}", flush=True)
        every += times
    print(f"{'all':34} {statistics.median(every):5.1f} ms {percentile(every):5.1f} ms   target: p95 {TARGET_MS:.0f} ms")


def main(count: int, desk: Path) -> None:
    """Fills the desk where it is not there yet, and asks."""
    if not (desk / DESK_FILE).exists():
        begun = time.process_time()
        make_desk(desk)
        fill(desk / DESK_FILE, count)
        print(f"{count} articles written in {time.process_time() - begun:.0f} s of processor time")
    with open_desk(desk).view() as view:
        measure(view)


if __name__ == "__main__":
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        main(articles, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "desk")
