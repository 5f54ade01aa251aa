"""`python -m bench.find [ARTICLES]`: what it takes to find reports in a desk of 100,000, by words and all else at once.

The articles are invented: words by Zipf's law, 470 each, speakers, places, types and outlets of which few stand in many
articles and most in few. Timed is all that a page of results asks of the store: what is found, facets, excerpts.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from bench.corpus import WORDS
from twosource.stores.base import Facet, Search
from twosource.stores.sqlite import SqliteStore
from twosource.stores.sqlite.filing import keep_facets
from twosource.vocab.events import event_types

ASKED = 300
VOCABULARY = 40_000
SPEAKERS, PLACES, OUTLETS = 30_000, 8_000, 60
TYPES = list(event_types())
COUNTRIES = ["FRA", "DEU", "NOR", "KEN", "PER", "JPN"]
STARTS, ENDS = (
    ["ka", "lo", "mi", "ne", "ru", "sa", "ti", "vo"],
    ["bek", "dan", "fil", "gor", "has", "lin", "mar", "rud"],
)
NAMES = [start + end for start in STARTS for end in ENDS]
ZIPF = list(accumulate(1 / (n + 3) for n in range(VOCABULARY)))


def _few(chance: random.Random, most: int) -> int:
    """A number below `most`, the small ones far more often."""
    return int(most * chance.random() ** 3)


def _facets(chance: random.Random) -> dict[tuple[str, str], Facet]:
    found = []
    for _ in range(4):
        n = _few(chance, SPEAKERS)
        name = f"{NAMES[n % 64]} {NAMES[n // 64 % 64]}son {NAMES[n // 4096]}ova".title()
        found.append(Facet(kind="speaker", name=name, times=1 + _few(chance, 5), country=chance.choice(COUNTRIES)))
    for _ in range(5):
        n = _few(chance, PLACES)
        name = f"{NAMES[n % 64]}{NAMES[n // 64 % 64]}{n // 4096}".title()
        found.append(Facet(kind="place", name=name, times=1, country=COUNTRIES[n % 6]))
    found += [Facet(kind="type", name=TYPES[_few(chance, len(TYPES))], times=1) for _ in range(6)]
    found.append(Facet(kind="outlet", name=f"The {NAMES[_few(chance, OUTLETS)]} Post".title(), times=1))
    return {(facet.kind, facet.key): facet for facet in found}


def filled(path: Path, count: int) -> SqliteStore:
    """A desk of invented articles, five to a story, each story worked out."""
    store, chance = SqliteStore(path, create=True), random.Random(1)
    words = [f"w{n}" for n in range(VOCABULARY)]
    with store.writer() as writer, writer.transaction() as db:
        db.execute("INSERT INTO captures (page, raw) VALUES ('page', x'')")
        for n in range(1, count + 1):
            body = " ".join(chance.choices(words, cum_weights=ZIPF, k=WORDS))
            day = f"20{20 + n * 10 // (count + 1)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            row = (n, f"article:{n}", body[:60], day, f"story:{n // 5}", bytes(8000))
            db.execute(
                "INSERT INTO articles (number, article, page, headline, day, story, made_by, given, top, record) "
                "VALUES (?, ?, 'page', ?, ?, ?, '', x'', x'', ?)",
                row,
            )
            db.execute(
                "INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)", (n, body[:60], f"{body} people said")
            )
            keep_facets(db, n, _facets(chance).values(), day)
        db.execute(
            "INSERT INTO works (story, key, made_by, reports, origins, headline, place, "
            "corroborated, updated, differs, single_origin, own) "
            "SELECT DISTINCT story, '', '', 5, 3, '', '', number % 3, number % 2, number % 4 = 0, 5, 1 "
            "FROM articles WHERE number % 5 = 0"
        )
    return store


def _asked(count: int) -> Iterator[Search]:
    """Two to four things at once, drawn as they stand in articles: what many hold is asked for often."""
    chance = random.Random(2)
    for _ in range(count):
        facets = list(_facets(chance).values())
        own = {f.kind: f.name for f in facets}
        year = chance.randint(20, 29)
        words = chance.choices(range(VOCABULARY), cum_weights=ZIPF, k=chance.randint(1, 2))
        every = {
            "words": " ".join(f"w{n}" for n in words),
            "speaker": own["speaker"] if chance.random() < 0.7 else own["speaker"].split()[1],
            "place": own["place"],
            "type": own["type"],
            "outlet": own["outlet"],
            "since": f"20{year}-03",
            "until": f"20{chance.randint(year, 29)}-09-15",
            "status": chance.choice(["corroborated", "updated", "differs", "single_origin"]),
        }
        chosen = chance.sample(sorted(every), chance.randint(2, 4))
        yield Search(**{key: every[key] for key in chosen})  # type: ignore[arg-type]


def seconds(store: SqliteStore, search: Search) -> float:
    """Processor time of all that a page of 20 results asks."""
    begun = time.process_time()
    with store.view() as view:
        found = view.find(search, 20)
        view.tally(search, 8)
        view.rows_of(found.articles)
        for article in found.articles:
            view.excerpt(article, [search.words or search.speaker or search.place])
    return time.process_time() - begun


WORST = {
    "words that all hold": Search(words="people said"),
    "no words, all days": Search(since="2000", until="2100"),
    "words that all hold, a type, years, a standing": Search(
        words="people said", type="AGREE", since="2021", until="2028", status="corroborated"
    ),
    "a country": Search(place="France"),
}


def main(count: int) -> None:
    """Prints the median, the 95th of a hundred and the worst of random searches, then some that are hard on purpose."""
    with tempfile.TemporaryDirectory() as folder:
        store = filled(Path(folder) / "desk.sqlite", count)
        taken = sorted(1000 * seconds(store, search) for search in _asked(ASKED))
        print(f"{count} articles, {ASKED} searches: median {statistics.median(taken):.1f} ms, "
              f"p95 {taken[int(0.95 * len(taken))]:.1f} ms, worst {taken[-1]:.1f} ms")  # fmt: skip
        for name, search in WORST.items():
            print(f"{name}: {1000 * min(seconds(store, search) for _ in range(3)):.1f} ms")
        begun = time.process_time()
        with store.view() as view:
            view.named("speaker", "", 50), view.named("speaker", "ka", 50), view.count_named("speaker", "ka")
        print(f"two lists of people: {1000 * (time.process_time() - begun):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
