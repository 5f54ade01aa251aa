"""What a story is: its most central report's headline, its days, and when and where it happened, with what toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Article, Page, Record, Selector, Story
from twosource.stories.figures import figures
from twosource.stories.heart import when, where
from twosource.stories.rarity import Rarity
from twosource.stories.terms import terms

_RUNNING = frozenset({"headline", "lead", "body", "list", "blockquote"})


def describe_stories(record: Record) -> Record:
    """The record with its stories filled in: headline, first and last day, when, where, figures."""
    return replace(record, stories=tuple(_describe(story, record) for story in record.stories))


def _describe(story: Story, record: Record) -> Story:
    held = set(story.articles)
    articles = [a for a in record.articles if a.id in held]
    pages = {p.id: p for p in record.pages}
    days = sorted(a.published.value[:10] for a in articles if a.published)
    central = _most_central(articles, pages)
    span = when(articles, record)
    return replace(
        story,
        headline=(central and _headline(central, pages[central.page])) or story.headline,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        when=span,
        where=where(articles, record),
        figures=figures(articles, record, span),
    )


def _most_central(articles: Sequence[Article], pages: dict[str, Page]) -> Article | None:
    """The report that is most like all the others; of two reports the one whose id comes first."""
    rarity = Rarity()
    vectors = {a.id: rarity.vector(terms(_text(a, pages[a.page])), 100) for a in articles}
    total: dict[str, float] = {}
    for vector in vectors.values():
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return min(
        articles,
        key=lambda a: (-round(sum(w * total[t] for t, w in vectors[a.id].items()), 9), a.id),
        default=None,
    )


def _text(article: Article, page: Page) -> str:
    return "\n".join(page.text[b.start : b.end] for b in article.blocks if b.role in _RUNNING)


def _headline(article: Article, page: Page) -> Selector | None:
    """The headline as it stands in the page, or else the first line of running text."""
    if article.headline:
        return article.headline
    block = next((b for b in article.blocks if b.role in _RUNNING), None)
    return Selector.of(page, block.start, block.end) if block else None
