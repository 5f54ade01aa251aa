"""Names of an article where a model missed them: letters in brackets, names it found elsewhere, capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from twosource.model import NameLabel
from twosource.nlp.adopted import WordSpan
from twosource.nlp.agreed import Agreed, Marked
from twosource.nlp.offices import office_word
from twosource.nlp.runs import capitalised, openings
from twosource.nlp.words import Line
from twosource.vocab.names import known_names, no_names, particles
from twosource.vocab.tags import tag_words

Words = tuple[str, ...]
Fits = Callable[[int, int], bool]
"""Whether words from the first number to the second can be the name that they are written as."""

_LONGEST = 14
"""Words of the longest name that is looked for."""
_LONGEST_ACRONYM = 8
_INITIALS_NEEDED = ("GPE", "LOC", "FAC", "EVENT", "MISC")
"""Kinds whose letters must be their initials: "Gaza City (AFP)" names the agency; bodies' may be of another tongue."""
_BEFORE = ("head", "honorific", "part", "portfolio", "country")
_AFTER = ("head", "part", "portfolio")
"""Capitalised words that stand beside a name and are no part of it, by their kind in nlp/offices.py."""
_PRONOUN = "PRON"


class Sought:
    """Names by their first word, so that a text is searched in time linear in its words."""

    def __init__(self, names: Iterable[Words]) -> None:
        self._names = frozenset(name for name in names if len(name) <= _LONGEST)
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            lengths.setdefault(name[0], set()).add(len(name))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def begins(self, words: Iterable[str]) -> bool:
        """Whether one of the words begins a name."""
        return not self._lengths.keys().isdisjoint(words)

    def found(self, words: list[str], fits: Fits) -> Iterator[tuple[int, int]]:
        """Where they stand, the longest first at each word, none in another."""
        end = 0
        for i, word in enumerate(words):
            if i < end:
                continue
            for n in self._lengths.get(word, ()):
                if i + n <= len(words) and tuple(words[i : i + n]) in self._names and fits(i, i + n):
                    yield i, i + n
                    end = i + n
                    break


def acronyms(marked: Marked, agreed: Agreed) -> dict[str, NameLabel]:
    """The letters in "Northern Relief Council (NRC)" or "NRC (Northern Relief Council)" to the name's label."""
    found: dict[str, NameLabel] = {}
    for line, (start, end, was) in marked.each(loud=False):
        words = line.words
        label = agreed.at(line, start, end, was) or was
        for i, bracketed in ((end + 1, (end, end + 2)), (start - 2, (start - 1, end))):
            if i < 0 or bracketed[1] >= len(words) or words[bracketed[0]] != "(" or words[bracketed[1]] != ")":
                continue
            if _stands_for(words[i], words[start:end], label, initials=i < start):
                found.setdefault(words[i], label)
    return found


def _stands_for(letters: str, words: list[str], label: NameLabel, *, initials: bool) -> bool:
    """Whether they are an acronym of the name; `initials`: its initials alone, as "PARIS (Zyx Times)" is none."""
    if not (letters.isupper() and letters.isalnum() and 1 < len(letters) <= _LONGEST_ACRONYM and len(words) > 1):
        return False
    if letters == "".join(word[0] for word in words if word[0].isupper()):
        return label in ("ORG", *_INITIALS_NEEDED)
    known = known_names().get(letters)
    return not initials and label == "ORG" and (known is None or known[0] == "ORG")


def add_letters(marked: Marked, agreed: Agreed, letters: Iterable[str]) -> None:
    """Marks acronyms wherever they stand as a word of their own."""
    _add(marked, agreed, Sought((short,) for short in letters), lambda line: lambda start, end: True)


def add_repeated(marked: Marked, agreed: Agreed, *, phrases: bool) -> None:
    """Marks names found twice or more wherever else they are written so: those of several words, or of one."""
    counts = Counter(tuple(line.words[start:end]) for line, (start, end, _) in marked.each(loud=False))
    names = [name for name, n in counts.items() if n > 1 and (len(name) > 1) == phrases]
    small = small_words(marked.lines)
    if phrases:
        _add(marked, agreed, Sought(names), _fits_phrase)
    else:
        sought = Sought(name for name in names if _may_stand_alone(name[0]))
        _add(marked, agreed, sought, lambda line: _fits_word(line, small))


