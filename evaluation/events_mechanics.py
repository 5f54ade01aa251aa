"""Whether the right parties are found: `python -m evaluation.events_mechanics [DATA] [--analyzer NAME]`.

Over PETRARCH's unit cases. Their event codes are those of WEIS and of invented dictionaries, so types are not compared;
their actors are codes of invented countries (ARN, GONGOV), read here as the names in the sentence that have the first
three letters of the code in their order. Prints how often a gold source is among the actors and a gold target among
the recipients of one event found, and how many sentences that should give none do.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.events import DEFAULT_FOLDER, reading_of
from twosource.model import Event, Party
from twosource.nlp import DEFAULT_ANALYZER

NAME = "petrarch_unit.jsonl"
_LETTERS = 3
_NAME = re.compile(r"[A-Z][a-zà-ÿ]{2,40}")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the names of the source and the target of each event; none: it should give none."""

    text: str
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]


def cases(path: Path) -> Iterator[Case]:
    """The cases whose actors can be read as names, and those without an event."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = _NAME.findall(row["text"])
        pairs = tuple((_meant(e["source"], names), _meant(e["target"], names)) for e in row["events"])
        if all(a and b for a, b in pairs) and (pairs or row["no_event"]):
            yield Case(row["text"], pairs)


def _meant(code: str | None, names: Sequence[str]) -> frozenset[str]:
    """The names that begin with the first letter of a code and have the next two in their order."""
    letters = re.escape((code or "")[:_LETTERS].lower())
    pattern = "".join(f"{letter}.*" for letter in letters)
    return frozenset(n for n in names if len(letters) == _LETTERS and re.match(pattern, n.lower()))


def fits(event: Event, pair: tuple[frozenset[str], frozenset[str]]) -> tuple[bool, bool]:
    """Whether a source is among the actors, a target among the recipients (in mutual events, among all)."""
    receiving = event.recipients + event.actors if event.reciprocal else event.recipients
    return _names(event.actors, pair[0]), _names(receiving, pair[1])


def _names(parties: Sequence[Party], names: frozenset[str]) -> bool:
    return any(name[:_LETTERS] in p.selector.exact for p in parties for name in names)


def report(found: Sequence[Case], analyzer: str) -> str:
    """One line of figures."""
    told = [(case, reading_of(case.text, analyzer).events) for case in found]
    silent = [not events for case, events in told if not case.pairs]
    best = [max((fits(e, p) for e in events for p in case.pairs), default=None) for case, events in told if case.pairs]
    some = [pair for pair in best if pair is not None]
    return (
        f"{NAME}: {len(best)} sentences with an event, any found {len(some)}, source right {sum(a for a, _ in some)}, "
        f"both right {sum(a and b for a, b in some)}; {len(silent)} without, none found {sum(silent)}"
    )


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; says so where the set is absent."""
    parser = argparse.ArgumentParser(description="Whether sources and targets are found in PETRARCH's unit cases.")
    parser.add_argument("data", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--analyzer", default=DEFAULT_ANALYZER)
    options = parser.parse_args(arguments)
    path = options.data / "events" / NAME
    print(report(list(cases(path)), options.analyzer) if path.exists() else f"{NAME}: not in {path.parent}, left out")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
