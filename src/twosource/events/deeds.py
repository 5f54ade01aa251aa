"""Verbs that no row names and that tell of a deed done to somebody or something: "he sawed the bars"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from twosource.events.arguments import objects, subject
from twosource.events.befallen import habitual, is_mortal
from twosource.events.clauses import Clauses
from twosource.events.doers import counted
from twosource.events.lookup import Lookup
from twosource.events.matching import Match, names_nothing
from twosource.events.parties import has_class, is_party, kind_of
from twosource.events.phrases import phrases_of
from twosource.events.realis import of_verb
from twosource.events.tellings import finished
from twosource.events.words import Phrase, Words
from twosource.vocab.events import OCCURRENCE
from twosource.vocab.events import Phrase as Row
from twosource.vocab.speech import speech_verbs
from twosource.vocab.word_sets import word_set

DEEDS = "deeds"
"""The table that its rows say they are of."""

_THINGS = frozenset({"object", "substance", "animal", "plant", "place"})
"""What the analyzer takes the noun to mean that a deed is done to."""

_FORCES = _THINGS | {"event"}
"""What may do something to a thing: waves, a blast, a lorry."""

_PLAY = frozenset({"sport", "contest"})
_CONTENTS = frozenset({"xcomp", "ccomp"})
_DESCRIBING = ("acl", "amod", "csubj")
_TALKERS = frozenset({"i", "we", "you"})
_ONE = frozenset({"he", "she", "it"})
_SPEAKERS = _TALKERS | {"me", "us"}


def may_tell_deeds(words: Words) -> bool:
    """Whether any verb is one in a past form that could tell a deed: a cheap test before anything is parsed."""
    idle, unmarked = _idle(), word_set("verbs alike in the past")
    return any(
        tag == "VERB" and (word != lemma or word in unmarked) and not word.endswith("s") and lemma not in idle
        for word, lemma, tag in zip(words.words, words.lemmas, words.tags, strict=True)
    )


def deeds(clauses: Clauses, lookup: Lookup, told: Collection[int]) -> Iterator[tuple[int, Match]]:
    """Groups that are not `told` of, with their verb as what names an event: somebody did it to another or to a thing.

    By heads alone, and nothing beside a word of sport, where balls are passed and corners taken.
    """
    if not clauses.tree.known or not _PLAY.isdisjoint(clauses.classed):
        return
    for k, group in enumerate(clauses.groups):
        if k in told or clauses.lemmas[group.head] in _idle() or clauses.tags[group.head] != "VERB":
            continue
        match = Match(group.head, group.head, group.head, _row(clauses.lemmas[group.head]))
        if _told_as_done(clauses, lookup, k, match) and _done_to_another(clauses, lookup, k):
            yield k, match


def _told_as_done(clauses: Clauses, lookup: Lookup, k: int, match: Match) -> bool:
    """Whether the verb of group `k` says something happens, told as done in a clause of its own."""
    i = match.head
    if clauses.groups[k].form == "participle" or clauses.tree.relations[i].startswith(_DESCRIBING):
        return False
    if any(not verb.rest for verb, _ in speech_verbs().get(clauses.words[i], ())):
        return False
    if clauses.tree.dependents(i, _CONTENTS) or habitual(clauses, k):  # "was forced to turn back"
        return False
    done = finished(clauses, lookup, k, match) and of_verb(clauses, k).realis == "asserted"
    return done and not names_nothing(clauses, k)


def _done_to_another(clauses: Clauses, lookup: Lookup, k: int) -> bool:
    """Whether somebody does it to people, or anybody or anything to a thing; of a passive it may be left open who."""
    suffering = _suffering(clauses, k)
    doers = () if clauses.passive(k) else tuple(counted(clauses, p) for p in subject(clauses, k))
    by_somebody = clauses.passive(k) or any(_acts(clauses, lookup, p) for p in doers)
    if any(_is_thing(clauses, lookup, p) for p in suffering):
        by_one = any(clauses.words[p.head] in _ONE for p in doers)  # "she closed the window"
        return not by_one and (by_somebody or any(kind_of(clauses, lookup, p.head) in _FORCES for p in doers))
    to_people = clauses.lemmas[clauses.groups[k].head] not in word_set("verbs that do no deed to people")
    return by_somebody and to_people and any(_is_person(clauses, lookup, p) for p in suffering)


def _suffering(clauses: Clauses, k: int) -> tuple[Phrase, ...]:
    """The first phrase of whom or what it is done to; none of a passive without an auxiliary ("a pipe sawn off")."""
    i = clauses.groups[k].head
    if clauses.passive(k):
        found = subject(clauses, k) if clauses.groups[k].auxiliaries else ()
    else:
        found = objects(clauses, i + 1) or phrases_of(clauses, clauses.tree.objects(i))  # "yanked out the seats"
    return tuple(counted(clauses, p) for p in found[:1])


def _acts(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who does not tell of himself, as reporters do, or a craft with a crew."""
    if has_class(clauses, phrase.head, "craft", "saviour"):
        return True
    telling = clauses.words[phrase.head] in _TALKERS or has_class(clauses, phrase.head, "press")
    return not telling and is_party(clauses, lookup, phrase)


def _is_thing(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    """Whether a phrase names a thing: no pronoun, no idea, no sum of money."""
    i = phrase.head
    named = clauses.tags[i] == "NOUN" and not has_class(clauses, i, "idea", "text", "money")
    return named and kind_of(clauses, lookup, i) in _THINGS


def _is_person(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    """Whether a phrase names people who are not the speaker."""
    return clauses.words[phrase.head] not in _SPEAKERS and is_mortal(clauses, lookup, phrase)


@cache
def _idle() -> frozenset[str]:
    return word_set("verbs that date no event") | word_set("verbs that do nothing to things")


def _row(lemma: str) -> Row:
    return Row(table=DEEDS, pattern=lemma, words=(frozenset({lemma}),), type=OCCURRENCE, mode="", context="")
