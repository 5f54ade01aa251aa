"""Noun phrases as parties of events: an actor where the words are a mention, else the words of people and bodies."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.events.clauses import Clauses
from twosource.events.lookup import Lookup
from twosource.events.words import Phrase
from twosource.model import Party, Selector

_ACTING = frozenset({"person", "organization"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "him", "them", "us", "me", "you"})


def parties(clauses: Clauses, lookup: Lookup, phrases: Sequence[Phrase]) -> tuple[Party, ...]:
    """The parties among `phrases`, things left out, each once."""
    if not phrases:
        return ()
    found: dict[tuple[int, int], Party] = {}
    for phrase in phrases:
        party = party_of(clauses, lookup, phrase)
        if party:
            found.setdefault((party.selector.start, party.selector.end), party)
    return tuple(found.values())


def party_of(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> Party | None:
    """The party that a phrase names by its head, None for a thing."""
    token = clauses.sentence.tokens[phrase.head]
    mention = lookup.mentions.at(token.start)
    if mention:
        return Party(actor=mention.record.id, selector=mention.selector)
    return Party(actor=None, selector=words_of(clauses, lookup, phrase)) if is_party(clauses, lookup, phrase) else None


def is_party(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> bool:
    """Whether the head of a phrase can act: a name, a personal pronoun, a number of people, people or a body."""
    i = phrase.head
    if "SYM" in clauses.tags[phrase.first : phrase.end]:  # a sum of money
        return False
    if clauses.tags[i] == "PROPN" or clauses.words[i] in _PERSONAL or clauses.tags[i] == "NUM":
        return True
    if clauses.tags[i] != "NOUN":
        return False
    return has_class(clauses, i, "people", "body") or kind_of(clauses, lookup, i) in _ACTING


def kind_of(clauses: Clauses, lookup: Lookup, i: int) -> str:
    """What the analyzer takes the noun at `i` to mean; empty where it says nothing."""
    return lookup.kinds.get(clauses.sentence.tokens[i].start, "")


def has_class(clauses: Clauses, i: int, *classes: str) -> bool:
    """Whether the word at `i` is a noun of one of the classes of event_noun_classes.tsv."""
    return not clauses.classes[i].isdisjoint(classes) or ("people" in classes and _of_a_people(clauses, i))


def _of_a_people(clauses: Clauses, i: int) -> bool:
    """Whether the word at `i` is a plural with a capital inside its sentence, as the shipped analyzer has "Kenyans"."""
    token = clauses.sentence.tokens[i]
    return i > 0 and token.upos == "NOUN" and token.text[0].isupper() and "Number=Plur" in token.feats


def words_of(clauses: Clauses, lookup: Lookup, phrase: Phrase) -> Selector:
    """The words of a phrase."""
    tokens = clauses.sentence.tokens
    return Selector.of(lookup.page, tokens[phrase.first].start, tokens[phrase.end - 1].end)


def owners(clauses: Clauses, lookup: Lookup, phrase: Phrase, before: int) -> tuple[tuple[Party, bool], ...]:
    """Parties that stand in `phrase` before the word `before` ("Iran's", "Israeli"), and whether as possessors.

    A place that only modifies ("the Paris attack") is where it was, not who did it, and stays out.
    """
    tokens = clauses.sentence.tokens
    if phrase.first >= before:
        return ()
    found = []
    for mention in lookup.mentions.within(tokens[phrase.first].start, tokens[before - 1].end):
        after = next((i for i in range(phrase.first, before + 1) if tokens[i].start >= mention.selector.end), before)
        possessor = clauses.tags[after] == "PART" or clauses.words[after] in ("'s", "’s", "'", "’")
        suffers = possessor or mention.record.kind == "person"  # "the Clinton inquiry": into Clinton
        if possessor or not lookup.places.at(mention.selector.start):
            found.append((Party(actor=mention.record.id, selector=mention.selector), suffers))
    return tuple(found)
