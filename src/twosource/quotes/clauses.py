"""Where content ends: at the sentence's end, or before a clause that says something of its own."""

from __future__ import annotations

from twosource.quotes.asides import after_asides
from twosource.quotes.cues import Cue, has_rest
from twosource.quotes.names_after import phrase_after
from twosource.quotes.participles import with_whom
from twosource.quotes.passage import CLOSING, OUTSIDE, Passage
from twosource.quotes.phrases import subject
from twosource.quotes.verbs import has_finite_verb
from twosource.quotes.words import DASHES, RELATIVE, STOPS, VERBAL
from twosource.vocab.speech import cue_words, speech_verbs, unnamed_speakers

LOOSE = DASHES | {",", ":", ";"}
CONTRASTS = frozenset(("while", "whereas", "although", "though"))
LISTS = frozenset(("including", "excluding", "regarding", "concerning"))
DENY = frozenset(("denies", "denied", "deny", "rejects", "rejected", "disputes", "disputed", "contests", "contested"))
WHEN = frozenset(("when", "while", "after", "before", "as", "because"))
AHEAD, WHERE = frozenset(("predict", "promise", "believe", "agree")), frozenset(("which", "where", "who"))
"""Kinds of verbs that tell what is to come, and words after which the report tells what is already so."""
AFTER = frozenset(("after", "following", "amid", "despite"))
"""After what is to be done these tell what had been done: "agreed to share the dam, | after a week of talks"."""
WISHES = frozenset(("urge", "ask"))
"""Kinds of verbs that put it to others: "urged residents to boil their water, | after tests had found germs"."""
NEAR = 14
"""Words after "and" within which a clause with a speaker of its own shows its verb of speech: "and police said"."""
FEW = 5
"""Words before which "a thinly veiled reference" must have its noun."""
SURE = 0.9
"""Strength from which on a verb that closes a sentence says whose word all of it is."""
WEAK = 0.5
"""Strength above which a verb says that others speak of what was said."""
CLEAR = 0.8
"""Strength from which on a verb after "and" begins a statement of its own rather than going on with the one before."""


def clause_end(p: Passage, cue: Cue, frame: str, first: int, high: int, *, inner: bool = False) -> int:
    """The word before which the content ends that begins at `first`; `inner`: its cue is in a subordinate clause."""
    k = first + 1
    while k < high and not (p.outside(k) and _ends_at(p, cue, frame, k, high, inner)):
        k += 1
    while k > first and p.quoted[k - 1] == OUTSIDE and p.words[k - 1] in STOPS:
        k -= 1
    return _before_which(p, first, k, high)


def _before_which(p: Passage, first: int, k: int, high: int) -> int:
    """The end without a "which" that others speak of: "backs the offer, | which according to the Post would fail"."""
    cut = k < high and p.lower[k] == "according" and p.lower[k - 1] in ("which", "who", "that")
    last = k - 1 - (cut and p.words[k - 2] == ",")
    return last if cut and first < last else k


def edges(p: Passage, first: int, last: int) -> tuple[int, int] | None:
    """Code points of words `first` to `last` (exclusive), commas and the sentence's full stop left out.

    The marks at the ends go where the whole stands in quotation marks; `he called it "a win"` keeps both of its own.
    """
    first, last = _trim(p, first, last, marks=False)
    if all(p.quoted[k] != OUTSIDE or p.words[k] in STOPS for k in range(first, last)):
        first, last = _trim(p, first, last, marks=True)
    return (p.starts[first], p.ends[last - 1]) if first < last else None


def _trim(p: Passage, first: int, last: int, *, marks: bool) -> tuple[int, int]:
    while first < last and _loose(p, first, marks):
        first += 1
    while last > first and p.words[last - 1] not in ("?", "!") and _loose(p, last - 1, marks):
        last -= 1
    return first, last


def _loose(p: Passage, i: int, marks: bool) -> bool:
    if p.words[i] in LOOSE:
        return True
    return p.words[i] in STOPS if p.outside(i) else marks and p.is_mark(i)


def _ends_at(p: Passage, cue: Cue, frame: str, k: int, high: int, inner: bool) -> bool:
    word = p.words[k]
    if word == "," and inner and _main_clause(p, k + 1, high):
        return True
    if frame == "quote" and p.quoted[k - 1] == CLOSING and _report_goes_on(p, k, high):
        return True
    if (word == "," or word in DASHES) and k + 1 < high and p.outside(k + 1) and not p.is_hyphen(k):
        return _own_statement(p, cue, frame, k + 1, high)
    if word == ":" and frame == "np":
        return has_finite_verb(p, k + 1, high)
    if p.tags[k] == "CCONJ":
        return _same_subject_cue(p, cue, k, high)
    if frame == "np" and p.lower[k] == "as" and p.lower[k + 1 : k + 2] in (["he"], ["she"], ["they"]):
        return True  # "promised them tents | as she walked through the camp"
    return word == ";" or p.lower[k : k + 2] == ["according", "to"]


