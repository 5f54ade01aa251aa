"""What a chain of versions tells: each step to the next text, what was said otherwise before, what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from twosource.model import Aspect, Change, Evidence, Reading, Revision, RevisionKind, Selector, content_id
from twosource.text.moments import moment_words
from twosource.versions.addresses import page_key
from twosource.versions.align import Index, align, likeness, telling
from twosource.versions.chains import Chain
from twosource.versions.edits import Edit, aspects, edits, span
from twosource.versions.moments import seen
from twosource.versions.notices import Notice, notices
from twosource.versions.words import Sentence, Word, is_number, sentences, words_in

KINDS: dict[str, RevisionKind] = {
    "retraction": "retracted",
    "correction": "corrected",
    "clarification": "clarified",
    "update": "updated",
}
"""What a notice makes of a step, the gravest first."""
NOTICED: tuple[RevisionKind, ...] = ("retracted", "corrected", "clarified")
"""Kinds of a step whose outlet says that something was wrong or unclear."""
KEPT = 0.6
"""Part of the sentences of a text, changed ones too, that the next one has where it was not written anew."""
MOST_TURNS = 3
"""Edits of one sentence that are told one by one; beyond them it was written anew, and both are shown whole."""
SHORTEST = 4
"""Telling words of a sentence that says enough to be missed."""


@dataclass(frozen=True)
class Text:
    """One version of an article: its sentences and its notices, apart from one another."""

    reading: Reading

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Where it says that it was changed."""
        return notices(self.reading)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its running text."""
        return sentences(self.reading, tuple(n.at for n in self.notices))

    @property
    def key(self) -> tuple[tuple[str, ...], ...]:
        """Equal for texts that differ in trifles only."""
        return tuple(s.key for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a sentence said before and says now: the words in each version that had others, and those that stand.

    `sentences` are the whole ones in the order of `wordings`, and at last the one that stands now; `step` brought it.
    """

    aspect: Aspect
    wordings: tuple[Selector, ...]
    now: Selector
    sentences: tuple[Sentence, ...]
    step: Revision
    noticed: bool = False
    """A notice of that step speaks of it, or of nothing that can be told."""
    copied: tuple[Selector, ...] = ()
    """Where reprints still have one of the earlier wordings."""

    @property
    def before(self) -> tuple[Selector, ...]:
        """The earlier words in the order in which they stood, one for each that reads differently."""
        found: dict[str, Selector] = {}
        for at in self.wordings:
            found.setdefault(" ".join(at.exact.split()).casefold(), at)
        return tuple(found.values())

    @property
    def exactly(self) -> bool:
        """Whether single words are told apart, not whole sentences."""
        return self.now != self.sentences[-1].at


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A sentence that stands no more, and the step that took it out."""

    sentence: Sentence
    step: Revision
    alone: bool = False
    """Most of what stood beside it still stands: the text was not written anew."""
    noticed: bool = False
    copied: tuple[Selector, ...] = ()
    """As of `Moved`."""


@dataclass(frozen=True, slots=True)
class History:
    """All that a chain of several versions, or a withdrawn report, tells."""

    chain: Chain
    revisions: tuple[Revision, ...]
    moved: tuple[Moved, ...]
    withdrawn: tuple[Withdrawn, ...]


def history(chain: Chain, texts: Sequence[Text]) -> History:
    """The history of a chain of several versions, which are these texts."""
    pairs = [align(a.sentences, b.sentences) for a, b in pairwise(texts)]
    steps = [_step(chain, texts, n, pairs[n]) for n in range(len(pairs))]
    moved = list(_moved(texts, pairs, steps)) if not chain.withdrawn else []
    gone = list(withdrawn(chain, texts, pairs, steps))
    spoken = {step.id: notice_words(step) for step in steps if step.kind in NOTICED}
    named = {m.step.id for m in moved if speaks_of(spoken.get(m.step.id, frozenset()), m)}
    return History(
        chain,
        tuple(s for s in steps if _tells(s)),
        tuple(replace(m, noticed=_noticed(m, spoken, named)) for m in moved),
        tuple(replace(w, noticed=w.step.kind in NOTICED and w.step.id not in named) for w in gone),
    )


def notice_words(step: Revision) -> frozenset[str]:
    """The words of the notices of a step in the form in which they are compared."""
    return frozenset(w.norm for at in step.notices for w in words_in(at.exact, 0, len(at.exact)))


def speaks_of(words: frozenset[str], moved: Moved) -> bool:
    """Whether these words of a notice name what was said before or what is said now."""
    values = (v for v in (*moved.before, moved.now) if moved.exactly)
    return any({w.norm for w in words_in(v.exact, 0, len(v.exact))} <= words for v in values)


def _noticed(moved: Moved, spoken: Mapping[str, frozenset[str]], named: set[str]) -> bool:
    """A notice that names what it corrects speaks of nothing else."""
    step = moved.step.id
    return step in spoken and (step not in named or speaks_of(spoken[step], moved))


def _tells(step: Revision) -> bool:
    return bool(step.changes or step.notices)


def _step(chain: Chain, texts: Sequence[Text], number: int, pairs: Mapping[int, int]) -> Revision:
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


def _moved(texts: Sequence[Text], pairs: Sequence[Mapping[int, int]], steps: Sequence[Revision]) -> Iterator[Moved]:
    """What each sentence of the last text said otherwise in earlier ones."""
    back = [{j: i for i, j in pair.items()} for pair in pairs]
    for number, sentence in enumerate(texts[-1].sentences):
        told: dict[tuple[Aspect, Selector], list[tuple[Sentence, Selector]]] = {}
        forms = list(_forms(texts, back, number))
        for form in forms:
            for aspect, one, two in _turns(form, sentence):
                told.setdefault((aspect, two), []).append((form, one))
        for (aspect, now), found in told.items():
            whole = (*(form for form, _ in found), sentence)
            yield Moved(aspect, tuple(at for _, at in found), now, whole, steps[_brought(forms, texts)])


def _id(text: Text) -> str:
    return text.reading.article.id


def _forms(texts: Sequence[Text], back: Sequence[Mapping[int, int]], number: int) -> list[Sentence]:
    """The earlier forms of a sentence of the last text that read differently from it, the first one first."""
    now = texts[-1].sentences[number].key
    found: list[Sentence] = []
    at: int | None = number
    for text, pair in zip(reversed(texts[:-1]), reversed(back), strict=True):
        at = pair.get(at) if at is not None else None
        if at is None:
            break
        if text.sentences[at].key != now:
            found.append(text.sentences[at])
    return found[::-1]


def _brought(forms: Sequence[Sentence], texts: Sequence[Text]) -> int:
    """The number of the step after the last form that reads differently."""
    last = forms[-1].reading.article.id
    return max(n for n, t in enumerate(texts[:-1]) if _id(t) == last)


def _turns(before: Sentence, after: Sentence) -> Iterator[tuple[Aspect, Selector, Selector]]:
    """In what the later form says something else, the words that said it before, and those that say it now."""
    alike = likeness(before, after)
    told = [(found[0], e) for e in edits(before, after) if (found := aspects(e, before, after, alike))]
    if len(told) > MOST_TURNS:
        yield told[0][0], before.at, after.at
        return
    for aspect, edit in told:
        words = _only_numbers(before, after) if aspect == "quantity" else None
        one, two = (counted(w, s) for w, s in zip(words or (edit.before, edit.after), (before, after), strict=True))
        if one and two:
            yield aspect, one, two
        else:  # a "not" that came in or went: only the whole sentences can be shown beside one another
            yield aspect, before.at, after.at


def _only_numbers(before: Sentence, after: Sentence) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The one number that went and the one that came, wherever the words around them were put."""
    gone = tuple(w for w in before.words if is_number(w.norm) and w.norm not in after.key)
    come = tuple(w for w in after.words if is_number(w.norm) and w.norm not in before.key)
    return (gone, come) if len(gone) == len(come) == 1 else None


