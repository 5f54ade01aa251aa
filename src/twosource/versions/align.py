"""Which sentence of the later version is which of the earlier one."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from twosource.versions.words import Sentence, is_number
from twosource.vocab.line_cues import function_words

SAME_REPORT = 0.15
"""Part of the runs of three words of the shorter text that the longer one must hold to be a version of it. Independent
reports of one happening share a twentieth; of a text that its desk wrote anew a fifth stays, mostly background."""
NEAR = 0.5
"""Words in common (Dice) from which two sentences are one that was changed …"""
NEAR_IN_PLACE = 0.34
"""… and where the sentences before or after both are the same, too."""
OTHER_PLACE = 0.7
"""What is left of that likeness where one of the two is a headline and the other is not."""
COMMON = 40
"""Sentences that hold a word, above which it brings none of them together: work stays linear in the text."""
TRIED = 8
"""Sentences that one is compared with."""
RESTATED = 0.8
"""Part of the telling words of a sentence that stand in another or in two neighbours, which then say it still."""


def same_report(before: Sequence[Sentence], after: Sequence[Sentence]) -> bool:
    """Whether two texts are versions of one article: enough runs of three words of the shorter one are in the other."""
    one, two = (_runs(text) for text in (before, after))
    short, long = sorted((one, two), key=len)
    return bool(short) and len(short & long) >= SAME_REPORT * len(short)


def _runs(text: Sequence[Sentence]) -> set[tuple[str, ...]]:
    return {s.key[n : n + 3] for s in text for n in range(max(1, len(s.key) - 2))}


def align(before: Sequence[Sentence], after: Sequence[Sentence]) -> dict[int, int]:
    """Number of a sentence of `before` to that of the sentence of `after` that is the same or a changed form of it."""
    found = _equal(before, after)
    taken = set(found.values())
    left = [n for n in range(len(before)) if n not in found]
    right = [n for n in range(len(after)) if n not in taken]
    near = sorted(_near(before, after, left, right, found), key=lambda pair: (-pair[0], pair[1], pair[2]))
    for _, i, j in near:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _equal(before: Sequence[Sentence], after: Sequence[Sentence]) -> dict[int, int]:
    """Sentences of the same words, wherever they stand, each once."""
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for j, sentence in enumerate(after):
        waiting[sentence.key].append(j)
    return {i: waiting[s.key].popleft() for i, s in enumerate(before) if waiting.get(s.key)}


def _near(
    before: Sequence[Sentence],
    after: Sequence[Sentence],
    left: Sequence[int],
    right: Sequence[int],
    same: dict[int, int],
) -> Iterator[tuple[float, int, int]]:
    """How alike, and the numbers, of pairs that are alike enough to be one sentence."""
    holding: dict[str, list[int]] = defaultdict(list)
    for j in right:
        for word in set(after[j].key):
            holding[word].append(j)
    for i in left:
        shared = Counter(j for word in set(before[i].key) if len(at := holding.get(word, ())) <= COMMON for j in at)
        for j, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:TRIED]:
            moved = _is_headline(before[i]) != _is_headline(after[j])
            value = likeness(before[i], after[j]) * (OTHER_PLACE if moved else 1.0)
            beside = same.get(i - 1, -2) == j - 1 or same.get(i + 1, -2) == j + 1
            if value >= (NEAR_IN_PLACE if beside else NEAR):
                yield value, i, j


def _is_headline(sentence: Sentence) -> bool:
    return sentence.role == "headline"


def likeness(one: Sentence, two: Sentence) -> float:
    """The words that two sentences have in common, twice, by all their words (Dice): 0 to 1."""
    both = (Counter(one.key) & Counter(two.key)).total()
    return 2 * both / (len(one.key) + len(two.key))


def telling(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence that say what it tells: no function words."""
    return frozenset(w for w in sentence.key if w not in function_words() or is_number(w))


class Index:
    """Sentences by their telling words, to find where one is said in other words; linear in the text."""

    def __init__(self, text: Sequence[Sentence]) -> None:
        self._text = text
        self._words = [telling(s) for s in text]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for n, words in enumerate(self._words):
            for word in sorted(words):
                self._holding[word].append(n)

    def restated(self, sentence: Sentence) -> Sentence | None:
        """The sentence that says the same in most of its words and all its numbers, alone or with the one after it."""
        wanted = telling(sentence)
        numbers = {w for w in sentence.key if is_number(w)}
        shared = Counter(n for w in sorted(wanted) if len(at := self._holding.get(w, ())) <= COMMON for n in at)
        for n, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:TRIED]:
            held = self._words[n] | self._after(n)
            if len(wanted & held) >= RESTATED * len(wanted) and numbers <= held:
                return self._text[n]
        return None

    def _after(self, number: int) -> frozenset[str]:
        """The words of the next sentence of the same article."""
        following = self._text[number + 1] if number + 1 < len(self._text) else None
        same = following is not None and following.reading.article.id == self._text[number].reading.article.id
        return self._words[number + 1] if same else frozenset()
