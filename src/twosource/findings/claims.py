"""The claims of one article: what it asserts by sentences and clauses, its quotes, events and counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from twosource.findings.clauses import clauses
from twosource.model import BODY_ROLES, Claim, Page, Quote, Reading, Selector, Sentence, content_id
from twosource.vocab.finding_words import finding_words

LONGEST = 500
"""Characters of a claim; what is longer is cut at a word."""
ARTICLE = "article"
"""Who asserts what no one is quoted for."""

ASSERTING = BODY_ROLES | {"headline"}
"""Roles whose sentences assert something; a headline says in other words what its report says."""

Span = tuple[int, int]


def find_claims(reading: Reading) -> Reading:
    """The reading with its claims in the order of the text, each on a sentence or less; none without an analysis."""
    if reading.analysis is None:
        return reading
    sentences = [s for s in reading.analysis.sentences if s.role in ASSERTING and s.end > s.start]
    leaves = [span for sentence in sentences for span in _leaves(sentence)]
    spans = [*((s.start, s.end) for s in sentences), *leaves]
    told = [*_quotes(reading, sentences, leaves), *_events(reading, leaves), *_quantities(reading, leaves)]
    found = [*_texts(reading, spans, sentences), *told]
    unique = {c.id: c for c in found}
    return replace(
        reading, claims=tuple(sorted(unique.values(), key=lambda c: (c.selector.start, c.selector.end, c.id)))
    )


def _leaves(sentence: Sentence) -> list[Span]:
    """The clauses of the sentence, or the whole of it where it is one."""
    found = clauses(sentence)
    return found if len(found) > 1 else [(sentence.start, sentence.end)]


def _texts(reading: Reading, spans: list[Span], sentences: Sequence[Sentence]) -> Iterator[Claim]:
    vectors = {(s.start, s.end): s.vector for s in sentences}
    for span in spans:
        if any(c.isalpha() for c in reading.page.text[span[0] : span[1]]):
            yield replace(_claim(reading, "text", None, span, ARTICLE), vector=vectors.get(span, b""))


def _quotes(reading: Reading, sentences: Sequence[Sentence], leaves: list[Span]) -> Iterator[Claim]:
    """Each sentence of a quotation; what is told in its words alone, also by the clauses that "and" and "but" join."""
    text = reading.page.text
    joints = [(one[1], two[0]) for one, two in pairwise(leaves) if _is_added(text[slice(*two)])]
    for quote in reading.quotes:
        for span in _by_sentence(quote, sentences) if quote.content else ():
            for piece in _cut(span, joints if quote.kind == "indirect" else ()):
                yield _claim(reading, "quote", quote.id, piece, quote.speaker or ARTICLE)


def _is_added(clause: str) -> bool:
    """Whether the clause is joined to the one before it by "and" or "but", and so asserts a thing of its own."""
    return clause.split(maxsplit=1)[:1] in ([word] for word in finding_words("adds"))


def _cut(span: Span, joints: Sequence[Span]) -> Iterator[Span]:
    """The span without the gaps in it between two clauses."""
    edges = [span[0], *(x for joint in joints if span[0] < joint[0] and joint[1] < span[1] for x in joint), span[1]]
    return zip(edges[::2], edges[1::2], strict=True)


def _by_sentence(quote: Quote, sentences: Sequence[Sentence]) -> list[Span]:
    """From the first to the last word of the content in each sentence that it runs through: each asserts a thing."""
    found: dict[int, Span] = {}
    for at in quote.content:
        first = max(0, bisect_right(sentences, at.start, key=lambda s: s.start) - 1)
        for i in range(first, bisect_left(sentences, at.end, key=lambda s: s.start)):
            start, end = max(at.start, sentences[i].start), min(at.end, sentences[i].end)
            if start < end and any(c.isalnum() for c in at.exact[start - at.start : end - at.start]):
                found[i] = (min(start, found.get(i, (start,))[0]), end)
    return list(found.values()) or [(quote.content[0].start, quote.content[-1].end)]


def _events(reading: Reading, leaves: list[Span]) -> Iterator[Claim]:
    by_quote = {q.id: q.speaker or ARTICLE for q in reading.quotes}
    for event in reading.events:
        span = _leaf(leaves, event.anchor)
        if span:
            yield _claim(reading, "event", event.id, span, by_quote.get(event.attributed_to or "", ARTICLE))


def _quantities(reading: Reading, leaves: list[Span]) -> Iterator[Claim]:
    for quantity in reading.quantities:
        span = _leaf(leaves, quantity.selector) if quantity.of or quantity.role else None
        if span:
            yield _claim(reading, "quantity", quantity.id, span, _speaker_at(reading, quantity.selector))


def _speaker_at(reading: Reading, at: Selector) -> str:
    """The speaker of the innermost quote around `at`, or the article."""
    around = [(s.end - s.start, q) for q in reading.quotes for s in q.content if s.covers(at)]
    return min(around, key=lambda x: x[0])[1].speaker or ARTICLE if around else ARTICLE


def _leaf(leaves: list[Span], at: Selector) -> Span | None:
    """The clause in which `at` begins."""
    i = bisect_right(leaves, (at.start, 1 << 60)) - 1
    return leaves[i] if i >= 0 and at.start < leaves[i][1] else None


def _claim(
    reading: Reading, kind: Literal["event", "quote", "quantity", "text"], ref: str | None, span: Span, by: str
) -> Claim:
    start, end = _trim(reading.page, *span)
    return Claim(
        id=content_id("claim", reading.article.id, kind, start, end, ref or ""),
        article=reading.article.id,
        kind=kind,
        ref=ref,
        selector=Selector.of(reading.page, start, end),
        asserted_by=by,
    )


def _trim(page: Page, start: int, end: int) -> Span:
    """The span cut at a word to `LONGEST` characters."""
    if end - start <= LONGEST:
        return start, end
    cut = page.text.rfind(" ", start + 1, start + LONGEST)
    return start, cut if cut > start else start + LONGEST
