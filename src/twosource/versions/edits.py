"""What was changed inside a sentence: which words, whether it is a trifle, and in what it now says something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from twosource.model import Aspect, Selector
from twosource.text.stems import stem
from twosource.versions.words import Sentence, Word, is_number
from twosource.vocab.concepts import concepts
from twosource.vocab.line_cues import function_words
from twosource.vocab.versions import change_words
from twosource.vocab.word_shares import word_shares

MOST = 40_000
"""Pairs of words up to which two sentences are compared word by word; beyond it their middles count as one change."""
SHORTEST_TYPO = 5
"""Letters of the shorter of two words that may be one and a slip of the pen."""
FEW = 3
"""Telling words that one edit replaces: of more the sentence was written anew."""
_CALENDAR = change_words("months") | change_words("days")
ALIKE = 0.6
"""How alike the two sentences are where a replaced word is a change of what is said, not of how."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the earlier sentence, and those of the later one that stand in their place; one may be none."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


def edits(before: Sentence, after: Sentence) -> list[Edit]:
    """The edits that lead from one sentence to the other in order, trifles left out."""
    return [e for e in _all(before.words, after.words) if not _is_trifle(e)]


def _all(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Edit]:
    one, two = [w.norm for w in before], [w.norm for w in after]
    if len(one) * len(two) > MOST:
        yield _middle(before, after)
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(tuple(before[a:b]), tuple(after[c:d]))


def _middle(before: Sequence[Word], after: Sequence[Word]) -> Edit:
    """What is left without the words that both begin and end with."""
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n].norm != after[n].norm), most)
    tail = next((n for n in range(most - head) if before[-1 - n].norm != after[-1 - n].norm), most - head)
    return Edit(tuple(before[head : len(before) - tail]), tuple(after[head : len(after) - tail]))


def _is_trifle(edit: Edit) -> bool:
    """Whether only words were joined or parted ("on-line", "online"), or slips of the pen in them mended."""
    one, two = ([w.norm for w in words] for words in (edit.before, edit.after))
    if any(map(is_number, [*one, *two])) or not (one and two):
        return False
    if "".join(one) == "".join(two):
        return True
    return len(one) == len(two) and all(
        a.norm == b.norm or (not a.capital and not b.capital and _is_slip(a.norm, b.norm))
        for a, b in zip(edit.before, edit.after, strict=True)
    )


def _is_slip(one: str, two: str) -> bool:
    """Whether one of two words is the other misspelled: one letter too many or too few inside it, two turned about, or
    a wrong vowel. Two common words are two words, and an ending makes another form.
    """
    short, long = sorted((one, two), key=len)
    if len(short) < SHORTEST_TYPO or one[0] != two[0] or one[-1] != two[-1]:
        return False
    if _weighs(one) or _weighs(two) or (stem(one) in word_shares() and stem(two) in word_shares()):
        return False
    at = next((n for n in range(len(short)) if short[n] != long[n]), len(short))
    if len(short) < len(long):
        return len(long) == len(short) + 1 and short[at:] == long[at + 1 :]
    turned = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return turned or (short[at] in _VOWELS and long[at] in _VOWELS and short[at + 1 :] == long[at + 1 :])


_VOWELS = frozenset("aeiou")


def _weighs(word: str) -> bool:
    return word in _CALENDAR or word in change_words("negates") or word in change_words("unsure")


def aspects(edit: Edit, before: Sentence, after: Sentence, alike: float) -> tuple[Aspect, ...]:
    """In what the edit changes what is said; none where words only came in, or others were chosen for the same.

    Both sentences are whole: what an edit takes from one place and puts in another was not taken away.
    """
    gone = [w for w in edit.before if w.norm not in after.key]
    come = [w for w in edit.after if w.norm not in before.key]
    found: list[Aspect] = []
    if any(is_number(w.norm) or w.norm in _MEASURES for w in gone) or _counts_other(edit):
        found.append("time" if _is_time(edit.before, before) or _is_time(edit.after, after) else "quantity")
    elif any(w.norm in _CALENDAR for w in gone):
        found.append("time")
    if any(w.norm in change_words("negates") for w in (*gone, *come)):
        found.append("polarity")
    elif alike >= ALIKE and any(w.norm in change_words("unsure") for w in (*gone, *come)):
        found.append("realis")
    if names := [w for w in gone if _is_name(w, before)]:
        found.append("place" if any(_in_place(w, before) for w in names) else "actor")
    if not found and alike >= ALIKE and _says_other(gone, come):
        found.append("wording")
    return tuple(found)


def _counts_other(edit: Edit) -> bool:
    """Whether other numbers stand where numbers stood, though those may stand elsewhere: "Five, two of them"."""
    one, two = ([w.norm for w in words if is_number(w.norm)] for words in (edit.before, edit.after))
    return bool(one and two) and one != two


_MEASURES = frozenset("$€£¥%")


def _is_time(words: Sequence[Word], sentence: Sentence) -> bool:
    """Whether the number is part of a day or a time of day, not a length of time."""
    if any(w.norm in _CALENDAR for w in words):
        return True
    times = [t.selector for t in sentence.reading.times if t.timex.type in ("DATE", "TIME")]
    return any(t.start <= w.start < t.end for t in times for w in words if is_number(w.norm))


def _is_name(word: Word, sentence: Sentence) -> bool:
    return word.norm not in _CALENDAR and not is_number(word.norm) and (word.capital or _named(word, sentence))


def _named(word: Word, sentence: Sentence) -> bool:
    """Whether a word that opens its sentence stands in a name."""
    if word.start != sentence.words[0].start or word.norm in function_words():
        return False
    mentions = (m.selector for a in sentence.reading.actors if a.named for m in a.mentions if m.form == "name")
    return _in_place(word, sentence) or any(s.start <= word.start < s.end for s in mentions)


def _in_place(word: Word, sentence: Sentence) -> bool:
    return any(s.start <= word.start < s.end for p in sentence.reading.places for s in p.mentions)


def _says_other(gone: Sequence[Word], come: Sequence[Word]) -> bool:
    """Whether a few telling words gave way to others that do not mean the same."""
    one, two = (_meanings(words) for words in (gone, come))
    return 0 < len(one) <= FEW and 0 < len(two) <= FEW and not one & two


def _meanings(words: Sequence[Word]) -> set[str]:
    plain = (w.norm for w in words if w.norm not in function_words() and w.norm not in change_words("speech"))
    return {concepts().get(stem(w), stem(w)) for w in plain}


def span(words: Sequence[Word], sentence: Sentence) -> Selector | None:
    """The words as written, from the first to the last; None for none."""
    if not words:
        return None
    return Selector.of(sentence.reading.page, words[0].start, words[-1].end)
