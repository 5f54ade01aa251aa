"""Events judged by hand: `python -m evaluation.judged_events` prints the tally of evaluation/judged/events.tsv.

`--draw N --seed S [DATA]` prints N events of 50 articles of stories/allsides_raw_dev.jsonl to be judged: article, code
points of the anchor in the page's text, what the record says, and the sentence.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.shared import DATA
from twosource.model import Event, Reading
from twosource.pages import Capture, input_id_of, list_captures
from twosource.pipeline import read_capture

DEFAULT_FOLDER = DATA
JUDGED = Path(__file__).resolve().parent / "judged" / "events.tsv"
ARTICLES = 50
ASPECTS = ("type", "realis", "actors", "recipients", "time", "place")


def draw(path: Path, count: int, seed: int) -> Iterator[tuple[str, Reading, Event]]:
    """`count` events of 50 articles of a JSONL file with their `doc_id`, articles and events by chance."""
    chance = random.Random(seed)
    names = [json.loads(line)["doc_id"] for line in path.read_text(encoding="utf-8").splitlines()]
    captures = [c for c in list_captures([str(path)]) if isinstance(c, Capture)]
    chosen = chance.sample(captures, ARTICLES)
    readings = [(names[int(str(input_id_of(c))) - 1], read_capture(c)) for c in chosen]
    found = [(name, reading, event) for name, reading in readings for event in reading.events]
    yield from sorted(chance.sample(found, min(count, len(found))), key=lambda x: (x[0], x[2].anchor.start))


def shown(name: str, reading: Reading, event: Event) -> str:
    """One event as a person judges it."""
    sentences = reading.analysis.sentences if reading.analysis else ()
    sentence = next(s for s in sentences if s.start <= event.anchor.start < s.end)
    told = {
        "actors": [p.selector.exact for p in event.actors],
        "recipients": [p.selector.exact for p in event.recipients],
        "time": event.time and (event.time.earliest, event.time.latest),
        "place": event.place and event.place.selector.exact,
    }
    parts = [f"{aspect} {value}" for aspect, value in told.items() if value]
    mode = "+".join(event.mode)
    return (
        f"{name}\t{event.anchor.start}\t{event.anchor.end}\t{event.type} {mode} {event.realis} “{event.anchor.exact}” "
        f"{'; '.join(parts)}\n    {reading.page.text[sentence.start : sentence.end]!r}"
    )


def tally(path: Path) -> str:
    """For each sample a line for each aspect: how often it was judged right, wrong or missing."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    names, *judged = rows
    lines = []
    for sample in sorted({row[0] for row in judged}):
        own = [row for row in judged if row[0] == sample]
        lines.append(f"sample {sample}: {len(own)} events")
        for aspect in ASPECTS:
            counts = Counter(row[names.index(aspect)] for row in own)
            lines.append(f"{aspect:10} " + ", ".join(f"{verdict} {counts[verdict]}" for verdict in sorted(counts)))
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Prints a sample to be judged, or the tally of what was."""
    parser = argparse.ArgumentParser(description="Events judged by hand.")
    parser.add_argument("data", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if not options.draw:
        print(tally(JUDGED))
        return 0
    path = options.data / "stories" / "allsides_raw_dev.jsonl"
    for name, reading, event in draw(path, options.draw, options.seed):
        print(shown(name, reading, event))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
