"""When a version was seen, for ordering and for telling."""

from __future__ import annotations

from twosource.model import Article, Page
from twosource.text.moments import in_utc


def seen(page: Page, article: Article) -> str | None:
    """When this text was retrieved, else when the page says it was changed, else when it was published."""
    published = article.published
    stated = (published.at or published.value) if published and published.basis != "story" else None
    return next((at for at in (page.retrieved, article.modified, stated) if in_utc(at)), None)


def stated(article: Article) -> str:
    """When the page itself says that this text was made, in UTC; empty where it does not."""
    published = article.published
    return in_utc(article.modified) or in_utc(published.at if published else None)
