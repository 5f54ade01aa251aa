"""The figures of an analyzer on all sets, as rows of tables."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.language.attribution import said_and_mentioned
from evaluation.language.counts import ALL, Figures, Found, Words, by_label, judge
from evaluation.language.labelling import Labeller, labels
from evaluation.language.plain_names import SETS, plain_names
from training.language.labelled import Labelled
from twosource.nlp.base import Analyzer, WordLabels

Sets = Mapping[str, Sequence[Labelled]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: figures of a set, or of its part by genre or by label."""

    table: str
    set: str
    by: str
    """`all`, `genre` or `label`."""
    of: str
    """Which genre or label; empty for all."""
    figures: Figures


@dataclass(frozen=True, slots=True)
class Report:
    """All rows in the order of the sets, and how fast the words were labelled."""

    analyzer: str
    rows: list[Row]
    speed: Figures


def report(analyzer: Labeller, sets: Sets, folder: Path) -> Report:
    """Labels each set and counts; `folder` is the data folder, where the tags that sets themselves have are read."""
    before = _peak()
    rows: list[Row] = []
    seconds, words = 0.0, 0
    for name, sentences in sets.items():
        began = time.perf_counter()
        found = labels(analyzer, sentences)
        seconds += time.perf_counter() - began
        words += sum(len(s.words) for s in sentences)
        rows += [*_syntax(name, sentences, found), *_names(name, sentences, found)]
        if name in SETS:
            rows.append(
                Row("PER, ORG, LOC", name, ALL, "", plain_names(folder, name, sentences, found).figures()),
            )
        rows += _articles(analyzer, name, sentences)
    speed = {"words": words, "words a second": round(words / seconds) if seconds else 0.0}
    return Report(analyzer.name, rows, {**speed, "peak MB": _peak(), "of it before labelling MB": before})


def _peak() -> float:
    """The most memory that the process has held, in MB (Linux counts it in KiB)."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _syntax(name: str, sentences: Sequence[Labelled], found: Sequence[WordLabels]) -> Iterator[Row]:
    counts: dict[str, Words] = {}
    for s, own in zip(sentences, found, strict=True):
        for genre in ("", s.genre):
            counts.setdefault(genre, Words()).add(s, own)
    yield from _by_genre("syntax", name, {genre: c.figures() for genre, c in counts.items() if c.total})


def _names(name: str, sentences: Sequence[Labelled], found: Sequence[WordLabels]) -> Iterator[Row]:
    judged = [
        (s.genre, one)
        for s, own in zip(sentences, found, strict=True)
        if s.names is not None
        for one in judge(s.names, own.names)
    ]
    if not judged:
        return
    genres = {"": Found()} | {genre: Found() for genre in sorted({s.genre for s in sentences})}
    for genre, one in judged:
        for key in ("", genre):
            genres[key].add(found=one.found, gold=one.gold)
    yield from _by_genre("names", name, {genre: count.figures() for genre, count in genres.items()})
    yield from _by_label("names", name, by_label(one for _, one in judged))


def _articles(analyzer: Analyzer, name: str, sentences: Sequence[Labelled]) -> Iterator[Row]:
    if not any(s.attribution or s.mentions for s in sentences):
        return
    said, mentioned = said_and_mentioned(analyzer, sentences)
    for table, counts in (("attribution", said), ("mentions", mentioned)):
        if counts[ALL].gold:
            yield Row(table, name, ALL, "", counts[ALL].figures())
            yield from _by_label(table, name, counts)


def _by_genre(table: str, name: str, figures: Mapping[str, Figures]) -> Iterator[Row]:
    """The row of the whole set and, where it has several genres, one of each."""
    genres = sorted(figures.keys() - {""})
    if "" in figures:
        yield Row(table, name, ALL, "", figures[""])
    yield from (Row(table, name, "genre", genre, figures[genre]) for genre in genres if len(genres) > 1)


def _by_label(table: str, name: str, counts: Mapping[str, Found]) -> Iterator[Row]:
    return (Row(table, name, "label", label, count.figures()) for label, count in counts.items() if label != ALL)
