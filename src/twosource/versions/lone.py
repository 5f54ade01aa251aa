"""What a report that was captured once says of its own earlier version: "It is nine, not 12"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twosource.model import Revision, RevisionKind, Selector, content_id
from twosource.text.stems import stem
from twosource.versions.align import telling
from twosource.versions.chains import Chain
from twosource.versions.history import history, withdrawn
from twosource.versions.revisions import KINDS
from twosource.versions.told import History, Moved, Text
from twosource.versions.turns import counted
from twosource.versions.words import Sentence, Word, is_number, words_in
from twosource.vocab.concepts import concepts
from twosource.vocab.versions import change_words


def histories(held: Iterable[Chain]) -> list[History]:
    """The history of each chain that has one: several versions, or a report that says of itself that it was changed."""
    found = ((chain, [Text(r) for r in chain.readings]) for chain in held)
    told = (history(chain, texts) if len(texts) > 1 else _lone(chain, texts[0]) for chain, texts in found)
    return [one for one in told if one is not None]


def _lone(chain: Chain, text: Text) -> History | None:
    """What a report of one version tells of an earlier one; None where it tells nothing."""
    step = lone_step(text)
    if step is None:
        return None
    gone = tuple(withdrawn(chain, [text], [], [step]))
    moved = () if chain.withdrawn else tuple(lone_moves(text, step))
    return History(chain, (step,), moved, gone)


def lone_step(text: Text) -> Revision | None:
    """The step that the notices of a report speak of, where no earlier version is known; None without such a notice."""
    kinds = [kind for name, kind in KINDS.items() if name != "update" and any(n.kind == name for n in text.notices)]
    if not kinds:
        return None
    kind: RevisionKind = kinds[0]
    article, page = text.reading.article, text.reading.page
    return Revision(
        id=content_id("revision", article.id, article.id),
        before=article.id,
        after=article.id,
        kind=kind,
        seen=page.retrieved or article.modified,
        notices=tuple(n.at for n in text.notices if KINDS[n.kind] == kind),
    )


def lone_moves(text: Text, step: Revision) -> Iterator[Moved]:
    """Numbers that a notice says were wrong, each beside the one that stands in the text now."""
    for at in step.notices:
        notice = _sentence(text, at)
        numbers = [w for n, w in enumerate(notice.words) if w.norm[0].isdecimal() and not _is_day(notice.words, n)]
        said = {w.norm for s in text.sentences for w in s.words}
        was = [w for w in numbers if w.norm not in said]
        now = {w.norm for w in numbers if w.norm in said}
        if len({w.norm for w in was}) != 1 or len(now) > 1:
            continue
        place = _place(text.sentences, notice, now)
        if place:
            sentence, word = place
            before, after = counted(was[:1], notice), counted((word,), sentence)
            if before and after:
                first = _with(sentence, word, was[0].norm)
                yield Moved("quantity", (before,), after, (first, sentence), step, noticed=True)


def _with(sentence: Sentence, word: Word, norm: str) -> Sentence:
    """The sentence as it must have read with another number, by which reprints of it are found."""
    words = tuple(w._replace(norm=norm) if w == word else w for w in sentence.words)
    return Sentence(sentence.reading, sentence.start, sentence.end, sentence.role, words)


def _sentence(text: Text, at: Selector) -> Sentence:
    words = tuple(words_in(text.reading.page.text, at.start, at.end))
    return Sentence(text.reading, at.start, at.end, "notice", words)


def _is_day(words: Sequence[Word], number: int) -> bool:
    """Whether the number stands beside the name of a month."""
    beside = words[max(0, number - 1) : number + 2]
    return any(w.norm in change_words("months") for w in beside)


def _place(text: Sequence[Sentence], notice: Sentence, now: set[str]) -> tuple[Sentence, Word] | None:
    """The one number that the notice speaks of, in the sentence that shares most with it; None where unsure."""
    about = _meanings(notice)
    ranked: list[tuple[int, int, Sentence, Word]] = []
    for order, sentence in enumerate(text):
        numbers = [w for w in sentence.words if is_number(w.norm) and (not now or w.norm in now)]
        shared = len(about & _meanings(sentence))
        if len({w.norm for w in numbers}) == 1 and (shared or now) and sentence.role != "headline":
            ranked.append((-shared, order, sentence, numbers[0]))
    ranked.sort(key=lambda r: r[:2])
    unsure = len(ranked) > 1 and ranked[0][0] == ranked[1][0] and ranked[0][3].norm != ranked[1][3].norm
    return (ranked[0][2], ranked[0][3]) if ranked and not unsure else None


def _meanings(sentence: Sentence) -> frozenset[str]:
    return frozenset(concepts().get(stem(w), stem(w)) for w in telling(sentence) if not is_number(w))
