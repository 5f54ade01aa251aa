"""Names in the RE3D reports on Syria and Iraq (Dstl 2017), typed there by what a phrase means, not by its name.

Licences, one a folder, each read: Australian foreign affairs CC BY 3.0 AU; CENTCOM and US State Department public
domain (US government); EU delegation reuse with the source named (Commission decision of 12 December 2011); UK
government Open Government Licence 3.0; Wikipedia CC BY-SA 3.0.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.language.labelled import Labelled
from training.language.sets.dates import dates
from training.language.sets.kinds import known, led_coalitions, narrowed
from training.language.sets.marks import Span, bio
from training.language.sets.phrases import phrase_names
from training.language.sets.untold import free_names
from twosource.text.sentences import split_sentences
from twosource.text.tokens import tokenize

HELD_BACK_EVERY = 5
"""Of five documents of a folder the fifth is held back for measuring."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A typed phrase: its first word and one past its last in the sentence, and RE3D's type."""

    start: int
    end: int
    type: str


def re3d(folder: Path, part: str) -> list[Labelled]:
    """Part `train` or `dev` of all folders. Raises FileNotFoundError where there are none."""
    paths = sorted((folder / "re3d").glob("*/documents.jsonl"))
    if not paths:
        raise FileNotFoundError(f"no */documents.jsonl in {folder / 're3d'}: is this the data folder?")
    held_back = part == "dev"
    return [
        sentence
        for path in paths
        for number, (document, entities) in enumerate(_documents(path), 1)
        if (number % HELD_BACK_EVERY == 0) == held_back
        for sentence in _sentences(document, entities, f"re3d-{part}")
    ]


def names(words: Sequence[str], phrases: Sequence[Phrase]) -> list[Span]:
    """The names of a sentence: in phrases longest first, the dates, then what nobody has looked at, unsure."""
    told = {word for phrase in phrases if phrase.type == "Temporal" for word in range(phrase.start, phrase.end)}
    ordered = sorted(phrases, key=lambda phrase: (phrase.start - phrase.end, phrase.start))
    found = [span for phrase in ordered for span in phrase_names(words, phrase.start, phrase.end, phrase.type)]
    sure = [span for span in found if span.sure]
    unsure = [span for span in found if not span.sure]
    named = [*led_coalitions(words), *sure, *dates(words, told), *unsure]
    return named + [_known_or_free(words, span) for span in free_names(words, named)]


def _known_or_free(words: Sequence[str], span: Span) -> Span:
    label = known(" ".join(words[span.start : span.end]))
    return Span(span.start, span.end, (label,)) if label else narrowed(words, span)


def _documents(path: Path) -> Iterator[tuple[dict[str, str], list[tuple[int, int, str]]]]:
    entities: dict[str, list[tuple[int, int, str]]] = {}
    for row in _rows(path.with_name("entities.jsonl")):
        entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
    for row in _rows(path):
        yield row, sorted(entities.get(row["_id"], []))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _sentences(document: dict[str, str], entities: list[tuple[int, int, str]], name: str) -> Iterator[Labelled]:
    text = document["text"]
    for start, end in split_sentences(text):
        tokens = tokenize(text, start, end)
        words = tuple(text[a:b] for a, b in tokens)
        phrases = [
            Phrase(*covered, kind)
            for a, b, kind in entities
            if start <= a and b <= end and (covered := _covered(tokens, a, b))
        ]
        yield Labelled(name, "conflict", document["_id"], words, names=bio(len(words), names(words, phrases)))


def _covered(tokens: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and one past the last of the tokens that `start` to `end` holds whole, None if it cuts one."""
    first = bisect_left(tokens, (start, start))
    last = bisect_right(tokens, (end, -1))
    whole = first < last and tokens[first][0] == start and tokens[last - 1][1] == end
    return (first, last) if whole else None
