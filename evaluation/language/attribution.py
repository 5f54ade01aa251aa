"""Who says what, and who is mentioned: found in whole articles, since these are no labels of single words.

The words of a set are written as text, each sentence a block, so that an analyzer reads them as it reads a page. A
span counts where it begins and ends as in the gold labels: where the sentence is split otherwise, it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.language.counts import ALL, Found
from evaluation.language.labelling import articles
from training.language.labelled import Labelled
from twosource.model import Analysis, Article, Block, Page
from twosource.nlp.base import Analyzer
from twosource.nlp.spans import spans_of

PARTS = ("speaker", "cue", "content")
_LEFT = re.compile(r"['’]\w|n['’]t$|[.,;:!?%)\]}”…]")
"""Words that are written right after the one before."""
_RIGHT = frozenset("([{$£€“")
"""Marks that the next word is written right after."""
Places = set[tuple[int, int, str]]
Counts = dict[str, Found]


@dataclass(frozen=True, slots=True)
class Written:
    """Sentences as a text; `places` are the starts and ends of the words of each, in code points of the text."""

    text: str
    places: list[list[tuple[int, int]]]


def written(sentences: Sequence[Sequence[str]]) -> Written:
    """A line for each sentence."""
    lines: list[str] = []
    places: list[list[tuple[int, int]]] = []
    at = 0
    for words in sentences:
        line, own = _line(words, at)
        lines.append(line)
        places.append(own)
        at += len(line) + 1
    return Written("\n".join(lines), places)


def _line(words: Sequence[str], at: int) -> tuple[str, list[tuple[int, int]]]:
    line, glued, quoted = "", True, False
    own = []
    for word in words:
        closes = word == '"' and quoted
        if not (glued or closes or word == "-" or _LEFT.match(word)):
            line += " "
        own.append((at + len(line), at + len(line) + len(word)))
        line += word
        quoted ^= word == '"'
        glued = word in _RIGHT or word == "-" or (word == '"' and quoted)
    return line, own


def said_and_mentioned(analyzer: Analyzer, sentences: Sequence[Labelled]) -> tuple[Counts, Counts]:
    """The counts of the parts of attribution, and of mentions by type, each after those of all."""
    parts: Counts = {ALL: Found()}
    types: Counts = {ALL: Found()}
    for own in articles(sentences):
        page = written([s.words for s in own])
        analysis = _analyse(analyzer, page)
        _count(parts, _gold_parts(own, page), _found_parts(own, analysis))
        _count(types, _gold_mentions(own, page), _found_mentions(own, analysis))
    return _ordered(parts), _ordered(types)


def _analyse(analyzer: Analyzer, page: Written) -> Analysis:
    blocks = tuple(Block(start=own[0][0], end=own[-1][1], role="body") for own in page.places)
    whole = Page(id="page", location="text", media_type="text/plain", text=page.text)
    return analyzer.analyze(whole, Article(id="article", page=whole.id, blocks=blocks, language="en"))


def _gold_parts(sentences: Sequence[Labelled], page: Written) -> Places:
    return {
        (own[a][0], own[b - 1][1], label.lower())
        for s, own in zip(sentences, page.places, strict=True)
        for a, b, label in spans_of(s.attribution or ())
    }


def _found_parts(sentences: Sequence[Labelled], analysis: Analysis) -> Places:
    """The spans in sentences that are labelled."""
    return {
        (span.start, span.end, span.part)
        for span in analysis.attribution
        if sentences[analysis.sentences[span.sentence].block].attribution is not None
    }


def _gold_mentions(sentences: Sequence[Labelled], page: Written) -> Places:
    return {
        (*place, type_)
        for s, own in zip(sentences, page.places, strict=True)
        for place, type_ in zip(own, s.mentions or [""] * len(own), strict=True)
        if type_
    }


def _found_mentions(sentences: Sequence[Labelled], analysis: Analysis) -> Places:
    found: Places = set()
    for mention in analysis.mentions:
        sentence = analysis.sentences[mention.sentence]
        if sentences[sentence.block].mentions is not None:
            token = sentence.tokens[mention.token]
            found.add((token.start, token.end, mention.type))
    return found


def _count(counts: Counts, gold: Places, found: Places) -> None:
    for place in sorted(gold | found):
        for label in (ALL, place[2]):
            counts.setdefault(label, Found()).add(found=place in found, gold=place in gold)


def _ordered(counts: Counts) -> Counts:
    """All, the parts as they are named, then types by name."""
    names = [ALL, *PARTS, *sorted(counts.keys() - {ALL, *PARTS})]
    return {name: counts[name] for name in names if name in counts}
