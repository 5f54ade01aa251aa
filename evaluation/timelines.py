"""`python -m evaluation.timelines [ANALYZER]`: do the days that most origins name agree with journalists' timelines?

Timeline17: collections of dated articles, each with a timeline by a journalist. The usual measure (Martschat and
Markert 2018): as many days as the timeline has are taken from the top of the ranking; date F1 is the mean over the
timelines. Their systems know the first and the last day of the timeline, ours need not: both figures are printed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean

from evaluation.shared import DATA
from twosource.api import Options, read
from twosource.briefs.days import day_of, named_days
from twosource.model import Record
from twosource.origins import find_origins

FOLDER = DATA / "stories"


def by_origins(record: Record) -> list[str]:
    """The days that the reports name, those named by most origins first, as `briefs.timeline` ranks them."""
    naming = named_days(find_origins(record))
    days = (day for day in naming if day.precision == "day")
    return [day.date for day in sorted(days, key=lambda d: (-naming[d].origins, -naming[d].reports, d.date))]


def by_mentions(record: Record) -> list[str]:
    """The days by how often they are mentioned: the usual baseline."""
    days = (day_of(t.earliest, t.latest) for t in record.times if t.timex.type in ("DATE", "TIME"))
    counts = Counter(day.date for day in days if day and day.precision == "day")
    return sorted(counts, key=lambda d: (-counts[d], d))


def by_publication(record: Record) -> list[str]:
    """The days by how many reports were published on them."""
    counts = Counter(a.published.value for a in record.articles if a.published)
    return sorted(counts, key=lambda d: (-counts[d], d))


RANKINGS: Mapping[str, Callable[[Record], list[str]]] = {
    "days that most origins name": by_origins,
    "days mentioned most often": by_mentions,
    "days of publication": by_publication,
}


def date_f1(ranked: Sequence[str], gold: Collection[str], *, in_range: bool) -> float:
    """F1 of the first `len(gold)` days; `in_range`: of those between the first and the last gold day."""
    kept = [d for d in ranked if not in_range or min(gold) <= d <= max(gold)][: len(gold)]
    right = len(set(kept) & set(gold))
    return 2 * right / (len(kept) + len(gold)) if right else 0.0


def collections() -> dict[str, list[dict[str, str]]]:
    """The articles by collection, as `twosource read` takes them."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in (FOLDER / "t17_articles_dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        found[row["collection"]].append({k: row[k] for k in ("title", "text", "date")} | {"id": row["doc_id"]})
    return found


def timelines() -> Iterator[tuple[str, set[str]]]:
    """The collection and the days of each journalist's timeline."""
    for line in (FOLDER / "t17_timelines_dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["collection"], {day[:10] for day, _ in row["timeline"]}


def record_of(rows: Sequence[dict[str, str]], analyzer: str) -> Record:
    """Pages, articles and times of a collection, each article read alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        read_ones = [x.result for x in read([path], Options(analyzer=analyzer, workers=2)) if x.result]
    return Record(
        pages=tuple({p.id: p for r in read_ones for p in r.pages}.values()),
        articles=tuple({a.id: a for r in read_ones for a in r.articles}.values()),
        times=tuple({t.id: t for r in read_ones for t in r.times}.values()),
    )


def main(arguments: Sequence[str]) -> int:
    """Prints the table; exit status 2 where the data is absent."""
    if not FOLDER.is_dir():
        print(f"{FOLDER}: no such folder: TWOSOURCE_SHARED names where the development data lies", file=sys.stderr)
        return 2
    analyzer = arguments[0] if arguments else "rules"
    records = {name: record_of(rows, analyzer) for name, rows in sorted(collections().items())}
    gold = list(timelines())
    print(f"{len(gold)} timelines, {sum(len(r.articles) for r in records.values())} articles, analyzer {analyzer}")
    for words, rank in RANKINGS.items():
        ranked = {name: rank(record) for name, record in records.items()}
        figures = [mean(date_f1(ranked[c], days, in_range=known) for c, days in gold) for known in (False, True)]
        print(f"{words:30} date F1 {figures[0]:.3f}, in the range of the timeline {figures[1]:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
