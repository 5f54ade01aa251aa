"""Statements on what is reported: by how many origins, and in whose words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.briefs.cited import CITING, origins_citing, other_numbers
from twosource.briefs.clauses import clause, ends_open, is_heading, is_own, leans, without_lead
from twosource.briefs.marks import quotation
from twosource.briefs.open_ends import goes_on
from twosource.briefs.pronouns import PRONOUNS, agrees, instead, speaker_named
from twosource.briefs.reports import Reports
from twosource.briefs.spoken import in_words, main_quote, spoken_words, whole_quote, within
from twosource.briefs.wording import listing, number_word, origin_names, report_names, sentence
from twosource.model import Actor, Claim, Finding, Quote, Selector, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the claims that it rests on."""

    finding: Finding
    claims: Sequence[Claim]
    reports: Reports

    @property
    def articles(self) -> list[str]:
        """Its articles, each once, in order."""
        return list(dict.fromkeys(c.article for c in self.claims))


def reported(finding: Finding, reports: Reports) -> Statement:
    """The finding in one sentence that says who reports it, on every passage that it rests on."""
    told = Told(finding, [reports.claims[c] for c in finding.claims], reports)
    selectors = tuple(dict.fromkeys([finding.text, *(c.selector for c in told.claims)]))
    spoken = _one_speaker(told)
    text = _relayed(told, spoken) if spoken else _with_who(told, _what(told))
    return Statement(text=text, finding=finding.id, selectors=selectors)


def headed(finding: Finding, reports: Reports) -> Statement:
    """What reports say in their headlines alone, quoted: a headline leaves out words that a sentence needs."""
    told = Told(finding, [reports.claims[c] for c in finding.claims], reports)
    selectors = tuple(dict.fromkeys([finding.text, *(c.selector for c in told.claims)]))
    text = _with_who(told, f"in their headlines: {quotation(reports.sentence(finding.text).exact)}")
    return Statement(text=text, finding=finding.id, selectors=selectors)


def _relayed(told: Told, words: str) -> str:
    """That several origins give the words of one speaker, or one origin does."""
    origins = told.finding.origins
    if origins < 2:
        return _with_who(told, f"that {words}")
    names = origin_names(told.reports.record, [c.origin for c in told.claims])
    names = f"{names[:1].upper()}{names[1:]}" if " of " in names.split(" and ")[0] else names
    together = "both" if origins == len(("one", "two")) else "all"
    end = f" ({number_word(origins)} origins, one speaker)" if told.finding.speakers == 1 else ""
    return sentence(names, together, f"report that {words}{end}")


def _with_who(told: Told, words: str) -> str:
    """The words after those who report them."""
    return sentence(_who(told, words), words)


def _who(told: Told, words: str) -> str:
    record = told.reports.record
    names = report_names(record, told.articles)
    if told.finding.origins > 1:
        known = origins_citing(told.claims, told.reports, words) or [names]
        names = "; ".join(known) if any(CITING in name for name in known) else listing(known)
        count = number_word(told.finding.origins).capitalize()
        return f"{count} {'independent ' * _independent(told)}origins ({names}) report"
    if len(record.articles) == 1:
        return f"{names} reports"
    if len(told.articles) > 1:
        return f"One origin, printed in {number_word(len(told.articles))} reports ({names}), reports"
    return f"Only {names} reports"


def _independent(told: Told) -> bool:
    """Whether each of the finding's origins is independent of the others, shown or inferred."""
    origins = {o.id: o.independence for o in told.reports.record.origins}
    return all(origins.get(c.origin, "unknown") != "unknown" for c in told.claims)


def _what(told: Told) -> str:
    """What they report: a report's own clause, or what someone says in it, or the sentence in quotation marks."""
    for at in _wordings(told):
        words = own_words(at, told.reports) or spoken_words(at, told.reports, named=told.finding.origins == 1)
        if words:
            return f"that {words}{other_numbers(at, told.claims, told.reports)}"
    whole = told.reports.sentence(told.finding.text)
    quote = main_quote(whole, told.reports)
    content = within(quote, [whole]).content if quote and quote.kind == "direct" else [whole]
    pieces = [s.exact.strip() for s in content]
    return f"these words: {quotation(whole_quote(pieces))}"