def small_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words of an article that stand somewhere in small letters."""
    return frozenset(word for line in lines for word in line.words if word[0].islower())


def _add(marked: Marked, agreed: Agreed, sought: Sought, fitting: Callable[[Line], Fits]) -> None:
    for line, own, loud in zip(marked.lines, marked.spans, marked.loud, strict=True):
        if not loud and sought.begins(line.words):
            taken = {i for start, end, _ in own for i in range(start, end)}
            own.extend(_found(line, agreed, sought, taken, fitting(line)))
            own.sort()


def _found(line: Line, agreed: Agreed, sought: Sought, taken: set[int], fits: Fits) -> list[WordSpan]:
    places = sought.found(line.words, lambda start, end: taken.isdisjoint(range(start, end)) and fits(start, end))
    return [(start, end, label) for start, end in places if (label := agreed.at(line, start, end))]


def _may_stand_alone(word: str) -> bool:
    return len(word) > 1 and capitalised(word) and word not in no_names()


def _fits_phrase(line: Line) -> Fits:
    opening = frozenset(openings(line))
    return lambda start, end: _is_whole(line, start, end, opening)


def _fits_word(line: Line, small: frozenset[str]) -> Fits:
    """Where every sentence or title has a capital, a word is a name only if it never stands in small letters."""
    opening = frozenset(openings(line))

    def fits(start: int, end: int) -> bool:
        unsure = line.title_case or start in opening
        return not (unsure and line.words[start].lower() in small) and _is_whole(line, start, end, opening)

    return fits


def _is_whole(line: Line, start: int, end: int, opening: frozenset[int]) -> bool:
    """Whether no capitalised word beside makes it part of another name ("Acme Motors" in "Acme Motors Racing")."""
    words = line.words
    before = start - 2 if start > 1 and words[start - 1] == "-" and line.glued(start) else start - 1
    after = end + 1 if end + 1 < len(words) and words[end] == "-" and line.glued(end) else end
    if before == start - 2 and words[before] in particles():
        return False
    may_precede = before < 0 or before in opening or _goes_beside(line, before, start - 1, _BEFORE)
    return may_precede and (after == len(words) or _goes_beside(line, after, end, _AFTER))


def _goes_beside(line: Line, i: int, next_to: int, kinds: tuple[str, ...]) -> bool:
    """Whether word `i` is no part of a name: small, an office, a day; in a title every word has a capital."""
    word = line.words[i]
    if not capitalised(word) or word in no_names() or (line.title_case and i == next_to):
        return True
    return office_word(line.words, i)[0] in kinds


def add_loud(marked: Marked, agreed: Agreed) -> None:
    """Marks names of the other sentences in those all in capitals; a longer one takes the place of a shorter."""
    names = {tuple(line.words[start:end]) for line, (start, end, _) in marked.each(loud=False)}
    small = small_words(marked.lines)
    sought = Sought(_folded(name) for name in names if len(name) > 1 or _may_be_shouted(name[0], small))
    for i, (line, own) in enumerate(zip(marked.lines, marked.spans, strict=True)):
        if marked.loud[i]:
            places = sought.found(list(_folded(line.words)), lambda start, end: True)
            new = [(start, end, label) for start, end in places if (label := agreed.at(line, start, end))]
            marked.spans[i] = _longest([*own, *new], len(line.words))


def _folded(words: Iterable[str]) -> Words:
    return tuple(word.casefold() for word in words)


def _may_be_shouted(word: str, small: frozenset[str]) -> bool:
    """Whether a name of one word is one in capitals too: US and WHO are, IS and Banks may be common words."""
    low = word.lower()
    states = tag_words().get(low, {})
    if word.isupper():
        return len(word) > 1 and max(states, key=lambda s: states[s], default=_PRONOUN).startswith(_PRONOUN)
    return len(word) > 1 and low not in small and (not states or word in known_names())


def _longest(spans: list[WordSpan], size: int) -> list[WordSpan]:
    """Of names that overlap the longest, of two that are equal the one that stands first in the list."""
    free = [True] * size
    found = []
    for start, end, label in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(free[start:end]):
            free[start:end] = [False] * (end - start)
            found.append((start, end, label))
    return sorted(found)
