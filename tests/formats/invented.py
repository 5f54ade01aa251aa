"""An invented happening as a finished record, made by hand: a ferry aground off Hiiumaa, an agency text printed twice,
one report of its own; and a second story beside it, a flooded car park in Trondheim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import (
    Actor,
    Article,
    Basis,
    Block,
    Change,
    Claim,
    Difference,
    Entry,
    Event,
    EventPlace,
    EventTime,
    Evidence,
    Figure,
    Finding,
    Given,
    Ground,
    Located,
    Mention,
    Office,
    Origin,
    Page,
    Party,
    Place,
    Published,
    Quantity,
    Quote,
    Record,
    Revision,
    Role,
    Selector,
    Span,
    Stamp,
    Statement,
    Story,
    Time,
    Timex,
    Variant,
    WireCredit,
    page_id,
)

Lines = Sequence[tuple[Role, str]]

TUGS = "Tugs will try to pull the ferry free at high water on Friday."

AGENCY: Lines = (
    ("navigation", "Home | News | Weather"),
    ("headline", "Ferry runs aground off Hiiumaa with 212 aboard"),
    ("dateline", "KÄRDLA, Estonia (dpa) -"),
    ("lead", "A car ferry ran aground on a sandbank off the island of Hiiumaa on Tuesday with 212 people aboard."),
    ("body", "Fourteen passengers were slightly injured, the coast guard said."),
    ("body", "“The steering failed without any warning,” said captain Maarja Tamm. “We dropped anchor at once.”"),
    ("body", "The ferry company denied that the Halla had missed its last inspection."),
    ("promo", "Read more: ten islands for a weekend"),
)
CUT: Lines = (*AGENCY[1:5], ("credit", "dpa"), ("notice", "Page 1 of 1"))
OWN: Lines = (
    ("headline", "“We felt a bump, then silence”: night on the Halla"),
    ("byline", "By Liis Kask"),
    ("lead", "When the Halla stopped dead on a sandbank near Hiiumaa on Tuesday evening, the lights stayed on."),
    ("body", "At least 17 people were hurt, the hospital in Kärdla said on Wednesday; one broke an arm."),
    ("body", "Captain Maarja Tamm told the passengers that the steering had failed."),
    ("subhead", "What is next"),
    ("body", f"{TUGS} About 230 people had been on board, the harbour says."),
    ("comment", "PeeterK: my aunt was on it, all fine"),
)
FLOOD: Lines = (
    ("headline", "Car park under water in Trondheim"),
    ("lead", "A burst main flooded an underground car park in Trondheim on Monday and ruined some sixty cars."),
)


def report(
    name: str,
    lines: Lines,
    *,
    outlet: str | None,
    published: str | None = None,
    basis: Basis = "metadata",
    by: tuple[str, ...] = (),
    wire: str | None = None,
) -> tuple[Page, Article]:
    """A page of these lines, a blank line after each, and its article."""
    text, blocks = "", []
    for role, line in lines:
        blocks.append(Block(role=role, start=len(text), end=len(text) + len(line)))
        text += line + "\n\n"
    page = Page(
        id=page_id((name + text).encode("utf-8", "surrogatepass")),
        location=f"reports/{name}",
        media_type="text/plain",
        text=text,
        given=Given(input_id=name),
        raw=text.encode("utf-8", "surrogatepass"),
    )
    headline = next((b for b in blocks if b.role == "headline"), None)
    article = Article(
        id=f"article:{name}",
        page=page.id,
        blocks=tuple(blocks),
        language="en",
        headline=Selector.of(page, headline.start, headline.end) if headline else None,
        outlet=outlet,
        by=by,
        wires=(WireCredit(name=wire, selector=quote(page, wire)),) if wire else (),
        published=Published(value=published, precision="day", basis=basis) if published else None,
        grounds=(Ground(field="outlet", basis="given", detail="--about"),),
    )
    return page, article


def quote(page: Page, exact: str) -> Selector:
    """The first place where the page reads `exact`."""
    at = page.text.index(exact)
    return Selector.of(page, at, at + len(exact))


def evidence(function: str, detail: str, *selectors: Selector) -> tuple[Evidence, ...]:
    """One reason, sure."""
    return (Evidence(function=function, score=1.0, detail=detail, selectors=selectors),)


def one_story() -> Record:
    """Three reports of the ferry on two origins, with every kind of record in it."""
    a, article_a = report("harbour-mail.html", AGENCY, outlet="Harbour Mail", published="2025-03-12", wire="dpa")
    article_a = replace(article_a, located=Located(name="KÄRDLA, Estonia", selector=quote(a, "KÄRDLA, Estonia")))
    c, article_c = report("morning-post.txt", CUT, outlet="The Morning Post", wire="dpa")
    b, article_b = report(
        "island-courier.txt", OWN, outlet="Island Courier", published="2025-03-12", basis="given", by=("Liis Kask",)
    )
    tamm = Actor(
        id="actor:tamm",
        name="Maarja Tamm",
        kind="person",
        named=True,
        names=("Maarja Tamm",),
        mentions=(
            Mention(selector=quote(a, "captain Maarja Tamm"), form="name"),
            Mention(selector=quote(b, "Captain Maarja Tamm"), form="name"),
        ),
        offices=(Office(title="captain", selector=quote(a, "captain")),),
        country="EST",
        sectors=("CVL",),
    )
    company = Actor(
        id="actor:company",
        name="the ferry company",
        kind="organization",
        named=False,
        names=(),
        mentions=(Mention(selector=quote(a, "The ferry company"), form="description"),),
    )
    quotes = (
        Quote(
            id="quote:steering",
            article=article_a.id,
            kind="direct",
            content=(quote(a, "The steering failed without any warning,"), quote(a, "We dropped anchor at once.")),
            cue=Selector.of(a, a.text.index("said captain"), a.text.index("said captain") + 4),
            speaker=tamm.id,
            speaker_selector=quote(a, "captain Maarja Tamm"),
            evidence=evidence("cue_beside_quotation", "“said” stands beside the quotation"),
        ),
        Quote(
            id="quote:denial",
            article=article_a.id,
            kind="indirect",
            content=(quote(a, "that the Halla had missed its last inspection"),),
            cue=quote(a, "denied"),
            speaker=company.id,
            speaker_selector=quote(a, "The ferry company"),
            polarity="denied",
        ),
        Quote(
            id="quote:own",
            article=article_b.id,
            kind="indirect",
            content=(quote(b, "that the steering had failed"),),
            cue=quote(b, "told"),
            speaker=tamm.id,
            speaker_selector=quote(b, "Captain Maarja Tamm"),
            said_on="time:tuesday",
        ),
        Quote(
            id="quote:nobody",
            article=article_b.id,
            kind="direct",
            content=(quote(b, "We felt a bump, then silence"),),
        ),
    )
    places = (
        Place(
            id="place:hiiumaa", name="Hiiumaa", country="EST", lat=58.88, lon=22.65, precision="region",
            gazetteer_id="592133", mentions=(quote(a, "Hiiumaa"), quote(c, "Hiiumaa"), quote(b, "Hiiumaa")),
        ),
        Place(
            id="place:kardla", name="Kärdla", country="EST", lat=58.9978, lon=22.7492, precision="town",
            gazetteer_id="591902", mentions=(quote(b, "Kärdla"),),
        ),
    )  # fmt: skip
    tuesday = Time(
        id="time:tuesday",
        article=article_b.id,
        selector=quote(b, "Tuesday evening"),
        timex=Timex(type="TIME", value="2025-03-11TEV"),
        earliest="2025-03-11",
        latest="2025-03-11",
        basis="published",
    )
    quantities = (
        Quantity(
            id="quantity:aboard", article=article_a.id, selector=quote(a, "212 people"), min=212, max=212, point=212,
            unit="people", of=quote(a, "people"), role="participants",
        ),
        Quantity(
            id="quantity:about", article=article_b.id, selector=quote(b, "About 230 people"), min=219, max=241,
            approximate=True, unit="people", ratio=(1, 2),
        ),
    )  # fmt: skip
    denial = Event(
        id="event:denial",
        article=article_a.id,
        type="REJECT",
        anchor=quote(a, "denied"),
        realis="asserted",
        mode=("refuse",),
        context=("transport",),
        actors=(Party(actor=company.id, selector=quote(a, "The ferry company")),),
        recipients=(Party(actor=None, selector=quote(a, "the Halla")),),
        attributed_to=None,
        time=EventTime(earliest="2025-03-11", latest="2025-03-11", precision="day", selector=quote(a, "Tuesday")),
        place=EventPlace(place="place:hiiumaa", precision="region", selector=quote(a, "Hiiumaa")),
        quantities=("quantity:aboard",),
        evidence=evidence("verb", "“denied” names a REJECT"),
    )

    def claim(name: str, article: Article, selector: Selector, origin: str, by: str = "article", **more: str) -> Claim:
        return Claim(
            id=f"claim:{name}", article=article.id, kind=more.get("kind", "text"), ref=more.get("ref"),  # type: ignore[arg-type]
            selector=selector, asserted_by=by, origin=origin,
        )  # fmt: skip

    agency, own, aboard = "origin:agency", "origin:own", "quantity:aboard"
    claims = (
        claim("aground-a", article_a, quote(a, AGENCY[3][1]), agency),
        claim("denial", article_a, quote(a, AGENCY[6][1]), agency, kind="event", ref=denial.id),
        claim("aground-c", article_c, quote(c, AGENCY[3][1]), agency),
        claim("aground-b", article_b, quote(b, OWN[2][1]), own),
        claim("hurt-a", article_a, quote(a, "Fourteen passengers were slightly injured"), agency, by="actor:guard"),
        claim("hurt-b", article_b, quote(b, "At least 17 people were hurt"), own),
        claim("aboard-a", article_a, quote(a, "with 212 people aboard"), agency, kind="quantity", ref=aboard),
        claim("aboard-b", article_b, quote(b, "About 230 people had been on board"), own),
        claim("failed-a", article_a, quote(a, "The steering failed without any warning"), agency, by=tamm.id),
        claim("failed-b", article_b, quote(b, "the steering had failed"), own, by=tamm.id),
        claim("tugs", article_b, quote(b, TUGS), own),
    )
    findings = (
        Finding(
            id="finding:aground", status="corroborated", origins=2,
            claims=("claim:aground-a", "claim:aground-c", "claim:aground-b"),
            speakers=2, text=quote(a, AGENCY[3][1]), confidence=0.9,
            evidence=evidence("same_event", "one event, one day, one place", quote(a, "ran aground")),
        ),
        Finding(
            id="finding:failed", status="corroborated", claims=("claim:failed-a", "claim:failed-b"),
            origins=2, speakers=1, text=quote(a, "The steering failed without any warning"), confidence=0.8,
        ),
        Finding(
            id="finding:hurt", status="updated", claims=("claim:hurt-a", "claim:hurt-b"), origins=2, speakers=2,
            text=quote(b, "At least 17 people were hurt"),
            differences=(
                Difference(
                    aspect="quantity",
                    values=(
                        Variant(value="14", selectors=(quote(a, "Fourteen"),)),
                        Variant(value="17 or more", selectors=(quote(b, "At least 17"),)),
                    ),
                ),
            ),
            confidence=0.7,
        ),
        Finding(
            id="finding:aboard", status="differs", claims=("claim:aboard-a", "claim:aboard-b"), origins=2, speakers=2,
            text=quote(a, "with 212 people aboard"),
            differences=(
                Difference(
                    aspect="quantity",
                    values=(
                        Variant(value="212", selectors=(quote(a, "212"), quote(c, "212"))),
                        Variant(value="about 230", selectors=(quote(b, "About 230"),)),
                    ),
                ),
            ),
            confidence=0.6,
        ),
        Finding(
            id="finding:tugs", status="single_origin", claims=("claim:tugs",), origins=1, speakers=1,
            text=quote(b, TUGS), confidence=0.5,
        ),
    )  # fmt: skip
    story = Story(
        id="story:ferry",
        headline=quote(a, AGENCY[1][1]),
        articles=(article_a.id, article_b.id, article_c.id),
        first="2025-03-12",
        last="2025-03-12",
        when=Span(earliest="2025-03-11", latest="2025-03-11"),
        where="place:hiiumaa",
        figures=(
            Figure(
                role="injured", min=17, max=17, point=17, approximate=False, status="updated", origins=2,
                selectors=(quote(a, "Fourteen passengers"), quote(b, "At least 17 people")),
            ),
            Figure(
                role="participants", min=212, max=230, point=None, approximate=True, status="differs", origins=2,
                selectors=(quote(a, "212 people"), quote(b, "About 230 people")),
            ),
        ),
    )  # fmt: skip
    return Record(
        pages=(a, b, c),
        articles=(article_a, article_b, article_c),
        origins=(
            Origin(
                id=agency, articles=(article_a.id, article_c.id), wires=("dpa",), independence="shown",
                evidence=evidence("same_text", "80% of the shorter report stands in the other"),
            ),
            Origin(id=own, articles=(article_b.id,), passages=(), independence="inferred"),
        ),
        actors=(tamm, company),
        quotes=quotes,
        times=(tuesday,),
        places=places,
        quantities=quantities,
        events=(denial,),
        claims=claims,
        findings=findings,
        stories=(story,),
        revisions=(
            Revision(
                id="revision:own", before=article_b.id, after=article_b.id, kind="clarified",
                seen="2025-03-11T18:30:00+00:00", notices=(quote(b, OWN[2][1]),),
                changes=(Change(kind="added", after=quote(b, TUGS)),),
                evidence=evidence("same_address", "Both texts stood at halla.example/ferry."),
            ),
        ),
        timeline=(
            Entry(
                date="2025-03-11", precision="day", refs=("finding:aground", "event:denial"),
                text=quote(a, AGENCY[3][1]),
            ),
            Entry(
                date="2025-03-14", precision="day", refs=("finding:tugs",),
                text=quote(b, TUGS),
            ),
        ),
        brief=(
            Statement(
                text="A car ferry ran aground off Hiiumaa on Tuesday, two independent origins report.",
                finding="finding:aground",
                selectors=(quote(a, AGENCY[3][1]), quote(b, OWN[2][1])),
            ),
            Statement(
                text="Both report that captain Maarja Tamm said the steering had failed.",
                finding="finding:failed",
                selectors=(quote(a, "The steering failed without any warning"), quote(b, "the steering had failed")),
            ),
            Statement(
                text="They differ on how many were aboard: 212 or about 230.",
                finding="finding:aboard",
                selectors=(quote(a, "with 212 people aboard"), quote(b, "About 230 people had been on board")),
            ),
            Statement(text="The reports were published on one day.", finding=None, selectors=()),
        ),
        made_by=(Stamp(step="articles", version="1"), Stamp(step="language", version="1", settings="rules")),
        warnings=("reports/inselblatt.txt: written in 'de'; only English is analysed",),
    )  # fmt: skip


def two_stories() -> Record:
    """The ferry, and beside it one report of a flooded car park."""
    ferry = one_story()
    page, article = report("fjord-times.txt", FLOOD, outlet=None, published="2025-03-10")
    text = quote(page, FLOOD[1][1])
    claim = Claim(
        id="claim:flood", article=article.id, kind="text", ref=None, selector=text, asserted_by="article",
        origin="origin:flood",
    )  # fmt: skip
    finding = Finding(
        id="finding:flood", status="single_origin", claims=(claim.id,), origins=1, speakers=1, text=text, confidence=0.5
    )
    story = Story(
        id="story:flood", headline=quote(page, FLOOD[0][1]), articles=(article.id,), first="2025-03-10",
        last="2025-03-10", when=Span(earliest="2025-03-10", latest="2025-03-10"), where=None,
    )  # fmt: skip
    return replace(
        ferry,
        pages=(*ferry.pages, page),
        articles=(*ferry.articles, article),
        origins=(*ferry.origins, Origin(id="origin:flood", articles=(article.id,))),
        claims=(*ferry.claims, claim),
        findings=(*ferry.findings, finding),
        stories=(*ferry.stories, story),
        timeline=(*ferry.timeline, Entry(date="2025-03-10", precision="day", refs=(finding.id,), text=text)),
        brief=(
            *ferry.brief,
            Statement(text="One report has a flooded car park; nothing corroborates it.", finding=finding.id,
                      selectors=(text,)),
        ),
    )  # fmt: skip


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!--",
    "**bold** [a](http://example.org/x) `code` | # _it_ &lt; ~~no~~",
    "\u202eback\u2066wards\x00\x07 \ud800 end",
)
"""Strings that break out of a badly escaped page."""


def hostile_record() -> Record:
    """A record whose every word a stranger chose."""
    lines: Lines = (
        ("headline", HOSTILE[1] + HOSTILE[0]),
        *(("body", f"1. {text} is what it says") for text in HOSTILE),
        ("promo", HOSTILE[3]),
    )
    page, article = report(HOSTILE[1] + ".txt", lines, outlet=HOSTILE[2], published="2025-01-02", by=(HOSTILE[0],))
    article = replace(article, wires=(WireCredit(name=HOSTILE[0]),))
    all_text = tuple(quote(page, text) for text in HOSTILE[2:])
    speaker = Actor(
        id="actor:x", name=HOSTILE[1], kind="other", named=True, names=(HOSTILE[1],),
        mentions=(Mention(selector=all_text[0], form="name"),),
        offices=(Office(title=HOSTILE[0], selector=all_text[0]),),
    )  # fmt: skip
    claims = tuple(
        Claim(id=f"claim:{n}", article=article.id, kind="text", ref=None, selector=s, asserted_by="article", origin="o")
        for n, s in enumerate(all_text)
    )
    finding = Finding(
        id='finding:"><b>', status="differs", claims=tuple(c.id for c in claims),
        origins=1, speakers=1, text=all_text[0],
        differences=(Difference(aspect="actor", values=(Variant(value=HOSTILE[1], selectors=all_text),)),),
        evidence=evidence("x", HOSTILE[0]),
    )  # fmt: skip
    return Record(
        pages=(page,),
        articles=(article,),
        origins=(
            Origin(id="o", articles=(article.id,), wires=(HOSTILE[0],), evidence=evidence("x", HOSTILE[1])),
        ),
        actors=(speaker,),
        quotes=(
            Quote(id="quote:1", article=article.id, kind="mixed", content=all_text, cue=all_text[1], speaker="actor:x"),
            Quote(id="quote:2", article=article.id, kind="direct", content=all_text[:1], speaker_selector=all_text[1]),
        ),
        places=(
            Place(
                id="p", name=HOSTILE[1], country=None, lat=10.0, lon=10.0, precision='"><b>', gazetteer_id=None,
                mentions=(all_text[0],),
            ),
        ),
        claims=claims,
        findings=(finding,),
        stories=(
            Story(
                id="s", headline=Selector.of(page, 0, len(lines[0][1])), articles=(article.id,), first=None, last=None,
                where="p",
            ),
        ),
        timeline=(Entry(date="2025-01-02", precision="day", refs=(), text=all_text[0]),),
        brief=(Statement(text=HOSTILE[0] + HOSTILE[6], finding=finding.id, selectors=all_text),),
        warnings=(HOSTILE[1],),
    )  # fmt: skip
