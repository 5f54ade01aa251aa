"""One label for one name throughout an article: the votes of its occurrences, the tables as a weaker voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from twosource.model import NameLabel
from twosource.nlp.adopted import WordSpan, proper
from twosource.nlp.labels import LABELS, Votes, own_votes, place_votes, winner, written
from twosource.nlp.segments import Piece
from twosource.nlp.words import Line
from twosource.vocab.names import known_names

_REGULAR: dict[str, tuple[NameLabel, ...]] = {"NORP": ("NORP", "MISC")}
"""What a name that the tables know can be in turn: a people and its language."""
_EITHER: tuple[NameLabel, ...] = ("PER", "GPE")
"""What a surname can be that is a place as well."""
_TABLES = 0.4
"""The most that cues in the words add: below half a vote, so that they decide ties and undo nothing."""
_SURE = 1.5
"""What the label of a sure name in the tables adds: more than one occurrence, less than two that agree. On Worldwide,
WikiGold and our own held-back reports it is worth half a point of F1."""
_LIKELY = 5.0
_SUREST = 6.0
"""The weight that a sure name in the tables has more than, and that of the surest."""
_LETTERS = 6
"""The most letters of an acronym; longer words in capitals are shouted."""
_SURNAME = 5.0
"""Votes for PER that a surname has from the full name, as in nlp/names.py."""
_PLACE = 1.0
"""Least vote for GPE that the words around give in a context of places: "in" and "near", not "to" and "from"."""
_MOSTLY = 0.75
"""Least share of a surname's occurrences in contexts of places that must be marked GPE for it to be a place too."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its names: the lists run in step, `spans` are added to; `loud`: all in capitals."""

    lines: list[Line]
    spans: list[list[WordSpan]]
    loud: list[bool]

    def each(self, *, loud: bool) -> Iterator[tuple[Line, WordSpan]]:
        """The names of the sentences that are (or are not) all in capitals, in the order of the text."""
        for line, own, is_loud in zip(self.lines, self.spans, self.loud, strict=True):
            if is_loud == loud:
                yield from ((line, span) for span in own)


@dataclass(slots=True)
class _Tally:
    """What is seen of one name: how it is first written, what the tables know of its forms, how it is marked."""

    words: list[str]
    loud: bool
    known: set[str] = field(default_factory=set)
    sure: set[NameLabel] = field(default_factory=set)
    votes: Votes = field(default_factory=lambda: defaultdict(float))


@dataclass(frozen=True, slots=True)
class Agreed:
    """The label of each name by its key; in `free` the labels that stay as marked where a name has two uses."""

    labels: dict[str, NameLabel]
    free: dict[str, tuple[NameLabel, ...]]

    def at(self, line: Line, start: int, end: int, marked: NameLabel | None = None) -> NameLabel | None:
        """The label of the name in words `start` to `end`, `marked` so far; None where it is no name."""
        key = key_of(line.words[start:end])
        free = self.free.get(key, ())
        if marked in free or (marked == "GPE" and _is_dateline(line.words, start, end)):
            return marked
        label = self.labels.get(key, marked)
        if free == _EITHER:
            label = "GPE" if _in_place(line, start, end) else "PER"
        if label is None or proper(line, start, end, label) != [(start, end, label)]:
            return marked
        return label


def key_of(words: list[str]) -> str:
    """What occurrences of a name have in common: its words without regard to case."""
    return written(words).casefold()


def agree(marked: Marked, bound: dict[str, NameLabel] | None = None) -> Agreed:
    """The labels of all names; `bound`: those of acronyms by their key, which nothing outvotes.

    Sentences all in capitals vote only on names that stand in no other.
    """
    tallies = _count(marked)
    labels = {key: _decided(tally) for key, tally in tallies.items()}
    surnames = [name for name in _surnames(tallies, labels) if name not in (bound or {})]
    for name in surnames:
        tallies[name].votes["PER"] += _SURNAME
        labels[name] = _decided(tallies[name])
    labels |= bound or {}
    free = {key: pair for key, tally in tallies.items() if (pair := _regular(tally, labels[key]))}
    return Agreed(labels, free | dict.fromkeys(_places_too(marked, surnames, tallies), _EITHER))


def _count(marked: Marked) -> dict[str, _Tally]:
    found: dict[str, _Tally] = {}
    for loud in (False, True):
        quiet = frozenset(found) if loud else frozenset()
        for line, (start, end, label) in marked.each(loud=loud):
            words = line.words[start:end]
            key = key_of(words)
            if key in quiet:
                continue
            tally = found.setdefault(key, _Tally(words, loud))
            tally.votes[label] += 1.0
            known = known_names().get(written(words))
            tally.known.update((known or ())[:1])
            tally.sure.update(known[:1] if known and known[1] > _LIKELY else ())
    return found


def _surnames(tallies: dict[str, _Tally], labels: dict[str, NameLabel]) -> list[str]:
    """The last words of persons' names that stand alone somewhere."""
    persons = (key for key, tally in tallies.items() if " " in key and labels[key] == "PER" and not tally.loud)
    last = dict.fromkeys(key.rpartition(" ")[2] for key in persons)
    return [name for name in last if len(name) > 1 and name in tallies]


def _decided(tally: _Tally) -> NameLabel:
    tables = own_votes(tally.words)
    votes = {x: tally.votes[x] + _TABLES * min(1.0, max(-1.0, tables.get(x, 0.0) / _SUREST)) for x in LABELS}
    for label in tally.sure:
        votes[label] += _SURE
    if _are_letters(tally.words) and not tally.known:
        votes["ORG"] += _SURE if winner(votes) == "PER" else 0.0
    return winner(votes)


def _are_letters(words: list[str]) -> bool:
    """Whether it is written as an acronym: bodies are, people hardly ever."""
    return len(words) == 1 and words[0].isupper() and words[0].isalpha() and 1 < len(words[0]) <= _LETTERS


def _regular(tally: _Tally, label: NameLabel) -> tuple[NameLabel, ...]:
    """The labels that a known name may have side by side, none where it is agreed to be something else."""
    return next((pair for kind, pair in _REGULAR.items() if kind in tally.known and label in pair), ())


def _places_too(marked: Marked, surnames: list[str], tallies: dict[str, _Tally]) -> list[str]:
    """Surnames that are places elsewhere in the article ("in Jordan"), though a person there is named so."""
    placed: dict[str, list[bool]] = {name: [] for name in surnames}
    for line, (start, end, label) in marked.each(loud=False):
        key = key_of(line.words[start:end])
        if key in placed and _in_place(line, start, end):
            placed[key].append(label == "GPE")
    return [
        key
        for key, seen in placed.items()
        if sum(seen) >= _MOSTLY * len(seen) and sum(seen) >= (1 if "GPE" in tallies[key].known else 2)
    ]


def _is_dateline(words: list[str], start: int, end: int) -> bool:
    """Whether a sentence opens with it in capitals: the town there, its team by the same name in the text."""
    return start == 0 and all(word.isupper() or not word.isalpha() for word in words[:end])


def _in_place(line: Line, start: int, end: int) -> bool:
    return place_votes(line, Piece(start, end)).get("GPE", 0.0) >= _PLACE
