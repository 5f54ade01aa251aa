"""Content: where what was said begins and ends around a cue."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.quotes.cues import Cue
from twosource.quotes.passage import CLOSING, OPENING, OUTSIDE, Passage
from twosource.quotes.phrases import NOMINAL, Range, phrase_after, subject
from twosource.vocab.speech import cue_words, speech_verbs

WH = frozenset("whether how what why when where who if which".split())
STOPS = frozenset((".", ",", ";", ":", "?", "!", "—", "–", "-", "…", "..."))
LOOSE, ASKS = frozenset((",", "—", "–", "-", ":", ";")), frozenset("?!")
FAR = 25
"""Words between a verb and its "that": "said in an interview with the paper on Tuesday that" has 10."""


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its shape, its first word, and the hearer between cue and content."""

    frame: str
    first: int
    hearer: Range | None


def complement(p: Passage, cue: Cue, high: int) -> Complement | None:
    """What follows a cue before word `high` and is said; None if nothing is."""
    i, hearer = cue.last, None
    if cue.word.takes("whom"):
        hearer = hearer_after(p, i, high)
        if hearer and cue.word.kind == "ask" and not _question_follows(p, hearer[1], high):
            hearer = None
        i = hearer[1] if hearer else i
    that = _that(p, i, high) if cue.word.takes("that") else None
    if that is not None:
        return Complement("that", that, hearer)
    promised = cue.word.takes("inf") and i < high and p.lower[i] == "to"
    i = i if promised else after_asides(p, i, high)
    if i >= high:
        return None
    shape = _shape(p, cue, i, high)
    return Complement(*shape, hearer) if shape else None


def _question_follows(p: Passage, i: int, high: int) -> bool:
    """"asked the minister whether" has a hearer; "asked the minister to resign" is one content, as PolNeAR has it."""
    return i < high and (p.lower[i] in WH or p.lower[i] == "about" or p.words[i] in (",", ":") or p.quoted[i] == OPENING)


def _shape(p: Passage, cue: Cue, i: int, high: int) -> tuple[str, int] | None:
    takes, word = cue.word.takes, p.lower[i]
    colon = i + 1 < high and p.words[i] in (":", ",") and p.quoted[i + 1] == OPENING
    if takes("quote") and (p.quoted[i] == OPENING or colon):
        return "quote", i + colon
    if takes("quote") and p.words[i] == ":" and i + 1 < high:
        return "colon", i + 1
    if takes("wh") and word in WH:
        return "wh", i
    if word == "to" and i + 1 < high and (p.tags[i + 1] in ("VERB", "AUX", "ADV") or p.lower[i + 1] in speech_verbs()):
        return ("inf", i) if takes("inf") else None
    if p.tags[i] in ("ADP", "SCONJ") and takes(word) and i + 1 < high:
        return "np", i + 1
    if takes("bare") and _clause_begins(p, i, high):
        return "bare", i
    if takes("np") and _phrase_begins(p, i):
        return "np", i
    return None


def _that(p: Passage, i: int, high: int) -> int | None:
    """The "that" of the content clause, where only asides stand between it and the verb."""
    for k in range(i, min(high, i + FAR)):
        if p.quoted[k] != OUTSIDE or p.words[k] in (":", ";", ".", "?"):
            return None
        if p.lower[k] == "that":
            return k if _opens_clause(p, k, high) else None
        if p.tags[k] in ("VERB", "AUX", "SCONJ") and not (k > i and p.tags[k - 1] == "ADP"):
            return None
        if p.tags[k] == "PRON" and k == i and p.lower[k] not in ("him", "her", "them", "me", "us", "it"):
            return None
    return None


def _opens_clause(p: Passage, k: int, high: int) -> bool:
    return p.tags[k] == "SCONJ" or any(p.tags[j] in ("VERB", "AUX") for j in range(k + 1, min(high, k + 30)))


