"""Cuts the text of one article into cells: clauses and quotations, each with all the claims over it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.model import Claim, Selector
from twosource.vocab.finding_words import finding_words

Span = tuple[int, int]
SHORT = 7
"""Words of a description beside a name that is an assertion of its own within a longer quotation."""
REST = 45
"""Characters beside a quotation that assert something of their own."""
WHOLE = 25
"""Characters from which quoted words are a clause of their own."""


@dataclass(slots=True)
class Cell:
    """A clause, or several that one quotation covers, with the claims over it; `whole` is its sentence."""

    at: Selector
    sentence: int
    whole: Selector
    claims: list[Claim] = field(default_factory=list)


def cells_of(claims: Sequence[Claim]) -> list[Cell]:
    """Clauses of one article with their claims; a quotation stands for the clauses it covers most of."""
    at = {(c.selector.start, c.selector.end): c.selector for c in claims}
    sentences, leaves = _layers({span for c in claims if c.kind == "text" and (span := _span(c))})
    quotes = apart({_span(c) for c in claims if c.kind == "quote"})
    told = {q: {leaf for leaf in _under(leaves, q) if _stands_for(q, leaf)} for q in quotes}
    replaced = {leaf for q, held in told.items() for leaf in held if not (leaf[0] > q[0] and _describes(at[leaf]))}
    standing = {q for q in quotes if told[q] or not leaves or replaced.issuperset(_under(leaves, q))}
    for piece in (piece for leaf in sorted(replaced) for piece in _beside(at[leaf], quotes)):
        at[range_of(piece)] = piece
        leaves.append(range_of(piece))
    spans = sorted({leaf for leaf in leaves if leaf not in replaced} | standing)
    starts = [s for s, _ in sentences]
    numbers = [max(0, bisect_right(starts, span[0]) - 1) for span in spans]
    cells = [Cell(at[s], n, at[sentences[n]] if sentences else at[s]) for s, n in zip(spans, numbers, strict=True)]
    for claim in sorted(claims, key=lambda c: (c.selector.start, c.selector.end, c.id)):
        near = [(shared(spans[i], _span(claim)), _length(spans[i]), -i) for i in overlapping(spans, _span(claim))]
        best = max(near, key=lambda n: (n[0], -n[1], n[2]), default=None)
        if best and best[0] > 0:
            cells[-best[2]].claims.append(claim)
    return [cell for cell in cells if cell.claims]


def _stands_for(quote: Span, leaf: Span) -> bool:
    """Whether the quotation is what the clause asserts: most of it, or a whole clause in it beside "he said"."""
    common = shared(leaf, quote)
    return 2 * common >= leaf[1] - leaf[0] or common == quote[1] - quote[0] >= WHOLE


def _beside(leaf: Selector, quotes: list[Span]) -> list[Selector]:
    """What a clause says before and after the quotations in it, where that is more than who speaks."""
    inside = [q for q in quotes if shared(q, range_of(leaf)) > 0]
    edges = [leaf.start, *(x for q in inside for x in q), leaf.end]
    gaps = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if edges[i + 1] - edges[i] >= REST]
    return [
        Selector(page=leaf.page, start=s, end=e, exact=leaf.exact[s - leaf.start : e - leaf.start]) for s, e in gaps
    ]


def _describes(leaf: Selector) -> bool:
    """Whether it is a short description that stands beside a name: "its largest port"."""
    words = leaf.exact.lower().split()
    return len(words) <= SHORT and words[0] in finding_words("possessives")


def _length(span: Span) -> int:
    return span[1] - span[0]


def _layers(spans: set[Span]) -> tuple[list[Span], list[Span]]:
    """Sentences (spans inside no other) and clauses (spans that hold no other), in order."""
    sentences: list[Span] = []
    leaves: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if sentences and span[1] <= sentences[-1][1]:
            if leaves[-1] == sentences[-1]:
                leaves.pop()
            leaves.append(span)
        else:
            sentences.append(span)
            leaves.append(span)
    return sentences, leaves


def apart(spans: set[Span]) -> list[Span]:
    """The spans that overlap no earlier one: of a quotation within a quotation the outer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _under(spans: list[Span], span: Span) -> list[Span]:
    """Those of the ordered, disjoint `spans` that share characters with `span`."""
    return [spans[i] for i in overlapping(spans, span) if shared(spans[i], span) > 0]


def overlapping(spans: list[Span], span: Span) -> range:
    """Where in the ordered `spans` those that may overlap `span` stand."""
    first = max(0, bisect_right(spans, (span[0], 1 << 60)) - 1)
    return range(first, bisect_left(spans, (span[1], -1)))


def shared(a: Span, b: Span) -> int:
    """Characters of both; negative where they are apart."""
    return min(a[1], b[1]) - max(a[0], b[0])


def _span(claim: Claim) -> Span:
    return range_of(claim.selector)


def range_of(at: Selector) -> Span:
    """Where the selector starts and ends."""
    return at.start, at.end
