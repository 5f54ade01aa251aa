"""Words with their speaker below or beside them: `"..." — Joan Low`, "Two held over raid - police", "'...': farmer"."""

from __future__ import annotations

from twosource.quotes.found import Found, Span
from twosource.quotes.heads import head_of
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import CLOSING, OPENING, Passage
from twosource.quotes.titles import is_title
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.words import DASHES
from twosource.vocab.speech import unnamed_speakers

LONGEST_NAME = 10
"""Words after the dash: "Joan Low, head of the farmers' union of the north"."""
LONGEST_NOUN = 3
"""Words after the dash of a headline: "fire chief"."""


def signed(p: Passage) -> list[Found]:
    """What a whole block says and whom it names for it; empty for most blocks."""
    found = _after_dash(p) or (_before_colon(p) if p.role == "headline" else None)
    return [found] if found else []


def _after_dash(p: Passage) -> Found | None:
    last = len(p) - (bool(p.words) and p.words[-1] == ".")
    near = range(last - 2, max(1, last - LONGEST_NAME), -1)
    dash = next((k for k in near if p.words[k] in DASHES and p.outside(k)), None)
    if dash is None or phrase_after(p, dash + 1, last) != (dash + 1, last):
        return None
    quotation = p.quoted[dash - 1] == CLOSING and p.quoted[0] == OPENING and p.quoted[1] == p.quoted[dash - 2]
    if not (quotation or (p.role == "headline" and _reports(p, dash, last))):
        return None
    return Found("name_after_dash", [Span(p, 0, dash)], 0, None, Span(p, dash, dash + 1), Span(p, dash + 1, last))


def _reports(p: Passage, dash: int, last: int) -> bool:
    """Whether a headline is a clause and ends in a word for a speaker: "... - police"; not "... - and how"."""
    noun = unnamed_speakers().get(p.lower[last - 1])
    named = noun is not None and noun.kind != "other" and last - dash - 1 <= LONGEST_NOUN
    return named and has_finite_verb(p, 0, dash)


def _before_colon(p: Passage) -> Found | None:
    """Of "'I lost it all': farmer tells of flood": the farmer's words."""
    if not p.quotations or p.quoted[0] != OPENING:
        return None
    colon = next((k for k in range(2, len(p) - 1) if p.words[k] == ":" and p.outside(k)), None)
    if colon is None or p.quoted[colon - 1] != CLOSING or p.quoted[1] != p.quoted[colon - 2]:
        return None
    if is_title(p, 1, colon - 1):
        return None
    speaker = phrase_after(p, colon + 1, len(p))
    said_by = Span(p, *speaker) if speaker else None
    head = head_of(said_by) if said_by else colon
    if p.tags[head] != "PROPN" and p.lower[head] not in unnamed_speakers():
        said_by = None
    return Found("quotation_and_colon", [Span(p, 0, colon)], 0, None, Span(p, colon, colon + 1), said_by)
