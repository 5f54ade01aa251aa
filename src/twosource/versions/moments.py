"""When a version was seen, for ordering and for telling."""

from __future__ import annotations

from datetime import UTC, datetime

from twosource.model import Article, Page


def in_utc(written: str | None) -> str:
    """An ISO time or day so that text order is order in time; empty where it is none."""
    try:
        at = datetime.fromisoformat(written or "")
        return (at.astimezone(UTC) if at.tzinfo else at).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""


def seen(page: Page, article: Article) -> str | None:
    """When this text was retrieved, else when the page says it was changed, else when it was published."""
    published = article.published
    stated = (published.at or published.value) if published and published.basis != "story" else None
    return next((at for at in (page.retrieved, article.modified, stated) if in_utc(at)), None)


def stated(article: Article) -> str:
    """When the page itself says that this text was made, in UTC; empty where it does not."""
    published = article.published
    return in_utc(article.modified) or in_utc(published.at if published else None)
