"""What a page of a record shows, worked out once for HTML and Markdown: labels, passages, groups. No markup here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from twosource.formats.shown import (
    OriginView,
    Passage,
    ReportView,
    SpeakerView,
    Telling,
    copies,
    cut,
    letters,
    one_line,
)
from twosource.model import Actor, Claim, Finding, Origin, Place, Quote, Record, Selector, Status

CONTEXT = 90
"""Characters of the page shown on either side of a passage."""
GONE = "x"
"""The letter of reports that were withdrawn: no origin's, for these are capitals."""
_NEAR = 4 * CONTEXT
"""Characters looked at for them: a page may be one line of ten million."""

STATUS_WORDS: dict[Status, str] = {
    "corroborated": "Corroborated",
    "updated": "Updated or corrected",
    "differs": "The reports differ",
    "single_origin": "On one origin only",
}


class RecordView:
    """A record with everything looked up that a page of it needs."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._pages = {page.id: page for page in record.pages}
        self._articles = {article.id: article for article in record.articles}
        self._claims = {claim.id: claim for claim in record.claims}
        self._actors = {actor.id: actor for actor in record.actors}

    @cached_property
    def origins(self) -> tuple[OriginView, ...]:
        """The origins in the order of the record, lettered A, B, …; an article is of the first that lists it whole."""
        taken: set[str] = set()
        views = []
        for number, origin in enumerate(self.record.origins):
            partial = {s.page for s in origin.passages}
            whole = [
                a
                for a in origin.articles
                if a not in taken and self._articles[a].page not in partial and self._articles[a].standing != "replaced"
            ]
            taken.update(whole)
            letter = letters(number)
            reports = tuple(self._report(a, letter, n, len(whole)) for n, a in enumerate(whole, 1))
            views.append((letter, origin, reports))
        views.extend(self._without_origin(taken, len(views)))
        by_article = {r.article.id: r for _, _, reports in views for r in reports}
        return tuple(
            OriginView(
                letter=letter,
                origin=origin,
                reports=reports,
                carriers=tuple(
                    by_article[a] for a in origin.articles if a in by_article and by_article[a] not in reports
                ),
            )
            for letter, origin, reports in views
        )

    def _without_origin(self, taken: set[str], number: int) -> Iterator[tuple[str, Origin, tuple[ReportView, ...]]]:
        """A letter of its own for each article that no origin lists whole, as in the record of one article alone."""
        rest = [a.id for a in self.record.articles if a.id not in taken and a.standing == "current"]
        for n, article in enumerate(rest, number):
            yield letters(n), Origin(id=article, articles=(article,)), (self._report(article, letters(n), 1, 1),)

    def _report(self, article_id: str, letter: str, number: int, of: int) -> ReportView:
        article = self._articles[article_id]
        label = f"{letter}{number}" if of > 1 else letter
        return ReportView(label=label, letter=letter, article=article, page=self._pages[article.page])

    @cached_property
    def reports(self) -> tuple[ReportView, ...]:
        """All reports that stand, by origin."""
        return tuple(report for origin in self.origins for report in origin.reports)

    @cached_property
    def earlier(self) -> tuple[ReportView, ...]:
        """The texts that stand no more: earlier versions, and reports that were withdrawn."""
        known = {report.article.id: report for report in self.reports}
        lasting = self._lasting()
        found = []
        for article in self.record.articles:
            now = known.get(lasting.get(article.id, article.id))
            if article.id not in known:
                letter = now.letter if now else GONE
                label = f"{now.label if now else GONE}-v{article.version}"
                view = ReportView(label=label, letter=letter, article=article, page=self._pages[article.page])
                found.append(view)
        return tuple(_apart(found))

    def _lasting(self) -> dict[str, str]:
        """Of each article that was changed the one that its page ended in."""
        last: dict[str, str] = {}
        for revision in reversed(self.record.revisions):
            last.setdefault(revision.before, last.get(revision.after, revision.after))
        return last

    @cached_property
    def shown(self) -> tuple[ReportView, ...]:
        """All texts that passages can be shown in: what stands, then what stood."""
        return (*self.reports, *self.earlier)

    def report(self, article: str) -> ReportView:
        """The report of an article."""
        return self._by_article[article]

    @cached_property
    def _by_article(self) -> dict[str, ReportView]:
        return {report.article.id: report for report in self.shown}

    @cached_property
    def _by_page(self) -> dict[str, ReportView]:
        return {report.page.id: report for report in reversed(self.shown)}

    def report_of(self, page: str) -> ReportView:
        """The report with this page that links lead to: the first, where outlets share one text to the byte."""
        return self._by_page[page]

    def passage(self, selector: Selector) -> Passage:
        """The passage of a selector with its surroundings, cut at the block it stands in."""
        report = self.report_of(selector.page)
        blocks = report.article.blocks
        block = blocks[max(0, bisect_right(blocks, selector.start, key=lambda b: b.start) - 1)] if blocks else None
        low, high = (block.start, block.end) if block else (selector.start, selector.end)
        low, high = max(low, selector.start - _NEAR), min(high, selector.end + _NEAR)
        text = report.page.text
        return Passage(
            report=report,
            letter=self._letter_of(selector) or report.letter,
            selector=selector,
            before=cut(text[low : selector.start], CONTEXT, keep_end=True),
            exact=one_line(selector.exact),
            after=cut(text[selector.end : high], CONTEXT),
        )

    def passages(self, selectors: Iterable[Selector]) -> list[Passage]:
        """The passages of several selectors by origin, report and place; no clause beside the sentence it is of."""
        order = {report.page.id: n for n, report in enumerate(self.shown)}
        letter = {GONE: len(self.origins)} | {origin.letter: n for n, origin in enumerate(self.origins)}
        found = map(self.passage, _outermost(selectors))
        return sorted(found, key=lambda p: (letter[p.letter], order[p.selector.page], p.selector.start, p.selector.end))

    def _letter_of(self, selector: Selector) -> str | None:
        """The letter of the origin that the claim in these words has, or whose passages they lie in."""
        return self._claimed.get(selector) or next(
            (letter for passage, letter in self._carried.get(selector.page, ()) if passage.covers(selector)), None
        )

    @cached_property
    def _claimed(self) -> dict[Selector, str]:
        letter = {origin.origin.id: origin.letter for origin in self.origins}
        return {c.selector: letter[c.origin] for c in self.record.claims if c.origin in letter}

    @cached_property
    def _carried(self) -> dict[str, list[tuple[Selector, str]]]:
        found: dict[str, list[tuple[Selector, str]]] = {}
        for origin in self.origins:
            for passage in origin.origin.passages:
                found.setdefault(passage.page, []).append((passage, origin.letter))
        return found

    def claim(self, claim: str) -> Claim:
        """The claim with this id."""
        return self._claims[claim]

    def claims_of(self, finding: Finding) -> list[Passage]:
        """The passages of a finding's claims."""
        return self.passages(self._claims[c].selector for c in finding.claims)

    def findings(self, *statuses: Status) -> list[Finding]:
        """The findings of these statuses, in the order of the record."""
        return [f for f in self.record.findings if f.status in statuses]

    def speaker_of(self, finding: Finding) -> str | None:
        """Who said it, where all claims of a finding are asserted by one actor."""
        by = {self._claims[c].asserted_by for c in finding.claims}
        return self.actor_name(by.pop()) if len(by) == 1 and "article" not in by else None

    def actor_name(self, actor: str | None) -> str | None:
        """The name of an actor by id."""
        return self._actors[actor].name if actor in self._actors else None

    @cached_property
    def speakers(self) -> list[SpeakerView]:
        """The quotes by speaker: named ones first, those with most quotes first, at the end what has no speaker.

        Those whom reports call by the same words ("police") stand under one heading, though nobody can say that they
        are the same.
        """
        groups: dict[str | None, list[Quote]] = {}
        alike: dict[str, str] = {}
        for quote in self.record.quotes:
            actor = self._actors.get(quote.speaker or "")
            shown = None if actor is None else actor.id if actor.named else alike.setdefault(_plain(actor), actor.id)
            groups.setdefault(shown, []).append(quote)
        order = sorted(groups, key=lambda a: (a is None, a is not None and not self._actors[a].named, -len(groups[a])))
        return [self._speaker(self._actors[a] if a else None, groups[a]) for a in order]

    def _speaker(self, actor: Actor | None, quotes: list[Quote]) -> SpeakerView:
        offices = Counter(one_line(o.title) for o in actor.offices) if actor else Counter()
        return SpeakerView(
            name=one_line(actor.name) if actor else "Speaker not told",
            named=actor is not None and actor.named,
            offices=tuple(title for title, _ in offices.most_common(2)),
            quotes=tuple(quotes),
            actor=actor.id if actor else "",
        )

    def tellings(self, speaker: SpeakerView) -> list[Telling]:
        """What a speaker said, the same words in copies of one text once."""
        passages = [self.passage(quote.content[0]) for quote in speaker.quotes]
        words = [(q.kind, *(one_line(c.exact) for c in q.content)) for q in speaker.quotes]
        return [
            Telling(quote=speaker.quotes[first], passage=passages[first], copies=[passages[n] for n in others])
            for first, *others in copies(passages, words)
        ]

    @cached_property
    def located(self) -> list[Place]:
        """The places with coordinates."""
        return [p for p in self.record.places if p.lat is not None and p.lon is not None]

    @cached_property
    def places(self) -> list[Place]:
        """The places with coordinates, most often named first; countries and wide areas only where nothing is finer."""
        fine = [p for p in self.located if p.precision not in ("country", "area")] or self.located
        return sorted(fine, key=lambda p: (-len(p.mentions), p.name))

    def marked(self) -> Iterator[tuple[Finding, Selector]]:
        """Every passage of a finding that is to be marked in the reports."""
        for finding in self.record.findings:
            for claim in finding.claims:
                yield finding, self._claims[claim].selector


def _apart(reports: Iterable[ReportView]) -> Iterator[ReportView]:
    """The reports, those of one label numbered: two withdrawn ones, or captures that differ in trifles only."""
    seen: Counter[str] = Counter()
    for report in reports:
        seen[report.label] += 1
        count = seen[report.label]
        yield report if count == 1 else replace(report, label=f"{report.label}.{count}")


def _plain(actor: Actor) -> str:
    """The words for someone unnamed, without article and capitals: "The police", "police"."""
    return re.sub(r"^(?:the|an?) ", "", one_line(actor.name).lower())


def _outermost(selectors: Iterable[Selector]) -> list[Selector]:
    """Those that lie in no other, in the order of pages and places."""
    kept: list[Selector] = []
    for selector in sorted(set(selectors), key=lambda s: (s.page, s.start, -s.end)):
        if not (kept and kept[-1].covers(selector)):
            kept.append(selector)
    return kept
