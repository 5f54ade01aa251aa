"""The speaker before a verb: the noun phrase that ends there, told by word classes alone."""

from __future__ import annotations

from twosource.quotes.passage import Passage
from twosource.quotes.words import DASHES, NOMINAL, PLURALS, POSSESSIVE, RELATIVE, SUBORDINATORS, VERBAL, Range
from twosource.vocab.speech import cue_words, speech_verbs

PARTS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "CCONJ", "SYM", "X"))
NOT_PARTS = frozenset(("not", "n't", "than", "but", "if", "that"))
PERSONAL = cue_words("personal")
NO_SUBJECT = frozenset(("there", "what", "me", "him", "them", "us"))
NEVER_ENDS = SUBORDINATORS | {"whenever", "whether", "how", "what", "why", "than"}
NEVER_BEGINS = cue_words("no_beginning")
BEGINS_PAIR = frozenset(("both", "either", "neither"))
DAY_PARTS = frozenset(("morning", "evening", "night", "afternoon"))
WHICH = frozenset(("this", "last", "next", "earlier"))
NAMED_DAYS = frozenset(("super", "black", "good", "ash", "bloody"))
"""Words that make a day the name of something: "the polls on Super Tuesday"."""
PARTICIPLES = ("ed", "ing", "en", "held", "made", "known", "led", "sent", "done")
NO_APPOSITION = frozenset(("ADP", "ADV", "SCONJ", "VERB", "AUX", "CCONJ", "PRON", "PUNCT"))
LONGEST = 40
"""Words in a speaker's phrase, appositions included; the longest in PolNeAR have about 45, 99% have fewer than 25."""


def subject(p: Passage, verb: int, low: int) -> Range | None:
    """The noun phrase that ends before the verb group at `verb`, not before `low`; appositions included."""
    last = _without_week(p, verb - 1, low)
    if last < low or not p.outside(last):
        return None
    low = max(low, verb - LONGEST)
    if p.words[last] == ")" or p.words[last] == "," or p.words[last] in DASHES:
        return _with_appositions(p, last, low)
    return _simple(p, last, low)


def is_participle(p: Passage, i: int) -> bool:
    """Whether a verb stands inside a noun phrase: "people briefed on the talks", "the visiting minister"."""
    word = p.lower[i]
    if p.tree is not None and p.tree.relation(i) == "amod" and p.tree.heads[i] > i:
        return True  # "of | neighbouring | Chad"
    if i == 0 or not (word.endswith(PARTICIPLES) or word in ("close", "familiar")):
        return False
    before, after = p.tags[i - 1], p.tags[i + 1] if i + 1 < len(p) else "PUNCT"
    if before in ("DET", "ADJ") and after in ("NOUN", "PROPN", "ADJ"):
        return True
    noun = before == "NOUN" or p.lower[i - 1] in ("those", "people")
    followed = after in ("ADP", "ADV") or (i + 1 < len(p) and p.words[i + 1] in cue_words("day"))
    followed = followed or (i + 2 < len(p) and p.lower[i + 1] in WHICH and p.lower[i + 2] in cue_words("time"))
    return noun and followed and word not in speech_verbs()


def _without_week(p: Passage, last: int, low: int) -> int:
    """The last word before "this month" and the comma there: "the mayor, this month | saying"."""
    timed = last - 2 >= low and p.lower[last - 1] in WHICH and p.lower[last] in cue_words("time")
    if not timed or p.tags[last - 1] not in ("DET", "ADJ", "ADV"):
        return last
    last -= 2 + (p.words[last - 2] in (",", "just"))
    return last


def _simple(p: Passage, last: int, low: int) -> Range | None:
    """The noun phrase that ends with word `last`, without a day after it."""
    last = _without_day(p, last, low)
    end = last + 1
    if p.lower[last].endswith(("self", "selves")) and last > low:
        last -= 1
    word = p.lower[last]
    among = last > low and p.lower[last - 1] == "of" and p.tags[last] == "PRON"  # "the oldest of | them"
    if not among and (p.tags[last] == "PRON" or word in PERSONAL or word == "one"):
        first = last - (word == "one" and last > low and p.lower[last - 1] == "no")
        return (first, end) if word not in NO_SUBJECT else None
    if p.tags[last] in ("VERB", "AUX", "SCONJ", "ADP") or word in NEVER_ENDS:
        return None
    first = _trim_left(p, _left_end(p, last, low), last + 1)
    named = any(p.tags[k] in NOMINAL or p.tags[k] in ("ADJ", "DET") for k in range(first, last + 1))
    return (first, end) if named else None


def _left_end(p: Passage, last: int, low: int) -> int:
    """The first word that can belong to the phrase that ends with word `last`."""
    first = _run_left(p, last, low)
    relative = _restrictive(p, first, low)
    return first if relative is None else _run_left(p, relative - 1, low)


def _run_left(p: Passage, first: int, low: int) -> int:
    while first > low and _belongs(p, first - 1):
        first -= 1
    return first


def _belongs(p: Passage, i: int) -> bool:
    """Whether word `i` can stand inside a noun phrase, to the left of its last word."""
    if not p.outside(i):
        return False
    tag, word = p.tags[i], p.lower[i]
    if p.is_hyphen(i + 1) or p.is_hyphen(i):
        return True
    if tag in PARTS:
        return word not in NOT_PARTS and (word != "to" or tag == "ADP")
    if tag == "VERB":
        return is_participle(p, i)
    if tag == "ADV":
        return p.tags[i + 1] in ("ADJ", "NUM")
    known = word in POSSESSIVE or word in PLURALS or word in ("'s", "'", "-", "/", "(", ")")
    return known or (len(word) > 1 and word.endswith("."))