def _broken_relative(p: Passage, k: int, high: int) -> bool:
    """Whether at word `k`, after a comma, a relative clause begins that somebody says: "which, | she said, | had"."""
    k += p.tags[k] == "ADP"
    if k + 3 >= high or p.lower[k] not in RELATIVE - {"that"} or p.words[k + 1] != ",":
        return False
    found = phrase_after(p, k + 2, high)
    verb = found[1] if found else high
    return verb < high and p.tags[verb] in VERBAL and p.lower[verb] in speech_verbs()


def _main_clause(p: Passage, k: int, high: int) -> bool:
    """Whether at word `k` the main clause begins: "If he said so, | the minister lied"."""
    found = phrase_after(p, k, high)
    verb = found[1] if found else k
    return verb < high and (p.tags[verb] in VERBAL or (found is not None and p.tags[verb] == "ADV"))


def _report_goes_on(p: Passage, k: int, high: int) -> bool:
    """Whether after a quotation, at word `k`, the report says what else happened: "and threw", "when he fell"."""
    if p.lower[k] in WHEN or (p.tags[k] == "CCONJ" and k + 1 < high and p.tags[k + 1] in VERBAL):
        return True
    return _comma_inside(p, k) and _main_clause(p, k, high)


def _comma_inside(p: Passage, k: int) -> bool:
    """Whether the quotation that ends before word `k` ends in a comma: what follows is the report's own clause."""
    while k > 1 and p.quoted[k - 1] == CLOSING:
        k -= 1
    return p.words[k - 1] == ","


def _own_statement(p: Passage, cue: Cue, frame: str, k: int, high: int) -> bool:
    """Whether what begins at word `k`, after a comma, is no longer said: ", adding", ", but he", ", and X said"."""
    word, participle = p.lower[k], p.tags[k] == "VERB" and p.lower[k].endswith("ing") and p.lower[k] not in LISTS
    if participle and (word in speech_verbs() or frame in ("np", "inf")):
        return True
    if word == "with" and _has_own_participle(p, k, high):
        return True
    if word in AFTER and (frame == "inf" or (frame == "np" and cue.word.kind in WISHES)):
        return True
    if _broken_relative(p, k, high) or (frame in ("np", "inf") and cue.word.kind in AHEAD and word in WHERE):
        return True
    if word in CONTRASTS or p.lower[k : k + 2] == ["according", "to"] or relays(p, k, high) or comments(p, k, high):
        return True
    if passed_on(p, k, high) or blames_too(p, k, high) or (word == "as" and passed_on(p, k + 1, high, WEAK)):
        return True
    if word == "but" and k + 1 < high and p.tags[k + 1] in ("PRON", "PROPN", "DET"):
        return True
    return p.tags[k] == "CCONJ" and (_same_subject_cue(p, cue, k, high) or _own_cue(p, k + 1, high))


def _has_own_participle(p: Passage, k: int, high: int) -> bool:
    """Whether "with" at word `k` brings in another who speaks: "backed the cut, | with its chief calling it fair"."""
    verbs = (j for j in range(k + 2, min(high, k + NEAR)) if p.lower[j].endswith("ing") and p.tags[j] == "VERB")
    verb = next(verbs, None)
    return verb is not None and p.lower[verb] in speech_verbs() and (with_whom(p, verb) or (0, 0))[0] == k + 1


def passed_on(p: Passage, k: int, high: int, least: float = SURE) -> bool:
    """Whether from word `k` on the sentence only says whose word it is: "Low ordered an inquiry, | his office said"."""
    found = phrase_after(p, k, high)
    verb = found[1] if found else high
    if verb >= high or p.tags[verb] != "VERB" or not p.outside(verb):
        return False
    after = after_asides(p, verb + 1, high)
    said = (v for v, form in speech_verbs().get(p.lower[verb], ()) if form in ("ed", "s") and not v.rest)
    return (after >= high or p.words[after] in STOPS) and any(v.takes("bare") and v.strength >= least for v in said)


