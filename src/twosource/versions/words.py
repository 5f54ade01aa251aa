"""The running text of an article as sentences of words, in the one form in which two versions are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from twosource.model import BODY_ROLES, Reading, Selector
from twosource.text.sentences import split_sentences
from twosource.vocab.numbers import number_words
from twosource.vocab.spellings import one_spelling
from twosource.vocab.versions import change_words, page_clocks

RUNNING = BODY_ROLES | {"headline", "subhead"}
"""Roles whose words are compared."""
_TOKEN = re.compile(
    r"(?<![\w.,)])[-−](?=\d)|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥%?]", re.IGNORECASE
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_CLOCK_LONGEST = 160
"""Characters of a sentence that may only tell the time."""


class Word(NamedTuple):
    """A word of a page: its code points, and the form in which it is compared: "1,200" as 1200, "twelve" as 12."""

    start: int
    end: int
    norm: str
    capital: bool
    """It begins with a capital letter and does not open its sentence."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of the running text of an article."""

    reading: Reading
    start: int
    end: int
    role: str
    words: tuple[Word, ...]

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What two sentences have in common that differ in white space, punctuation and quotation marks only."""
        return tuple(w.norm for w in self.words)

    @property
    def at(self) -> Selector:
        """Where it stands."""
        return Selector.of(self.reading.page, self.start, self.end)


def sentences(reading: Reading, without: tuple[Selector, ...] = ()) -> list[Sentence]:
    """The sentences of the running text in order, but for those that only tell the time or overlap `without`."""
    text = reading.page.text
    found = []
    for block in reading.article.blocks:
        if block.role not in RUNNING:
            continue
        for start, end in split_sentences(text, block.start, block.end):
            if not any(s.start < end and start < s.end for s in without) and not _tells_time(text[start:end]):
                words = tuple(words_in(text, start, end))
                if words:
                    found.append(Sentence(reading, start, end, block.role, words))
    return found


def clocks(reading: Reading) -> list[Selector]:
    """The blocks of the running text that only tell when the page was made or how long it is to read."""
    page = reading.page
    return [
        Selector.of(page, b.start, b.end)
        for b in reading.article.blocks
        if b.role in RUNNING and b.end > b.start and _tells_time(page.text[b.start : min(b.end, b.start + 200)])
    ]


def _tells_time(text: str) -> bool:
    line = " ".join(text[: _CLOCK_LONGEST + 1].split())
    return len(line) <= _CLOCK_LONGEST and any(pattern.fullmatch(line) for pattern, _ in page_clocks())


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of `text[start:end]`, a sentence; "didn't" is two, at one place."""
    tens: Word | None = None
    first = True
    for match in _TOKEN.finditer(text, start, end):
        a, b = match.span()
        capital = match[0][0].isupper() and not first
        first = False
        for norm in _norms(match[0]):
            word = Word(a, b, norm, capital)
            if tens and norm in _DIGITS and text[tens.end : a] in ("-", " "):
                word, tens = Word(tens.start, b, f"{tens.norm[:-1]}{norm}", False), None
            elif tens:
                yield tens
                tens = None
            if word.norm == norm and match[0].lower() in _TENS:
                tens = word
                continue
            yield word
    if tens:
        yield tens


_DIGITS = frozenset("123456789")
_TENS = frozenset(w for w, number in number_words().items() if number.kind == "ten")


@lru_cache(maxsize=1 << 15)
def _norms(written: str) -> tuple[str, ...]:
    """The form of one word, or the two of a word with "n't"."""
    word = written.casefold().replace("’", "'").replace("−", "-")
    if word[0].isdecimal():
        bare = _THOUSANDS.sub("", word)
        return (f"#{bare[:-2]}",) if bare[-2:] in ("st", "nd", "rd", "th") else (bare,)
    number = number_words().get(word)
    if number and number.kind in ("unit", "ten"):
        return (str(number.value),)
    if number and number.kind == "ordinal":
        return (f"#{number.value}",)
    if word.endswith("n't") or word == "cannot":
        return _SHORTER.get(word, word[:-3]), "not"
    return (one_spelling().get(word, word),)


_SHORTER = {long: short for long, _, short in (pair.partition("=") for pair in change_words("shorter"))}
"""Words that end in a "not" of their own way, and what stands before it: "won't" is "will not"."""


def is_number(norm: str) -> bool:
    """Whether the form of a word is that of a number."""
    return norm[0] == "#" or norm[0].isdecimal()
