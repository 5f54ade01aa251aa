import pytest

from tests.articles.layouts import MARKS, OF_THE_REPORT, Layout, layouts
from tests.articles.made import check, html, plain
from twosource.articles import find_article
from twosource.model import Article, Page


def misread(page: Page, article: Article, layout: Layout) -> list[str]:
    """The lines whose role is another than their mark allows."""
    at = 0
    wrong: list[str] = []
    for mark, text in layout.lines:
        written = text if page.markup is None else " ".join(text.split())
        start = page.text.index(written, at)
        at = start + len(written)
        got = {b.role for b in article.blocks if b.start < at and start < b.end} - {"dateline"}
        fits = got <= MARKS[mark] if mark in MARKS else got.isdisjoint(OF_THE_REPORT)
        if not fits:
            wrong.append(f"{mark} {text[:70]}: {sorted(got)}")
    return wrong


def known(article: Article, field: str) -> list[str]:
    if field == "wires":
        return [w.name for w in article.wires]
    if field == "outlet":
        return [article.outlet] if article.outlet else []
    return list(article.by) if field == "by" else [article.published.value[:10] if article.published else "none"]


@pytest.mark.parametrize(
    "layout", [*layouts(), *layouts("world_layouts.txt"), *layouts("more_layouts.txt")], ids=lambda layout: layout.name
)
@pytest.mark.parametrize("kind", ["text", "HTML"])
def test_what_stands_around_a_report_is_told_from_it(layout: Layout, kind: str) -> None:
    page = plain(layout.text) if kind == "text" else html(layout.markup)
    article = find_article(page)
    check(page, article)
    assert misread(page, article, layout) == []
    assert {field: sorted(known(article, field)) for field in layout.known} == {
        field: sorted(values) for field, values in layout.known.items()
    }