def hearer_after(p: Passage, i: int, high: int) -> Range | None:
    """Who was told: the noun phrase right after "told", at word `i`."""
    if i >= high or not p.outside(i):
        return None
    if p.lower[i] in ("him", "her", "them", "me", "us", "it", "you") or p.lower[i] in cue_words("hearer"):
        return (i, i + 1)
    if p.tags[i] == "PRON" and p.lower[i] not in ("his", "her", "their", "its", "my", "our"):
        return None
    found = phrase_after(p, i, high)
    if found is None:
        return None
    for k in range(*found):
        if p.lower[k] in cue_words("hearer") or p.words[k] == ",":
            return (i, k + (p.words[k] != ","))
    return found


def after_asides(p: Passage, i: int, high: int) -> int:
    """Past "on Tuesday", "in a statement", "to reporters", "later": what stands between the verb and what was said."""
    while i < high and p.outside(i):
        step = _aside(p, i, high)
        if step == i:
            break
        i = step
    return i


def _aside(p: Passage, i: int, high: int) -> int:
    word = p.lower[i]
    if p.words[i] in cue_words("day") or (word in cue_words("time") and p.tags[i] in ("ADV", "NOUN") and word not in ("this", "last")):
        return i + 1
    if p.tags[i] == "ADV" and word.endswith("ly"):
        return i + 1
    if p.tags[i] == "NUM" and i > 0 and p.words[i - 1] in cue_words("day"):
        return i + 1
    if word in ("this", "last", "earlier", "early", "late", "that") and i + 1 < high and (
        p.lower[i + 1] in cue_words("time") or p.words[i + 1] in cue_words("day")
    ):
        return i + 2
    if p.tags[i] == "ADP" and word in cue_words("aside"):
        return _aside_phrase(p, i, high)
    return i


def _aside_phrase(p: Passage, i: int, high: int) -> int:
    """The end of a prepositional phrase that tells where, when or to whom something was said; `i` where it is none."""
    k = i + 1
    while k < high and k < i + 8 and p.outside(k) and p.tags[k] in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"):
        noun = p.lower[k] in cue_words("aside_noun") or p.lower[k] in cue_words("hearer") or p.lower[k] in cue_words("time")
        last = k + 1 >= high or p.tags[k + 1] not in NOMINAL or p.words[k + 1] in cue_words("day")
        if (noun or p.words[k] in cue_words("day") or p.words[k].isdigit()) and last:
            return k + 1
        if p.lower[i] == "to" and p.tags[k] in NOMINAL and last:
            return k + 1
        k += 1
    return i


def _clause_begins(p: Passage, i: int, high: int) -> bool:
    """Whether a clause with a verb of its own begins at word `i`."""
    if p.words[i] in STOPS or p.tags[i] in ("CCONJ", "AUX") or p.lower[i] in ("to", "that"):
        return False
    if p.tags[i] in ("ADP", "SCONJ") and p.lower[i] in ("of", "by", "about", "as", "than", "before", "while", "because", "so"):
        return False
    for k in range(i + 1, min(high, i + 40)):
        if p.tags[k] in ("VERB", "AUX") and p.lower[k - 1] != "to" and not (p.lower[k].endswith("ing") and p.tags[k - 1] != "AUX"):
            return True
        if p.words[k] in (";", ":"):
            return False
    return False


def _phrase_begins(p: Passage, i: int) -> bool:
    return p.quoted[i] == OPENING or p.lower[i] in ("both", "either") or p.tags[i] in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM") or (
        p.tags[i] == "VERB" and p.lower[i].endswith("ing")
    )


def clause_end(p: Passage, cue: Cue, frame: str, first: int, high: int, *, inner: bool = False) -> int:
    """The word before which the content ends that begins at `first`; `inner`: the cue stands in a subordinate clause."""
    k = first + 1
    while k < high:
        if p.outside(k) and (_ends_at(p, cue, frame, k, high) or (inner and p.words[k] == "," and _main_clause(p, k + 1, high))):
            break
        k += 1
    while k > first and p.quoted[k - 1] == OUTSIDE and p.words[k - 1] in STOPS:
        k -= 1
    return k


