"""Quotations that run on: over the words "he said", into the next sentence, over paragraphs.

A paragraph that opens with a quotation mark while the one before did not close its own goes on with it; the speaker
stands before or after. A quotation without a cue of its own right after a quotation belongs to it: in PolNeAR 73 of 110
paragraphs that are one quotation are annotated as a further span of the quote before them, 8 as a quote of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.quotes.found import Found, Span
from twosource.quotes.passage import OPENING, OUTSIDE, Passage

BETWEEN = frozenset((".", ",", "—", "–", "-", "…", "..."))


@dataclass(slots=True)
class _Run:
    """The quote that may still go on, where its last words stand, and quotations that wait for their speaker."""

    open: Found | None = None
    block: int = -1
    sentence: int = -1
    waiting: list[Span] = field(default_factory=list)


def join_running(passages: list[Passage], found: list[Found]) -> list[Found]:
    """The attributions with every quotation that has no cue joined to the one it goes on with, or on its own."""
    by_sentence = _by_sentence(found)
    alone: list[Found] = []
    run = _Run()
    for b, p in enumerate(passages):
        for n, (first, last) in enumerate(p.sentences):
            here = by_sentence.get((p.block, n), [])
            if here:
                alone.extend(_take(run, here, b, n))
            elif _is_quotation(p, first, last):
                alone.extend(_go_on(run, passages, b, n, Span(p, first, last)))
            else:
                alone.extend(_orphans(run))
                run.open = None
    alone.extend(_orphans(run))
    return [*found, *alone]


def _by_sentence(found: list[Found]) -> dict[tuple[int, int], list[Found]]:
    table: dict[tuple[int, int], list[Found]] = {}
    for f in found:
        table.setdefault((f.content[0].passage.block, f.sentence), []).append(f)
    return table


def _is_quotation(p: Passage, first: int, last: int) -> bool:
    """Whether the sentence is nothing but words in quotation marks."""
    return p.quoted[first] == OPENING and all(
        p.quoted[k] != OUTSIDE or p.words[k] in BETWEEN for k in range(first, last)
    )


def _take(run: _Run, here: list[Found], block: int, sentence: int) -> list[Found]:
    """A sentence with attributions: what waits joins its first quotation, its last one may go on."""
    spoken = [f for f in here if f.holds_quotation()]
    left: list[Found] = []
    if run.waiting and spoken and _unclosed(run.waiting[-1]):
        spoken[0].content[:0] = run.waiting
        spoken[0].joined = True
        run.waiting = []
    else:
        left = _orphans(run)
    run.open, run.block, run.sentence = (spoken[-1] if spoken else None), block, sentence
    return left


def _go_on(run: _Run, passages: list[Passage], block: int, sentence: int, span: Span) -> list[Found]:
    same = run.block == block and run.sentence == sentence - 1
    last_before = block > 0 and len(passages[block - 1].sentences) - 1
    next_block = run.block == block - 1 and sentence == 0 and run.sentence == last_before
    if run.open is None or not (same or next_block) or (next_block and _speaker_follows(passages, block, span)):
        left = _orphans(run) if run.waiting and not _unclosed(run.waiting[-1]) else []
        run.waiting.append(span)
        return left
    run.open.content.append(span)
    run.open.joined = True
    run.block, run.sentence = block, sentence
    return []


def _speaker_follows(passages: list[Passage], block: int, span: Span) -> bool:
    """Whether an unclosed quotation goes on in the next paragraph, where its own speaker will stand."""
    return _unclosed(span) and block + 1 < len(passages) and _opens(passages[block + 1])


def _opens(p: Passage) -> bool:
    return bool(p.quoted) and p.quoted[0] == OPENING


def _unclosed(span: Span) -> bool:
    p = span.passage
    k = max(p.quoted[span.first : span.last], default=-1)
    return k >= 0 and not p.quotations[k].closed


def _orphans(run: _Run) -> list[Found]:
    """A whole paragraph in quotation marks whose speaker stands nowhere near; a lone title or motto is none."""
    waiting, run.waiting = run.waiting, []
    whole = [s for s in waiting if s.first == 0 and s.last == len(s.passage) and s.quoted()[1] > 5]
    return [Found("quotation_alone", [s], s.passage.sentences.index((s.first, s.last)) if (s.first, s.last) in s.passage.sentences else 0) for s in whole]
