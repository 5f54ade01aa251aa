"""Cues: the verb groups by which a report says that something was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.quotes.asides import after_asides
from twosource.quotes.passage import CLOSING, OPENING, OUTSIDE, Passage
from twosource.quotes.words import NOMINAL, VERBAL
from twosource.vocab.speech import Form, Polarity, SpeechVerb, cue_words, speech_verbs

BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "gets", "got"])
AUXILIARIES = frozenset(["has", "have", "had", "is", "are", "was", "were", "did", "does", "do", "will", "would"])
UNSURE = frozenset(("can", "could", "may", "might", "should", "must", "ca"))
NOT = frozenset(("not", "n't", "never", "hardly", "barely", "neither", "nor"))
NO_GROUP = frozenset(("however", "meanwhile", "there", "here", "when", "where", "why", "how"))
BEFORE_PARTICIPLE = frozenset(("when", "if", "whenever", "once", "unless", "as"))
ENDS_SPEECH = frozenset((",", "!", "?"))
MANNER = SpeechVerb(lemma="", rest=(), kind="say", frames=frozenset(("quote",)), polarity="said", strength=0.8)
"""Any verb that stands between words in quotation marks and a name: "beamed", "barked"."""
MARKED = SpeechVerb(
    lemma="", rest=(), kind="say", polarity="said", strength=0.6,
    frames=frozenset(("quote", "that", "bare", "wh", "inf", "np", "of", "for", "about")),
)  # fmt: skip
"""Any verb or adjective that the attribution head takes for a cue: "is adamant that", "voiced"."""
NO_CUE = frozenset(("according", "meaning", "means", "mean", "meant"))
"""Words that are marked at times and never are a verb of speech."""
QUOTED, HEARD = frozenset(("quoted", "cited", "reported", "heard")), frozenset(("heard", "overheard"))
SHORT_OF = ["short", "of"]
"""Words before what somebody just did not say: "stopped short of blaming the bank"."""
WHERE = frozenset(("on", "in", "at", "by"))
"""Last words of a phrase that may as well tell where or how something was said."""
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
    known = speech_verbs()
    found = (
        _cue(p, i, low, high)
        for i in range(low, high)
        if p.quoted[i] == OUTSIDE and (p.lower[i] in known or (p.quotations and p.tags[i] == "VERB"))
    )
    certain = [cue for cue in found if cue is not None]
    return certain if not p.marked else sorted([*certain, *_marked(p, low, high, certain)], key=lambda c: c.verb)


def _marked(p: Passage, low: int, high: int, certain: list[Cue]) -> Iterator[Cue]:
    """Verbs and adjectives that the attribution head marks and no rule takes for a cue ("is adamant that")."""
    taken = {k for cue in certain for k in range(cue.first, cue.last)}
    for first, last in p.marks(low, high, "cue"):
        verb = next((k for k in range(last - 1, first - 1, -1) if p.tags[k] in ("VERB", "ADJ")), None)
        if (
            verb is None
            or _is_other(p, verb, high)
            or _is_short_passive(p, verb, high)
            or _is_surname(p, verb, low)
            or not taken.isdisjoint(range(first, last))
            or not low <= verb < high
            or not p.outside(verb)
        ):
            continue
        start = max(low, min(first, group_start(p, verb, low)))
        if p.lower[verb] not in NO_CUE and UNSURE.isdisjoint(p.lower[start:verb]):
            polarity: Polarity = "said" if NOT.isdisjoint(p.lower[start:verb]) else "not_said"
            told = next((v for v, form in speech_verbs().get(p.lower[verb], ()) if v.kind == "tell"), MARKED)
            yield Cue(start, verb, min(last, high), told, _form(p.lower[verb], p.lower[start:verb]), polarity)


def _form(word: str, group: list[str]) -> Form:
    if group[-1:] == ["to"]:
        return "base"
    return "ing" if word.endswith("ing") else "s" if word.endswith("s") else "ed"


def _cue(p: Passage, i: int, low: int, high: int) -> Cue | None:
    known = speech_verbs().get(p.lower[i])
    if known is None or _is_surname(p, i, low):
        return _manner(p, i, low, high)
    if p.tags[i] not in VERBAL and not _surely_verb(p, i, low):
        return None
    said = ((v, f) for v, f in known if has_rest(p, v, i, high) and not _only_where(p, v, i, high))
    word, form = next(said, (None, None))
    if word is None or form is None:
        return _manner(p, i, low, high)
    if not word.frames:
        return None
    first = group_start(p, i, low)
    group = p.lower[first:i]
    quoted = _was_quoted(p, first, low) if form == "ing" else None
    if quoted is not None:
        return Cue(quoted, i, i + 1, word, "ed", "said")
    if not _reports(p, i, word, form, group, high) or _is_short_passive(p, i, high) or _will_do(word, group):
        return None
    negated = not NOT.isdisjoint(p.lower[max(low, first - 1) : i]) or p.lower[max(low, first - 2) : first] == SHORT_OF
    return Cue(first, i, i + 1 + len(word.rest), word, form, "not_said" if negated else word.polarity)


def _manner(p: Passage, i: int, low: int, high: int) -> Cue | None:
    """The cue that any verb is beside a quotation, of a phrase's verb too: "he laughed", not "laughed off"."""
    return Cue(i, i, i + 1, MANNER, "ed", "said") if _beside_quotation(p, i, low, high) else None


