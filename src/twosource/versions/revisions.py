"""The step from one text of an article to the next: what it says of itself, each sentence that was changed, why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from twosource.model import Change, Evidence, Revision, RevisionKind, content_id
from twosource.text.moments import moment_words
from twosource.versions.addresses import page_key
from twosource.versions.align import likeness
from twosource.versions.chains import Chain
from twosource.versions.edits import Edit, aspects, edits, span
from twosource.versions.moments import seen
from twosource.versions.told import Text
from twosource.versions.words import Sentence

KINDS: dict[str, RevisionKind] = {
    "retraction": "retracted",
    "correction": "corrected",
    "clarification": "clarified",
    "update": "updated",
}
"""What a notice makes of a step, the gravest first."""
NOTICED: tuple[RevisionKind, ...] = ("retracted", "corrected", "clarified")
"""Kinds of a step whose outlet says that something was wrong or unclear."""


def step(chain: Chain, texts: Sequence[Text], number: int, pairs: Mapping[int, int]) -> Revision:
    """The step from the text of this number to the next."""
    before, after = texts[number], texts[number + 1]
    known = {" ".join(n.at.exact.split()) for n in before.notices}
    fresh = [n for n in after.notices if " ".join(n.at.exact.split()) not in known]
    kind = next((kind for name, kind in KINDS.items() if any(n.kind == name for n in fresh)), None)
    back = number > 0 and any(t.key == after.key for t in texts[:number])
    one, two = before.reading.article, after.reading.article
    return Revision(
        id=content_id("revision", one.id, two.id, number),
        before=one.id,
        after=two.id,
        kind=kind or ("restored" if back else "updated"),
        seen=seen(after.reading.page, two),
        notices=tuple(n.at for n in fresh),
        changes=tuple(_changes(before, after, pairs)),
        evidence=tuple(_grounds(chain, before, after)),
    )


def _grounds(chain: Chain, before: Text, after: Text) -> Iterator[Evidence]:
    """Why the two are versions of one article, and why in this order."""
    key = page_key(after.reading.article.address or "")
    yield Evidence(function="same_address", score=1.0, detail=f"Both texts stood at {key}.")
    at = [moment_words(seen(t.reading.page, t.reading.article)) for t in (before, after)]
    if chain.told and all(at) and at[0] != at[1]:
        yield Evidence(function="in_order_of_time", score=1.0, detail=f"One is of {at[0]}, the other of {at[1]}.")
    elif chain.told:
        yield Evidence(function="in_order_of_arrival", score=0.8, detail="The one came to this desk after the other.")
    else:
        detail = "No time tells which came first: the one that speaks of a correction, or the longer one, is put last."
        yield Evidence(function="order_not_told", score=0.3, detail=detail)


def _changes(before: Text, after: Text, pairs: Mapping[int, int]) -> Iterator[Change]:
    """What was changed, in the order of the later text, what was removed at the place where it stood."""
    by_after = {j: i for i, j in pairs.items()}
    gone = [i for i in range(len(before.sentences)) if i not in pairs]
    for j, sentence in enumerate(after.sentences):
        i = by_after.get(j)
        while i is not None and gone and gone[0] < i:
            yield Change(kind="removed", before=before.sentences[gone.pop(0)].at)
        if i is None:
            yield Change(kind="added", after=sentence.at)
        elif found := edits(before.sentences[i], sentence):
            yield _change(before.sentences[i], sentence, found)
    for i in gone:
        yield Change(kind="removed", before=before.sentences[i].at)


def _change(before: Sentence, after: Sentence, found: Sequence[Edit]) -> Change:
    alike = likeness(before, after)
    told = dict.fromkeys(a for e in found for a in aspects(e, before, after, alike))
    return Change(
        kind="changed",
        before=before.at,
        after=after.at,
        deleted=tuple(s for e in found if (s := span(e.before, before))),
        inserted=tuple(s for e in found if (s := span(e.after, after))),
        aspects=tuple(told),
    )
