"""Where a report says of itself that it was corrected, clarified, withdrawn or updated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.model import Page, Reading, Selector
from twosource.text.sentences import split_sentences
from twosource.vocab.versions import NoticeKind, notice_rules

LONGEST = 600
"""Characters of a sentence that can be a notice, or of the block that a heading "Correction:" opens."""
HEADING = 60
"""Characters of a line that says "Correction" and leaves what was wrong to the next one."""
_NEVER = frozenset({"navigation", "promo", "comment"})
_OPEN, _CLOSE = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Notice:
    """The words of a notice and what it is."""

    kind: NoticeKind
    at: Selector


def notices(reading: Reading) -> tuple[Notice, ...]:
    """All notices of an article in the order of its page."""
    whole = reading.page.text.lower()
    if not any(word in whole for word in _words()):
        return ()
    blocks = [b for b in reading.article.blocks if b.role not in _NEVER]
    found: list[Notice] = []
    heading: NoticeKind | None = None
    for block in blocks:
        own = list(_in_block(reading.page, block.start, block.end))
        if heading and not own and block.end - block.start <= LONGEST:
            found.append(Notice(heading, Selector.of(reading.page, block.start, block.end)))
        found.extend(own)
        alone = own and own[0].at.end >= block.end and block.end - block.start <= HEADING and block.role != "headline"
        heading = own[0].kind if alone and own[0].kind != "update" else None
    return tuple(found)


@cache
def _words() -> frozenset[str]:
    return frozenset(rule.word for rule in notice_rules())


def _in_block(page: Page, start: int, end: int) -> Iterator[Notice]:
    """The notices of a block; from "Correction:" on all of it is one, where it is short."""
    for a, b in split_sentences(page.text, start, end):
        text = " ".join(page.text[a : min(b, a + LONGEST)].split())
        kind = notice_kind(text) if b - a <= LONGEST else None
        if kind and a == start and end - start <= LONGEST and ":" in text[:HEADING]:
            yield Notice(kind, Selector.of(page, start, end))
            return
        if kind:
            yield Notice(kind, Selector.of(page, a, b))


def notice_kind(sentence: str) -> NoticeKind | None:
    """What a sentence says was done with the report it stands in, None for nothing; white space is single."""
    lower = sentence.lower()
    for rule in notice_rules():
        if rule.word in lower and (found := rule.pattern.search(sentence)) and not _quoted(sentence, found.start()):
            return rule.kind
    return None


def _quoted(text: str, at: int) -> bool:
    """Whether the words at `at` stand inside quotation marks: somebody says it of another report."""
    before = text[:at]
    opened = sum(before.count(c) for c in _OPEN) - sum(before.count(c) for c in _CLOSE)
    return opened > 0 or before.count('"') % 2 == 1