def _is_surname(p: Passage, i: int, low: int) -> bool:
    """Whether a capital after another shows that no verb stands there: "Bilal | Said", not "Dam Safe, Doctor Says"."""
    alone = i + 1 >= len(p) or not p.words[i + 1].istitle()
    named = i > low and p.outside(i - 1) and p.words[i - 1].istitle() and p.words[i].istitle()
    return named and alone and not p.words[i].endswith("s") and p.role != "headline"


def _will_do(word: SpeechVerb, group: list[str]) -> bool:
    """Whether a verb that ahead tells a deed stands in the future: "will welcome the players at her palace"."""
    return ("will" in group or "'ll" in group) and word.lemma in cue_words("deed_ahead")


def _was_quoted(p: Passage, first: int, low: int) -> int | None:
    """Where "was quoted as" or "could be heard" begins, before "saying" at word `first`; None if neither does."""
    verb = first - 2 if p.lower[first - 1] == "as" else first - 1
    known = QUOTED if verb == first - 2 else HEARD
    if verb <= low or p.lower[verb] not in known:
        return None
    start = group_start(p, verb, low)
    return None if BE.isdisjoint(p.lower[start:verb]) else start


def _is_other(p: Passage, i: int, high: int) -> bool:
    """Whether a verb is of a phrase that says nothing: "called off"."""
    return any(not verb.frames and has_rest(p, verb, i, high) for verb, _ in speech_verbs().get(p.lower[i], ()))


def has_rest(p: Passage, verb: SpeechVerb, i: int, high: int) -> bool:
    """Whether after its first word at `i` the further words of a phrase follow, before word `high`."""
    n = len(verb.rest)
    return not n or (i + n < high and tuple(p.lower[i + 1 : i + 1 + n]) == verb.rest)


def _only_where(p: Passage, verb: SpeechVerb, i: int, high: int) -> bool:
    """Whether the preposition of a phrase only tells where something was said: "insisted | on the phone | that"."""
    if not verb.rest or verb.rest[-1] not in WHERE:
        return False
    prep = i + len(verb.rest)
    after = after_asides(p, prep, high)
    return prep + 1 < after < high and (p.lower[after] == "that" or p.quoted[after] == OPENING)


def _reports(p: Passage, i: int, word: SpeechVerb, form: Form, group: list[str], high: int) -> bool:
    """Whether the group says that somebody said it: no "may say", no passive, no infinitive but "went on to say"."""
    if not UNSURE.isdisjoint(group):
        return False
    if form == "base" and "to" in group:
        return not cue_words("steps").isdisjoint(group)
    if form != "ed":
        return True
    before, after = p.lower[i - 1] if i else "", p.lower[i + 1] if i + 1 < high else ""
    by_others = (
        after == "by" and word.rest[:1] != ("by",) and not (i + 2 < high and p.lower[i + 2] in cue_words("aside_noun"))
    )
    participle = by_others or (not group and before in BEFORE_PARTICIPLE)
    return not participle and (BE.isdisjoint(group) or p.lower[i] == "agreed")


def _is_short_passive(p: Passage, i: int, high: int) -> bool:
    """Whether a headline leaves out the auxiliary of a passive: "Mayor Expected To Resign", "Ten Feared Dead"."""
    if p.role != "headline" or i + 1 >= high:
        return False
    if p.lower[i + 1] != "to":
        done = p.lower[i].endswith("ed") or p.lower[i] in cue_words("passive")
        return done and _tells_state(p, i + 1, high)
    told = any(verb.takes("whom") and form == "ed" for verb, form in speech_verbs().get(p.lower[i], ()))
    return told or p.lower[i] in cue_words("passive") or p.lower[i] in cue_words("asked")


