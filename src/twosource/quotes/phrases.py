"""Noun phrases by word classes alone: the subject before a verb, the name or description after one."""

from __future__ import annotations

from twosource.quotes.passage import Passage
from twosource.vocab.speech import cue_words, speech_verbs

Range = tuple[int, int]

NOMINAL = frozenset(("NOUN", "PROPN", "NUM"))
PARTS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "CCONJ", "SYM", "X"))
PERSONAL = frozenset("he she they it i we you who which everyone everybody nobody somebody someone".split())
RELATIVE = frozenset(("who", "which", "whose", "whom", "where", "when"))
POSSESSIVE = frozenset("his her its their our my your".split())
NEVER_BEGINS = frozenset("and but or nor so yet also then still meanwhile however for as".split())
ATTACHES = frozenset(("of", "for", "from", "with", "at", "in", "to", "on", "by"))
LONGEST = 40
"""Words in a speaker's phrase, appositions included; the longest in PolNeAR have about 45, 99% have fewer than 25."""


def subject(p: Passage, verb: int, low: int) -> Range | None:
    """The noun phrase that ends before the verb group at `verb`, not before `low`; appositions included."""
    j = verb - 1
    if j < low or not p.outside(j):
        return None
    if p.words[j] in (",", "—", "–", "-", ")"):
        return _with_appositions(p, j, max(low, verb - LONGEST))
    return _simple(p, j, max(low, verb - LONGEST))


def _simple(p: Passage, last: int, low: int) -> Range | None:
    """The noun phrase that ends with word `last`."""
    last = _without_day(p, last, low)
    word = p.lower[last]
    if word.endswith(("self", "selves")) and last > low:
        last -= 1
        word = p.lower[last]
        end = last + 2
    else:
        end = last + 1
    if p.tags[last] == "PRON" or word in PERSONAL:
        return (last, end) if word not in ("there", "what", "me", "him", "them", "us") else None
    a = last
    while a > low and _belongs(p, a - 1):
        a -= 1
    a = _trim_left(p, a, last + 1)
    return (a, end) if a <= last and any(p.tags[k] in NOMINAL or p.tags[k] in ("ADJ", "DET") for k in range(a, last + 1)) else None


def _without_day(p: Passage, last: int, low: int) -> int:
    """The last word of the phrase itself in "the minister on Tuesday" and "the minister Tuesday"."""
    k = last
    while k > low and p.outside(k) and (p.words[k] in cue_words("day") or p.tags[k] == "NUM" or p.lower[k] in ("morning", "evening", "night", "afternoon")):
        k -= 1
    if k == last or k == low or p.words[k + 1] not in cue_words("day"):
        return last
    return k - 1 if p.lower[k] == "on" else k


def _belongs(p: Passage, i: int) -> bool:
    """Whether word `i` can stand inside a noun phrase, to the left of its last word."""
    if not p.outside(i):
        return False
    tag, word = p.tags[i], p.lower[i]
    if tag in PARTS:
        return word not in ("to", "not", "n't", "than", "but", "if", "that") or (tag == "ADP" and word == "to")
    if word in POSSESSIVE or word in ("some", "those", "many", "others", "one", "most", "all", "'s", "'", "-", "/"):
        return True
    if tag == "VERB":
        return _participle(p, i)
    return (tag == "ADV" and p.tags[i + 1] in ("ADJ", "NUM")) or word in ("(", ")") or word.endswith(".") and len(word) > 1


def _participle(p: Passage, i: int) -> bool:
    """A verb inside a noun phrase: "people briefed on the talks", "the visiting minister", "the elected leader"."""
    word = p.lower[i]
    if not word.endswith(("ed", "ing", "en", "held", "made", "known", "led", "sent", "done")) or i == 0:
        return False
    before, after = p.tags[i - 1], p.tags[i + 1] if i + 1 < len(p) else "PUNCT"
    if before in ("DET", "ADJ") and after in ("NOUN", "PROPN", "ADJ"):
        return True
    noun = before == "NOUN" or p.lower[i - 1] in ("those", "people")
    followed = after in ("ADP", "ADV") or (i + 1 < len(p) and p.words[i + 1] in cue_words("day"))
    return noun and followed and word not in speech_verbs()


def _trim_left(p: Passage, a: int, end: int) -> int:
    """The first word of the subject itself: conjunctions and "on Tuesday" or "in the morning" before it fall away."""
    while a < end and p.lower[a] not in ("both", "either", "neither") and (p.lower[a] in NEVER_BEGINS or p.tags[a] in ("CCONJ", "PART", "PUNCT", "X") or p.lower[a] == ")"):
        a += 1
    if a < end and (p.tags[a] == "ADP" or p.tags[a] == "ADV"):
        return _after_adverbial(p, a, end)
    if a + 1 < end and p.words[a] in cue_words("day") and p.tags[a + 1] in ("DET", "PROPN", "PRON"):
        return a + 1
    return a


def _after_adverbial(p: Passage, a: int, end: int) -> int:
    """Where the subject begins after a phrase such as "in March" or "at the rally" that no comma closes."""
    for k in range(a + 2, end):
        left, right = p.tags[k - 1], p.tags[k]
        if p.words[k - 1] in cue_words("day") and right not in ("NUM", "ADP", "PART") and p.words[k] not in cue_words("day"):
            return k
        if left in NOMINAL and (right == "DET" or p.lower[k] in POSSESSIVE):
            return k
        if left == "NOUN" and right == "PROPN":
            return k
    return next((k + 1 for k in range(end - 1, a - 1, -1) if p.tags[k] == "ADP"), a)


