"""How well events are typed: `python evaluation/events.py [DATA]` over the PLOVER sentences in DATA/events.

Prints, for each set that is present: the share of sentences with any event, the share in which the gold type is among
the types found, macro-F1 over types where each sentence counts once for its most fitting event (`one`) and where every
event found counts (`all`), and how often the gold actor and recipient overlap those found.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from twosource.model import Article, Block, Event, Page, Party, Reading, page_id
from twosource.pipeline import analyse
from twosource.vocab.events import event_types

SETS = ("plover_gsr.jsonl", "plover_relations_dev.jsonl")
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
        for event in row["events"][:1]:
            code = event["code"]
            yield Sentence(
                text=row["text"].strip("{}"),
                types=RENAMED.get(code, frozenset({code})),
                actors=_words(event["source"]),
                recipients=_words(event["target"]),
            )


def _words(parties: str | list[dict[str, str]] | None) -> tuple[str, ...]:
    if not parties:
        return ()
    return (parties,) if isinstance(parties, str) else tuple(p["actorText"] for p in parties if "actorText" in p)


def reading_of(text: str) -> Reading:
    """A reading of one body block of plain text, with all steps for one article run."""
    raw = text.encode()
    page = Page(id=page_id(raw), location="sentence", media_type="text/plain", text=text)
    article = Article(id=page.id, page=page.id, language="en", blocks=(Block(role="body", start=0, end=len(text)),))
    return analyse(Reading(page=page, article=article), "rules")


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

    def add(self, gold: Sentence, found: tuple[Event, ...]) -> None:
        """Counts one sentence."""
        right = [e for e in found if plover_code(e) in gold.types]
        self.total += 1
        self.events += len(found)
        self.any_event += bool(found)
        self.type_found += bool(right)
        if right:
            self.actors += bool(gold.actors)
            self.actors_right += _names(right[0].actors, gold.actors)
            self.recipients += bool(gold.recipients)
            self.recipients_right += _names(_receiving(right[0]), gold.recipients)


def _receiving(event: Event) -> tuple[Party, ...]:
    return event.recipients + event.actors if event.reciprocal else event.recipients


def _names(parties: Iterable[Party], words: tuple[str, ...]) -> bool:
    return any(_overlap(p.selector.exact, w) for p in parties for w in words)


def _overlap(found: str, gold: str) -> bool:
    """Whether half of the words of the shorter are in the longer."""
    a, b = set(found.lower().split()), set(gold.lower().split())
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def most_fitting(gold: Sentence, found: tuple[Event, ...]) -> frozenset[str]:
    """The type of the event whose parties the gold names best, the first of equals; none where nothing was found."""

    def fit(event: Event) -> int:
        return _names(event.actors, gold.actors) + _names((*event.recipients, *event.actors), gold.recipients)

    return frozenset({plover_code(max(found, key=fit))}) if found else frozenset()


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


def measure(path: Path) -> str:
    """One line of figures for one set."""
    tally = Tally()
    one: list[tuple[frozenset[str], frozenset[str]]] = []
    every: list[tuple[frozenset[str], frozenset[str]]] = []
    for gold in sentences(path):
        found = reading_of(gold.text).events
        tally.add(gold, found)
        one.append((gold.types, most_fitting(gold, found)))
        every.append((gold.types, frozenset(map(plover_code, found))))
    return (
        f"{path.name}: {tally.total} sentences, {tally.events / tally.total:.2f} events each, "
        f"any {tally.any_event / tally.total:.3f}, type found {tally.type_found / tally.total:.3f}, "
        f"macro-F1 one {macro_f1(one):.3f}, all {macro_f1(every):.3f}; where the type is right: "
        f"actor {tally.actors_right}/{tally.actors}, recipient {tally.recipients_right}/{tally.recipients}"
    )


def main(folder: Path) -> int:
    """Measures every set that is present; says which are not."""
    for name in SETS:
        path = folder / "events" / name
        print(measure(path) if path.exists() else f"{name}: not in {folder / 'events'}, left out")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER))
