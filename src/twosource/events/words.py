"""A sentence's words with their lemmas and tags, and its noun phrases by the tags alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from twosource.events.known import NOMINAL, POSSESSIVES, known_word
from twosource.model import Selector, Sentence
from twosource.vocab.events import verb_phrases

OPENERS = frozenset({"who", "which", "that", "whose", "where", "when", "while", "whom"})
_DETERMINERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_MODIFIED = frozenset({"NOUN", "PROPN", "ADJ"})
_PHRASE_LIMIT = 14
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_IN_DATELINE = frozenset({"PROPN", "NUM", "PUNCT", "SYM"})
_DATELINE_LIMIT = 12
_LIST_LIMIT = 6


class Phrase(NamedTuple):
    """A noun phrase: indices of its first word, of its head, and one past its last."""

    first: int
    head: int
    end: int


class Words:
    """A sentence as words; those inside one of its `times` are `outside`: they belong to no noun phrase."""

    def __init__(self, sentence: Sentence, times: Sequence[Selector] = ()) -> None:
        self.sentence = sentence
        self.starts: tuple[int, ...] = ()
        self.words: tuple[str, ...] = ()
        self.lemmas: tuple[str, ...] = ()
        self.tags: tuple[str, ...] = ()
        self.endings: tuple[frozenset[str], ...] = ()
        self.names: tuple[bool, ...] = ()
        self.classes: tuple[frozenset[str], ...] = ()
        self.contexts: tuple[str, ...] = ()
        self._sure: tuple[bool | None, ...] = ()
        if sentence.tokens:
            self.starts, _, texts, tags, lemmas, *_ = zip(*sentence.tokens, strict=True)
            read = map(known_word, texts, tags, lemmas)
            self.words, self.lemmas, self.tags, *known = zip(*read, strict=True)
            self.endings, self.names, self.classes, self.contexts, self._sure = known
        self.outside: frozenset[int] = frozenset()
        if times:
            self.outside = frozenset([i for words in times for i in self.stretch(words)])
        self._phrase_starts: dict[int, int] = {}
        self.compounds: Mapping[int, tuple[str, int]] = {}
        if "-" in self.words:
            self.compounds = self._compounds()
            self.lemmas = self._tied_lemmas()

    @cached_property
    def vocabulary(self) -> AbstractSet[str]:
        """All words, lemmas and words tied by hyphens."""
        tied = [word for word, _ in self.compounds.values()] if self.compounds else ()
        return {*self.words, *self.lemmas, *tied}

    def stretch(self, words: Selector) -> range:
        """The indices of the words that begin inside `words`."""
        return range(bisect_left(self.starts, words.start), bisect_left(self.starts, words.end))

    def acts(self, i: int) -> bool:
        """Whether the word at `i` is somebody: a name, a pronoun, people or a body."""
        return self.tags[i] in ("PROPN", "PRON") or not self.classes[i].isdisjoint(("people", "body"))

    def _compounds(self) -> dict[int, tuple[str, int]]:
        """Words tied by hyphens, by their first index: as one word ("cease-fire"), and the index of their last."""
        tied = (i for i, word in enumerate(self.words) if word == "-" and self.hyphenated(i))
        return {i - 1: ("".join(self.words[i - 1 : i + 2]), i + 1) for i in tied}

    def _tied_lemmas(self) -> tuple[str, ...]:
        """The lemmas; of a verb that a hyphen ties ("test-fired") that of both, where the tables have it."""
        found = list(self.lemmas)
        for first, (_, last) in self.compounds.items():
            tied = f"{self.words[first]}-{self.lemmas[last]}"
            if self.tags[last] == "VERB" and tied in verb_phrases():
                found[last] = tied
        return tuple(found)

    @cached_property
    def classed(self) -> Mapping[str, tuple[int, ...]]:
        """The indices of the nouns of each class of event_noun_classes.tsv that the sentence has."""
        found: dict[str, list[int]] = {}
        for i in compress(range(len(self.classes)), self.classes):
            for name in self.classes[i]:
                found.setdefault(name, []).append(i)
        return {name: tuple(indices) for name, indices in found.items()}

    @cached_property
    def _inside(self) -> list[bool]:
        """Of each word whether it can stand inside a noun phrase."""
        found = [self._special(i) if sure is None else sure for i, sure in enumerate(self._sure)]
        for i in self.outside:
            found[i] = False
        return found

    def _special(self, i: int) -> bool:
        """Whether a hyphen or a verb can stand inside a noun phrase after all."""
        return self._hyphenates(i) if self.words[i] == "-" else self.modifies(i)

    def phrase_ending(self, i: int) -> Phrase | None:
        """The noun phrase whose last word is at `i`."""
        if i < 0 or self.tags[i] not in NOMINAL or i in self.outside or self.words[i] in OPENERS:
            return None
        return Phrase(self.phrase_start(i), i, i + 1)

    def phrase_start(self, i: int) -> int:
        """The first word of the noun phrase that holds the word at `i`, whatever its tag."""
        if i not in self._phrase_starts:
            first, floor = i, max(0, i - _PHRASE_LIMIT)
            while first > floor and self._joins(first - 1, first):
                first -= 1
            self._phrase_starts[i] = first
        return self._phrase_starts[i]

    def phrase_starting(self, i: int) -> Phrase | None:
        """The noun phrase whose first word is at `i`."""
        end, limit = i, min(len(self.tags), i + _PHRASE_LIMIT)
        while end < limit and self._inside[end] and (end == i or self._joins(end - 1, end)):
            end += 1
        head = next((j for j in range(end - 1, i - 1, -1) if self.tags[j] in NOMINAL), -1)
        if head < 0 or self.words[head] in OPENERS or (head == i and self.words[i] in _DETERMINERS):
            return None
        return Phrase(i, head, head + 1)

    def _joins(self, left: int, right: int) -> bool:
        """Whether two neighbours belong to one noun phrase: a determiner or a pronoun opens another."""
        if not (self._inside[left] and self._inside[right]):
            return False
        if self.words[right] in POSSESSIVES:
            return self.tags[left] in NOMINAL
        if self.words[left] in _DETERMINERS:
            return True
        opens = self.tags[right] in ("DET", "PRON")
        return not opens and (self.tags[left] != "PRON" or self.words[left] in POSSESSIVES)

    @cached_property
    def opens(self) -> int:
        """One past the last word of "LIMA, March 16 (Reuters) --", 0 where the sentence has none."""
        for i, word in enumerate(self.words[:_DATELINE_LIMIT]):
            if word in _DASHES and not self.hyphenated(i):
                return i + 1
            if self.tags[i] not in _IN_DATELINE:
                break
        return 0

    def hyphenated(self, i: int) -> bool:
        """Whether a hyphen at `i` ties the word before to the one after ("assault-weapons")."""
        return 0 < i < len(self.words) - 1 and self.words[i] == "-" and self._close(i)

    def _close(self, i: int) -> bool:
        before, here, after = self.sentence.tokens[i - 1 : i + 2]
        return before.end == here.start and here.end == after.start

    def _hyphenates(self, i: int) -> bool:
        """Whether the hyphen at `i` is inside a name ("Jean-Yves"), no blank around it."""
        return self.hyphenated(i) and self.tags[i - 1] == self.tags[i + 1] == "PROPN"

    def modifies(self, i: int) -> bool:
        """Whether the participle at `i` stands inside a noun phrase ("75 displaced people")."""
        after = self.tags[i + 1 : i + 3]
        if i == 0 or not after or after[0] not in _MODIFIED or not self.words[i].endswith(("ed", "en", "ing")):
            return False
        before, tag = self.words[i - 1], self.tags[i - 1]
        owned = before in _DETERMINERS or (before in POSSESSIVES and tag == "PART")
        if not (owned or tag in ("DET", "NUM", "ADJ") or self.hyphenated(i - 1)):
            return False
        return after[0] != "ADJ" or (tag == "DET" and after[1:] == ("NOUN",))

    def introducer(self, i: int) -> str:
        """The word before the noun phrase of the word at `i`, lengths of time skipped ("after a day of talks")."""
        j = self.phrase_start(i) - 1
        while j > 0 and (j in self.outside or (self.words[j] == "of" and j - 1 in self.outside)):
            j -= 1
        return self.words[j] if j >= 0 else ""

    def listed_back(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """`phrase` and those before it in a list that "and" closes ("X, Y and Z"), in the order of the text."""
        found = [phrase]
        allowed: tuple[str, ...] = ("and", "or", "&")
        while len(found) < _LIST_LIMIT:
            j = found[0].first - 1
            if j < 1 or self.words[j] not in allowed:
                break
            before = self.phrase_ending(j - 2 if self.words[j - 1] == "," else j - 1)
            if before is None:
                break
            found.insert(0, before)
            allowed = ("and", "or", "&", ",")
        return tuple(found)

    def listed_on(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """`phrase` and those after it in a list; one that a verb follows is that verb's subject and stays out."""
        found = [phrase]
        while len(found) < _LIST_LIMIT:
            j = found[-1].end
            if j + 1 >= len(self.words) or self.words[j] not in ("and", "or", ",", "&"):
                break
            after = self.phrase_starting(j + 2 if self.words[j + 1] in ("and", "or") else j + 1)
            if after is None or self._opens_clause(after):
                break
            found.append(after)
        closed = len(found) > 1 and self.words[found[-1].first - 1] in ("and", "or", "&")
        return tuple(found) if closed else (phrase,)

    def _opens_clause(self, phrase: Phrase) -> bool:
        return phrase.end < len(self.tags) and self.tags[phrase.end] in ("VERB", "AUX")

    def outermost(self, phrase: Phrase) -> Phrase:
        """The phrase on which `phrase` hangs by prepositions ("the leader of the party in Berlin": the leader)."""
        for _ in range(4):
            j = phrase.first - 1
            if j < 1 or self.tags[j] != "ADP" or self.words[j] in ("by", "after", "before", "about"):
                break
            before = self.phrase_ending(j - 1)
            if before is None:
                break
            phrase = before
        return phrase
