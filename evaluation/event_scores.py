"""What is counted when events found are set beside events known: types, actors, recipients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from twosource.model import Event, Party

Pair = tuple[frozenset[str], frozenset[str]]
"""The types that are right for one sentence, and those found."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One gold sentence: its text, the types that are right, and its actors' and recipients' words."""

    text: str
    types: frozenset[str]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


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

    def f1(self) -> float:
        """F1 of all that was added."""
        return 2 * self.right / max(1, self.found + self.gold)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        return f"P {precision:.3f} R {recall:.3f} F1 {self.f1():.3f}"


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


def type_scores(pairs: Iterable[Pair]) -> dict[str, float]:
    """F1 of each gold type; each pair is the types that are right and those found for one sentence."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for types, guesses in pairs:
        name = min(guesses & types or types)
        gold[name] += 1
        right[name] += bool(guesses & types)
        found.update(guesses - types | (guesses & {name}))
    return {t: 2 * right[t] / (gold[t] + found[t]) for t in gold}


def macro_f1(pairs: Iterable[Pair]) -> float:
    """Mean over gold types of F1."""
    scores = type_scores(pairs)
    return sum(scores.values()) / len(scores)


@dataclass
class Measured:
    """What was counted over one set: all types together, and each by itself."""

    tally: Tally = field(default_factory=Tally)
    actors: Parties = field(default_factory=Parties)
    recipients: Parties = field(default_factory=Parties)
    one: list[Pair] = field(default_factory=list)
    every: list[Pair] = field(default_factory=list)
    by_type: dict[str, tuple[Parties, Parties]] = field(default_factory=dict)

    def add(self, gold: Sentence, found: tuple[Event, ...], code: Callable[[Event], str]) -> None:
        """Counts one sentence."""
        best = most_fitting(gold, found)
        sides = (best.actors if best else (), _receiving(best) if best else ())
        self.tally.add(gold, found, code)
        own = self.by_type.setdefault(_name(gold.types), (Parties(), Parties()))
        for counts in ((self.actors, self.recipients), own):
            for parties, side, words in zip(counts, sides, (gold.actors, gold.recipients), strict=True):
                parties.add(side, words)
        self.one.append((gold.types, frozenset({code(best)} if best else ())))
        self.every.append((gold.types, frozenset(map(code, found))))

    def __str__(self) -> str:
        tally = self.tally
        return (
            f"{tally.total} sentences, {tally.events / tally.total:.2f} events each, "
            f"any {tally.any_event / tally.total:.3f}, type found {tally.type_found / tally.total:.3f}, "
            f"macro-F1 one {macro_f1(self.one):.3f}, all {macro_f1(self.every):.3f}; where the type is right: "
            f"actor {tally.actors_right}/{tally.actors}, recipient {tally.recipients_right}/{tally.recipients}; "
            f"most fitting: actor {self.actors}, recipient {self.recipients}"
        )

    def table(self) -> str:
        """A line for each type: sentences, F1 of the type, of its actors and of its recipients."""
        scores = type_scores(self.one)
        lines = [f"  {'':17} sentences  type actor recipient"]
        for name in sorted(self.by_type):
            actor, recipient = self.by_type[name]
            count = sum(_name(types) == name for types, _ in self.one)
            lines.append(f"  {name:17} {count:9} {_of(scores, name):5.2f} {actor.f1():5.2f} {recipient.f1():9.2f}")
        return "\n".join(lines)


def _name(types: frozenset[str]) -> str:
    return "|".join(sorted(types))


def _of(scores: dict[str, float], name: str) -> float:
    """The score of a type; of one that an older PLOVER had whole, the mean over what it is now."""
    own = [scores[part] for part in name.split("|") if part in scores]
    return sum(own) / len(own)