def _restrictive(p: Passage, first: int, low: int) -> int | None:
    """The "who" of "those who live here": a relative clause without commas, its verb before word `first`."""
    if first - 1 <= low or p.tags[first - 1] not in VERBAL:
        return None
    for k in range(first - 1, max(low, first - 9), -1):
        if not p.outside(k) or p.words[k] in (",", ";", ":"):
            return None
        if p.lower[k] in ("who", "that") and p.tags[k] == "PRON":
            return k if p.tags[k - 1] in NOMINAL or p.lower[k - 1] in PLURALS else None
    return None


def _without_day(p: Passage, last: int, low: int) -> int:
    """The last word of the phrase itself in "the minister on Tuesday" and "the minister Tuesday"."""
    k, days = last, cue_words("day")
    while k > low and p.outside(k) and (p.words[k] in days or p.tags[k] == "NUM" or p.lower[k] in DAY_PARTS):
        k -= 1
    if k in (last, low) or p.words[k + 1] not in days or p.lower[k] in NAMED_DAYS:
        return last
    return k - 1 if p.lower[k] == "on" else k


def _trim_left(p: Passage, first: int, end: int) -> int:
    """The first word of the subject itself: conjunctions and "on Tuesday" or "in the morning" before it fall away."""
    while first < end and _never_begins(p, first):
        first += 1
    if first < end and p.tags[first] in ("ADP", "ADV"):
        return _after_adverbial(p, first, end)
    if first + 1 < end and p.words[first] in cue_words("day"):
        follows = ("DET", "PROPN", "PRON") if p.lower[first].endswith("day") else ("DET", "PRON")
        return first + (p.tags[first + 1] in follows)
    return first


def _never_begins(p: Passage, i: int) -> bool:
    if p.lower[i] in BEGINS_PAIR:
        return False
    return p.lower[i] in NEVER_BEGINS or p.tags[i] in ("CCONJ", "PART", "PUNCT", "X")


def _after_adverbial(p: Passage, first: int, end: int) -> int:
    """Where the subject begins after a phrase such as "in March" or "at the rally" that no comma closes."""
    days = cue_words("day")
    for k in range(first + 2, end):
        left, right = p.tags[k - 1], p.tags[k]
        dated = p.words[k - 1] in days or (p.words[k - 1].isdecimal() and p.words[k - 2] in days)
        if dated and right not in ("NUM", "ADP", "PART") and p.words[k] not in days:
            return k
        if left in NOMINAL and (right == "DET" or p.lower[k] in POSSESSIVE):
            return k
        if left == "NOUN" and right == "PROPN":
            return k
    return next((k + 1 for k in range(end - 1, first - 1, -1) if p.tags[k] == "ADP"), first)


def _with_appositions(p: Passage, comma: int, low: int) -> Range | None:
    """The noun phrase whose apposition, relative clause or aside ends with the mark before the verb."""
    closer = p.words[comma]
    opener = "(" if closer == ")" else closer
    cuts = [k for k in range(comma - 1, low - 1, -1) if p.outside(k) and p.words[k] == opener]
    pieces: list[Range] = []
    nearer: int | None = None
    for cut in cuts:
        pieces.append((cut + 1, pieces[-1][0] - 1 if pieces else comma))
        head = _simple(p, cut - 1, low) if cut > low and p.outside(cut - 1) else None
        if not _describes(p, pieces[-1]):
            return _beside_aside(p, pieces, head)
        if head is None or (nearer is not None and not any(p.tags[k] in NOMINAL for k in range(*head))):
            return None if nearer is None else (nearer, comma)
        nearer = head[0]
        named = p.tags[pieces[0][0]] == "PROPN" and p.tags[head[0]] == "DET"
        if named or head[0] - 1 not in cuts or not _describes_too(p, head[0]):
            return (_before_relative(p, head[0], cuts, low), comma)
    return None


def _before_relative(p: Passage, first: int, cuts: list[int], low: int) -> int:
    """Where the phrase begins of whose relative clause the words at `first` are: "The suit, which is led by | Low"."""
    cut = next((c for c in cuts if c < first - 1), low)
    whole = _simple(p, cut - 1, low) if cut > low and p.lower[cut + 1] in RELATIVE and p.outside(cut - 1) else None
    return whole[0] if whole and p.tags[first - 1] == "ADP" else first


def _describes_too(p: Passage, first: int) -> bool:
    """Whether a phrase after a comma is itself set beside something further left: "a nurse", "21", "mayor of York"."""
    return p.lower[first] in ("a", "an", "the") or p.tags[first] in ("NUM", "NOUN")


def _beside_aside(p: Passage, pieces: list[Range], head: Range | None) -> Range | None:
    """The phrase before an aside: "Smith, speaking in Paris, said", "Smith, on Tuesday, said"."""
    if len(pieces) > 1:
        first = pieces[-2][0]
        return (first, pieces[0][1]) if p.tags[first] not in ("DET", "NUM") else None
    first, end = pieces[0]
    return head if first < end and p.tags[first] in ("ADP", "ADV", "VERB", "SCONJ") else None


def _describes(p: Passage, piece: Range) -> bool:
    """Whether the words between two commas describe the noun phrase before them."""
    first, end = piece
    if first >= end or not p.outside(first):
        return False
    if p.lower[first] in RELATIVE or p.lower[first] == "including":
        return True
    if p.tags[first] in NO_APPOSITION and p.lower[first] not in POSSESSIVE:
        return False
    for k in range(first, end):
        if p.lower[k] in RELATIVE:
            return True
        if p.tags[k] == "AUX":
            return False
    return True
