"""What a story is: its most central report's headline, its days, and when and where it happened, with what toll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Article, Figure, Page, Record, Selector, Story
from twosource.stories.figures import figures
from twosource.stories.heart import when
from twosource.stories.parts import RUNNING
from twosource.stories.rarity import Rarity
from twosource.stories.terms import terms
from twosource.stories.where import where

_TOLD = frozenset({*RUNNING, "blockquote"})


def describe_stories(record: Record) -> Record:
    """The record with its stories filled in: headline, first and last day, when, where, figures."""
    return replace(record, stories=tuple(_describe(story, record) for story in record.stories))


def _describe(story: Story, record: Record) -> Story:
    held = set(story.articles)
    articles = [a for a in record.articles if a.id in held]
    pages = {p.id: p for p in record.pages}
    days = sorted(a.published.value[:10] for a in articles if a.published)
    span = when(articles, record)
    tolls = figures(articles, record, span)
    central = _most_central(_up_to_date(articles, tolls), pages)
    return replace(
        story,
        headline=(central and _headline(central, pages[central.page])) or story.headline,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        when=span,
        where=where(articles, record, span),
        figures=tolls,
    )


def _up_to_date(articles: Sequence[Article], tolls: Sequence[Figure]) -> Sequence[Article]:
    """The reports whose headline gives no toll that moved on since; all where every headline does."""
    passed = [s for f in tolls if f.status == "updated" for s in f.selectors[1:]]
    kept = [a for a in articles if not any(a.headline and a.headline.covers(s) for s in passed)]
    return kept or articles


def _most_central(articles: Sequence[Article], pages: dict[str, Page]) -> Article | None:
    """The report that is most like all the others; of two reports the later one."""
    rarity = Rarity()
    vectors = {a.id: rarity.vector(terms(_text(a, pages[a.page])), 100) for a in articles}
    total: dict[str, float] = {}
    for vector in vectors.values():
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    likeness = {a: round(sum(w * total[t] for t, w in vector.items()), 9) for a, vector in vectors.items()}
    return max(articles, key=lambda a: (likeness[a.id], _published(a), a.id), default=None)


def _published(article: Article) -> str:
    return (article.published.at or article.published.value) if article.published else ""


def _text(article: Article, page: Page) -> str:
    return "\n".join(page.text[b.start : b.end] for b in article.blocks if b.role in _TOLD)


def _headline(article: Article, page: Page) -> Selector | None:
    """The headline as it stands in the page, or else the first line of running text."""
    if article.headline:
        return article.headline
    block = next((b for b in article.blocks if b.role in _TOLD), None)
    return Selector.of(page, block.start, block.end) if block else None
