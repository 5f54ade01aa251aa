"""Verbs that no row names and that tell of something on a day of its own: "the choir rehearsed on Friday"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from twosource.events.clauses import Clauses
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, names_nothing
from twosource.vocab.events import OCCURRENCE, Phrase
from twosource.vocab.speech import speech_verbs
from twosource.vocab.word_sets import word_set

_DAYS = frozenset({"DATE", "TIME"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def dated_verbs(clauses: Clauses, lookup: Lookup, told: Collection[int]) -> Iterator[tuple[int, Match]]:
    """Groups that are not `told` of, with their verb as what names an event: it has a subject and a day hangs on it.

    By heads alone: where the words have none, nothing is found. No verbs of speech, thought, being and having.
    """
    if not clauses.tree.known:
        return
    dated = _dated(clauses, lookup)
    for k, group in enumerate(clauses.groups):
        i = group.head
        if k in told or i not in dated or group.form != "finite" or not _happens(clauses, k):
            continue
        if clauses.tree.dependents(i, _SUBJECTS) and not names_nothing(clauses, k):
            yield k, Match(i, i, i, _row(clauses.lemmas[i]))


def _happens(clauses: Clauses, k: int) -> bool:
    """Whether the verb tells what happened or will: "was driving home" sets a scene, "tourists arrive" is a habit."""
    group, i = clauses.groups[k], clauses.groups[k].head
    word, lemma = clauses.words[i], clauses.lemmas[i]
    habit = group.first == i and (word == lemma or word.endswith("s"))
    if clauses.tags[i] != "VERB" or word.endswith("ing") or habit:
        return False
    # "left" alone says nothing, though "left no doubt" does
    says = any(not verb.rest for verb, _ in speech_verbs().get(word, ()))
    return lemma not in word_set("verbs that date no event") and not says


def _dated(clauses: Clauses, lookup: Lookup) -> frozenset[int]:
    """The words on which a day hangs, or a time of one."""
    heads = clauses.tree.heads
    found = set()
    for time in lookup.times.within(clauses.sentence.start, clauses.sentence.end):
        if time.record.earliest is not None and time.record.timex.type in _DAYS:
            own = clauses.stretch(time.selector)
            found |= {heads[i] for i in own if heads[i] not in own}
    return frozenset(found)


def _row(lemma: str) -> Phrase:
    return Phrase(
        table="verbs with a day", pattern=lemma, words=(frozenset({lemma}),), type=OCCURRENCE, mode="", context=""
    )
