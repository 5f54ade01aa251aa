"""A run of capitalised words cut into names, titles left out."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.nlp.offices import office_length, office_word
from twosource.nlp.runs import Run
from twosource.nlp.words import Line
from twosource.vocab.names import given_names, known_names


@dataclass(frozen=True, slots=True)
class Piece:
    """A possible name: words from `start` to `end`; `titled`: after an office; `bare`: only a title."""

    start: int
    end: int
    titled: bool = False
    bare: bool = False


def segment(line: Line, run: Run) -> list[Piece]:
    """The possible names in a run: "US Defense Secretary Ann Roe" has US and Ann Roe."""
    a, b = run
    words = line.words[a:b]
    if " ".join(words).replace(" - ", "-") in known_names():
        return [Piece(a, b)]
    n = office_length(words)
    if n:
        found = _countries_in(words[:n], a)
        rest = n
        while rest < len(words) and words[rest] in ("of", "the", "The", "and", "for", "-"):
            rest += 1
        if rest == len(words):
            return found or [Piece(a, a + n, bare=True)]
        return [*found, *_split_known(words[rest:], a + rest, titled=rest == n)]
    return _split_known(words, a, titled=False)


def _countries_in(words: list[str], at: int) -> list[Piece]:
    found, i = [], 0
    while i < len(words):
        kind, n = office_word(words, i)
        if kind == "country":
            found.append(Piece(at + i, at + i + n))
        i += n
    return found


def _split_known(words: list[str], at: int, *, titled: bool) -> list[Piece]:
    """Cuts a nationality or country off what follows it, where that is a name of its own."""
    known = known_names()
    for n in range(min(3, len(words) - 1), 0, -1):
        first = " ".join(words[:n])
        if first in known and known[first][0] in ("NORP", "GPE") and known[first][1] > 5:
            rest = words[n:]
            whole = " ".join(rest).replace(" - ", "-")
            if rest[0] != "-" and (
                whole in known or (rest[0] in given_names() and len(rest) > 1) or office_length(rest)
            ):
                return [Piece(at, at + n), *_after(rest, at + n)]
    return [Piece(at, at + len(words), titled=titled)]


def _after(rest: list[str], at: int) -> list[Piece]:
    n = office_length(rest)
    if n == len(rest):
        return []
    return [*_countries_in(rest[:n], at), *_split_known(rest[n:], at + n, titled=n > 0)]
