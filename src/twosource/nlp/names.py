"""The names of an article: found sentence by sentence, labelled for the article as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from twosource.model import Name, NameLabel
from twosource.nlp.labels import Votes, own_votes, place_votes, winner, written
from twosource.nlp.runs import capitalised, find_runs
from twosource.nlp.segments import Piece, segment
from twosource.nlp.words import Line, is_shouted
from twosource.vocab.names import known_names

Found = tuple[int, Line, Piece]
"""Index of the sentence, the sentence, the words."""


def find_names(lines: Sequence[Line]) -> tuple[Name, ...]:
    """Names in the order of the text; an acronym, a surname or a repeated name has one label throughout."""
    small = frozenset(w for line in lines for w in line.words if w[0].islower())
    inside = _seen_inside(lines)
    found: list[Found] = []
    for index, line in enumerate(lines):
        if is_shouted(line.words):
            continue
        for run in find_runs(line, small, inside):
            found.extend((index, line, piece) for piece in segment(line, run))
    labels = _labels(found)
    return tuple(_name(x, labels) for x in found if _text(x) in labels)


def _seen_inside(lines: Sequence[Line]) -> frozenset[str]:
    """Words met with a capital where only a name has one."""
    return frozenset(
        word
        for line in lines
        if not line.title_case
        for i, word in enumerate(line.words)
        if line.states[i].startswith("PROPN") and i and capitalised(word) and line.words[i - 1][0].isalnum()
    )


def _text(found: Found) -> str:
    _, line, piece = found
    return written(line.words[piece.start : piece.end])


def _labels(found: list[Found]) -> dict[str, NameLabel]:
    """Each name as written to its label; what turns out to be a bare title or a common word is left out."""
    total: dict[str, Votes] = {}
    bare: set[str] = set()
    for x in found:
        text, (_, line, piece) = _text(x), x
        if piece.bare:
            bare.add(text)
            continue
        if text not in total:
            total[text] = own_votes(line.words[piece.start : piece.end])
        for label, vote in place_votes(line, piece).items():
            total[text][label] += vote
    labels = {text: winner(v) for text, v in total.items() if " " in text}
    _bind_acronyms(found, total, labels)
    surnames = _parts_of_persons(labels)
    for text, v in total.items():
        if " " not in text:
            v["PER"] += surnames.get(text, 0.0)
            labels[text] = labels.get(text) or winner(v)
    return labels | {text: "PER" for text in sorted(bare) if surnames.get(text, 0) > 3}


def _parts_of_persons(labels: dict[str, NameLabel]) -> dict[str, float]:
    """Single words that are the last (or first) of a person's name in this article, with the weight that gives."""
    found: dict[str, float] = {}
    for text, label in labels.items():
        if label == "PER":
            words = text.split(" ")
            found[words[0]] = max(found.get(words[0], 0.0), 1.5)
            found[words[-1]] = 5.0
    return found


def _bind_acronyms(found: list[Found], total: dict[str, Votes], labels: dict[str, NameLabel]) -> None:
    """As in "Northern Relief Council (NRC)": the letters are of the same kind as the name before the bracket."""
    for (_, line, piece), (_, other, letters) in pairwise(found):
        if line is not other or letters.start != piece.end + 1 or letters.end != letters.start + 1:
            continue
        short = line.words[letters.start]
        if line.words[piece.end] == "(" and short.isupper() and 1 < len(short) <= 8 and not piece.bare:
            long = written(line.words[piece.start : piece.end])
            if labels.get(long) == "PER" and not total[long].get("PER", 0) > 5:
                labels[long] = "ORG"
            if short not in known_names():
                labels[short] = labels.get(long) or winner(total[long])


def _name(found: Found, labels: dict[str, NameLabel]) -> Name:
    index, line, piece = found
    start = piece.start + (line.words[piece.start] == "The" and piece.end - piece.start > 1)
    return Name(start=line.starts[start], end=line.ends[piece.end - 1], label=labels[_text(found)], sentence=index)
