"""Questions about reports and those they quote: search, one article, names, all that a name said."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.desk.web import said
from twosource.desk.web.api.desk import Desk, Given, part, report_head, search_of, skipped
from twosource.desk.web.api.problems import NotThere
from twosource.desk.web.api.shapes import ActorList, ArticleOf, Hit, HitList, Run, SaidBy, SaidIn, Seen, Somebody
from twosource.desk.web.find import hits
from twosource.stores.base import View
from twosource.stores.base.articles import words_left_out


def search(desk: Desk, given: Given) -> HitList:
    """The reports that agree with all that is asked."""
    asked = search_of(given)
    with desk.view() as view:
        found = view.find(asked, given["size"], skipped(given))
        shown = [
            Hit(
                report=report_head(hit.row),
                excerpt=tuple(Run(words=words, found=looked) for words, looked in hit.excerpt),
                why=tuple(reason for reason, _ in hit.why),
            )
            for hit in hits(view, asked, found.articles)
        ]
    told = part("/api/search", given, found.count, more=found.more)
    return HitList(part=told, left_out=tuple(words_left_out(asked.words)), reports=tuple(shown))


def article(desk: Desk, given: Given) -> ArticleOf:
    """One report: its page with the whole text, its blocks, what is known of it, its versions."""
    wanted = given["article"]
    with desk.view() as view:
        try:
            (row,) = view.rows_of([wanted])
        except KeyError:
            raise NotThere(f"There is no report {wanted[:60]} on this desk: find it by its words.") from None
        (reading,) = view.readings([wanted])
        versions = tuple(_seen(view, wanted))
    return ArticleOf(article=reading.article, page=reading.page, story=row.story or None, versions=versions)


def _seen(view: View, article: str) -> Iterator[Seen]:
    addresses = sorted({seen.address for seen in view.sightings([article])})
    for seen in view.sightings(view.articles_at(addresses)):
        yield Seen(article=seen.article, retrieved=seen.retrieved)


def actors(desk: Desk, given: Given) -> ActorList:
    """Whom reports quote by name."""
    with desk.view() as view:
        count = view.count_named("speaker", given["name"] or "")
        known = view.named("speaker", given["name"] or "", given["size"], skipped(given))
    found = (
        Somebody(name=one.name, title=one.title, country=one.country, reports=one.articles, quotes=one.times)
        for one in known
    )
    return ActorList(part=part("/api/actors", given, count), actors=tuple(found))


def who(desk: Desk, given: Given) -> SaidBy:
    """What a name is reported to have said, in every story, a part of the reports at a time."""
    with desk.view() as view:
        found = said.said_by(view, given["name"], given["page"])
    reports = (
        SaidIn(report=report_head(one.row), called=one.name, quotes=tuple(saying.quote for saying in one.sayings))
        for one in found.reports
    )
    told = part("/api/who", given, found.found, size=said.REPORTS_A_PAGE)
    return SaidBy(part=told, name=found.name, offices=found.offices, reports=tuple(reports))
