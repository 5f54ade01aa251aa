"""Statements on what is reported: by how many origins, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.briefs.wording import clause, number_word, origin_names, quotation, report_names, sentence
from twosource.model import Actor, Claim, Finding, Quote, Record, Selector, Statement

SAID = frozenset({
    "say", "says", "said", "tell", "tells", "told", "add", "adds", "added", "state", "states", "stated", "note",
    "notes", "noted", "declare", "declared",
})  # fmt: skip
"""Cues after which content can be given with "said that"; of "urged" or "called for" the whole sentence is quoted."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the parts of the record that it rests on."""

    finding: Finding
    claims: Sequence[Claim]
    record: Record
    small: frozenset[str]

    @property
    def articles(self) -> list[str]:
        """Its articles, each once, in order."""
        return list(dict.fromkeys(c.article for c in self.claims))


def reported(finding: Finding, record: Record, claims: dict[str, Claim], small: frozenset[str]) -> Statement:
    """The finding in one sentence that says who reports it, on every passage that it rests on."""
    told = Told(finding, [claims[c] for c in finding.claims], record, small)
    selectors = tuple(dict.fromkeys([finding.text, *(c.selector for c in told.claims)]))
    return Statement(text=sentence(_who(told), _what(told)), finding=finding.id, selectors=selectors)


def _who(told: Told) -> str:
    names = report_names(told.record, told.articles)
    if told.finding.origins > 1:
        names = origin_names(told.record, [c.origin for c in told.claims]) or names
        count = number_word(told.finding.origins).capitalize()
        return f"{count} {'independent ' * _independent(told)}origins ({names}) report"
    if len(told.record.articles) == 1:
        return f"{names} reports"
    if len(told.articles) > 1:
        return f"One origin, printed in {number_word(len(told.articles))} reports ({names}), has it"
    return f"Only {names} reports"


def _independent(told: Told) -> bool:
    """Whether each of the finding's origins is independent of the others, shown or inferred."""
    origins = {o.id: o.independence for o in told.record.origins}
    return all(origins.get(c.origin, "unknown") != "unknown" for c in told.claims)


def _what(told: Told) -> str:
    spoken = _spoken(told)
    if spoken:
        return spoken
    whole = _sentence(told, told.finding.text)
    opens = told.finding.text.start == whole.start  # from within a sentence it may be half of one
    words = (clause(told.finding.text.exact, told.small) if opens else None) or clause(whole.exact, told.small)
    return f"that {words}" if words and not _opens_pointing(words) else f"this: {quotation(whole.exact)}"


def _spoken(told: Told) -> str | None:
    """That someone said it, where all that speak in the finding are one and the same."""
    quotes = {q.id: q for q in told.record.quotes}
    found = [(c, quotes[c.ref]) for c in told.claims if c.kind == "quote" and c.ref in quotes]
    speakers = {q.speaker for _, q in found}
    actor = next((a for a in told.record.actors if {a.id} == speakers), None)
    if actor is None or {c.article for c, _ in found} != set(told.articles):
        return None
    claim, quote = min(found, key=lambda f: (f[1].kind == "mixed", -len(f[0].selector.exact), f[0].selector))
    return _in_words(actor, claim.selector, quote, told.small)


def _in_words(actor: Actor, at: Selector, quote: Quote, small: frozenset[str]) -> str | None:
    cue = quote.cue.exact.split()[0].lower() if quote.cue and quote.cue.exact.split() else "said"
    if quote.polarity != "said" or cue not in SAID:
        return None
    if quote.kind == "direct":
        return f"that {actor.name} said: {quotation(at.exact)}"
    words = clause(at.exact, small)
    return f"that {actor.name} said that {words}" if words else None


def _sentence(told: Told, at: Selector) -> Selector:
    """The whole sentence around `at`: the longest claim of the record that covers it."""
    around = [c.selector for c in told.record.claims if c.selector.covers(at)]
    return max(around, key=lambda s: (s.end - s.start, -s.start), default=at)


def _opens_pointing(words: str) -> bool:
    return words.split(maxsplit=1)[0].lower() in {
        "he",
        "she",
        "it",
        "they",
        "this",
        "these",
        "those",
        "we",
        "i",
        "his",
        "her",
        "their",
    }
