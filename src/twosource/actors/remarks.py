"""Remarks after a quotation that a name in it is another name: "…, she said, using another acronym for the group"."""

from __future__ import annotations

from twosource.actors.describe_groups import fits
from twosource.actors.drafts import Draft, Pool, Seen, Text, Words
from twosource.actors.groups import Described
from twosource.model import Evidence
from twosource.vocab.groups import alias_remarks

_AHEAD = 6
"""Words after the remark within which the one meant is named or described."""
Mentions = list[tuple[Seen, Draft]]


def bind_remarks(text: Text, pool: Pool, described: list[Described]) -> None:
    """Joins the last name of a body before each remark to the one that the remark speaks of."""
    remarks = find_remarks(text)
    if not remarks:
        return
    mentions: Mentions = sorted(
        ((x, d) for d in pool.all() if d.kind != "person" and not d.group_class for x in d.seen),
        key=lambda m: m[0].start,
    )
    for words in remarks:
        _bind(text, pool, words, mentions, described)


def _bind(text: Text, pool: Pool, words: Words, mentions: Mentions, described: list[Described]) -> None:
    at = text.selector(words)
    before = [(x, d) for x, d in mentions if x.start < at.start and words.sentence - x.words.sentence <= 1][-1:]
    if not before:
        return
    spoken, draft = before[0]
    meant = _named_after(words, mentions, at.end) or _described_after(words, mentions, described, pool.now(draft), pool)
    if meant is None or pool.now(meant) is pool.now(draft):
        return
    detail = f"“{spoken.text}”: the report remarks, “{at.exact}”, and means “{pool.now(meant).called}”"
    evidence = Evidence(
        function="the text binds two names", score=0.85, detail=detail, selectors=(text.selector(spoken.words), at)
    )
    pool.join(meant, draft, evidence)


def _named_after(words: Words, mentions: Mentions, end: int) -> Draft | None:
    return next(
        (
            d
            for x, d in mentions
            if x.start >= end and x.words.sentence == words.sentence and x.words.first - words.last <= _AHEAD
        ),
        None,
    )


def _described_after(
    words: Words, mentions: Mentions, described: list[Described], spoken: Draft, pool: Pool
) -> Draft | None:
    """The body most often named before, where the remark ends in a description of a group ("for the rebels")."""
    close = next((x for x in described if _follows(x.seen.words, words)), None)
    if close is None:
        return None
    counts: dict[int, tuple[int, Draft]] = {}
    for x, d in mentions:
        now = pool.now(d)
        if x.words.sentence <= words.sentence and fits(now, close.noun.group_class):
            counts[id(now)] = (counts.get(id(now), (0, now))[0] + 1, now)
    ranked = sorted((c for c in counts.values() if c[1] is not spoken or c[0] > 1), key=lambda c: -c[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _follows(words: Words, remark: Words) -> bool:
    return words.sentence == remark.sentence and 0 <= words.first - remark.last <= _AHEAD


def find_remarks(text: Text) -> list[Words]:
    """The words of remarks such as "using another acronym for", up to the one meant."""
    found = []
    for index, lower in enumerate(text.lower):
        if "for" in lower and ("using" in lower or "another" in lower):
            found.extend(_remarks_in(index, lower))
    return found


def _remarks_in(index: int, lower: list[str]) -> list[Words]:
    found, i = [], 0
    while i < len(lower):
        n = next((len(r) for r in alias_remarks() if tuple(lower[i : i + len(r)]) == r), 0)
        if n:
            found.append(Words(index, i, i + n))
        i += n or 1
    return found
