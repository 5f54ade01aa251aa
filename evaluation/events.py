"""How well events are found: `python -m evaluation.events [DATA] [--analyzer NAME] [--without-heads] [--by-type]`.

Prints, for each set that is present in DATA/events: the share of sentences with any event, the share in which the gold
type is among the types found, macro-F1 over types where each sentence counts once for its most fitting event (`one`)
and where every event found counts (`all`), how often the gold actor and recipient overlap those found where the type is
right, and precision, recall and F1 of the actor and the recipient of the most fitting event, whatever its type. The
types of cameo_spans_dev are the four quad classes; events of types that are ours alone are left out before comparing.
`--without-heads` looks for the events in words without heads; `--by-type` adds F1 of the type, the actors and the
recipients for each type.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evaluation.event_scores import Measured, Sentence
from evaluation.shared import DATA
from twosource.events import find_events
from twosource.model import Article, Block, Event, Page, Reading, page_id
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pipeline import analyse
from twosource.vocab.events import OWN_TYPES, event_types

SETS = ("plover_gsr.jsonl", "plover_relations_dev.jsonl", "cameo_spans_dev.jsonl")
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
DEFAULT_FOLDER = DATA

RENAMED = {
    "DEMAND": frozenset({"REQUEST"}),
    "FIGHT": frozenset({"ASSAULT"}),
    "DISAPPROVE": frozenset({"ACCUSE"}),
    "INVESTIGATE": frozenset({"ACCUSE"}),
    "YIELD": frozenset({"CONCEDE", "RETREAT"}),
}
"""Types of older versions of PLOVER, read as those of 0.8."""


def plover_code(event: Event) -> str:
    """The type as PLOVER codes it, which has no realis.

    What is only planned is AGREE if cooperative, THREATEN if a material conflict; cooperation that is denied or refused
    ("will not meet", "failed to agree") is REJECT. Our events keep the type of the act and say `planned` or `negated`.
    """
    quad = event_types()[event.type].quad
    if event.realis == "negated" and "cooperation" in quad:
        return "REJECT"
    if event.realis != "planned":
        return event.type
    return "AGREE" if "cooperation" in quad else "THREATEN" if quad == "material conflict" else event.type


def quad_class(event: Event) -> str:
    """The quad class of an event as PLOVER codes it; empty for a statement."""
    return event_types()[plover_code(event)].quad


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of one set that have an event."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("quad"):
            yield _of_spans(row["text"], QUADS[row["quad"] - 1], row["spans"])
        for event in row.get("events", ())[:1]:
            code = event["code"]
            yield Sentence(
                text=row["text"].strip("{}"),
                types=RENAMED.get(code, frozenset({code})),
                actors=_words(event["source"]),
                recipients=_words(event["target"]),
            )


def _of_spans(text: str, quad: str, spans: list[dict[str, str]]) -> Sentence:
    """A sentence with a quad class and marked words: S acts, T suffers, R does both."""
    acting, suffering = (tuple(x["text"] for x in spans if x["role"] in roles) for roles in ("SR", "TR"))
    return Sentence(text, frozenset({quad}), acting, suffering)


def _words(parties: str | list[dict[str, str]] | None) -> tuple[str, ...]:
    if not parties:
        return ()
    return (parties,) if isinstance(parties, str) else tuple(p["actorText"] for p in parties if "actorText" in p)


def reading_of(text: str, analyzer: str) -> Reading:
    """A reading of one body block of plain text, with all steps for one article run."""
    raw = text.encode()
    page = Page(id=page_id(raw), location="sentence", media_type="text/plain", text=text)
    article = Article(id=page.id, page=page.id, language="en", blocks=(Block(role="body", start=0, end=len(text)),))
    return analyse(Reading(page=page, article=article), analyzer)


def without_heads(reading: Reading) -> Reading:
    """The reading with its events found anew from words without heads and relations."""
    if reading.analysis is None:
        return reading
    bare = tuple(
        replace(s, tokens=tuple(t._replace(head=None, deprel=None) for t in s.tokens))
        for s in reading.analysis.sentences
    )
    return find_events(replace(reading, analysis=replace(reading.analysis, sentences=bare)))


def measure(path: Path, read: Callable[[str], Reading]) -> Measured:
    """The figures of one set, its sentences read by `read`."""
    code = quad_class if path.name.startswith("cameo") else plover_code
    found = Measured()
    for gold in sentences(path):
        found.add(gold, tuple([e for e in read(gold.text).events if e.type not in OWN_TYPES]), code)
    return found


def main(arguments: Sequence[str]) -> int:
    """Measures every set that is present; says which are not."""
    parser = argparse.ArgumentParser(description="How well events are found in sentences whose events are known.")
    parser.add_argument("data", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--analyzer", default=DEFAULT_ANALYZER)
    parser.add_argument("--without-heads", action="store_true")
    parser.add_argument("--by-type", action="store_true")
    options = parser.parse_args(arguments)

    def read(text: str) -> Reading:
        reading = reading_of(text, options.analyzer)
        return without_heads(reading) if options.without_heads else reading

    for name in SETS:
        path = options.data / "events" / name
        if not path.exists():
            print(f"{name}: not in {path.parent}, left out")
            continue
        found = measure(path, read)
        print(f"{name}: {found}", *([found.table()] if options.by_type else ()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
