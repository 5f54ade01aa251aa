"""What became of a judgement in a record, in words for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Evidence, Judged, Judgement, Record, Selector

Outcome = tuple[Record, Judged]
"""The record with a judgement applied, and what that changed."""
SHOWN = 80
"""Characters of a passage that a reason quotes."""


def applied(
    record: Record, judgement: Judgement, before: str, after: str, refs: Iterable[str], at: Iterable[Selector]
) -> Outcome:
    """A judgement that was applied: what stood there, what stands there now, the ids of what it changed."""
    return record, changed(judgement, before, after, refs, at)


def refused(record: Record, judgement: Judgement, why: str, at: Iterable[Selector] = ()) -> Outcome:
    """A judgement whose subject is not there: nothing is changed, and the reason is kept."""
    return record, replace(changed(judgement, why, "", (), at), applied=False)


def changed(judgement: Judgement, before: str, after: str, refs: Iterable[str], at: Iterable[Selector] = ()) -> Judged:
    """What a judgement changed."""
    return Judged(
        judgement=judgement.id,
        at=judgement.at,
        who=judgement.who,
        why=judgement.why,
        kind=judgement.kind,
        applied=True,
        before=before,
        after=after,
        refs=tuple(dict.fromkeys(refs)),
        selectors=tuple(dict.fromkeys(at)),
    )


def judged(judgement: Judgement, after: str, at: Iterable[Selector]) -> Evidence:
    """A person decided so."""
    detail = f"{judgement.who} decided so on {judgement.at[:10]} ({after}): {judgement.why}"
    return Evidence(function="judged", score=1.0, detail=detail, selectors=tuple(at))


def quoted(selector: Selector) -> str:
    """The words of a passage on one line, cut where they are many."""
    line = " ".join(selector.exact.split())
    return f"“{line if len(line) <= SHOWN else line[:SHOWN].rpartition(' ')[0] + ' …'}”"


def listed(words: Iterable[str]) -> str:
    """“a”, “b” and “c”."""
    *first, last = list(dict.fromkeys(words)) or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last
