"""Capitalised words that a set says nothing about: they may be names or none, but for titles and other no names."""

from __future__ import annotations

from collections.abc import Sequence

from training.language.sets.kinds import known
from training.language.sets.marks import PROPER, Span
from training.language.sets.trim import has_capital
from training.language.sets.wordlists import word_classes, words_of
from twosource.nlp.offices import office_length
from twosource.vocab.names import honorifics, no_names, office_heads
from twosource.vocab.tags import tag_words

_LONGEST_OFFICE = 8
_NO_OPENING = (",", "-", "&", "(", ")", "'", "/")
"""Marks after which a capital is no more due to the beginning of a sentence or a quotation."""


def free_names(words: Sequence[str], taken: Sequence[Span], labels: Sequence[str] = PROPER) -> list[Span]:
    """Every capitalised run of words in none of `taken` as a span that may be a name of any of `labels`, or none."""
    barred = office_words(words).union(*(range(span.start, span.end) for span in taken))
    free = [at not in barred and _may_be_name(words, at) for at in range(len(words))]
    spans, start = [], -1
    for at in range(len(words) + 1):
        if at < len(words) and free[at]:
            start = at if start < 0 else start
        elif start >= 0 and not (at + 1 < len(words) and free[at + 1] and at not in barred and _links(words, at)):
            spans.append(Span(start, at, tuple(labels), sure=False))
            start = -1
    return spans


def office_words(words: Sequence[str]) -> set[int]:
    """Indices of the capitalised words of titles and offices, without the country or body that they are of."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if has_capital(word) and at not in found:
            run = range(at, at + office_length(list(words[at : at + _LONGEST_OFFICE])))
            found.update(i for i in run if has_capital(words[i]) and not known(words[i]))
    return found


def _links(words: Sequence[str], at: int) -> bool:
    """Whether a small word may stand inside a name; "and" does not beside a known name ("Syria and Hezb")."""
    if words[at] == "and" and (known(words[at - 1]) or known(words[at + 1])):
        return False
    return words[at] in words_of("inside")


def _may_be_name(words: Sequence[str], at: int) -> bool:
    word, low = words[at], words[at].lower().rstrip(".")
    if not has_capital(word) or len(word) == 1:
        return False
    if word in words_of("article") | words_of("never") | no_names() or word in word_classes():
        return False
    if low in office_heads() or low in honorifics():
        return False
    opens = at == 0 or (not words[at - 1][-1].isalnum() and words[at - 1] not in _NO_OPENING)
    return not (opens and word.lower() in tag_words())
