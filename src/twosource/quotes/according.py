"""Sentences ascribed by a phrase: "according to the mayor", "in the words of the mayor", "in her view"."""

from __future__ import annotations

from functools import cache

from twosource.quotes.before import says_something
from twosource.quotes.broken import relative_end
from twosource.quotes.clauses import passed_on
from twosource.quotes.found import Found, Span
from twosource.quotes.heads import head_of
from twosource.quotes.names_after import phrase_after
from twosource.quotes.passage import Passage
from twosource.quotes.words import POSSESSIVE, STOPS, VERBAL, Range
from twosource.vocab.speech import cue_words, unnamed_speakers

THEIRS = POSSESSIVE - {"my", "our", "your"}
OPENS_CLAUSE = frozenset(("it", "he", "she", "they", "there"))
LONGEST_OWNER = 8
"""Words of a name or description before "'s view"."""


def ascribed(p: Passage, n: int) -> list[Found]:
    """Both "According to the minister, ..." and "..., in the words of the minister"."""
    low, high = p.sentences[n]
    found: list[Found] = []
    openings = _according_phrases()
    for k in range(low, high - 2):
        words = _according_words(p, k, high) if p.lower[k] in openings else 0
        speaker = phrase_after(p, k + words, high) if words else None
        if speaker is None:
            continue
        relative = _in_relative(p, low, k, speaker, high)
        right = _phrase_end(p, _without_subject(p, speaker, k == low, high), high)
        said = relative or _around(p, _part_start(p, low, k), k, right, high)
        if said:
            said_by = Span(p, speaker[0], speaker[1] if relative else right)
            content = [Span(p, a, b) for a, b in said]
            found.append(Found("according_to", content, n, None, Span(p, k, k + words), said_by))
    return [*found, *_in_words_of(p, n)]


def _in_relative(p: Passage, low: int, k: int, speaker: Range, high: int) -> list[Range]:
    """Both spans of "a plan which | according to the Post | would cost millions": "which" and all after the speaker."""
    apart = p.words[k - 1] == "," and k - low > 2
    about, verb = k - 1 - apart, speaker[1] + apart
    if k - low < 2 or p.lower[about] not in ("which", "who", "that") or p.tags[about] != "PRON" or verb >= high:
        return []
    if p.tags[verb] not in (*VERBAL, "ADV") or (apart and p.words[speaker[1]] != ","):
        return []
    return [(about, about + 1), (verb, relative_end(p, verb, high))]


def _part_start(p: Passage, low: int, k: int) -> int:
    """The word after a colon or semicolon before `k`, where verbs stand on both sides: "It went on: | two died"."""
    marks = (j for j in range(k - 1, low, -1) if p.words[j] in (":", ";") and p.outside(j))
    mark = next(marks, low - 1)
    both = mark >= low and all(any(p.tags[j] in VERBAL for j in side) for side in (range(low, mark), range(mark, k)))
    right_after = mark == k - 1 and mark > low
    return mark + 1 if both or right_after else low


def _without_subject(p: Passage, speaker: Range, opens: bool, high: int) -> int:
    """The end of the speaker's words, a subject after the comma left out: "According to investigators, | Low fled".

    A name does not describe "investigators" or "police"; and what a verb follows, without a comma, is a subject: all
    after the last comma ("According to the director, Ann Low, | the boy is well"), or a list of names.
    """
    commas = [k for k in range(*speaker) if p.words[k] == "," and p.outside(k)]
    if not opens or not commas:
        return speaker[1]
    comma = commas[0]
    noun = unnamed_speakers().get(p.lower[head_of(Span(p, speaker[0], comma))])
    several = noun is not None and (noun.plural or noun.kind != "person")
    runs_on = speaker[1] < high and p.words[speaker[1]] != ","
    listed = any(p.tags[k] == "CCONJ" for k in range(commas[-1], speaker[1]))
    return comma if several or (runs_on and listed) else commas[-1] if runs_on else speaker[1]


def _in_words_of(p: Passage, n: int) -> list[Found]:
    """Of "In her words, the dam was lost" and "The dam, by Low's account, was lost": who owns words or view speaks."""
    low, high = p.sentences[n]
    found = []
    for k in range(low, high - 3):
        apart = p.lower[k] in ("in", "by") and p.outside(k) and (k == low or p.words[k - 1] in STOPS)
        owner = _owner(p, k + 1, high) if apart else None
        if owner is None:
            continue
        noun = owner[1] + (p.lower[owner[1]] == "'s")
        content = [Span(p, a, b) for a, b in _around(p, low, k, noun + 1, high)]
        if content:
            found.append(Found("according_to", content, n, None, Span(p, noun, noun + 1), Span(p, *owner)))
    return found


def _owner(p: Passage, i: int, high: int) -> Range | None:
    """The words from `i` on that own a view which a comma or the sentence's end follows: "her", "Joan Low"."""
    ends = (k for k in range(i + 1, min(i + LONGEST_OWNER, high)) if p.lower[k] == "'s")
    end = i + 1 if p.lower[i] in THEIRS else next(ends, i)
    noun = end + (end < high and p.lower[end] == "'s")
    if i >= end or noun + 1 >= high or p.lower[noun] not in cue_words("view"):
        return None
    # "In his assessment the dam will hold": at the head of a sentence no comma is needed before a noun phrase
    runs_on = p.words[i - 1] == "In" and p.tags[noun + 1] in ("DET", "PRON", "PROPN")
    runs_on = runs_on and not any(p.words[k] == "," and passed_on(p, k + 1, high) for k in range(noun, high))
    return (i, end) if p.words[noun + 1] in STOPS or runs_on else None


def _according_words(p: Passage, k: int, high: int) -> int:
    """How many words "according to" or a phrase like it has at word `k`; 0 where there is none."""
    if not p.outside(k):
        return 0
    phrases = _according_phrases()[p.lower[k]]
    return next((len(w) for w in phrases if k + len(w) < high and tuple(p.lower[k : k + len(w)]) == w), 0)


@cache
def _according_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    split = sorted(tuple(phrase.split(" ")) for phrase in cue_words("according"))
    return {first: tuple(w for w in split if w[0] == first) for first in {w[0] for w in split}}


def _phrase_end(p: Passage, i: int, high: int) -> int:
    while i < high and p.outside(i) and (p.words[i] not in STOPS or p.is_hyphen(i)) and not _opens_clause(p, i, high):
        i += 1
    return i


def _opens_clause(p: Passage, i: int, high: int) -> bool:
    """Whether a clause begins without a comma: "According to the union | it was an accident"."""
    return p.lower[i] in OPENS_CLAUSE and i + 1 < high and p.tags[i + 1] in VERBAL


def _around(p: Passage, low: int, k: int, right: int, high: int) -> list[Range]:
    """What "according to" at `k` ascribes: the clause before it, else what follows, else both halves of a clause."""
    if k - low <= 1:
        return [(right, high)] if says_something(p, right, high) else []
    if any(p.tags[j] in VERBAL for j in range(low, k)):
        return [(low, k)]
    return [half for half in ((low, k), (right, high)) if says_something(p, *half)]
