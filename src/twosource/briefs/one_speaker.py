"""What one and the same person or body says in all reports of a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.briefs.backing import backers
from twosource.briefs.marks import quotation
from twosource.briefs.restated import Told
from twosource.briefs.spoken import in_words, within
from twosource.model import Actor, Quote, Selector

GLANCE = 180
"""Characters of a quotation that a reader takes in at a glance."""
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
    backed = (q for q in best if len(backers(q.content[0], told.claims, told.reports)) == len(told.origins))
    return next((words for q in backed if (words := in_words(actor, q, told.reports))), None) or _in_marks(actor, best)


def _in_marks(actor: Actor, quotes: Sequence[Quote]) -> str | None:
    """That somebody used the words that stand in quotation marks in all of the quotes, the longest of them."""
    marked = [{m[1].strip(" .,").casefold(): m[1].strip(" .,") for m in _MARKED.finditer(_joined(q))} for q in quotes]
    both = set(marked[0]).intersection(*marked) if marked else set()
    said = max((words for words in both if " " in words), key=lambda words: (len(words), words), default=None)
    return f"{actor.name} used the words {quotation(marked[0][said])}" if said and len(quotes) > 1 else None


def _joined(quote: Quote) -> str:
    return " ".join(s.exact for s in quote.content)


def _length(quote: Quote) -> tuple[int, Selector]:
    """Longest first, up to what a reader reads at a glance."""
    return -min(sum(s.end - s.start for s in quote.content), GLANCE), quote.content[0]
