"""The seam of the language layer: what an analyzer is."""

from __future__ import annotations

from typing import Protocol

from twosource.model import Analysis, Article, Page


class Analyzer(Protocol):
    """Finds sentences, tokens and names in the blocks of an article that carry language."""

    name: str

    def analyze(self, page: Page, article: Article) -> Analysis:
        """The analysis of `article`: offsets are code points of `page.text`; never raises on any text."""
        ...
