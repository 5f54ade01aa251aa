"""A word as the rules see it: its small letters, lemma and tag, and all that the tables know of it alone.

What a word alone can tell is looked up once a word form, not at each question about each of its occurrences.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from twosource.vocab.events import (
    event_contexts,
    noun_classes,
    noun_endings,
    noun_phrases,
    verb_endings,
    verb_forms,
)

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
BREAKS = frozenset({",", ";", ":", "—", "–", "―", "--", "-", "(", ")", '"', "“", "”"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_INSIDE = NOMINAL | {"ADJ", "DET"}
_NONE: frozenset[str] = frozenset()


class KnownWord(NamedTuple):
    """A word as the rules see it: in small letters, with its lemma and tag, and what the tables know of it alone.

    `endings` are the words that end the rows that it can begin; `names`: a row of event_nouns.tsv begins with it.
    `context` is empty where it tells none. `inside`: it can stand inside a noun phrase; None: its neighbours decide.
    """

    word: str
    lemma: str
    tag: str
    endings: frozenset[str]
    names: bool
    classes: frozenset[str]
    context: str
    inside: bool | None


@lru_cache(maxsize=1 << 15)
def known_word(text: str, tag: str, lemma: str) -> KnownWord:
    """What the tables know of a word.

    Slips are put right: IS is a name and no form of "be", "blamed" no part of a name, nor is "a congress". Lemmas of
    forms that the tables list are looked up there.
    """
    word = text.lower().replace("’", "'")
    if tag == "PROPN" and text == word:
        tag = "VERB" if word.endswith("ed") else "NOUN" if word in noun_phrases() else tag
    if tag == "VERB":
        lemma = verb_forms().get(word) or lemma
    lemma, tag = lemma.lower(), "PROPN" if text == "IS" else tag
    of_verb = verb_endings().get(lemma, _NONE) if tag == "VERB" or lemma == "be" else _NONE  # "is ready to help"
    nouns = noun_endings()
    return KnownWord(
        word,
        lemma,
        tag,
        of_verb | nouns.get(word, _NONE) | nouns.get(lemma, _NONE),
        word in noun_phrases() or lemma in noun_phrases(),
        noun_classes().get(word, _NONE) | noun_classes().get(lemma, _NONE),
        event_contexts().get(lemma) or event_contexts().get(word) or "",
        _can_stand_inside(word, tag),
    )


def _can_stand_inside(word: str, tag: str) -> bool | None:
    if word == "-" or (tag == "VERB" and word not in BREAKS):
        return None
    if word in BREAKS:
        return False
    return word in POSSESSIVES if tag == "PART" else tag in _INSIDE