def counted(words: Sequence[Word], sentence: Sentence) -> Selector | None:
    """The words, or the whole number or name that they stand in: "at least 12", "Karl Berg"."""
    at = span(words, sentence)
    reading = sentence.reading
    numbers = (q.selector for q in reading.quantities)
    names = (m.selector for a in reading.actors for m in a.mentions if m.form == "name")
    return next((s for s in (*numbers, *names) if at and s.covers(at)), at)


def withdrawn(
    chain: Chain, texts: Sequence[Text], pairs: Sequence[Mapping[int, int]], steps: Sequence[Revision]
) -> Iterator[Withdrawn]:
    """Sentences that stood once and stand no more, in any words; of a withdrawn report all."""
    now = [] if chain.withdrawn else texts[-1].sentences
    kept, index = {s.key for s in now}, Index(now)
    told: set[tuple[str, ...]] = set()
    for n in reversed(range(len(texts))):
        ended = n < len(texts) - 1
        if not ended and not chain.withdrawn:
            continue
        for i, sentence in enumerate(texts[n].sentences):
            gone = not ended or i not in pairs[n]
            if not gone or sentence.key in kept or sentence.key in told or not _is_missed(sentence):
                continue
            told.add(sentence.key)
            if not index.restated(sentence):
                alone = ended and len(pairs[n]) >= KEPT * len(texts[n].sentences)
                yield Withdrawn(sentence, steps[min(n, len(steps) - 1)], alone)


def _is_missed(sentence: Sentence) -> bool:
    return sentence.role != "headline" and len(telling(sentence)) >= SHORTEST
