"""From what the rules found to records: quotations that run on are joined, speakers resolved, kinds and ids given."""

from __future__ import annotations

from dataclasses import replace

from twosource.model import BODY_ROLES, Quote, Reading, Selector, content_id
from twosource.quotes.clauses import edges
from twosource.quotes.found import Found, Span
from twosource.quotes.passage import CLOSING, OPENING, OUTSIDE, Passage, passages
from twosource.quotes.sentences import find_in_sentence

ROLES = BODY_ROLES | {"headline"}


def find_quotes(reading: Reading) -> Reading:
    """The reading with its quotes, and with the unnamed speakers among its actors."""
    if reading.analysis is None:
        return reading
    blocks = passages(reading, ROLES)
    found: list[Found] = []
    for p in blocks:
        for n in range(len(p.sentences)):
            found.extend(find_in_sentence(p, n))
    found = join_running(blocks, found)
    quotes = tuple(q for f in found if (q := _quote(reading, f)) is not None)
    return replace(reading, quotes=quotes)


def join_running(blocks, found):
    by = {}
    for f in found:
        for s in f.content:
            by.setdefault((s.passage.block, f.sentence), []).append(f)
    last = None
    pending = []
    out = list(found)
    lastpos = None
    for bi, p in enumerate(blocks):
        for n, (a, b) in enumerate(p.sentences):
            here = [f for f in by.get((p.block, n), ())]
            direct = [f for f in here if any(p.quoted[k] >= 0 for s in f.content for k in range(s.first, s.last))]
            allq = p.quoted[a] == OPENING and all(p.quoted[k] != OUTSIDE or p.words[k] in '.,—–-' for k in range(a, b))
            if here:
                if pending and direct:
                    direct[0].content[:0] = pending
                    pending = []
                if direct: last = direct[-1]; lastpos = (bi, n)
                elif here: last = here[-1] if False else None
                continue
            if not allq:
                if b - a > 2: pending = []
                continue
            span = Span(p, a, b)
            k = max(p.quoted[a:b])
            opened = not p.quotations[k].closed if k >= 0 else False
            near = last is not None and lastpos is not None and ((lastpos[0] == bi and lastpos[1] == n - 1) or (lastpos[0] == bi - 1 and n == 0 and lastpos[1] == len(blocks[bi - 1].sentences) - 1))
            if near and not pending:
                last.content.append(span); lastpos = (bi, n)
            else:
                pending.append(span)
    return out


def _quote(reading: Reading, f: Found) -> Quote | None:
    spans = [e for s in f.content if (e := edges(s.passage, s.first, s.last))]
    if not spans:
        return None
    page = reading.page
    sel = lambda s: Selector.of(page, s.passage.starts[s.first], s.passage.ends[s.last - 1]) if s and s.first < s.last else None
    ins = tot = 0
    for s in f.content:
        for k in range(s.first, s.last):
            if s.passage.words[k][0].isalnum():
                tot += 1; ins += s.passage.quoted[k] >= 0
    kind = "direct" if ins >= .95 * tot else "mixed" if ins else "indirect"
    return Quote(id=content_id("quote", reading.article.id, *spans), article=reading.article.id, kind=kind,
        content=tuple(Selector.of(page, a, b) for a, b in spans), cue=sel(f.cue_words), speaker_selector=sel(f.speaker))
