"""Whom the sentence before tells of, where nobody speaks in it: "Ann Roe fell. | She said"."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import NamedTuple

from twosource.quotes.found import Span
from twosource.quotes.gender import names_woman
from twosource.quotes.heads import head_of
from twosource.quotes.issuers import Turn
from twosource.quotes.named import Named
from twosource.quotes.subjects import cleft, main_subject
from twosource.quotes.unnamed import is_new_person


class Before(NamedTuple):
    """A sentence by its code points, and the words that it is about."""

    start: int
    end: int
    subject: Span | None


def sentence_before(span: Span, last: Turn | None) -> Before | None:
    """The sentence before some words, in the same paragraph; None if who spoke last speaks there."""
    p = span.passage
    n = bisect_right(p.sentences, span.first, key=itemgetter(0)) - 1
    if n < 1:
        return None
    low, high = p.sentences[n - 1]
    if last is not None and last.start >= p.starts[low]:
        return None
    found = cleft(p, low, high) or main_subject(p, low, high)
    return Before(p.starts[low], p.ends[high - 1], Span(p, *found) if found else None)


def newcomer(before: Before | None, word: str, named: Named) -> Span | None:
    """Whom a sentence brings in without a name, by a noun for a man or a woman, if "he" or "she" can mean them."""
    subject = before.subject if before is not None else None
    if subject is None or names_woman(subject.passage.lower[head_of(subject)]) is None:
        return None
    head = head_of(subject)
    return subject if is_new_person(subject, head, word) and named.at(subject, head) is None else None
