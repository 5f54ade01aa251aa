"""Which word of a speaker's phrase says who speaks."""

from __future__ import annotations

from collections.abc import Callable

from twosource.quotes.found import Span
from twosource.quotes.passage import Passage
from twosource.quotes.words import DASHES, NOMINAL, PLURALS, RELATIVE
from twosource.vocab.speech import cue_words, unnamed_speakers

ITSELF = frozenset(("itself", "themselves", "himself", "herself"))
NO_HEAD_AFTER = frozenset(("ADP", "VERB", "AUX", "SCONJ"))


def head_of(span: Span) -> int:
    """The word that a noun phrase is about: the last before a comma, a preposition or a relative clause.

    Of "University of Leeds professor Joan Low" it is the name: the body comes first, then a noun for people.
    """
    p = span.passage
    head, end = span.first, span.first
    while end < span.last and not (end > span.first and _turns(p, end)):
        if p.tags[end] in NOMINAL or _is_pronoun(p, end, span.first) or (p.tags[end] == "ADJ" and not _names(p, head)):
            head = end
        end += 1
    return head if end == span.last or _is_person(p, head) else _titled_name(span, end) or head


def _is_pronoun(p: Passage, k: int, first: int) -> bool:
    """Whether a pronoun may be the head: not that of "Ann Roe | herself"."""
    return p.tags[k] == "PRON" and not (k > first and p.lower[k] in ITSELF)


def _names(p: Passage, k: int) -> bool:
    """Whether word `k` can be the head before an adjective: "those | familiar with the plan"."""
    return p.tags[k] in NOMINAL or p.lower[k] in PLURALS


def _is_person(p: Passage, k: int) -> bool:
    noun = unnamed_speakers().get(p.lower[k])
    return noun is not None and noun.kind == "person"


def _titled_name(span: Span, start: int) -> int | None:
    """The last word of a name after a preposition at `start` and a title: "of Leeds professor | Joan Low"."""
    p = span.passage
    end = next((k for k in range(start + 1, span.last) if _turns(p, k) and p.tags[k] != "ADP"), span.last)
    first = end
    while first > start and p.tags[first - 1] == "PROPN":
        first -= 1
    titled = p.tags[start] == "ADP" and first - 2 > start and first < end and _is_person(p, first - 1)
    return end - 1 if titled else None


def _turns(p: Passage, k: int) -> bool:
    """Whether words from `k` on only describe the head: "a spokesman | for the ministry", "people | briefed on"."""
    hyphen = p.words[k] == "-" and p.ends[k - 1] == p.starts[k]
    mark = p.words[k] == "," or (p.words[k] == "(" and not _holds_letters(p, k))
    mark = mark or (p.words[k] in DASHES and not hyphen)
    compound = p.tags[k] == "VERB" and p.words[k - 1] == "-" and p.ends[k - 1] == p.starts[k]
    described = p.tags[k] in NO_HEAD_AFTER and not compound and not _modifies(p, k) and not _is_joined(p, k)
    return mark or described or (p.tags[k] == "PRON" and p.lower[k] in RELATIVE)


def _is_joined(p: Passage, k: int) -> bool:
    """Whether hyphens make a preposition part of one word: "mother- | of | -three Ann Low"."""
    return p.is_hyphen(k - 1) and p.is_hyphen(k + 1)


def _holds_letters(p: Passage, k: int) -> bool:
    """Whether brackets give a body's letters before its officer: "the State Press Office | (SPO) chief Ann Low"."""
    inside = k + 3 < len(p) and p.words[k + 1].isupper() and p.words[k + 2] == ")"
    return inside and p.tags[k + 3] in NOMINAL


def _modifies(p: Passage, k: int) -> bool:
    """Whether a participle stands between article or possessive and noun: "the | retired | general"."""
    inside = p.tags[k] == "VERB" and k > 0 and k + 1 < len(p)
    inside = inside and (p.tags[k - 1] == "DET" or p.lower[k - 1] in ("'s", "'"))
    return inside and p.tags[k + 1] in NOMINAL and p.lower[k].endswith(("ed", "ing", "en"))


def are_two(span: Span) -> bool | None:
    """Whether several and others speak: True if nobody has a name ("officials and aides"), False if the second has."""
    p = span.passage
    for k in range(span.first + 1, span.last - 1):
        if _turns(p, k):
            return None
        if p.lower[k] == "and" and _are_many(p, k - 1):
            return p.tags[head_of(span)] != "PROPN"
    return None


def _are_many(p: Passage, k: int) -> bool:
    noun = unnamed_speakers().get(p.lower[k])
    return p.tags[k] == "NOUN" and noun is not None and noun.plural


def _names_body(span: Span, k: int) -> bool:
    """Whether "and" at word `k` is part of the name of a body whose officer speaks: "Trade and Reform aide Al Low"."""
    p = span.passage
    after = range(k + 2, span.last - 1)
    return (
        k - span.first == 1
        and p.tags[k + 1] == "PROPN"
        and any(_is_person(p, i) and p.tags[i + 1] == "PROPN" for i in after)
    )


def modifiers_of(span: Span, head: int) -> frozenset[str]:
    """The nouns, names and adjectives before the head: "democratic" of "the Democratic senator"."""
    p = span.passage
    return frozenset(p.lower[k] for k in range(span.first, head) if p.tags[k] in NOMINAL or p.tags[k] == "ADJ")


def is_label(span: Span) -> bool:
    """Whether the words only mark a question or an answer: "Q", "A"."""
    p = span.passage
    return " ".join(p.lower[span.first : span.last]) in cue_words("label")


def is_joint(span: Span, named: Callable[[int, int], bool]) -> bool:
    """Whether two speak, the first by name: "BP and analysts"; `named`: whether a name ends at a code point."""
    p = span.passage
    for k in range(span.first + 1, span.last - 1):
        if _turns(p, k):
            return False
        if p.lower[k] == "and" and named(span.start, p.ends[k - 1]):
            return not _names_body(span, k)
    return False
