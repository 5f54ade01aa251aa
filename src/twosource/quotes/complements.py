"""What follows a verb of speech: which of its complements stands there, and where the content begins."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.quotes.asides import after_asides
from twosource.quotes.cues import MARKED, Cue
from twosource.quotes.names_after import hearer_after
from twosource.quotes.passage import OPENING, OUTSIDE, Passage
from twosource.quotes.syntax import CLAUSE as CONTENT_CLAUSE
from twosource.quotes.titles import opens_with_title
from twosource.quotes.words import NOMINAL, OBJECTS, QUESTION, STOPS, VERBAL, Range
from twosource.vocab.speech import cue_words, speech_verbs

FAR = 25
"""Words between a verb and its "that": "said in an interview with the paper on Tuesday that" has 10."""
CLAUSE = 40
"""Words in which a clause without "that" must show its verb."""
PHRASE_BEGINS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM"))
OPENS_PHRASE = frozenset(("ADP", "SCONJ"))
ASKED = QUESTION | {"about", "for"}
OWN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
OBJECT, HEARER = frozenset(("obj",)), frozenset(("obj", "iobj", "ccomp"))
OPENS_COUNT = frozenset(
    ("both", "either", "not", "more", "fewer", "less", "further", "up", "about", "around", "nearly", "almost")
)
"""Adverbs and conjunctions that a noun phrase can open with: "forecast | more heavy rain"."""
AS_WHAT = 6
"""Words from "as" on in which what is called so begins: "as | an utter disgrace | the offer"."""
OPENS_OBJECT = frozenset(("the", "any", "all", "claims", "reports", "suggestions", "allegations"))
NO_CLAUSE = cue_words("no_clause")


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its shape, its first word, and the hearer between cue and content."""

    frame: str
    first: int
    hearer: Range | None


def complement(p: Passage, cue: Cue, high: int) -> Complement | None:
    """What follows a cue before word `high` and is said; None if nothing is."""
    hearer = hearer_after(p, cue.last, high) if cue.word.takes("whom") else None
    if hearer and not _content_follows(p, cue, hearer[1], high):
        hearer = None
    found = _complement(p, cue, hearer, high)
    if found is None and hearer and (cut := _cut_at_own(p, cue, hearer)):
        return _complement(p, cue, cut, high)
    if cue.word.takes("whom") and (found is None or found.frame in ("bare", "np")):
        found = _told_at_length(p, cue, high) or found
    # "promised an answer within a week": nothing is said to an answer, it is what was promised
    return _complement(p, cue, None, high) if found is None and hearer and cue.word.takes("np") else found


def _cut_at_own(p: Passage, cue: Cue, hearer: Range) -> Range | None:
    """The hearer before the verb's own preposition: "warned | residents | of flash floods", not "the people of Low"."""
    if hearer[1] < len(p) and (p.tags[hearer[1]] in ("PART", "SCONJ") or p.lower[hearer[1]] == "that"):
        return None
    own = (k for k in range(hearer[0] + 1, hearer[1] - 1) if p.tags[k] == "ADP" and cue.word.takes(p.lower[k]))
    first = next((k for k in own if p.tags[k + 1] != "PROPN"), None)
    return (hearer[0], first) if first is not None else None


def _told_at_length(p: Passage, cue: Cue, high: int) -> Complement | None:
    """Of "told the 900 people who work there | that it would close": by the heads, whoever is told in many words."""
    for k in p.tree.below(cue.verb, CONTENT_CLAUSE) if p.tree else ():
        first = p.tree.whole(k)[0] if p.tree else k
        told = [p.tree.whole(j) for j in p.tree.below(cue.verb, HEARER) if p.tags[j] in NOMINAL] if p.tree else []
        hearer = next(((a, min(b, first)) for a, b in told if cue.last <= a < first), None)
        if hearer and first < high and p.lower[first] == "that" and all(map(p.outside, range(cue.last, first + 1))):
            return Complement("that", first, hearer)
    return None


def _complement(p: Passage, cue: Cue, hearer: Range | None, high: int) -> Complement | None:
    """What follows a cue and its hearer."""
    i = hearer[1] if hearer else cue.last
    that = _that(p, _after_remark(p, i, high), high) if cue.word.takes("that") else None
    if that is not None and not _has_own_object(p, cue, i, that):
        return Complement("that", that, hearer)
    opened = i < high and ((cue.word.takes("inf") and p.lower[i] == "to") or _opens_second(p, cue, i))
    opened = opened or _opens_wish(p, cue, i, high)
    i = i if opened else after_asides(p, i, high)
    shape = _shape(p, cue, i, high) if i < high else None
    return Complement(*shape, hearer) if shape else None


