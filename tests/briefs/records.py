"""Small records for these tests: two reports of one line each, and findings on them."""

from __future__ import annotations

from twosource.model import (
    Actor,
    Article,
    Block,
    Claim,
    Figure,
    Finding,
    Origin,
    Page,
    Published,
    Quote,
    Record,
    Selector,
    Status,
    Story,
    page_id,
)


def page(name: str, text: str) -> Page:
    """A page of this text."""
    return Page(
        id=page_id(f"{name}{text}".encode()), location=f"reports/{name}.txt", media_type="text/plain", text=text
    )


def article(page: Page, outlet: str | None, day: str | None = "2031-05-05") -> Article:
    """The article on that page, all body."""
    published = Published(value=day, precision="day", basis="given") if day else None
    return Article(
        id=f"article:{page.location}",
        page=page.id,
        blocks=(Block(role="body", start=0, end=len(page.text)),),
        language="en",
        outlet=outlet,
        published=published,
    )


def at(page: Page, words: str) -> Selector:
    """Where `words` first stand."""
    start = page.text.index(words)
    return Selector.of(page, start, start + len(words))


def claim(page: Page, words: str, kind: str = "text", ref: str | None = None) -> Claim:
    """A claim on these words; its origin is that of its page alone."""
    return Claim(
        id=f"claim:{kind}:{page.location}:{words}",
        article=f"article:{page.location}",
        kind=kind,  # type: ignore[arg-type]
        ref=ref,
        selector=at(page, words),
        asserted_by="article",
        origin=f"origin:{page.location}",
    )


def finding(*claims: Claim, status: Status = "corroborated", **parts: object) -> Finding:
    """A finding of these claims, worded as the first of them."""
    origins = len({c.origin for c in claims})
    return Finding(
        id=f"finding:{claims[0].id}",
        status=status,
        claims=tuple(c.id for c in claims),
        origins=origins,
        speakers=origins,
        text=claims[0].selector,
        **parts,  # type: ignore[arg-type]
    )


def record(
    articles: list[tuple[Page, Article]],
    claims: list[Claim],
    findings: list[Finding],
    figures: tuple[Figure, ...] = (),
    **parts: object,
) -> Record:
    """One story of these articles, each an origin of its own."""
    first = articles[0][0]
    story = Story(
        id="story:1",
        headline=Selector.of(first, 0, 5),
        articles=tuple(a.id for _, a in articles),
        first=None,
        last=None,
        figures=figures,
    )
    return Record(
        pages=tuple(p for p, _ in articles),
        articles=tuple(a for _, a in articles),
        origins=tuple(
            Origin(id=f"origin:{p.location}", articles=(a.id,), independence="inferred") for p, a in articles
        ),
        claims=tuple(claims),
        findings=tuple(findings),
        stories=(story,),
        **parts,  # type: ignore[arg-type]
    )


def said(page: Page, words: str, speaker: str, cue: str) -> Quote:
    """An indirect quote."""
    return Quote(
        id=f"quote:{page.location}",
        article=f"article:{page.location}",
        kind="indirect",
        content=(at(page, words),),
        cue=at(page, cue),
        speaker=speaker,
    )


def person(name: str) -> Actor:
    """A named person without mentions."""
    return Actor(id=f"actor:{name}", name=name, kind="person", named=True, names=(name,), mentions=())