def blames_too(p: Passage, k: int, high: int) -> bool:
    """Whether a relative clause begins in which the speaker blames or calls somebody something: "which he dubbed"."""
    found = phrase_after(p, k + 1, high) if p.lower[k] in ("which", "whom", "who") else None
    verb = found[1] if found else high
    if verb + 1 >= high or p.tags[verb] != "VERB":
        return False
    return any(v.takes(f"~{p.lower[verb + 1]}") for v, _ in speech_verbs().get(p.lower[verb], ()))


def comments(p: Passage, k: int, high: int) -> bool:
    """Whether from word `k` on the report explains words, or others speak of them: "a reference to", "a toll that".

    Of the second kind only where a verb of speech is near: "a figure that the charity | disputes".
    """
    k += p.lower[k] == "in"
    if k >= high or p.lower[k] not in ("a", "an", "the"):
        return False
    noun = next((j for j in range(k + 1, min(k + FEW, high - 1)) if p.tags[j] == "NOUN"), None)
    if noun is None or not p.outside(noun + 1):
        return False
    if p.lower[noun] in cue_words("allusion"):
        return p.lower[noun + 1] in ("to", "at")
    disputed = p.lower[noun] in cue_words("account") or p.lower[noun] in cue_words("cue_noun")
    near = range(noun + 2, min(noun + NEAR, high))
    found = phrase_after(p, noun + 1, high) if disputed else None
    if found and found[1] < high and (p.lower[found[1]] in DENY or _calls(p, found[1])):
        return True
    return disputed and p.lower[noun + 1] in ("that", "which", "whose") and any(_reports_speech(p, j) for j in near)


def _calls(p: Passage, k: int) -> bool:
    """Whether a verb says what somebody calls a thing: "a charge the union | called | absurd"."""
    return any(verb.kind == "call" and not verb.rest for verb, _ in speech_verbs().get(p.lower[k], ()))


def _reports_speech(p: Passage, j: int) -> bool:
    told = p.tags[j] == "VERB" or (j + 1 < len(p) and p.words[j + 1] in STOPS)
    return told and p.outside(j) and any(verb.strength > WEAK for verb, _ in speech_verbs().get(p.lower[j], ()))


def relays(p: Passage, k: int, high: int) -> bool:
    """Whether from verb `k` on the sentence only says who passes it on: "..., she said, | reports the Post"."""
    told = any(form in ("s", "ed") and verb.takes("quote") for verb, form in speech_verbs().get(p.lower[k], ()))
    by_whom = phrase_after(p, k + 1, high) if told else None
    named = by_whom is not None and any(
        p.tags[i] == "PROPN" or p.lower[i] in unnamed_speakers() for i in range(*by_whom)
    )
    return by_whom is not None and named and (by_whom[1] >= high or p.words[by_whom[1]] in STOPS)


def _same_subject_cue(p: Passage, cue: Cue, k: int, high: int) -> bool:
    """Whether "and" at word `k` leads to the same speaker's next verb of speech ("and added") or next "that"."""
    if opens_second(p, k) and cue.word.takes("that"):
        return p.tags[k + 1] == "SCONJ" or any(p.tags[j] in VERBAL for j in range(k + 2, min(high, k + NEAR)))
    j = k + 1
    while j < high and p.tags[j] in ("ADV", "AUX", "PART"):
        j += 1
    if j >= high or p.tags[j] != "VERB":
        return False
    known = speech_verbs().get(p.lower[j], ())
    return any(form == cue.form and verb.strength >= CLEAR and has_rest(p, verb, j, high) for verb, form in known)


def opens_second(p: Passage, k: int) -> bool:
    """Whether at word `k` a second clause of one verb begins: "| and that", "| but that"; not "but that was late"."""
    if p.lower[k + 1 : k + 2] != ["that"]:
        return False
    return p.lower[k] == "and" or (p.lower[k] == "but" and p.tags[k + 1] == "SCONJ")


def _own_cue(p: Passage, k: int, high: int) -> bool:
    """Whether the clause after "and" has a verb of speech with its own subject: "and police said"."""
    for j in range(k + 1, min(high, k + NEAR)):
        if p.words[j] == ",":
            return False
        if p.tags[j] == "VERB":
            known = (verb for verb, _ in speech_verbs().get(p.lower[j], ()) if has_rest(p, verb, j, high))
            clear = any(verb.strength > CLEAR for verb in known)
            return clear and _has_subject(p, j, k)
    return False


def _has_subject(p: Passage, verb: int, low: int) -> bool:
    while verb > low and p.tags[verb - 1] in ("AUX", "PART", "ADV"):
        verb -= 1
    return subject(p, verb, low) is not None
