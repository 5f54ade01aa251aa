"""A finding's words as a statement can restate them: which of them, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from twosource.briefs.clauses import clause, ends_open, is_heading, is_own, leans, without_lead
from twosource.briefs.marks import quotation
from twosource.briefs.open_ends import goes_on
from twosource.briefs.pronouns import PRONOUNS, agrees, early_pronoun, instead, speaker_named
from twosource.briefs.reports import Reports
from twosource.briefs.spoken import main_quote, spoken_words, whole_quote, within
from twosource.model import Claim, Finding, Selector


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the claims that it rests on, or those of one of its origins."""

    finding: Finding
    claims: Sequence[Claim]
    reports: Reports

    @property
    def articles(self) -> list[str]:
        """Its articles, each once, in order."""
        return list(dict.fromkeys(c.article for c in self.claims))

    @property
    def origins(self) -> list[str]:
        """Its origins, each once, in order."""
        return list(dict.fromkeys(c.origin for c in self.claims))

    def of(self, *origins: str) -> Told:
        """What these origins tell of it."""
        return Told(self.finding, [c for c in self.claims if c.origin in origins], self.reports)


class Restated(NamedTuple):
    """Words of a report, and how they stand after "report that"."""

    at: Selector
    words: str


def told(finding: Finding, reports: Reports) -> Told:
    """The finding with its claims."""
    return Told(finding, [reports.claims[c] for c in finding.claims], reports)


def restated(one: Told, *, named: bool) -> Iterator[Restated]:
    """Its wordings that can be restated, the clearest first; `named`: with whoever says them."""
    for at in _wordings(one):
        words = own_words(at, one.reports) or spoken_words(at, one.reports, named=named)
        if words:
            yield Restated(at, words)


def quoted(one: Told) -> str:
    """Its clearest sentence in quotation marks; of one that is mostly a quotation only that."""
    return quotation(whole_quote([s.exact.strip() for s in _said(one)]))


def only_headed(one: Told) -> bool:
    """Whether it stands in headlines alone."""
    return all(one.reports.in_headline(c.selector) for c in one.claims)


def leans_on(one: Told) -> bool:
    """Whether even between quotation marks nobody could tell whom or what its words are about: "They will leave"."""
    words = _said(one)[0].exact.split()
    return len(words) < 2 or words[0].lower() in PRONOUNS or words[0][0] in "([" or leans("", words)


def _said(one: Told) -> Sequence[Selector]:
    whole = one.reports.sentence(_clearest(one))
    quote = main_quote(whole, one.reports)
    return within(quote, [whole]).content if quote and quote.kind == "direct" else [whole]


def stands_alone(finding: Finding, reports: Reports) -> bool:
    """Whether one of its wordings can be restated: what can only be quoted leans, as a rule, on what went before."""
    one = told(finding, reports)
    return any(True for named in (True, False) for _ in restated(one, named=named))


def tells_nothing(finding: Finding, reports: Reports) -> bool:
    """Whether its words can only be quoted, and nobody could tell what they are about: "Both were charged"."""
    whole = reports.sentence(finding.text)
    if stands_alone(finding, reports) or any(reports.claims[c].kind == "quote" for c in finding.claims):
        return False
    words = whole.exact.split()
    faulty = (
        any(fault(whole.exact, words) for fault in (ends_open, leans, is_own, is_heading)) if len(words) > 1 else True
    )
    return faulty or words[0].lower() in PRONOUNS or words[0][0] in "(["


def _clearest(one: Told) -> Selector:
    """The finding's text where these claims hold it, or else the sentence of the longest of them below a headline."""
    text = one.finding.text
    if any(c.selector.overlaps(text) for c in one.claims if c.selector.page == text.page):
        return text
    bodies = [c.selector for c in one.claims if not one.reports.in_headline(c.selector)]
    longest = max(bodies or [c.selector for c in one.claims], key=lambda s: (s.end - s.start, s))
    return one.reports.sentence(longest)


def _wordings(one: Told) -> Iterator[Selector]:
    """The sentences of the finding, the clearest first, then clauses that open one; a headline leaves words out."""
    clearest = _clearest(one)
    sentences = [one.reports.sentence(c.selector) for c in one.claims]
    first = one.reports.sentence(clearest)
    ordered = [first, *sentences] if first == clearest else [clearest, *sentences]
    opening = [c.selector for c, whole in zip(one.claims, sentences, strict=True) if c.selector.start == whole.start]
    yield from (s for s in dict.fromkeys([*ordered, *opening]) if not one.reports.in_headline(s))


def own_words(at: Selector, reports: Reports) -> str | None:
    """The sentence as the report's own after "that", pronouns that open it or say who speaks named; None for a
    fragment, for a quotation, and where whom it means is not known.
    """
    if main_quote(at, reports) or goes_on(at, reports):
        return None
    text = None if early_pronoun(at.exact) else speaker_named(at, reports)
    bare = without_lead(text) if text else ""
    pronoun = re.split("[’' ]", bare.lower(), maxsplit=1)[0]
    if text is None or pronoun not in PRONOUNS:
        return clause(text, reports, proper=reports.is_name(at)) if text else None
    actor = reports.pronoun(at.page, at.start + len(text) - len(bare))
    first, _, rest = bare.partition(" ")
    if actor is None or first.lower() != pronoun or not agrees(pronoun, actor):
        return None
    return clause(f"{instead(actor, first, reports)} {rest}", reports, proper=True)
