"""What one and the same person or body says in all reports of a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from twosource.briefs.backing import backers
from twosource.briefs.marks import quotation
from twosource.briefs.restated import Told
from twosource.briefs.spoken import in_words, within
from twosource.model import Actor, Quote, Selector

GLANCE = 180
"""Characters of a quotation that a reader takes in at a glance."""
_WORD = re.compile(r"[\w']+")
_MARKED = re.compile(r"[“\"]([^“”\"]{4,200})[”\"]")


def spoken_by_one(told: Told) -> str | None:
    """What one and the same person or body says in all of the finding's reports, in words that all origins back."""
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
    backed = (q for q in best if _is_given_by_all(q, told))
    whole = next((words for q in backed if (words := in_words(actor, q, told.reports))), None)
    return whole or _in_marks(actor, best, told)


def _is_given_by_all(quote: Quote, told: Told) -> bool:
    """Whether every origin gives the words of a direct quotation as they are, or tells most of what others say."""
    if quote.kind == "direct":
        return len(holders(_pieces(quote), told)) == len(told.origins)
    return len(backers(quote.content[0], told.claims, told.reports)) == len(told.origins)


def holders(pieces: Sequence[str], told: Told) -> list[str]:
    """The origins of which a report has these words as they are, capitals and marks aside."""
    pages = {o: {c.selector.page for c in told.claims if c.origin == o} for o in told.origins}
    texts = {o: [_plain(told.reports.pages[page].text) for page in of] for o, of in pages.items()}
    return [o for o, of in texts.items() if any(all(_plain(p) in text for p in pieces) for text in of)]


def _pieces(quote: Quote) -> list[str]:
    return [piece.exact for piece in quote.content]


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """The words alone, in small letters, with a space around each."""
    return f" {' '.join(_WORD.findall(text.lower().replace('’', chr(39))))} "


def _in_marks(actor: Actor, quotes: Sequence[Quote], told: Told) -> str | None:
    """That somebody used the words that stand in quotation marks in one of the quotes and in all of the reports, the
    longest of them.
    """
    found = [m[1].strip(" .,").removeprefix("that ") for q in quotes for m in _MARKED.finditer(_joined(q))]
    shared = [words for words in found if " " in words and len(holders([words], told)) == len(told.origins) > 1]
    said = max(shared, key=lambda words: (len(words), words), default=None)
    return f"{actor.name} used the words {quotation(said)}" if said else None


def _joined(quote: Quote) -> str:
    return " ".join(_pieces(quote))


def _length(quote: Quote) -> tuple[int, Selector]:
    """Longest first, up to what a reader reads at a glance."""
    return -min(sum(s.end - s.start for s in quote.content), GLANCE), quote.content[0]
