"""How well events are found: `python evaluation/events.py [DATA] [--analyzer NAME] [--without-heads]` over DATA/events.

Prints, for each set that is present: the share of sentences with any event, the share in which the gold type is among
the types found, macro-F1 over types where each sentence counts once for its most fitting event (`one`) and where every
event found counts (`all`), how often the gold actor and recipient overlap those found where the type is right, and
precision, recall and F1 of the actor and the recipient of the most fitting event, whatever its type. The types of
cameo_spans_dev are the four quad classes. `--without-heads` looks for the events in words without heads.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from twosource.events import find_events
from twosource.model import Article, Block, Event, Page, Party, Reading, page_id
from twosource.nlp import DEFAULT_ANALYZER
from twosource.pipeline import analyse
from twosource.vocab.events import event_types

SETS = ("plover_gsr.jsonl", "plover_relations_dev.jsonl", "cameo_spans_dev.jsonl")
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"

RENAMED = {
    "DEMAND": frozenset({"REQUEST"}),
    "FIGHT": frozenset({"ASSAULT"}),
    "DISAPPROVE": frozenset({"ACCUSE"}),
    "INVESTIGATE": frozenset({"ACCUSE"}),
    "YIELD": frozenset({"CONCEDE", "RETREAT"}),
}
"""Types of older versions of PLOVER, read as those of 0.8."""


def plover_code(event: Event) -> str:
    """The type as PLOVER codes it: what is only planned is AGREE if cooperative, THREATEN if a material conflict.

    Our events keep the type of the act and say `planned` beside it, which tells more.
    """
    quad = event_types()[event.type].quad
    if event.realis != "planned":
        return event.type
    return "AGREE" if "cooperation" in quad else "THREATEN" if quad == "material conflict" else event.type


def quad_class(event: Event) -> str:
    """The quad class of an event as PLOVER codes it; empty for a statement."""
    return event_types()[plover_code(event)].quad


@dataclass(frozen=True, slots=True)
class Sentence:
    """One gold sentence: its text, the types that are right, and its actors' and recipients' words."""

    text: str
    types: frozenset[str]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


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


@dataclass
class Tally:
    """What was counted over one set."""

    total: int = 0
    any_event: int = 0
    type_found: int = 0
    events: int = 0
    actors: int = 0
    actors_right: int = 0
    recipients: int = 0
    recipients_right: int = 0

    def add(self, gold: Sentence, found: tuple[Event, ...], code: Callable[[Event], str]) -> None:
        """Counts one sentence; `code` gives an event's type in the terms of the set."""
        right = [e for e in found if code(e) in gold.types]
        self.total += 1
        self.events += len(found)
        self.any_event += bool(found)
        self.type_found += bool(right)
        if right:
            self.actors += bool(gold.actors)
            self.actors_right += _names(right[0].actors, gold.actors)
            self.recipients += bool(gold.recipients)
            self.recipients_right += _names(_receiving(right[0]), gold.recipients)


@dataclass
class Parties:
    """Actors or recipients of the most fitting events: right, found, in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: Sequence[Party], words: tuple[str, ...]) -> None:
        """Counts those of one sentence."""
        self.right += _names(found, words)
        self.found += bool(found)
        self.gold += bool(words)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        return f"P {precision:.3f} R {recall:.3f} F1 {2 * self.right / max(1, self.found + self.gold):.3f}"


def _receiving(event: Event) -> tuple[Party, ...]:
    return event.recipients + event.actors if event.reciprocal else event.recipients


def _names(parties: Iterable[Party], words: tuple[str, ...]) -> bool:
    return any(_overlap(p.selector.exact, w) for p in parties for w in words)


def _overlap(found: str, gold: str) -> bool:
    """Whether half of the words of the shorter are in the longer."""
    a, b = set(found.lower().split()), set(gold.lower().split())
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def most_fitting(gold: Sentence, found: tuple[Event, ...]) -> Event | None:
    """The event whose parties the gold names best, the first of equals; None where nothing was found."""

    def fit(event: Event) -> int:
        return _names(event.actors, gold.actors) + _names((*event.recipients, *event.actors), gold.recipients)

    return max(found, key=fit, default=None)


def macro_f1(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> float:
    """Mean over gold types of F1; each pair is the types that are right and those found for one sentence."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for types, guesses in pairs:
        name = min(guesses & types or types)
        gold[name] += 1
        right[name] += bool(guesses & types)
        found.update(guesses - types | (guesses & {name}))
    return sum(2 * right[t] / (gold[t] + found[t]) for t in gold) / len(gold)


def measure(path: Path, read: Callable[[str], Reading]) -> str:
    """The figures of one set, its sentences read by `read`."""
    code = quad_class if path.name.startswith("cameo") else plover_code
    tally, actors, recipients = Tally(), Parties(), Parties()
    one: list[tuple[frozenset[str], frozenset[str]]] = []
    every: list[tuple[frozenset[str], frozenset[str]]] = []
    for gold in sentences(path):
        found = read(gold.text).events
        best = most_fitting(gold, found)
        tally.add(gold, found, code)
        actors.add(best.actors if best else (), gold.actors)
        recipients.add(_receiving(best) if best else (), gold.recipients)
        one.append((gold.types, frozenset({code(best)} if best else ())))
        every.append((gold.types, frozenset(map(code, found))))
    return (
        f"{path.name}: {tally.total} sentences, {tally.events / tally.total:.2f} events each, "
        f"any {tally.any_event / tally.total:.3f}, type found {tally.type_found / tally.total:.3f}, "
        f"macro-F1 one {macro_f1(one):.3f}, all {macro_f1(every):.3f}; where the type is right: "
        f"actor {tally.actors_right}/{tally.actors}, recipient {tally.recipients_right}/{tally.recipients}; "
        f"most fitting: actor {actors}, recipient {recipients}"
    )


def main(arguments: Sequence[str]) -> int:
    """Measures every set that is present; says which are not."""
    parser = argparse.ArgumentParser(description="How well events are found in sentences whose events are known.")
    parser.add_argument("data", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--analyzer", default=DEFAULT_ANALYZER)
    parser.add_argument("--without-heads", action="store_true")
    options = parser.parse_args(arguments)

    def read(text: str) -> Reading:
        reading = reading_of(text, options.analyzer)
        return without_heads(reading) if options.without_heads else reading

    for name in SETS:
        path = options.data / "events" / name
        print(measure(path, read) if path.exists() else f"{name}: not in {options.data / 'events'}, left out")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
