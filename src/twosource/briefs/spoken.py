"""What someone says in a report, with his name, as a statement can relay it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.briefs.clauses import clause
from twosource.briefs.marks import quotation
from twosource.briefs.open_ends import has_verb, is_gapped
from twosource.briefs.pronouns import PRONOUNS, agrees, early_pronoun, instead, shown
from twosource.briefs.reports import Reports
from twosource.briefs.wording import report_name
from twosource.model import Actor, Quote, Selector
from twosource.vocab.word_sets import word_set

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
SHORTEST = 3
"""Words of a quotation that tells something; what is shorter can be a title."""
MOSTLY = 0.5
"""Part of a sentence that is quoted content from which it is told as its speaker's words."""


_NEXT = re.compile(r" ([a-z]\w{0,30})")


def spoken_words(at: Selector, reports: Reports, *, named: bool) -> str | None:
    """What someone says in the sentence; `named`: with who says it, as a denial always is."""
    quote = main_quote(at, reports)
    if quote is None:
        return None
    actor = reports.actors.get(quote.speaker or "")
    if named or quote.polarity == "denied":
        return in_words(actor, quote, reports) if actor else None
    content = quote.content[0]
    if quote.kind != "indirect":
        return None
    if content.exact.removeprefix("that ").split(maxsplit=1)[0].lower() in PRONOUNS:
        return in_words(actor, quote, reports) if actor else None
    return clause(content.exact, reports, proper=reports.is_name(content))


def main_quote(at: Selector, reports: Reports) -> Quote | None:
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
    return "said" if cue in SAID or quote.cue is None or quote.kind == "direct" else None  # whoever growls says it


def whole_quote(pieces: Sequence[str]) -> str:
    """The pieces of a divided quotation in one: a full stop where one ends and the next opens a sentence."""
    joined = pieces[0]
    for piece in pieces[1:]:
        stops = joined[-1:] in (".", "!", "?", "…")
        joined = joined.rstrip(",") + ("" if stops else "." if piece[:1].isupper() else ",") + " " + piece
    return joined


def within(quote: Quote, held: Sequence[Selector]) -> Quote:
    """The quote with what these passages hold of its words: the other report may give one sentence of several."""
    pieces = (_cut(piece, at) for piece in quote.content for at in held)
    content = tuple(dict.fromkeys(piece for piece in pieces if piece))
    return replace(quote, content=content) if quote.kind == "direct" and content else quote


def _cut(piece: Selector, at: Selector) -> Selector | None:
    start, end = max(piece.start, at.start), min(piece.end, at.end)
    if piece.page != at.page or start >= end:
        return None
    exact = piece.exact[start - piece.start : end - piece.start]
    return Selector(page=piece.page, start=start, end=end, exact=exact)


def in_words(actor: Actor, quote: Quote, reports: Reports) -> str | None:
    """The words with their speaker: "Agnes Roe said the road was closed", "… denied that …"; None for no clause."""
    cue = _cue(quote)
    if cue is None or quote.polarity == "not_said" or is_gapped(quote, reports):
        return None
    name = with_article(shown(actor, reports), actor, quote, reports)
    if quote.kind == "direct" and not quote.content[0].exact.startswith("that "):
        said = whole_quote([s.exact.strip() for s in quote.content])
        return f"{name} said: {quotation(said)}" if len(said.split()) >= SHORTEST else None
    words = _content(quote, actor, reports)
    if words is None:
        return None
    if cue == "said" and is_outlet(actor, quote, reports):
        return words
    that = "" if cue == "said" else "that "
    if actor.kind != "person" and words.casefold().startswith(f"{actor.name.casefold()} "):
        words = f"it{words[len(actor.name) :]}"  # "the firm said the firm will close"
    return f"{name} {cue} {that}{words}"


def is_outlet(speaker: Actor, quote: Quote, reports: Reports) -> bool:
    """Whether the report gives its own outlet's words: "the Halden Courier said" in the Halden Courier."""
    article = reports.articles.get(quote.article)
    outlet = report_name(article, reports.pages[article.page]) if article else ""
    return speaker.name.casefold().removeprefix("the ") == outlet.casefold().removeprefix("the ")


def with_article(name: str, actor: Actor, quote: Quote, reports: Reports) -> str:
    """The name with the article that the report writes: "the White House", here or where it has the whole name."""
    written = quote.speaker_selector.exact if quote.speaker_selector else ""
    first, _, rest = " ".join(written.split()).partition(" ")
    here = first.lower() == "the" and rest == name
    elsewhere = (
        actor.kind != "person" and rest != name and any(_after_the(m.selector, name, reports) for m in actor.mentions)
    )
    return f"the {name}" if here or elsewhere else name


def _after_the(at: Selector, name: str, reports: Reports) -> bool:
    """Whether a report writes that name right after "the", and no noun right after it: "the Harbour Watch chief"."""
    if at.exact != name or at.page not in reports.pages:
        return False
    text = reports.pages[at.page].text
    noun = _NEXT.match(text, at.end)
    return text[max(0, at.start - 4) : at.start].lower() in ("the ", "the\n") and not (noun and not _follows(noun[1]))


def _follows(word: str) -> bool:
    """Whether a word after a name is no part of it: a verb, an auxiliary, a preposition."""
    return word in word_set("words of a sentence") | word_set("auxiliaries") or has_verb([word])


def _content(quote: Quote, speaker: Actor, reports: Reports) -> str | None:
    """The content as a clause; a pronoun at its head that means another than the speaker is named, or tells nothing."""
    at = quote.content[0]
    that, text = ("that ", at.exact[5:]) if at.exact.startswith("that ") else ("", at.exact)
    first, _, rest = text.partition(" ")
    meant = reports.pronoun(at.page, at.start + len(that))
    early = early_pronoun(at.exact)
    if early and reports.pronoun(at.page, at.start + early) not in (None, speaker):
        return None
    if first.lower() not in PRONOUNS or (agrees(first, speaker) and (meant is None or meant == speaker)):
        words = clause(at.exact, reports, proper=reports.is_name(at))
        return None if words and _again_said(words) else words
    if meant is None or not agrees(first, meant):
        return None
    return clause(f"{instead(meant, first, reports)} {rest}", reports, proper=True)


def _again_said(words: str) -> bool:
    """Whether the content begins with another "she said"."""
    first, second = words.lower().split()[:2]
    return first in PRONOUNS and second.strip(",") in SAID
