"""Cues of lines that are not the report itself, and the function words that running text is full of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from twosource.model import Role
from twosource.vocab.rows import rows, split

Place = Literal["whole", "start", "any"]
Force = Literal["sure", "hint"]


@dataclass(frozen=True, slots=True)
class LineCue:
    """Words that tell a line's role: where they must stand, and whether they decide it or only make it likelier."""

    words: tuple[str, ...]
    place: Place
    role: Role
    force: Force


def cues_in(words: Sequence[str]) -> Iterator[LineCue]:
    """The cues that a line of these words (lower case) holds, each where its place allows it."""
    opening, anywhere = _by_first_word()
    if words:
        for cue in opening.get(words[0], ()):
            n = len(cue.words)
            if (cue.place == "start" or n == len(words)) and cue.words == tuple(words[:n]):
                yield cue
    for i, word in enumerate(words if not anywhere.keys().isdisjoint(words) else ()):
        if word in anywhere:
            yield from (cue for cue in anywhere[word] if cue.words == tuple(words[i : i + len(cue.words)]))


@cache
def line_cues() -> tuple[LineCue, ...]:
    """All rows of the table."""
    return tuple(
        LineCue(
            words=tuple(row["cue"].split()),
            place=cast("Place", row["place"]),
            role=cast("Role", row["role"]),
            force=cast("Force", row["force"]),
        )
        for row in rows("line_cues.tsv")
    )


@cache
def _by_first_word() -> tuple[dict[str, list[LineCue]], dict[str, list[LineCue]]]:
    """By first word: the cues that must open a line, and those that may stand anywhere in it."""
    opening: dict[str, list[LineCue]] = {}
    anywhere: dict[str, list[LineCue]] = {}
    for cue in line_cues():
        (anywhere if cue.place == "any" else opening).setdefault(cue.words[0], []).append(cue)
    return opening, anywhere


@cache
def function_words() -> frozenset[str]:
    """Articles, prepositions, auxiliaries and the like of twelve languages, in lower case."""
    return frozenset(word for row in rows("function_words.tsv") for word in split(row["words"]))
