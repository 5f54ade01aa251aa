"""Pages made for tests."""

from twosource.articles import find_article
from twosource.model import Article, Given, Page, page_id
from twosource.text.markup import visible_text


def plain(text: str, **given: str) -> Page:
    """A page of plain text."""
    raw = text.encode("utf-8", "surrogatepass")
    return Page(id=page_id(raw), location="a.txt", media_type="text/plain", text=text, given=Given(**given), raw=raw)


def html(markup: str, **given: str) -> Page:
    """A page of HTML."""
    raw = markup.encode("utf-8", "surrogatepass")
    text = visible_text(markup).text
    return Page(
        id=page_id(raw),
        location="a.html",
        media_type="text/html",
        text=text,
        given=Given(**given),
        raw=raw,
        markup=markup,
    )


def roles(page: Page) -> list[tuple[str, str]]:
    """Role and text of each block."""
    return [(b.role, page.text[b.start : b.end]) for b in find_article(page).blocks]


def check(page: Page, article: Article) -> None:
    """Blocks hold every visible character once, in order; every selector quotes its page."""
    end = 0
    for block in article.blocks:
        assert not page.text[end : block.start].strip()
        assert block.start < block.end
        assert page.text[block.start : block.end].strip()
        end = block.end
    assert not page.text[end:].strip()
    selectors = [article.headline, *(w.selector for w in article.wires), *(g.selector for g in article.grounds)]
    selectors += [article.located.selector if article.located else None]
    selectors += [article.published.selector if article.published else None]
    for selector in selectors:
        if selector is not None:
            selector.check(page)


REPORT = "\n\n".join(
    [
        "Skip to main content",
        "Ferry runs aground off Bergen, 40 taken off",
        "Liv Anker, Reuters | Rescue boats beside the ferry near Bergen on March 3, 2021",
        "BERGEN (Reuters) - A passenger ferry ran aground in thick fog near the Norwegian port of Bergen on Wednesday "
        "and forty people were taken off by lifeboats, the coast guard said.",
        "The vessel was on its way from Stavanger when it struck a reef shortly before nine in the morning, "
        "according to the harbour master.",
        "Video: Inside the engine room of a modern ferry",
        '"We heard a bang and then everything was very quiet," said one passenger, who asked not to be named.',
        "Questions for the pilots",
        "The coast guard said it had opened an inquiry and would question the two pilots who were on the bridge.",
        '"It is far too early to talk about the cause," its spokesman said.',
        "Page not found",
        "The page you requested does not exist.",
        ">\n",
    ]
)