def _opens_wish(p: Passage, cue: Cue, i: int, high: int) -> bool:
    """Whether the verb's own "for" begins, no aside of time: "called | for the release of Low", not "for hours for"."""
    if i >= high or p.lower[i] != "for" or not cue.word.takes("for"):
        return False
    end = after_asides(p, i, high)
    return end > i and not names_time(p, end - 1)


def _has_own_object(p: Passage, cue: Cue, i: int, that: int) -> bool:
    """Whether the verb's own preposition and a comma come before: "asked | for a seat, a request | that was noted"."""
    own = next((k for k in range(i, that) if p.tags[k] == "ADP" and cue.word.takes(p.lower[k])), that)
    return "," in p.words[own:that]


def to_the_end(p: Passage, first: int, high: int) -> bool:
    """Whether from word `first` on all stands in quotation marks, up to the end of the sentence."""
    return all(p.quoted[k] != OUTSIDE or p.words[k] in STOPS for k in range(first, high))


def _content_follows(p: Passage, cue: Cue, i: int, high: int) -> bool:
    """Whether the phrase before word `i` is a hearer: not in "asked the mayor to go", "warned Spain of floods"."""
    if i >= high:
        return cue.word.kind == "tell"
    if cue.word.kind == "ask":
        return p.lower[i] in ASKED or p.words[i] in (",", ":") or p.quoted[i] == OPENING
    return True


def _shape(p: Passage, cue: Cue, i: int, high: int) -> tuple[str, int] | None:
    takes, word, more = cue.word.takes, p.lower[i], i + 1 < high
    ahead = _quotation_ahead(p, i, high) if takes("quote") else None
    relative = word == "that" and i > cue.last and is_relative(p, i)
    if relative or (ahead == i and takes("work") and opens_with_title(p, i)):
        return None
    if ahead is not None:
        return "quote", ahead
    if p.words[i] == ":":
        return ("colon", i + 1) if takes("quote") and more else None
    if takes("wh") and word in QUESTION and not (i > cue.last and is_relative(p, i)):
        return "wh", i
    if word == "to" and more and _opens_infinitive(p, i):
        return ("inf", i) if takes("inf") else None
    if more and (_opens_second(p, cue, i) or (p.tags[i] in OPENS_PHRASE and takes(word))):
        first = i + 1 if takes(word) else _object_after(p, cue, i)
        return ("np", first) if first is not None else ("gap", i)
    if takes("bare") and _clause_begins(p, i, high) and not (takes("np") and _is_object(p, cue, i)):
        return "bare", i
    return ("np", i) if takes("np") and _phrase_begins(p, i) else None


def _opens_second(p: Passage, cue: Cue, i: int) -> bool:
    """Whether the preposition at word `i` opens a second object: "attributes | to the drought", no hearer's "to"."""
    return p.tags[i] in OPENS_PHRASE and cue.word.takes(f"~{p.lower[i]}")


def _object_after(p: Passage, cue: Cue, i: int) -> int | None:
    """Where content begins with "as" before what it is said of: "rejected | as “a joke” reports of a truce".

    Parsers take the noun after "as" for a verb or for all of it: "dismissed as nonsense | the claim that ...".
    """
    if i != cue.last or p.lower[i] != "as" or not cue.word.takes("~as"):
        return None
    ahead = range(i + 2, min(i + AS_WHAT, len(p)))
    bare = (k for k in ahead if p.lower[k] in OPENS_OBJECT and (p.tags[k - 1] == "NOUN" or k == i + 2))
    if p.tags[i + 1] != "ADP" and (first := next(bare, None)) is not None:
        return first
    objects = p.tree.below(cue.verb, OBJECT) if p.tree else []
    return i if any(k > i for k in objects) else None


def _opens_infinitive(p: Passage, i: int) -> bool:
    """Whether "to" at word `i` opens an infinitive, by its own tag where the verb after it may be a noun too."""
    return p.tags[i] == "PART" or p.tags[i + 1] in ("VERB", "AUX", "ADV") or p.lower[i + 1] in speech_verbs()