def _main_clause(p: Passage, k: int, high: int) -> bool:
    """Whether after the comma of "If he said so, ..." the main clause begins."""
    found = phrase_after(p, k, high)
    return p.tags[k] in ("VERB", "AUX") if k < high and found is None else found is not None and found[1] < high and p.tags[found[1]] in ("VERB", "AUX", "ADV")


def _ends_at(p: Passage, cue: Cue, frame: str, k: int, high: int) -> bool:
    word = p.words[k]
    if word == ";":
        return True
    if word in (",", "—", "–", "-") and k + 1 < high and p.outside(k + 1):
        return _new_cue_after_comma(p, cue, frame, k + 1, high)
    if p.tags[k] == "CCONJ":
        return _same_subject_cue(p, cue, k, high)
    return p.lower[k : k + 2] == ["according", "to"]


def _new_cue_after_comma(p: Passage, cue: Cue, frame: str, k: int, high: int) -> bool:
    word = p.lower[k]
    if word in speech_verbs() and word.endswith("ing") and p.tags[k] == "VERB":
        return True
    if word in ("while", "whereas", "although", "though") or p.lower[k : k + 2] == ["according", "to"]:
        return True
    if word == "but" and k + 1 < high and p.tags[k + 1] in ("PRON", "PROPN", "DET"):
        return True
    if p.tags[k] == "CCONJ":
        return _same_subject_cue(p, cue, k, high) or _own_cue(p, k + 1, high)
    return frame in ("np", "inf") and (p.tags[k] == "VERB" and word.endswith("ing"))


def _same_subject_cue(p: Passage, cue: Cue, k: int, high: int) -> bool:
    """"and added", "but also said": a verb of speech in the same form as the cue, with the same subject."""
    j = k + 1
    while j < high and p.tags[j] in ("ADV", "AUX", "PART"):
        j += 1
    if j < high and p.lower[k] == "and" and p.lower[k + 1 : k + 2] == ["that"] and cue.word.takes("that"):
        return p.tags[k + 1] == "SCONJ"
    return j < high and p.tags[j] == "VERB" and any(f == cue.form and v.strength >= 0.8 for v, f in speech_verbs().get(p.lower[j], ()))


def _own_cue(p: Passage, k: int, high: int) -> bool:
    """Whether the clause after "and" has a verb of speech with its own subject: "and police said"."""
    for j in range(k + 1, min(high, k + 14)):
        if p.words[j] == ",":
            return False
        if p.tags[j] == "VERB":
            strong = any(v.strength >= 0.85 for v, _ in speech_verbs().get(p.lower[j], ()))
            return strong and _finite_subject(p, j, k)
    return False


def _finite_subject(p: Passage, verb: int, low: int) -> bool:
    while verb > low and p.tags[verb - 1] in ("AUX", "PART", "ADV"):
        verb -= 1
    return subject(p, verb, low) is not None


def edges(p: Passage, first: int, last: int) -> tuple[int, int] | None:
    """Code points of words `first` to `last` (exclusive), commas at the ends left out.

    The marks at the ends go where the whole stands in quotation marks; `he called it "a win"` keeps both of its own.
    """
    first, last = _trim(p, first, last, marks=False)
    if all(p.quoted[k] != OUTSIDE or p.words[k] in STOPS for k in range(first, last)):
        first, last = _trim(p, first, last, marks=True)
    return (p.starts[first], p.ends[last - 1]) if first < last else None


def _trim(p: Passage, first: int, last: int, *, marks: bool) -> tuple[int, int]:
    while first < last and ((p.outside(first) and p.words[first] in STOPS) or (marks and p.is_mark(first)) or p.words[first] in LOOSE):
        first += 1
    while last > first and ((p.outside(last - 1) and p.words[last - 1] in STOPS - ASKS) or (marks and p.is_mark(last - 1)) or p.words[last - 1] in LOOSE):
        last -= 1
    return first, last
