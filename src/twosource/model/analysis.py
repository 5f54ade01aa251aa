"""What an analyzer finds in the words of an article: sentences, tokens, names. The record does not export it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from twosource.model.article import Role

NameLabel = Literal["PER", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "MISC", "DATE"]


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
    feats: str = ""
    """The features of UD that analyzers keep, `Number=Sing`; empty: none or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of one block: code points of Page.text, the block's index and role, its tokens."""

    start: int
    end: int
    block: int
    role: Role
    tokens: tuple[Token, ...]
    vector: bytes = b""
    """What the sentence is about: 384 half-precision numbers, little-endian, of length 1; empty: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as written, titles left out; `sentence` is the index of its sentence."""

    start: int
    end: int
    label: NameLabel
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """A stretch of a sentence that takes part in saying who says what; code points of Page.text."""

    start: int
    end: int
    part: Literal["speaker", "cue", "content"]
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """Somebody or something is mentioned: the sentence, the token that heads the phrase, and what it is.

    `antecedent` is the index of the earlier mention that it most likely takes up, None for none.
    """

    sentence: int
    token: int
    type: str
    antecedent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Sentences in the order of the page, the rest in the order of their start; `analyzer` says who made it.

    What an analyzer does not find (dates among the names, attribution, mentions) is empty.
    """

    analyzer: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    dates: tuple[Name, ...] = ()
    attribution: tuple[Attributed, ...] = ()
    mentions: tuple[Mentioned, ...] = ()
