"""The clauses of a sentence: its verb groups, and where the clause of each begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import compress
from typing import Literal, NamedTuple

from twosource.events.known import BREAKS, NOMINAL, POSSESSIVES
from twosource.events.syntax import Tree
from twosource.events.words import OPENERS, Phrase, Words
from twosource.model import Selector, Sentence
from twosource.vocab.word_sets import word_set

_IN_GROUP = frozenset({"to", '"', "“"})
"""Other words inside a verb group: "should “immediately cancel”"."""

_CLAUSE_BREAKS = OPENERS | BREAKS
_HELPERS = frozenset({"AUX", "PART", "ADV"})
_VERBAL = frozenset({"VERB", "AUX"})
_PASSIVE = frozenset({"be", "get", "being"})
_SUFFERS = frozenset({"nsubj:pass"})
_SUFFERED = word_set("suffered without an object")
_BEFORE_DESCRIBING = frozenset({"ADJ", "DET", "NUM"})
_BEFORE_SUFFERED = frozenset({"NOUN", "PROPN", "NUM", "CCONJ"})
_NO_OBJECT = frozenset({"ADP", "SCONJ", "CCONJ", "PUNCT"})
_TERMS = frozenset({"year", "month", "week", "day", "game", "match", "life"})
_GROUP_LIMIT = 7

Form = Literal["finite", "infinitive", "participle"]


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: indices of the first word and of the main verb."""

    first: int
    head: int
    auxiliaries: tuple[str, ...]
    form: Form


class Clauses(Words):
    """A sentence read as clauses."""

    def __init__(self, sentence: Sentence, times: Sequence[Selector] = ()) -> None:
        super().__init__(sentence, times)
        self.subjects: dict[int, tuple[Phrase, ...]] = {}
        """The subjects found so far, by group; kept since a sentence is asked for the same ones several times."""
        self.phrases: dict[int, Phrase] = {}
        """The noun phrases by heads found so far, by the index of their noun."""
        self._passives: dict[int, bool] = {}

    @cached_property
    def tree(self) -> Tree:
        """The heads of the words."""
        return Tree(self.sentence.tokens, self.acts)

    @cached_property
    def groups(self) -> tuple[VerbGroup, ...]:
        """All verb groups in order; a form of "be" that no verb follows is the head of its own group."""
        found: list[VerbGroup] = []
        for i in compress(range(len(self.tags)), map(_VERBAL.__contains__, self.tags)):
            if not (self.modifies(i) if self.tags[i] == "VERB" else self._helps(i)):
                found.append(self._group(i, found[-1].head if found else -1))
        return tuple(found)

    def modifies(self, i: int) -> bool:
        """Whether the participle at `i` stands inside a noun phrase; also where heads say so ("thousands of displaced
        people").
        """
        if super().modifies(i):
            return True
        if i and self.tags[i - 1] == "AUX" and self.lemmas[i - 1] == "have":  # "had suspended loading"
            return False
        ending = ("ed", "en", "ing") if i and self._inside_phrase(i - 1) else ("ed", "en")
        noun = self.tags[i + 1 : i + 2] == ("NOUN",) and self.words[i].endswith(ending)
        return noun and self.tree.relations[i] == "amod" and self.tree.heads[i] > i

    def _inside_phrase(self, i: int) -> bool:
        """Whether after the word at `i` a form in "-ing" describes a noun ("with burning tyres"), not "of burning"."""
        return self.words[i] == "with" or self.tags[i] in _BEFORE_DESCRIBING

    def _helps(self, i: int) -> bool:
        """Whether the auxiliary at `i` is followed by the verb it helps."""
        for tag in self.tags[i + 1 : i + 5]:
            if tag in ("VERB", "AUX"):
                return True
            if tag not in ("ADV", "PART"):
                return False
        return False

    def _group(self, head: int, after: int) -> VerbGroup:
        words, tags = self.words, self.tags
        first = head
        for j in range(head - 1, max(after, head - _GROUP_LIMIT), -1):
            word, tag = words[j], tags[j]
            if (tag not in _HELPERS and word not in _IN_GROUP) or (tag == "PART" and word in POSSESSIVES):
                break
            first = j
            if word == "to":
                return VerbGroup(first, head, words[first:head], "infinitive")
        bare = words[head].endswith("ing") and "AUX" not in tags[first:head]
        return VerbGroup(first, head, words[first:head], "participle" if bare else "finite")

    def passive(self, k: int) -> bool:
        """Whether the subject of group `k` suffers what it tells."""
        if k not in self._passives:
            self._passives[k] = self._is_passive(self.groups[k].first, self.groups[k].head)
        return self._passives[k]

    def _is_passive(self, first: int, head: int) -> bool:
        if self.words[head].endswith("ing") or self.tags[head] == "AUX":
            return False
        if self.tree.reduced(head):
            return True
        if head == first:
            told = self._lacks_object(head) or bool(self.tree.dependents(head, _SUFFERS))
            return told or self.words[head + 1 : head + 2] == ("by",)
        return not _PASSIVE.isdisjoint(self.lemmas[first:head])

    def _lacks_object(self, head: int) -> bool:
        """Whether a participle without an auxiliary has no object, so that its subject suffers: as in headlines ("Mayor
        arrested in raid", "Runner banned four years") and after another passive ("was convicted and jailed").
        """
        word = self.words[head]
        told = self.lemmas[head] in _SUFFERED or (word == "held" and self.sentence.role == "headline")
        if not told or word == self.lemmas[head] or word.endswith("s") or head == 0:
            return False
        relative = self.tree.known and self.tree.relations[head] == "acl:relcl"  # "whom rebels kidnapped"
        aside = self.words[head - 1] == ","  # "the pilot, killed when"
        if relative or not (aside or self.tags[head - 1] in _BEFORE_SUFFERED):
            return False
        after = self.tags[head + 1 : head + 4]
        if after[:1] == ("NUM",):  # "banned four years"
            return self.lemmas[head + 2 : head + 3] != () and self.lemmas[head + 2] in _TERMS
        # "killed at least 12" has an object, "jailed for 12 years" has none
        measured = after[:1] == ("ADP",) and "NUM" in after[1:] and self.words[head + 1] != "for"
        return not after or (after[0] in _NO_OBJECT and not measured)

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """Where each group's clause begins; one more at the end for the end of the sentence."""
        starts = [0]
        for left, right in zip(self.groups, self.groups[1:], strict=False):
            starts.append(self._boundary(left.head, right.first))
        return (*starts, len(self.words))

    def _boundary(self, left: int, right: int) -> int:
        if right > left + 1 and self.tags[right - 1] == "CCONJ":
            return right - 1
        for j in range(right - 1, left, -1):
            if self.words[j] in _CLAUSE_BREAKS or self.tags[j] == "SCONJ":
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
        bare = group.first == i and i > 0 and self.tags[i - 1] in NOMINAL and i - 1 not in self.outside
        if not bare or word == self.lemmas[i] or word.endswith(("ing", "s")):
            return False
        while i + 1 < len(self.words) and (self.tags[i + 1] == "ADV" or i + 1 in self.outside):
            i += 1
        return i + 1 == len(self.words) or self.phrase_starting(i + 1) is None
