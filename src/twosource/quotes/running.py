"""Quotations that run on: over the words "he said", into the next sentence, over paragraphs.

A paragraph that opens with a quotation mark while the one before did not close its own goes on with it; the speaker
stands before or after. A quotation without a cue of its own right after a quotation belongs to it: in PolNeAR 73 of 110
paragraphs that are one quotation are annotated as a further span of the quote before them, 8 as a quote of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from twosource.quotes.colons import introduction
from twosource.quotes.found import Found, Span
from twosource.quotes.heads import head_of
from twosource.quotes.passage import FINAL, OPENING, OUTSIDE, Passage
from twosource.quotes.subjects import main_subject
from twosource.vocab.speech import unnamed_speakers

BETWEEN = frozenset((".", ",", "—", "–", "-", "…", "..."))
A_LINE = 5
"""A paragraph in quotation marks with this many words or fewer may be a motto or a title, and is no quote by itself."""


@dataclass(slots=True)
class _Run:
    """What a reader keeps in mind: the quote that may go on, who spoke last, quotations that wait for a speaker."""

    passages: list[Passage]
    made: list[Found] = field(default_factory=list)
    open: Found | None = None
    speaking: Found | None = None
    block: int = -1
    sentence: int = -1
    waiting: list[Span] = field(default_factory=list)


def join_running(passages: list[Passage], found: list[Found]) -> list[Found]:
    """The attributions, every quotation without a cue joined to the one it goes on with or made one of its own."""
    by_sentence: dict[tuple[int, int], list[Found]] = {}
    for f in found:
        by_sentence.setdefault((f.content[0].passage.block, f.sentence), []).append(f)
    run = _Run(passages)
    for b, p in enumerate(passages):
        for n, (first, last) in enumerate(p.sentences):
            _next_sentence(run, b, n, _without_credit(Span(p, first, last)), by_sentence.get((p.block, n), []))
    _settle(run)
    return [*found, *(f for f in run.made if f.content)]


def _without_credit(span: Span) -> Span:
    """A sentence without the agency in brackets at its end: "“Nobody has slept.” | (AFP)"."""
    p, last = span.passage, span.last
    credited = last - span.first > A_LINE and p.words[last - 1] == ")" and p.words[last - 3] == "("
    plain = credited and p.words[last - 2].isupper() and p.outside(last - 1) and not p.outside(last - 4)
    return Span(p, span.first, last - 3) if plain else span


def _next_sentence(run: _Run, block: int, sentence: int, span: Span, here: list[Found]) -> None:
    if here:
        _take(run, here)
    elif _is_quotation(span):
        _go_on(run, block, sentence, span)
        return
    else:
        _settle(run)
        run.open = None
        run.speaking = run.speaking if run.block == block - 1 and sentence == 0 and _short(span) else None
    opening = introduction(span.passage, sentence) if span.last == len(span.passage) else None
    if opening is not None:
        run.made.append(opening)
        run.open = run.speaking = opening
    if here or opening is not None:
        run.block, run.sentence = block, sentence


def _short(span: Span) -> bool:
    return span.last - span.first <= A_LINE


def _is_quotation(span: Span) -> bool:
    """Whether the sentence is nothing but words in quotation marks."""
    p = span.passage
    return p.quoted[span.first] == OPENING and all(
        p.quoted[k] != OUTSIDE or p.words[k] in BETWEEN for k in range(span.first, span.last)
    )


def _take(run: _Run, here: list[Found]) -> None:
    """A sentence with attributions: what waits joins its first quotation, its last one may go on."""
    spoken = [f for f in here if f.holds_quotation()]
    if run.waiting and spoken and unclosed(run.waiting[-1]):
        spoken[0].content[:0] = run.waiting
        spoken[0].joined = True
        run.waiting = []
    _settle(run)
    wholly = [f for f in spoken if all(s.quoted()[0] == s.quoted()[1] for s in f.content)]
    run.open = next(reversed(wholly or spoken), None)
    run.speaking = here[-1]


def _go_on(run: _Run, block: int, sentence: int, span: Span) -> None:
    """A quotation without a cue: it goes on with the open quote, or waits for the next paragraph's speaker."""
    same = run.block == block and run.sentence == sentence - 1
    next_block = sentence == 0 and block > 0 and _ends_block(run, block - 1)
    if run.open is not None and (same or (next_block and not _waits_for_its_own(run.open, span))):
        run.open.joined = run.open.joined or bool(run.open.content)
        run.open.content.append(span)
        run.block, run.sentence = block, sentence
        return
    if run.waiting and not unclosed(run.waiting[-1]):
        _settle(run)
    run.waiting.append(span)
    if not next_block and not same and len(run.waiting) == 1:
        run.speaking = None


def _ends_block(run: _Run, block: int) -> bool:
    """Whether the last sentence kept in mind is the last one of a block."""
    return run.block == block and run.sentence == len(run.passages[block].sentences) - 1


def _waits_for_its_own(open_: Found, span: Span) -> bool:
    """Whether a new paragraph's unclosed quotation follows a closed one: its speaker stands in the next paragraph."""
    return unclosed(span) and bool(open_.content) and not unclosed(open_.content[-1])


def unclosed(span: Span) -> bool:
    """Whether the last quotation of these words is not closed before its paragraph ends."""
    p = span.passage
    k = max(p.quoted[span.first : span.last], default=OUTSIDE)
    return k >= 0 and not p.quotations[k].closed


def _settle(run: _Run) -> None:
    """What waits in vain is a quote of its own, of whoever spoke in the paragraph before it, if anyone did."""
    waiting, run.waiting = run.waiting, []
    if not waiting or sum(s.quoted()[1] for s in waiting) <= A_LINE:
        return
    speaker = run.speaking.speaker if run.speaking else None
    if waiting[0].first != 0:
        speaker = speaker or _named_before(waiting[0])
        if speaker is None or not _ends_as_speech(waiting[-1]):
            return
    new = Found("quotation_alone", waiting, 0, None, None, speaker, joined=len(waiting) > 1)
    run.made.append(new)
    run.open = new


def _named_before(span: Span) -> Span | None:
    """Whom the sentence before is about, where it can speak: "Low shook her head. | "I do not know who did it." |"."""
    p = span.passage
    low, high = p.sentences[bisect_left(p.sentences, (span.first, 0)) - 1]
    found = main_subject(p, low, high) if not any(p.is_mark(k) for k in range(low, high)) else None
    if found is None:
        return None
    head = head_of(Span(p, *found))
    speaks = p.tags[head] == "PROPN" or p.lower[head] in ("he", "she") or p.lower[head] in unnamed_speakers()
    return Span(p, *found) if speaks else None


def _ends_as_speech(span: Span) -> bool:
    p = span.passage
    last = max((k for k in range(span.first, span.last) if p.quoted[k] >= 0), default=span.first)
    return p.words[last] in FINAL
