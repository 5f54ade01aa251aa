"""Whose word a document is: "a report by the Court of Auditors", "U.N. figures", "the post" of somebody who posted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.quotes.found import Span
from twosource.quotes.heads import head_of, is_joint
from twosource.quotes.named import NAME_BACK, Named
from twosource.quotes.words import RELATIVE
from twosource.vocab.speech import cue_words, unnamed_speakers

MADE_BY = frozenset(("by", "from"))
FEW = 12
"""Words of a document's description in which its author may stand: "a report published last year by the ministry"."""


ENDS = re.compile(r"[.!?]['\"”’]?\s")
"""Where a sentence ends."""


class Turn(NamedTuple):
    """Who spoke, and where the words that name the speaker begin and end."""

    start: int
    end: int
    actor: str


def by_document(span: Span, head: int, named: Named, spoke: Sequence[Turn], text: str) -> str | None:
    """Whose document speaks: who is named as its author, else who spoke where it was brought in; "the same source"."""
    if named.by_name(named.at(span, head)):
        return None
    p = span.passage
    last = spoke[-1] if spoke and span.start - spoke[-1].end <= NAME_BACK else None
    if p.lower[span.first : span.first + 2] == ["the", "same"] and p.lower[head] in cue_words("same"):
        return last.actor if last is not None else None
    if (author := issuer(span, head, named)) is not None:
        return author
    start = mentioned_before(text, span, head, NAME_BACK)
    turn = next((t for t in reversed(spoke) if t.end <= start), None) if start is not None else None
    return turn.actor if turn is not None and not ENDS.search(text, turn.end, start or 0) else None


def issuer(span: Span, head: int, named: Named) -> str | None:
    """The named one whose document speaks; "observers from the bloc" are its voice too.

    None for persons, bodies, and documents that do not say whose they are.
    """
    noun = span.passage.lower[head]
    if not is_document(noun) and noun not in cue_words("sent"):
        return None
    return _author(span, head, named) or _owner(span, head, named)


def is_document(noun: str) -> bool:
    """Whether a noun is a text or a set of figures, which somebody has made."""
    known = unnamed_speakers().get(noun)
    return (
        noun in cue_words("document") or noun in cue_words("figures") or (known is not None and known.kind == "other")
    )


def _author(span: Span, head: int, named: Named) -> str | None:
    """Who is named after "by", "from", or, for a statement, "of"; "seen by" and "commissioned by" name no author."""
    p = span.passage
    for k in range(head + 1, min(span.last - 1, head + FEW)):
        word = p.lower[k]
        if p.words[k] == "," or word in RELATIVE:
            return None
        of = word == "of" and k == head + 1 and p.lower[head] in cue_words("of_author")
        made = word in MADE_BY and (k == head + 1 or not _has_other_verb(span, head, k))
        if of or made:
            beside = Span(p, k + 1, span.last)
            return None if is_joint(beside, named.is_name) else named.at(beside, head_of(beside))
    return None


def _has_other_verb(span: Span, head: int, last: int) -> bool:
    """Whether a participle between does not tell of the making: "seen", "obtained", or, of a letter, "published"."""
    p = span.passage
    made = cue_words("made") | (cue_words("published") if p.lower[head] in _works() else frozenset())
    return any(p.tags[k] == "VERB" and p.lower[k] not in made for k in range(head + 1, last))


def _works() -> frozenset[str]:
    """What a body makes and puts its name to: reports and figures."""
    return cue_words("works") | cue_words("figures") | cue_words("sent")


def _owner(span: Span, head: int, named: Named) -> str | None:
    """Whose it is by what stands before the noun: "the ministry's report", "U.N. figures".

    A person's only with "'s", a letter or post too: what "a Telegram post" names is no author. Of two bodies neither.
    """
    p = span.passage
    before = [m for m in named.within(span.start, p.starts[head]) if m.form != "pronoun"]
    last = before[-1] if before else None
    known = named.known(last.actor) if last is not None else None
    if last is None or known is None or not known.named or len({m.actor for m in before}) > 1:
        return None
    owns = any(p.lower[k] in ("'s", "'") and p.starts[k] >= last.end for k in range(span.first, head))
    joined = last.start > 0 and any(p.words[k] == "/" for k in range(span.first, head))
    body = known.kind not in ("person", "country") and p.lower[head] in _works()
    return known.id if owns or (body and not joined) else None


def mentioned_before(text: str, span: Span, head: int, back: int) -> int | None:
    """Where a document was brought in that "the post" means: "in a post", "its report"; None if it was not."""
    p = span.passage
    if p.lower[span.first] != "the" or head != span.last - 1 or head - span.first > 1 or not is_document(p.lower[head]):
        return None
    new = re.compile(rf"\b(?:an?|its|his|her|their) (?:[\w'’-]+ ){{0,3}}{re.escape(p.lower[head])}\b", re.IGNORECASE)
    found = [m.start() for m in new.finditer(text, max(0, span.start - back), span.start)]
    return found[-1] if found else None