def _tells_state(p: Passage, i: int, high: int) -> bool:
    """Whether what is feared or reported of those before it ends at word `i`: "Dozens Feared Dead in Mine"."""
    noun_follows = i + 1 < high and p.tags[i + 1] in ("NOUN", "PROPN", "ADJ", "NUM")
    return p.lower[i] in cue_words("state") and not noun_follows


def _surely_verb(p: Passage, i: int, low: int) -> bool:
    """Whether a word that the analyzer took for a noun is a verb of speech all the same ("Smith argues that")."""
    word, left = p.lower[i], p.tags[i - 1] if i > low else "PUNCT"
    if word == "show" and p.words[i + 1 : i + 2] == ["."] and left in ("NOUN", "PROPN"):
        return True  # "..., figures from the Bureau of Mines | show."
    return (
        word.endswith(("ed", "s", "id", "ote", "old"))
        and word not in cue_words("noun_too")
        and left in ("NOUN", "PROPN", "PRON", "PUNCT", "CCONJ", "ADV")
        and p.tags[i] != "ADP"
    )


def _beside_quotation(p: Passage, i: int, low: int, high: int) -> bool:
    """Whether a verb of no table stands where a verb of speech would: `"...!" beamed Jo Hall`, `"...," Hall barked.`"""
    if p.tags[i] != "VERB" or not p.lower[i].endswith("ed") or i - 2 < low:
        return False
    if p.quoted[i - 1] == CLOSING:
        return p.words[i - 2] in ENDS_SPEECH and i + 1 < high and p.tags[i + 1] in ("PROPN", "DET")
    k = i - 1
    while k > low and i - k < WIDEST_GROUP and p.outside(k) and p.tags[k] in ("PROPN", "DET", "NOUN", "ADJ", "PRON"):
        k -= 1
    ends = i + 1 >= high or p.words[i + 1] in (".", ",")
    return ends and low < k < i - 1 and p.quoted[k] == CLOSING and p.words[k - 1] in ENDS_SPEECH


def group_start(p: Passage, i: int, low: int) -> int:
    """The first auxiliary, adverb or negation of the group; "went on to", "was at pains to" belong to it too."""
    first = i
    while first > low and i - first < WIDEST_GROUP and p.outside(first - 1):
        if _interrupts(p, first, low):
            first -= 3
        elif far := _steps_far(p, first, low):
            first -= far
        elif _in_group(p, first):
            first -= 1
        else:
            break
    while first < i and p.tags[first] == "ADV" and p.lower[first] in NO_GROUP:
        first += 1
    return first


def _steps_far(p: Passage, first: int, low: int) -> int:
    """How many words before "to" tell how far somebody goes: "went so far as | to say"; 0 where none do."""
    if p.lower[first] != "to":
        return 0
    phrases = (phrase.split(" ") for phrase in cue_words("steps_far"))
    return next((len(w) for w in phrases if p.lower[max(low, first - len(w)) : first] == w), 0)


def _in_group(p: Passage, first: int) -> bool:
    """Whether the word before `first` belongs to the verb group that begins there so far."""
    tag, word = p.tags[first - 1], p.lower[first - 1]
    if tag == "ADV":
        return not _ends_verb(p, first - 2) and not ends_name(p, first - 1)
    if word in AUXILIARIES or (tag in ("AUX", "PART") and word != "'s"):
        return True
    if word in ("on", "at"):
        return p.lower[first] == ("to" if word == "on" else "pains")
    return word in cue_words("steps") and p.lower[first] in ("to", "on")


def ends_name(p: Passage, i: int) -> bool:
    """Whether adverb `i` is the end of a name, by its capital: "Clean Water Now | said"; a headline tells nothing."""
    named = i > 1 and p.tags[i - 1] in NOMINAL and p.outside(i - 1)
    return named and p.role != "headline" and p.words[i][0].isupper() and p.words[i - 1][0].isupper()


def _ends_verb(p: Passage, i: int) -> bool:
    """Whether word `i` is a verb of its own, and the adverb after it its own too: "who lives nearby | said"."""
    step = p.lower[i] in cue_words("steps") or p.lower[i] in AUXILIARIES
    return i >= 0 and p.tags[i] == "VERB" and p.outside(i) and not step


def _interrupts(p: Passage, first: int, low: int) -> bool:
    """Whether ", however," stands before word `first`, inside a verb group or between it and its subject."""
    return first - 4 >= low and p.words[first - 1] == p.words[first - 3] == "," and p.tags[first - 2] == "ADV"
