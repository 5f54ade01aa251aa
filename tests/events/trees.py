"""Readings whose words have heads given by hand: each line of a table is a word, its tag, its head and relation."""

from __future__ import annotations

from dataclasses import replace

from tests.events.made import PUBLISHED
from twosource.model import Analysis, Article, Block, Page, Reading, Sentence, Token
from twosource.nlp.lemmas import lemma


def tree_reading(table: str) -> Reading:
    """A report of one sentence, published on 15 June 2021.

    A line is `word TAG head relation [feats]`; heads count from 1, 0 is the root. Words are joined by blanks.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    text = " ".join(row[0] for row in rows)
    page = Page(id="page", location="made.txt", media_type="text/plain", text=text)
    block = Block(role="body", start=0, end=len(text))
    article = Article(id="article", page="page", blocks=(block,), language="en", published=PUBLISHED)
    tokens, at = [], 0
    for word, tag, head, relation, *feats in rows:
        tokens.append(
            Token(at, at + len(word), word, tag, lemma(word, tag), int(head) - 1, relation, feats[0] if feats else "")
        )
        at += len(word) + 1
    sentence = Sentence(start=0, end=len(text), block=0, role="body", tokens=tuple(tokens))
    return Reading(page=page, article=article, analysis=Analysis(analyzer="made", sentences=(sentence,), names=()))


def headless(reading: Reading) -> Reading:
    """The same words without heads and relations."""
    assert reading.analysis is not None
    (sentence,) = reading.analysis.sentences
    tokens = tuple(t._replace(head=None, deprel=None) for t in sentence.tokens)
    return replace(reading, analysis=replace(reading.analysis, sentences=(replace(sentence, tokens=tokens),)))
