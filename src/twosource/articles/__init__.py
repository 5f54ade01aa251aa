"""Blocks and their roles, metadata, credits: from a page to its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.model import Article, Page


def find_article(page: Page) -> Article:
    """The article of a page: blocks that hold every visible character once, in order, and what is known of the report.

    Raises NotAnArticle where nothing on the page reads like a report.
    """
    from twosource.articles.find import find_article as find

    return find(page)
