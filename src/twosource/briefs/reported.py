"""Statements on what is reported: by how many origins, and in whose words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.briefs.clauses import clause, ends_open, is_heading, is_own, keeps_capital, leans, without_lead
from twosource.briefs.marks import quotation
from twosource.briefs.open_ends import goes_on, is_gapped
from twosource.briefs.pronouns import PRONOUNS, agrees, speaker_named
from twosource.briefs.reports import Reports
from twosource.briefs.wording import number_word, origin_names, report_names, sentence
from twosource.model import Actor, Claim, Finding, Quote, Selector, Statement

SAID = frozenset({
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "add", "adds", "added", "adding", "state",
    "states", "stated", "note", "notes", "noted", "according", "tweeted", "wrote", "writes", "explained", "replied",
})  # fmt: skip
"""Cues for which "said" can stand."""
WITH_THAT = frozenset({
    "warned", "insisted", "claimed", "argued", "confirmed", "announced", "promised", "predicted", "conceded",
    "admitted",
    "acknowledged", "alleged", "suggested", "estimated", "believed", "complained", "declared",
    "denied",
})  # fmt: skip
"""Cues that stay as they are, before content that opens with "that"."""
MOSTLY = 0.5
"""Part of a sentence that is quoted content from which it is told as its speaker's words."""


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
    text = _relayed(told, spoken) if spoken else sentence(_who(told), _what(told))
    return Statement(text=text, finding=finding.id, selectors=selectors)


def _relayed(told: Told, words: str) -> str:
    """That several origins give the words of one speaker, or one origin does."""
    origins = told.finding.origins
    if origins < 2:
        return sentence(_who(told), f"that {words}")
    names = origin_names(told.reports.record, [c.origin for c in told.claims])
    names = f"{names[:1].upper()}{names[1:]}" if " of " in names.split(" and ")[0] else names
    together = "both" if origins == len(("one", "two")) else "all"
    end = f" ({number_word(origins)} origins, one speaker)" if told.finding.speakers == 1 else ""
    return sentence(names, together, f"report that {words}{end}")


def _who(told: Told) -> str:
    record = told.reports.record
    names = report_names(record, told.articles)
    if told.finding.origins > 1:
        names = origin_names(record, [c.origin for c in told.claims]) or names
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
            return f"that {words}"
    whole = told.reports.sentence(told.finding.text)
    quote = _main_quote(whole, told.reports)
    pieces = [s.exact.strip() for s in quote.content] if quote and quote.kind == "direct" else [whole.exact]
    return f"these words: {quotation(_whole(pieces))}"


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
    if _main_quote(at, reports) or goes_on(at, reports):
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
    return clause(f"{_named(actor, first, reports)} {rest}", reports, proper=True)


_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_ARTICLES = frozenset({"a", "an", "the", "one", "some", "two", "three", "several", "his", "her", "their", "its"})


def _named(actor: Actor, pronoun: str, reports: Reports) -> str:
    name = _shown(actor, reports)
    if pronoun.lower() not in _POSSESSIVE:
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _shown(actor: Actor, reports: Reports) -> str:
    """The actor's name; of one that is not named the words for him or her: "a spokeswoman", "lawmakers"."""
    first, _, rest = actor.name.partition(" ")
    if first[:1].islower() and first not in _ARTICLES and not actor.name.endswith("s"):
        return f"the {actor.name}"
    if actor.named or keeps_capital(actor.name.split(), reports):
        return actor.name
    return f"{first.lower()} {rest}".strip()


def spoken_words(at: Selector, reports: Reports, *, named: bool) -> str | None:
    """What someone says in the sentence; `named`: with who says it, as a denial always is."""
    quote = _main_quote(at, reports)
    if quote is None:
        return None
    actor = reports.actors.get(quote.speaker or "")
    if named or quote.polarity == "denied":
        return _in_words(actor, quote, reports) if actor else None
    content = quote.content[0]
    if quote.kind != "indirect":
        return None
    if content.exact.removeprefix("that ").split(maxsplit=1)[0].lower() in PRONOUNS:
        return _in_words(actor, quote, reports) if actor else None
    return clause(content.exact, reports, proper=reports.is_name(content))