def _quotation_ahead(p: Passage, i: int, high: int) -> int | None:
    """The mark that opens what was said: right here, after a comma or colon, or past asides ("said in Rome, ...")."""
    if p.quoted[i] == OPENING:
        return i
    for k in range(i, min(high - 1, i + FAR)):
        if p.quoted[k] != OUTSIDE or p.tags[k] in ("SCONJ", "AUX") or p.lower[k] in speech_verbs():
            return None
        if p.words[k] in (":", ",") and p.quoted[k + 1] == OPENING:
            return k + 1 if k == i or to_the_end(p, k + 1, high) else None
    return None


def _after_remark(p: Passage, i: int, high: int) -> int:
    """The "that" after a remark between commas ("added, using another name, | that"); `i` where there is none."""
    if i < high and p.words[i] == ",":
        for k in range(i + 2, min(high, i + FAR) - 1):
            if p.words[k] == "," and p.lower[k + 1] == "that" and all(map(p.outside, range(i, k + 2))):
                return k + 1
    return i


def _that(p: Passage, i: int, high: int) -> int | None:
    """The "that" of the content clause, where only asides stand between it and the verb."""
    for k in range(i, min(high, i + FAR)):
        if p.quoted[k] != OUTSIDE or p.words[k] in (":", ";", ".", "?"):
            return None
        if p.lower[k] == "that":
            return None if k > i and is_relative(p, k) else k if _opens_clause(p, i, k, high) else None
        if p.tags[k] in ("VERB", "AUX", "SCONJ") and not (k > i and _of_an_aside(p, k)):
            return None
        if p.tags[k] == "PRON" and k == i and p.lower[k] not in OBJECTS:
            return None
    return None


def is_relative(p: Passage, k: int) -> bool:
    """Whether by the heads a word opens a relative clause: "told the Post after a roll call | that ended at noon"."""
    if p.tree is None or p.tags[k] != "PRON" or p.tree.heads[k] < 0:
        return False
    return p.tree.relation(p.tree.heads[k]) == "acl:relcl" and p.tree.heads[p.tree.heads[k]] < k


def _of_an_aside(p: Passage, k: int) -> bool:
    """Whether a verb stands inside an aside: "by phoning", "in a statement posted online"."""
    before = p.lower[k - 1]
    return p.tags[k - 1] == "ADP" or (p.lower[k].endswith("ed") and before in cue_words("aside_noun"))


def _opens_clause(p: Passage, i: int, k: int, high: int) -> bool:
    """Whether "that" at word `k` opens what is said: not in "said | the movement that rose", "rejected the idea that".

    Between a verb at `i` - 1 and its "that" stand asides alone; a noun phrase is said itself, unless it tells when.
    """
    if k + 1 < high and p.tags[k] == "DET" and p.lower[k + 1] in cue_words("time"):
        return False  # "wrote to the navy | that week"
    if k > i and p.tags[i] in OWN_PHRASE and not any(names_time(p, j) and p.tags[j] != "ADP" for j in range(i, k)):
        return False
    return p.tags[k] == "SCONJ" or any(p.tags[j] in VERBAL for j in range(k + 1, min(high, k + CLAUSE)))


def names_time(p: Passage, j: int) -> bool:
    """Whether a word tells when: a day, a month, "last", "week"."""
    return p.lower[j] in cue_words("time") or p.words[j] in cue_words("day")


def _clause_begins(p: Passage, i: int, high: int) -> bool:
    """Whether a clause with a finite verb of its own begins at word `i`."""
    if p.words[i] in STOPS or p.tags[i] in ("CCONJ", "AUX") or (p.lower[i] in NO_CLAUSE and p.tags[i] != "PRON"):
        return False
    for k in range(i + 1, min(high, i + CLAUSE)):
        participle = p.lower[k].endswith("ing") and p.tags[k - 1] != "AUX"
        if p.tags[k] in VERBAL and p.lower[k - 1] != "to" and not participle:
            return True
        if p.words[k] in (";", ":"):
            return False
    return False


def _is_object(p: Passage, cue: Cue, i: int) -> bool:
    """Whether by the heads a phrase begins at word `i`, and no clause: "conceded | defeat, hours after they came"."""
    if p.tree is None or cue.word is MARKED or p.tree.below(cue.verb, CONTENT_CLAUSE):
        return False
    return any(p.tree.whole(k)[0] == i for k in p.tree.below(cue.verb, OBJECT))


def _phrase_begins(p: Passage, i: int) -> bool:
    if p.tags[i] in PHRASE_BEGINS or p.quoted[i] == OPENING or p.lower[i] in OPENS_COUNT:
        return True
    return p.tags[i] == "VERB" and p.lower[i].endswith("ing")