def _with_appositions(p: Passage, comma: int, low: int) -> Range | None:
    """The noun phrase whose apposition, relative clause or aside ends with the comma before the verb."""
    closer = p.words[comma]
    cuts = [k for k in range(comma - 1, low - 1, -1) if p.outside(k) and p.words[k] == (closer if closer != ")" else "(")]
    if not cuts:
        return None
    pieces: list[Range] = []
    right = comma
    for cut in cuts:
        pieces.append((cut + 1, right))
        right = cut
        head = _simple(p, cut - 1, low) if cut > low and p.outside(cut - 1) else None
        if not _apposition(p, pieces[-1]):
            return _beside_aside(p, pieces, head)
        if head is None:
            return None
        if p.words[head[0] - 1] not in (",", closer) or head[0] <= low or not _is_piece(p, head, cuts):
            return (head[0], comma)
    return None


def _is_piece(p: Passage, head: Range, cuts: list[int]) -> bool:
    """Whether the phrase before a comma is itself an apposition to something further left."""
    begin = p.lower[head[0]]
    return head[0] - 1 in cuts and (begin in ("a", "an", "the") or p.tags[head[0]] == "NUM" or p.tags[head[0]] == "NOUN")


def _beside_aside(p: Passage, pieces: list[Range], head: Range | None) -> Range | None:
    """"Smith, speaking in Paris, said" and "Smith, on Tuesday, said": the phrase before the aside."""
    first = p.tags[pieces[-1][0]] if pieces[-1][0] < pieces[-1][1] else "PUNCT"
    if len(pieces) > 1:
        a, b = pieces[-2]
        return (a, pieces[0][1]) if p.tags[a] not in ("DET", "NUM") else None
    return head if first in ("ADP", "ADV", "VERB", "SCONJ") else None


def _apposition(p: Passage, piece: Range) -> bool:
    """Whether the words between two commas describe the noun phrase before them."""
    a, b = piece
    if a >= b or not p.outside(a):
        return False
    if p.lower[a] in RELATIVE:
        return not any(p.lower[k] in speech_verbs() and p.tags[k] == "VERB" and k > a + 1 for k in range(a, b - 1)) or True
    if p.tags[a] in ("ADP", "ADV", "SCONJ", "VERB", "AUX", "CCONJ", "PRON", "PUNCT") and p.lower[a] not in POSSESSIVE:
        return False
    return not any(p.tags[k] == "AUX" for k in range(a, b) if not _in_relative(p, a, k))


def _in_relative(p: Passage, a: int, k: int) -> bool:
    return any(p.lower[i] in ("who", "which", "that", "whose") for i in range(a, k))


def phrase_after(p: Passage, first: int, high: int) -> Range | None:
    """The noun phrase that begins at `first` after a verb ("said X, the minister"), not past `high`; appositions included."""
    if first >= high or not p.outside(first):
        return None
    if p.tags[first] == "PRON" and p.lower[first] not in POSSESSIVE and p.lower[first] not in ("one", "some", "others", "another", "those", "many"):
        return (first, first + 1)
    e = _plain_after(p, first, min(high, first + LONGEST))
    if e == first:
        return None
    return (first, _appositions_after(p, e, min(high, first + LONGEST)))


def _plain_after(p: Passage, first: int, high: int) -> int:
    e = first
    while e < high and p.outside(e):
        tag, word = p.tags[e], p.lower[e]
        if tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM") or word in POSSESSIVE or word in ("'s", "'", "(", ")", "some", "one", "-"):
            if e > first and p.tags[e - 1] in NOMINAL and (tag == "DET" or p.words[e] in cue_words("day")):
                break
        elif tag == "CCONJ" and e + 1 < high and p.tags[e + 1] in (*NOMINAL, "DET", "ADJ"):
            pass
        elif not (tag == "ADP" and _attaches(p, first, e, high)) and not (tag == "PART" and word in ("'s", "'")):
            break
        e += 1
    while e > first and (p.tags[e - 1] in ("ADP", "CCONJ", "DET") or p.words[e - 1] == "("):
        e -= 1
    return e


def _attaches(p: Passage, first: int, e: int, high: int) -> bool:
    """Whether the prepositional phrase at `e` describes the speaker ("a spokesman for the ministry") or the saying."""
    if e == first or e + 1 >= high or p.words[e + 1] in cue_words("day"):
        return False
    if p.lower[e] == "of":
        return True
    noun = next((p.lower[k] for k in range(e + 1, min(e + 6, high)) if p.tags[k] in NOMINAL and not (k + 1 < high and p.tags[k + 1] in NOMINAL)), "")
    if noun in cue_words("aside_noun") or noun in cue_words("hearer") or noun in cue_words("time"):
        return False
    return p.lower[e] in ATTACHES and p.tags[e - 1] == "NOUN" and (p.lower[e] != "to" or p.lower[e - 1] == "runner-up")


def _appositions_after(p: Passage, e: int, high: int) -> int:
    """The end of ", the minister, who leads the party" after a name; where the sentence goes on otherwise, `e`."""
    while e + 1 < high and p.words[e] == "," and p.outside(e + 1):
        begin, tag = p.lower[e + 1], p.tags[e + 1]
        if begin in ("who", "which", "whose"):
            return _relative_end(p, e + 1, high)
        if tag not in ("DET", "NOUN", "PROPN", "NUM", "ADJ") and begin not in POSSESSIVE:
            break
        stop = _plain_after(p, e + 1, high)
        if stop <= e + 1 or (stop < high and p.tags[stop] in ("VERB", "AUX") and not _participle(p, stop)):
            break
        e = stop
    return e


def _relative_end(p: Passage, e: int, high: int) -> int:
    while e < high and p.outside(e) and p.words[e] not in (".", ";", ",", ":"):
        e += 1
    return e
