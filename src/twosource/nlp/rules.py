"""The rules analyzer: sentences, tokens, tags, lemmas and names without a model; tables and rules only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from twosource.model import Analysis, Article, Block, Name, Page, Sentence, Token
from twosource.nlp.base import WordLabels
from twosource.nlp.heads import parse
from twosource.nlp.lemmas import lemma
from twosource.nlp.links import upos
from twosource.nlp.names import find_names
from twosource.nlp.spans import Span, marks_of
from twosource.nlp.words import Line, is_title_case
from twosource.text.sentences import split_sentences
from twosource.text.tokens import tokenize

ANALYSED_ROLES = frozenset({"headline", "lead", "body", "list", "blockquote", "subhead", "caption"})


class RulesAnalyzer:
    """About 3 ms for an article of 470 words; tokens have no heads."""

    name = "rules"

    def analyze(self, page: Page, article: Article) -> Analysis:
        """The analysis of the blocks of `article` that carry language; never raises on any text."""
        blocks = enumerate(article.blocks)
        lines = [
            line for i, block in blocks if block.role in ANALYSED_ROLES for line in read_block(page.text, i, block)
        ]
        return Analysis(analyzer=self.name, sentences=tuple(map(as_sentence, lines)), names=find_names(lines))

    def label_words(self, sentences: Sequence[Sequence[str]]) -> list[WordLabels]:
        """Labels by the rules of the sentences of one article."""
        lines = [given_line(words) for words in sentences]
        marks = _marks(lines, find_names(lines))
        return [_labels(line, names) for line, names in zip(lines, marks, strict=True)]


def given_line(words: Sequence[str]) -> Line:
    """Given words with offsets into a text of their own: hyphens and initials' stops glued, all else a blank apart."""
    starts, ends, at = [], [], 0
    for i, word in enumerate(words):
        if i and "-" not in (word, words[i - 1]) and not (word == "." and len(words[i - 1]) == 1):
            at += 1
        starts.append(at)
        at += len(word)
        ends.append(at)
    title_case = is_title_case(list(words))
    return Line(0, at, 0, "body", list(words), starts, ends, title_case)


def _marks(lines: Sequence[Line], names: Sequence[Name]) -> list[list[str]]:
    """The BIO mark of each word, `O` outside names."""
    spans: list[list[Span]] = [[] for _ in lines]
    for name in names:
        starts = lines[name.sentence].starts
        spans[name.sentence].append((bisect_left(starts, name.start), bisect_left(starts, name.end), name.label))
    return [marks_of(len(line.words), own) for line, own in zip(lines, spans, strict=True)]


def _labels(line: Line, names: list[str]) -> WordLabels:
    tree = parse(line.words, line.states)
    return WordLabels(
        upos=[upos(state) for state in line.states],
        feats=["_"] * len(line.words),
        heads=[head for head, _ in tree],
        deprels=[relation for _, relation in tree],
        names=names,
    )


def read_block(text: str, index: int, block: Block) -> list[Line]:
    """The sentences of one block."""
    return [
        line
        for start, end in split_sentences(text, block.start, block.end)
        if (line := read_line(text, (start, end), index, block)) is not None
    ]


def read_line(text: str, span: tuple[int, int], index: int, block: Block) -> Line | None:
    """One sentence, None if it has no visible word."""
    spans = tokenize(text, *span)
    if not spans:
        return None
    words = [text[a:b] for a, b in spans]
    title_case = is_title_case(words)
    starts, ends = [a for a, _ in spans], [b for _, b in spans]
    return Line(starts[0], ends[-1], index, block.role, words, starts, ends, title_case)


def as_sentence(line: Line) -> Sentence:
    """The record of a sentence."""
    return Sentence(start=line.start, end=line.end, block=line.block, role=line.role, tokens=tuple(_tokens(line)))


def _tokens(line: Line) -> Iterator[Token]:
    for start, end, word, state in zip(line.starts, line.ends, line.words, line.states, strict=True):
        yield Token(start, end, word, *_read(word, state))


@lru_cache(maxsize=50_000)
def _read(word: str, state: str) -> tuple[str, str]:
    """The UD tag of a state and the lemma of a word in it."""
    upos = state.partition(".")[0]
    return upos, lemma(word, upos)
