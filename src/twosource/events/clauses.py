"""The clauses of a sentence from its words alone: verb groups, noun phrases, who is subject and who is object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from twosource.events.syntax import Tree
from twosource.model import Sentence, Token
from twosource.vocab.events import noun_classes, verb_forms

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_INSIDE = _NOMINAL | {"ADJ", "DET"}
_BREAKS = frozenset({",", ";", ":", "—", "–", "―", "--", "-", "(", ")", '"', "“", "”"})
_OPENERS = frozenset({"who", "which", "that", "whose", "where", "when", "while", "whom"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_IN_GROUP = frozenset({"to", '"', "“"})
"""Other words inside a verb group: "should “immediately cancel”"."""

_PASSIVE = frozenset({"be", "get", "being"})
_PHRASE_LIMIT = 14
_GROUP_LIMIT = 7
_LIST_LIMIT = 6

Form = Literal["finite", "infinitive", "participle"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: indices of its first word, of its head, and one past its last."""

    first: int
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: indices of the first word and of the main verb."""

    first: int
    head: int
    auxiliaries: tuple[str, ...]
    form: Form
    passive: bool


def lemma_of(token: Token) -> str:
    """The lemma in small letters; forms of verbs that the tables list are looked up there."""
    return _read(token.text, token.upos, token.lemma)[1]


@lru_cache(maxsize=1 << 15)
def _read(text: str, tag: str, lemma: str) -> tuple[str, str, str]:
    """Word, lemma and tag; two slips are put right: IS is a name and no form of "be", "blamed" no part of a name."""
    word = text.lower().replace("’", "'")
    if tag == "PROPN" and text == word and word.endswith("ed"):
        tag = "VERB"
    if tag == "VERB":
        lemma = verb_forms().get(word) or lemma
    return word, lemma.lower(), "PROPN" if text == "IS" else tag


class Clauses:
    """A sentence read as clauses; `outside` are indices of words that belong to no noun phrase (time expressions)."""

    def __init__(self, sentence: Sentence, outside: frozenset[int] = frozenset()) -> None:
        self.sentence = sentence
        self.outside = outside
        read = [_read(t.text, t.upos, t.lemma) for t in sentence.tokens]
        self.words: tuple[str, ...]
        self.lemmas: tuple[str, ...]
        self.tags: tuple[str, ...]
        self.words, self.lemmas, self.tags = zip(*read, strict=True) if read else ((), (), ())

    @cached_property
    def tree(self) -> Tree:
        """The heads of the words."""
        return Tree(self.sentence.tokens, self.acts)

    def acts(self, i: int) -> bool:
        """Whether the word at `i` is somebody: a name, a pronoun, people or a body."""
        known = noun_classes().get(self.lemmas[i]) or noun_classes().get(self.words[i]) or frozenset()
        return self.tags[i] in ("PROPN", "PRON") or not known.isdisjoint(("people", "body"))

    @cached_property
    def compounds(self) -> Mapping[int, tuple[str, int]]:
        """Words tied by hyphens, by their first index: as one word ("cease-fire"), and the index of their last."""
        return {i - 1: ("".join(self.words[i - 1 : i + 2]), i + 1) for i in self._hyphens()}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words, lemmas and words tied by hyphens."""
        return frozenset((*self.words, *self.lemmas, *(word for word, _ in self.compounds.values())))

    def _hyphens(self) -> tuple[int, ...]:
        if "-" not in self.words:
            return ()
        return tuple(i for i, word in enumerate(self.words) if word == "-" and self.hyphenated(i))

    @cached_property
    def classed(self) -> Mapping[str, tuple[int, ...]]:
        """The indices of the nouns of each class of event_noun_classes.tsv that the sentence has."""
        found: dict[str, list[int]] = {}
        for i, words in enumerate(zip(self.lemmas, self.words, strict=True)):
            for name in next(filter(None, map(noun_classes().get, words)), ()):
                found.setdefault(name, []).append(i)
        return {name: tuple(indices) for name, indices in found.items()}

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """All verb groups in order; a form of "be" that no verb follows is the head of its own group."""
        found: list[VerbGroup] = []
        for i, tag in enumerate(self.tags):
            if (tag == "VERB" and not self.modifies(i)) or (tag == "AUX" and not self._helps(i)):
                found.append(self._group(i, found[-1].head if found else -1))
        return tuple(found)

    def _helps(self, i: int) -> bool:
        """Whether the auxiliary at `i` is followed by the verb it helps."""
        for j in range(i + 1, min(i + 5, len(self.tags))):
            if self.tags[j] in ("VERB", "AUX"):
                return True
            if self.tags[j] not in ("ADV", "PART"):
                return False
        return False

    def _group(self, head: int, after: int) -> VerbGroup:
        first = head
        for j in range(head - 1, max(after, head - _GROUP_LIMIT), -1):
            if self.tags[j] not in ("AUX", "PART", "ADV") and self.words[j] not in _IN_GROUP:
                break
            if self.words[j] in _POSSESSIVES and self.tags[j] == "PART":
                break
            first = j
            if self.words[j] == "to":
                break
        helpers = self.words[first:head]
        return VerbGroup(first, head, helpers, self._form(head, helpers), self._passive(first, head))

    def _form(self, head: int, helpers: tuple[str, ...]) -> Form:
        if "to" in helpers:
            return "infinitive"
        ing = self.words[head].endswith("ing")
        return "participle" if ing and "AUX" not in self.tags[head - len(helpers) : head] else "finite"

    def _passive(self, first: int, head: int) -> bool:
        if self.words[head].endswith("ing") or self.tags[head] == "AUX":
            return False
        if self.tree.reduced(head):
            return True
        if head == first:
            return self.words[head + 1 : head + 2] == ("by",)
        return not _PASSIVE.isdisjoint(self.lemmas[first:head])

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """Where each group's clause begins; one more at the end for the end of the sentence."""
        starts = [0]
        for left, right in zip(self.groups, self.groups[1:], strict=False):
            starts.append(self._boundary(left.head, right.first))
        return (*starts, len(self.words))

    def _boundary(self, left: int, right: int) -> int:
        for j in range(right - 1, left, -1):
            if self.words[j] in _OPENERS or self.words[j] in _BREAKS or self.tags[j] == "SCONJ":
                return j
            if self.tags[j] == "CCONJ" and j + 1 == right:
                return j
        phrase = self.phrase_ending(right - 1)
        return phrase.first if phrase and phrase.first > left + 1 else right

    def clause_at(self, i: int) -> int:
        """The index of the clause that holds the word at `i` (0 where the sentence has no verb)."""
        for k in range(len(self.groups) - 1, 0, -1):
            if self.bounds[k] <= i:
                return k
        return 0

    def clause_span(self, k: int) -> tuple[int, int]:
        """First word and one past the last word of clause `k`; the whole sentence where it has no verb."""
        return (self.bounds[k], self.bounds[k + 1]) if self.groups else (0, len(self.words))

    def reduced(self, k: int) -> bool:
        """Whether group `k` is a bare participle without an object after its noun ("a deal struck in Lima")."""
        group = self.groups[k]
        i, word = group.head, self.words[group.head]
        bare = group.first == i and i > 0 and self.tags[i - 1] in _NOMINAL and i - 1 not in self.outside
        if not bare or word == self.lemmas[i] or word.endswith(("ing", "s")):
            return False
        while i + 1 < len(self.words) and (self.tags[i + 1] == "ADV" or i + 1 in self.outside):
            i += 1
        return i + 1 == len(self.words) or self.phrase_starting(i + 1) is None

    def introducer(self, i: int) -> str:
        """The word before the noun phrase of the word at `i`, lengths of time skipped ("after a day of talks")."""
        j = self.phrase_start(i) - 1
        while j > 0 and (j in self.outside or (self.words[j] == "of" and j - 1 in self.outside)):
            j -= 1
        return self.words[j] if j >= 0 else ""

    def phrase_ending(self, i: int) -> Phrase | None:
        """The noun phrase whose last word is at `i`."""
        if i < 0 or self.tags[i] not in _NOMINAL or i in self.outside or self.words[i] in _OPENERS:
            return None
        return Phrase(self.phrase_start(i), i, i + 1)

    def phrase_start(self, i: int) -> int:
        """The first word of the noun phrase that holds the word at `i`, whatever its tag."""
        first = i
        while first > 0 and i - first < _PHRASE_LIMIT and self._joins(first - 1, first):
            first -= 1
        return first

    def phrase_starting(self, i: int) -> Phrase | None:
        """The noun phrase whose first word is at `i`."""
        end = i
        while end < len(self.tags) and end - i < _PHRASE_LIMIT and (end == i or self._joins(end - 1, end)):
            if not self._inside(end) or end in self.outside:
                break
            end += 1
        head = next((j for j in range(end - 1, i - 1, -1) if self.tags[j] in _NOMINAL), -1)
        if head < 0 or self.words[head] in _OPENERS or (head == i and self.words[i] in _DETERMINERS):
            return None
        return Phrase(i, head, head + 1)

    def _inside(self, i: int) -> bool:
        if self.words[i] in _BREAKS:
            return self.words[i] == "-" and self._hyphenates(i)
        if self.tags[i] == "VERB":
            return self.modifies(i)
        return self.tags[i] in _INSIDE or (self.words[i] in _POSSESSIVES and self.tags[i] == "PART")

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
        if not (0 < i < len(self.tags) - 1 and self.words[i].endswith(("ed", "en", "ing"))):
            return False
        before = self.words[i - 1]
        owned = before in _DETERMINERS or (before in _POSSESSIVES and self.tags[i - 1] == "PART")
        if not (owned or self.tags[i - 1] in ("DET", "NUM", "ADJ") or self.hyphenated(i - 1)):
            return False
        after = self.tags[i + 1 : i + 3]
        return after[0] in ("NOUN", "PROPN") or (after == ("ADJ", "NOUN") and self.tags[i - 1] == "DET")

    def _joins(self, left: int, right: int) -> bool:
        """Whether two neighbours belong to one noun phrase: a determiner or a pronoun opens another."""
        if not (self._inside(left) and self._inside(right)) or left in self.outside or right in self.outside:
            return False
        if self.words[right] in _POSSESSIVES:
            return self.tags[left] in _NOMINAL
        if self.words[left] in _DETERMINERS:
            return True
        opens = self.tags[right] in ("DET", "PRON")
        return not opens and (self.tags[left] != "PRON" or self.words[left] in _POSSESSIVES)

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