def stands_alone(finding: Finding, reports: Reports) -> bool:
    """Whether one of its wordings can be restated: what can only be quoted leans, as a rule, on what went before."""
    told = Told(finding, [reports.claims[c] for c in finding.claims], reports)
    named = finding.origins == 1
    return any(own_words(at, reports) or spoken_words(at, reports, named=named) for at in _wordings(told))


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


def _wordings(told: Told) -> Iterator[Selector]:
    """The sentences of the finding, the clearest first, and then its clearest clause."""
    sentences = (told.reports.sentence(c.selector) for c in told.claims)
    first = told.reports.sentence(told.finding.text)
    yield from dict.fromkeys([first, *sentences] if first == told.finding.text else [told.finding.text, *sentences])


def own_words(at: Selector, reports: Reports) -> str | None:
    """The sentence as the report's own after "that", pronouns that open it or say who speaks named; None for a
    fragment, for a quotation, and where whom it means is not known.
    """
    if main_quote(at, reports) or goes_on(at, reports):
        return None
    text = speaker_named(at, reports)
    bare = without_lead(text) if text else ""
    pronoun = re.split("[’' ]", bare.lower(), maxsplit=1)[0]
    if text is None or pronoun not in PRONOUNS:
        return clause(text, reports, proper=reports.is_name(at)) if text else None
    actor = reports.pronoun(at.page, at.start + len(text) - len(bare))
    first, _, rest = bare.partition(" ")
    if actor is None or first.lower() != pronoun or not agrees(pronoun, actor):
        return None
    return clause(f"{instead(actor, first, reports)} {rest}", reports, proper=True)


def _one_speaker(told: Told) -> str | None:
    """What one and the same person or body says in all of the finding's reports."""
    quotes = [told.reports.quotes[c.ref] for c in told.claims if c.kind == "quote" and c.ref in told.reports.quotes]
    actors = {q.speaker: told.reports.actors[q.speaker] for q in quotes if q.speaker in told.reports.actors}
    named = [a for a in actors.values() if a.named] or list(actors.values())
    if len(named) != 1 or {q.article for q in quotes} != set(told.articles):
        return None
    actor = named[0]
    if any(q.speaker != actor.id and q.kind == "indirect" for q in quotes):
        return None  # the same words in quotation marks are of one speaker, even where "he" is not resolved
    held = [c.selector for c in told.claims]
    quotes = [within(q, held) for q in quotes if q.speaker == actor.id]
    best = sorted(quotes, key=lambda q: (q.polarity != quotes[0].polarity, q.kind == "mixed", *_length(q)))
    return next((words for q in best if (words := in_words(actor, q, told.reports))), None) or _in_marks(actor, best)


def _in_marks(actor: Actor, quotes: Sequence[Quote]) -> str | None:
    """That somebody used the words that stand in quotation marks in all of the quotes, the longest of them."""
    marked = [{m[1].strip(" .,").casefold(): m[1].strip(" .,") for m in _MARKED.finditer(_joined(q))} for q in quotes]
    both = set(marked[0]).intersection(*marked) if marked else set()
    said = max((words for words in both if " " in words), key=lambda words: (len(words), words), default=None)
    return f"{actor.name} used the words {quotation(marked[0][said])}" if said and len(quotes) > 1 else None


_MARKED = re.compile(r"[“\"]([^“”\"]{4,200})[”\"]")


def _joined(quote: Quote) -> str:
    return " ".join(s.exact for s in quote.content)


def _length(quote: Quote) -> tuple[int, Selector]:
    """Longest first, up to what a reader reads at a glance."""
    return -min(sum(s.end - s.start for s in quote.content), GLANCE), quote.content[0]


GLANCE = 180
"""Characters of a quotation that a reader takes in at a glance."""