def _main_quote(at: Selector, reports: Reports) -> Quote | None:
    """The quote whose content is most of the sentence and whose cue lets it be retold."""
    for quote in reports.quotes_in(at):
        length = sum(min(s.end, at.end) - s.start for s in quote.content if s.start < at.end)
        if length >= MOSTLY * (at.end - at.start) and _cue(quote) is not None:
            return quote
    return None


def _cue(quote: Quote) -> str | None:
    """The word for the saying in the statement; None where the content is no clause after such a word.

    What is broken by its speaker ("which | she said | was a mistake") is none, but for words in quotation marks.
    """
    if quote.kind != "direct" and len(quote.content) > 1:
        return None
    cue = next((w for w in (quote.cue.exact.lower().split() if quote.cue else []) if w in SAID | WITH_THAT), None)
    if quote.polarity == "denied":
        return "denied" if quote.content[0].exact.startswith("that ") else None
    if cue in WITH_THAT and quote.content[0].exact.startswith("that "):
        return cue
    return "said" if cue in SAID or quote.cue is None else None


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
    quotes = [q for q in quotes if q.speaker == actor.id]
    best = sorted(quotes, key=lambda q: (q.polarity != quotes[0].polarity, q.kind == "mixed", *_length(q)))
    return next((words for q in best if (words := _in_words(actor, q, told.reports))), None)


def _length(quote: Quote) -> tuple[int, Selector]:
    """Longest first, up to what a reader reads at a glance."""
    return -min(sum(s.end - s.start for s in quote.content), GLANCE), quote.content[0]


def _whole(pieces: Sequence[str]) -> str:
    """The pieces of a divided quotation in one: a full stop where one ends and the next opens a sentence."""
    joined = pieces[0]
    for piece in pieces[1:]:
        stops = joined[-1:] in (".", "!", "?", "…")
        joined = joined.rstrip(",") + ("" if stops else "." if piece[:1].isupper() else ",") + " " + piece
    return joined


GLANCE = 180
"""Characters of a quotation that a reader takes in at a glance."""


def _in_words(actor: Actor, quote: Quote, reports: Reports) -> str | None:
    """The words with their speaker: "Agnes Roe said the road was closed", "… denied that …"; None for no clause."""
    cue = _cue(quote)
    if cue is None or quote.polarity == "not_said" or is_gapped(quote, reports):
        return None
    name = _shown(actor, reports)
    if quote.kind == "direct" and not quote.content[0].exact.startswith("that "):
        return f"{name} said: {quotation(_whole([s.exact.strip() for s in quote.content]))}"
    words = _content(quote, actor, reports)
    if words is None:
        return None
    that = "" if cue == "said" else "that "
    return f"{name} {cue} {that}{words}"


def _content(quote: Quote, speaker: Actor, reports: Reports) -> str | None:
    """The content as a clause; a pronoun at its head that means another than the speaker is named, or tells nothing."""
    at = quote.content[0]
    that, text = ("that ", at.exact[5:]) if at.exact.startswith("that ") else ("", at.exact)
    first, _, rest = text.partition(" ")
    meant = reports.pronoun(at.page, at.start + len(that))
    if first.lower() not in PRONOUNS or (agrees(first, speaker) and (meant is None or meant == speaker)):
        words = clause(at.exact, reports, proper=reports.is_name(at))
        return None if words and _again_said(words) else words
    if meant is None or not agrees(first, meant):
        return None
    return clause(f"{_named(meant, first, reports)} {rest}", reports, proper=True)


def _again_said(words: str) -> bool:
    """Whether the content begins with another "she said"."""
    first, second = words.lower().split()[:2]
    return first in PRONOUNS and second.strip(",") in SAID
