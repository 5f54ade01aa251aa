"""What a chain of versions tells: each step to the next text, what was said otherwise before, what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.model import Aspect, Revision, Selector
from twosource.versions.align import Index, align, telling
from twosource.versions.chains import Chain
from twosource.versions.revisions import NOTICED, step
from twosource.versions.told import History, Moved, Text, Withdrawn
from twosource.versions.turns import turns
from twosource.versions.words import Sentence, words_in

KEPT = 0.6
"""Part of the sentences of a text, changed ones too, that the next one has where it was not written anew."""
SHORTEST = 4
"""Telling words of a sentence that says enough to be missed."""


def history(chain: Chain, texts: Sequence[Text]) -> History:
    """The history of a chain of several versions, which are these texts."""
    pairs = [align(a.sentences, b.sentences) for a, b in pairwise(texts)]
    steps = [step(chain, texts, n, pairs[n]) for n in range(len(pairs))]
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


def _moved(texts: Sequence[Text], pairs: Sequence[Mapping[int, int]], steps: Sequence[Revision]) -> Iterator[Moved]:
    """What each sentence of the last text said otherwise in earlier ones."""
    back = [{j: i for i, j in pair.items()} for pair in pairs]
    for number, sentence in enumerate(texts[-1].sentences):
        told: dict[tuple[Aspect, Selector], list[tuple[Sentence, Selector]]] = {}
        forms = list(_forms(texts, back, number))
        for form in forms:
            for aspect, one, two in turns(form, sentence):
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
