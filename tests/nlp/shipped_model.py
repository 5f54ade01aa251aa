"""The shipped model for tests: skipped where its weights are not there yet, loaded once."""

from __future__ import annotations

from functools import cache

import pytest

from twosource.model import Analysis, Article, Block, Page
from twosource.nlp.shipped.analyzer import ShippedAnalyzer
from twosource.nlp.shipped.files import MANIFEST, shipped_files

needs_weights = pytest.mark.skipif(
    not (shipped_files() / MANIFEST).is_file(), reason="nlp/shipped/weights is empty: training/language makes it"
)

REPORT = """Ferry runs aground off Bergen
A ferry with 40 people on board ran aground near Bergen on Tuesday, the Norwegian coast guard said.
Three passengers were injured, hospital director Liv Moe told reporters. "We were lucky," she said.
Moe, 52, who has led the Haukeland University Hospital since 2019, thanked the NSSR and its crews.
"""


@cache
def loaded(threads: str = "1") -> ShippedAnalyzer:
    """An analyzer that the tests share."""
    return ShippedAnalyzer(threads)


def on_page(text: str) -> tuple[Page, Article]:
    """A text as a page and an article, each line a block of its body, empty ones too."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(role="body", start=at, end=at + len(line)))
        at += len(line) + 1
    page = Page(id="sha256:1", location="test", media_type="text/plain", text=text)
    return page, Article(id="a", page=page.id, blocks=tuple(blocks), language="en")


def analysed(text: str, analyzer: ShippedAnalyzer | None = None) -> Analysis:
    return (analyzer or loaded()).analyze(*on_page(text))
