"""What an analyzer finds in the words of an article: sentences, tokens, names. The record does not export it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from twosource.model.article import Role

NameLabel = Literal["PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC"]


class Token(NamedTuple):
    """A word or mark: code points of Page.text, tag, lemma; `head` indexes its sentence (None: unknown, -1: root).

    No dataclass: an article has 500 of them, and a tuple is made in a quarter of the time.
    """

    start: int
    end: int
    text: str
    upos: str
    lemma: str
    head: int | None = None
    deprel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of one block: code points of Page.text, the block's index and role, its tokens."""

    start: int
    end: int
    block: int
    role: Role
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as written, titles left out; `sentence` is the index of its sentence."""

    start: int
    end: int
    label: NameLabel
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Sentences in the order of the page, names in the order of their start; `analyzer` says who made it."""

    analyzer: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
