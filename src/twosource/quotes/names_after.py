"""The speaker or hearer after a verb: "said the minister, who leads the party", "told reporters"."""

from __future__ import annotations

from twosource.quotes.passage import Passage
from twosource.quotes.phrases import LONGEST, is_participle
from twosource.quotes.words import NOMINAL, OBJECTS, PLURALS, POSSESSIVE, VERBAL, Range
from twosource.vocab.speech import cue_words

HEADS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM"))
INSIDE = frozenset(("'s", "'", "(", ")", "some", "one", "-"))
ATTACHES = frozenset(("for", "from", "with", "at", "in", "to", "on", "by"))
ENDS_CLAUSE = frozenset((".", ";", ",", ":"))


def phrase_after(p: Passage, first: int, high: int) -> Range | None:
    """The noun phrase that begins at word `first`, not past `high`; appositions and relative clauses included."""
    if first >= high or not p.outside(first):
        return None
    if p.tags[first] == "PRON" and p.lower[first] not in POSSESSIVE and p.lower[first] not in PLURALS:
        return (first, first + 1)
    high = min(high, first + LONGEST)
    end = _plain_end(p, first, high)
    if end == first and p.lower[first] in PLURALS:
        end = first + 1
    return (first, _appositions_end(p, end, high)) if end > first else None


def hearer_to(p: Passage, i: int, high: int) -> Range | None:
    """Who was told where "to" at word `i` says so: "said to the mayor", "wrote to reporters"."""
    return hearer_after(p, i + 1, high) if i + 1 < high and p.outside(i) and p.lower[i] == "to" else None


def hearer_after(p: Passage, i: int, high: int) -> Range | None:
    """Who was told: the noun phrase right after "told", at word `i`."""
    if i >= high or not p.outside(i) or p.lower[i] == "that":
        return None
    possessive = p.lower[i] in POSSESSIVE and i + 1 < high and p.tags[i + 1] in ("NOUN", "ADJ")
    if (p.lower[i] in OBJECTS and not possessive) or p.lower[i] in cue_words("hearer"):
        return (i, i + 1)
    if p.tags[i] == "PRON" and not possessive:
        return None
    found = phrase_after(p, i, high)
    if found is None:
        return None
    for k in range(*found):
        if p.lower[k] in cue_words("hearer") or p.words[k] == ",":
            return (i, k + (p.words[k] != ","))
    return found


def _plain_end(p: Passage, first: int, high: int) -> int:
    """The end of the phrase without what commas add to it."""
    end = first
    while end < high and p.outside(end) and _goes_on(p, first, end, high):
        end += 1
    while end > first and (p.tags[end - 1] in ("ADP", "CCONJ", "DET") or p.words[end - 1] == "("):
        end -= 1
    return end


def _goes_on(p: Passage, first: int, i: int, high: int) -> bool:
    tag, word = p.tags[i], p.lower[i]
    if i > first and (p.is_hyphen(i) or p.is_hyphen(i - 1)):
        return True  # "the Lima-based | institute"
    if tag in HEADS or word in POSSESSIVE or word in INSIDE:
        after_noun = i > first and p.tags[i - 1] in NOMINAL
        return not (after_noun and (tag == "DET" or p.words[i] in cue_words("day")))
    if (word in OBJECTS and i > first and p.lower[i - 1] == "of") or (tag == "VERB" and is_participle(p, i)):
        return i > first
    if tag == "CCONJ":
        return i + 1 < high and (p.tags[i + 1] in NOMINAL or p.tags[i + 1] in ("DET", "ADJ"))
    return tag == "ADP" and _attaches(p, first, i, high)


def _attaches(p: Passage, first: int, i: int, high: int) -> bool:
    """Whether the preposition at word `i` adds to the speaker ("a spokesman for the ministry"), not to the saying."""
    if i == first or i + 1 >= high or p.words[i + 1] in cue_words("day"):
        return False
    if p.lower[i] == "of":
        return True
    noun = _noun_after(p, i + 1, high)
    if noun in cue_words("aside_noun") or noun in cue_words("hearer") or noun in cue_words("time"):
        return False
    related = p.lower[i] != "to" or p.lower[i - 1] in cue_words("relational")
    waits = p.tags[i - 1] == "VERB" and p.lower[i - 1].endswith("ing")  # "a man waiting | at the gate"
    return related and p.lower[i] in ATTACHES and (p.tags[i - 1] == "NOUN" or waits)


def _noun_after(p: Passage, first: int, high: int) -> str:
    """The head of the short noun phrase that begins at word `first`: "news" in "the evening news"."""
    for k in range(first, min(first + 5, high)):
        if p.tags[k] in NOMINAL and not (k + 1 < high and p.tags[k + 1] in NOMINAL):
            return p.lower[k]
    return ""


def _appositions_end(p: Passage, end: int, high: int) -> int:
    """The end of ", the minister, who leads the party" after a name; `end` where the sentence goes on otherwise."""
    while end + 1 < high and p.words[end] == "," and p.outside(end + 1):
        first = end + 1
        if p.lower[first] in ("who", "which", "whose"):
            return _relative_end(p, first, high)
        if p.tags[first] not in HEADS and p.lower[first] not in POSSESSIVE:
            break
        stop = _plain_end(p, first, high)
        if stop <= first or (stop < high and p.tags[stop] in VERBAL and not is_participle(p, stop)):
            break
        end = stop
    described = 0 < end < high and p.lower[end] == "who" and p.tags[end - 1] == "NOUN"
    return _relative_end(p, end, high) if described else end


def _relative_end(p: Passage, i: int, high: int) -> int:
    while i < high and p.outside(i) and p.words[i] not in ENDS_CLAUSE:
        i += 1
    return i
