"""Sentences for tests with names marked: `[PER Ann Roe] left .`, blanks cut words."""

from __future__ import annotations

import re

from twosource.model import NameLabel
from twosource.nlp.adopted import WordSpan
from twosource.nlp.consistent import consistent
from twosource.nlp.rules import given_line
from twosource.nlp.words import Line

LABELS: tuple[NameLabel, ...] = ("PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC")


def read(sentence: str) -> tuple[Line, list[WordSpan]]:
    words: list[str] = []
    spans: list[WordSpan] = []
    for label, name, word in re.findall(r"\[([A-Z]+) ([^]]+)\]|(\S+)", sentence):
        start = len(words)
        words.extend(name.split() if label else [word])
        if label:
            spans.append((start, len(words), label))
    return given_line(words), spans


def made(*sentences: str) -> list[str]:
    """The sentences with the names as they are after, so that a test shows the whole."""
    lines, spans = zip(*map(read, sentences), strict=True)
    return [shown(line.words, own) for line, own in zip(lines, consistent(lines, spans), strict=True)]


def shown(words: list[str], spans: list[WordSpan]) -> str:
    found = list(words)
    for start, end, label in spans:
        found[start] = f"[{label} {found[start]}"
        found[end - 1] += "]"
    return " ".join(found)
