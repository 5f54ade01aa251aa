"""Cues: the verb groups and phrases by which a report says that something was said."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.quotes.passage import Passage
from twosource.vocab.speech import Form, Polarity, SpeechVerb, cue_words, speech_verbs

BE = frozenset("be is are was were been being 's 're get gets got".split())
UNSURE = frozenset("can could may might should must ca".split())
NOT = frozenset("not n't never hardly barely neither nor without".split())
WIDEST_GROUP = 6
"""Words before the verb that may belong to its group: "has not yet gone on to"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: words `first` to `last` (exclusive), its main verb at `verb`."""

    first: int
    verb: int
    last: int
    word: SpeechVerb
    form: Form
    polarity: Polarity


def find_cues(p: Passage, low: int, high: int) -> list[Cue]:
    """The verb groups of speech between two words, outside quotation marks, left to right."""
    found: list[Cue] = []
    for i in range(low, high):
        if p.lower[i] in speech_verbs() and p.outside(i) and (p.tags[i] in ("VERB", "AUX") or _surely_verb(p, i, low)):
            cue = _cue(p, i, low, high)
            if cue is not None:
                found.append(cue)
    return found


def _cue(p: Passage, i: int, low: int, high: int) -> Cue | None:
    word, form = next((v for v in speech_verbs()[p.lower[i]] if _has_rest(p, v[0], i, high)), (None, "base"))
    if word is None:
        return None
    first = _group_start(p, i, low)
    group = p.lower[first:i]
    if _passive(p, i, form, group, high) or UNSURE.intersection(group) or (form == "base" and _bare_infinitive(p, first, i, low)):
        return None
    negated = any(w in NOT for w in group)
    polarity: Polarity = "not_said" if negated and word.polarity == "said" else word.polarity
    return Cue(first, i, i + 1 + len(word.rest), word, form, polarity)


def _surely_verb(p: Passage, i: int, low: int) -> bool:
    """Whether a word that the analyzer took for a noun is a verb of speech all the same ("Smith argues that")."""
    word, left = p.lower[i], p.tags[i - 1] if i > low else "PUNCT"
    return (
        word.endswith(("ed", "s", "id", "ote", "old"))
        and word not in cue_words("noun_too")
        and left in ("NOUN", "PROPN", "PRON", "PUNCT", "CCONJ", "ADV")
        and p.tags[i] != "ADP"
    )


def _has_rest(p: Passage, verb: SpeechVerb, i: int, high: int) -> bool:
    n = len(verb.rest)
    return i + n < high and tuple(p.lower[i + 1 : i + 1 + n]) == verb.rest if n else True


def _group_start(p: Passage, i: int, low: int) -> int:
    """The first auxiliary, adverb or negation of the group; "went on to", "sought to" belong to it too."""
    first = i
    while first > low and i - first < WIDEST_GROUP and p.outside(first - 1):
        tag, word = p.tags[first - 1], p.lower[first - 1]
        step = word in cue_words("steps") and first < i and p.lower[first] in ("to", "on")
        if not (tag in ("AUX", "PART") and word != "'s" or tag == "ADV" or step or (word == "on" and p.lower[first] == "to")):
            break
        first -= 1
    while first < i and p.tags[first] == "ADV" and p.lower[first] in ("however", "meanwhile", "there", "here", "when", "where", "why", "how"):
        first += 1
    return first


def _passive(p: Passage, i: int, form: Form, group: list[str], high: int) -> bool:
    if form == "ed" and i + 1 < high and p.lower[i + 1] == "by":
        return True
    return form == "ed" and any(w in BE for w in group) and p.lower[i] not in ("agreed",)


def _bare_infinitive(p: Passage, first: int, i: int, low: int) -> bool:
    """"to say" after a noun, "let him say": no report that somebody said it. "went on to say", "did say" are."""
    group = p.lower[first:i]
    if "to" in group:
        return not any(w in cue_words("steps") for w in group)
    return False
