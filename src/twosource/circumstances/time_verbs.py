"""The verb that governs a time, and whether it tells of what was or is to come (tags, heads, features of UD)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from twosource.circumstances.trees import Tree
from twosource.vocab.times import leaning_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twosource.model import Sentence, Token

_FURTHEST = 4
"""Words asked on the way from a time to the root, itself the first; a verb further off tells little of it."""
_PHRASE = 12
"""Words looked back over for the "for" of "called for"."""
_IF = frozenset({"if", "unless"})
_AHEAD_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "must", "should", "may", "might"})
_MODALS = _AHEAD_MODALS | {"can", "ca", "could", "'d", "’d"}
_MAY_HAVE = frozenset({"could", "may", "might"})
_PERFECT_TO_COME = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_IS = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
_WAS = frozenset({"was", "were", "did", "had"})
_HAVE_NOW = frozenset({"have", "has", "'ve", "’ve"})
_HAVE = _HAVE_NOW | {"had"}
_CAN = frozenset({"can", "ca"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_TOLD_IN_PRESENT = frozenset({"headline", "caption"})
"""Roles that tell of what was in the present tense: "Fire closes school on Friday"."""
_AUXILIARY = ("aux", "cop")
_NAMING = ("compound", "nmod:poss")
"""Where a time names a thing, "the 6 January panel", what is said of the thing tells little of the time."""
_BOUND = frozenset({"by", "before", "until", "till", "from"})
_CLOCK = 5
"""How many words a clock time before its day may have, "on" included."""
_OF_CLOCKS = frozenset({"on", "midnight", "noon", "midday", "dawn", "dusk", "a.m.", "p.m.", "am", "pm", "o'clock"})
_MODIFYING = ("advcl", "acl", "parataxis")


class Governed(NamedTuple):
    """What the verb over a time tells: `lean` is -1 for what was, 1 for what is to come, 0 where it does not say.

    `present`: a present tense that may mean either. `in_present`: any present tense. `lemma` is the verb's, `lasting`
    whether it is no passive: "served until March" ended in March, "was postponed until March" waits for it. `denied`:
    "did not open until March". `wanted`: it is of what somebody calls for, "called for an election in March".
    `names`: the time names the thing right after it, "the March election".
    `sure`: "will" or its like stands by the very verb that the time belongs to. `perfect`: "has closed the road until
    Friday", which waits for that Friday.
    """

    lean: int
    present: bool = False
    in_present: bool = False
    lemma: str = ""
    lasting: bool = False
    denied: bool = False
    wanted: bool = False
    names: bool = False
    sure: bool = False
    perfect: bool = False
    foretold: bool = False


UNTOLD = Governed(0)
_AHEAD = Governed(1)


class _Clause(Tree):
    """The tree of a sentence, asked for the words below a verb."""

    def words(self, i: int, *relations: str) -> list[str]:
        """The children of token `i` in one of these relations, in lower case."""
        below = (self.tokens[k] for k in self.children(i))
        return [t.text.lower() for t in below if t.deprel and t.deprel.partition(":")[0] in relations]


class Verbs:
    """The verbs of an analysed article, asked by the code points of a time."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._at, self._clause = -1, _Clause(())

    def over(self, start: int, end: int) -> Governed:
        """What the verb over the time from code point `start` to `end` tells."""
        at = bisect_right(self._sentences, start, key=_start) - 1
        if at < 0 or self._sentences[at].end <= start:
            return UNTOLD
        if at != self._at:
            self._at, self._clause = at, _Clause(self._sentences[at].tokens)
        tokens, told = self._clause.tokens, self._sentences[at].role in _TOLD_IN_PRESENT
        inside = range(bisect_left(tokens, start, key=_start), bisect_left(tokens, end, key=_start))
        top = next((i for i in inside if tokens[i].head not in inside), None)
        if top is None:
            return UNTOLD
        verb = _governed(self._clause, top)
        names = (tokens[top].deprel or "").startswith(_NAMING) and (tokens[top].head or 0) >= inside.stop
        if told and verb.in_present:
            return UNTOLD._replace(names=names)
        return verb._replace(names=names)


_start = attrgetter("start")


def _governed(clause: _Clause, top: int) -> Governed:
    """The first verb on the way from token `top` to the root that tells anything."""
    i, bound = top, bool(_BOUND & {*clause.words(top, "case", "mark"), _before_clock(clause, top)})
    within = (clause.tokens[top].deprel or "").startswith(_NAMING)
    for _ in range(_FURTHEST):
        told = _told(clause, i, bound) if i != top or clause.words(i, "cop") else UNTOLD
        if told.present and (i == top or (clause.tokens[top].head == i and _is_subject(clause.tokens[top]))):
            return _AHEAD  # "the vote is on Friday", "Friday is a holiday"
        if told.lean or told.present:
            if within and told.lean > 0:
                return told._replace(lean=0, present=True)
            wanted = told.lemma in leaning_words("wanted") and _is_called_for(clause, i, top)
            foretold = told.lemma in leaning_words("foretelling") and (told.perfect or _is_object(clause, i, top))
            return told._replace(wanted=wanted, foretold=foretold, sure=told.sure and clause.tokens[top].head == i)
        head = clause.tokens[i].head
        if head is None or head < 0 or (bound and i != top and _is_gerund(clause.tokens[i])):
            return UNTOLD
        i = head
    return UNTOLD


def _before_clock(clause: _Clause, top: int) -> str:
    """The word before the clock time that stands with a day: "from midnight on | Sunday", "from 6 a.m. | Monday"."""
    at = top - 1
    while at > 0 and top - at < _CLOCK and (clause.tokens[at].text[0].isdecimal() or _lower(clause, at) in _OF_CLOCKS):
        at -= 1
    return _lower(clause, at) if 0 <= at < top - 1 else ""


def _lower(clause: _Clause, i: int) -> str:
    return clause.tokens[i].text.lower()


def _is_called_for(clause: _Clause, i: int, top: int) -> bool:
    """Whether the time at token `top` is of the thing wanted, not of the wanting: "called for a vote in the autumn"."""
    between = clause.tokens[max(i + 1, top - _PHRASE) : top]
    return clause.tokens[top].deprel == "nmod" or any(token.text == "for" for token in between)


def _is_object(clause: _Clause, i: int, top: int) -> bool:
    """Whether the time at token `top` is of what token `i` has for its object: "cancelled all flights on Friday"."""
    at, told = top, clause.tokens[top].deprel in ("nmod", "nmod:tmod", "conj")
    while told and at != i and clause.tokens[at].head not in (None, i):
        at = clause.tokens[at].head or 0
        told = top - at < _PHRASE
    return told and (clause.tokens[at].deprel or "").startswith(("obj", "obl"))


def _is_subject(token: Token) -> bool:
    return (token.deprel or "").startswith("nsubj")


def _is_gerund(token: Token) -> bool:
    return "Tense=Pres" in token.feats and "VerbForm=Part" in token.feats


def _told(clause: _Clause, i: int, bound: bool) -> Governed:
    """What one word on the way to the root tells; nothing where it is no predicate."""
    token = clause.tokens[i]
    helping = clause.words(i, *_AUXILIARY)
    if leaning_words("planned").keys() & {token.text.lower(), *clause.words(i, "amod")}:
        return Governed(1, sure=bool(_IS & {*helping}))  # "is due on Friday", "ahead of an expected vote on Friday"
    if token.upos == "NOUN" and token.text.lower() in leaning_words("owned"):
        return Governed(-1)  # "will look into the attack on Friday"
    if not helping and token.upos not in ("VERB", "AUX"):
        return UNTOLD
    told = _by_auxiliaries(clause, i, helping, bound) if helping else _by_form(clause, i, bound)
    if told.lean < 0 and _IF & {*clause.words(i, "mark")}:
        return UNTOLD  # "if it dragged on beyond January"
    lasting = "Voice=Pass" not in token.feats
    denied = bool(_NOT & {*clause.words(i, "advmod")})
    in_present = not helping and "Tense=Pres" in token.feats
    return told._replace(lemma=token.lemma.lower(), lasting=lasting, denied=denied, in_present=in_present)


def _by_auxiliaries(clause: _Clause, i: int, helping: list[str], bound: bool) -> Governed:
    """What "will", "has been", "are to" and their like make of a verb."""
    feats = clause.tokens[i].feats
    modal = next((word for word in helping if word in _MODALS), None)
    if modal is not None:
        done = bool(_HAVE & {*helping}) and modal not in _PERFECT_TO_COME
        ahead = modal in _AHEAD_MODALS and not done
        denied = modal == "could" and bool(_NOT & {*clause.words(i, "advmod")})
        if (done and modal in _MAY_HAVE) or denied:
            return Governed(-1)  # "could have begun as early as March", "could not be reached on Friday"
        if modal == "could" and not done and _is_to_happen(clause, i):
            return _AHEAD  # "could be released on Friday"
        if modal in _CAN and not done:
            told = clause.tokens[i].lemma.lower() in leaning_words("reporting")
            return Governed(0, present=not told)  # "can be raised before Friday", not "can be seen on film from Friday"
        return Governed(1, sure=modal in _PERFECT_TO_COME) if ahead else UNTOLD
    if _IS & {*helping} and ("VerbForm=Inf" in feats or (bound and _is_gerund(clause.tokens[i]))):
        return _AHEAD  # "are to meet on Friday", "are leaving by Friday"
    if {"was", "were"} & {*helping} and "to" in clause.words(i, "mark") and not _HAVE & {*helping}:
        return _AHEAD  # "was to call at Bergen on Friday"
    if _HAVE & {*helping} or _WAS & {*helping}:
        return Governed(-1, perfect=bool(_HAVE_NOW & {*helping}))
    token = clause.tokens[i]
    may_be_ahead = not _is_gerund(token) or token.lemma.lower() in leaning_words("arranged")
    return Governed(0, present=may_be_ahead and bool(_IS & {*helping}))


def _is_to_happen(clause: _Clause, i: int) -> bool:
    """Whether what "could" be or happen is told of no power of old ("could see it on Friday"), and not denied."""
    token, told = clause.tokens[i], {*clause.words(i, "advmod")}
    lemma = token.lemma.lower()
    if _NOT & told or lemma in leaning_words("reporting"):
        return False
    return "Voice=Pass" in token.feats or lemma in leaning_words("arranged") or lemma in leaning_words("schedule")


def _by_form(clause: _Clause, i: int, bound: bool) -> Governed:
    """What the form of a verb without auxiliaries tells."""
    token, feats = clause.tokens[i], clause.tokens[i].feats
    if token.text.endswith("ed") and not token.lemma.endswith("ed"):
        feats = feats.replace("Tense=Pres", "Tense=Past")  # what is read as a present may be none by its ending
    if "Mood=Imp" in feats and token.lemma.lower() not in leaning_words("reporting"):
        return _AHEAD  # "Give us water by Monday," he said
    if "VerbForm=Inf" in feats:
        return _infinitive(clause, i, bound)
    if "VerbForm=Fin" in feats and "Tense=Past" in feats:
        return Governed(-1)
    if "VerbForm=Fin" in feats and "Tense=Pres" in feats:
        if _is_timetable(clause, i) and not clause.words(i, "mark"):
            return _AHEAD  # "the fair opens on Friday", "the law takes effect on Friday"
        return Governed(0, present=not leaning_words("reporting").get(token.lemma.lower()))
    if "Tense=Past" in feats and "VerbForm=Part" in feats:
        modifies = (token.deprel or "").startswith(_MODIFYING)
        return Governed(-1) if modifies else UNTOLD  # "a law passed on Friday"
    return UNTOLD


def _is_timetable(clause: _Clause, i: int) -> bool:
    lemma = clause.tokens[i].lemma.lower()
    into = {f"{lemma} {token.text.lower()}" for token in clause.tokens[i + 1 : i + 4]}
    return lemma in leaning_words("schedule") or bool(into & leaning_words("into force").keys())


def _infinitive(clause: _Clause, i: int, bound: bool) -> Governed:
    """What one agrees, plans or is told to do lies ahead; what one managed to do, or did in order to, is told above."""
    token = clause.tokens[i]
    head = clause.tokens[token.head] if token.head is not None and token.head >= 0 else None
    if head is None or not clause.words(i, "mark"):  # "will meet on Monday and leave on Friday": told above
        return UNTOLD
    intending = leaning_words("intending").get(head.lemma.lower(), 0)
    if intending < 0:
        return UNTOLD
    if intending or (head.lemma == "have" and "Tense=Pres" in head.feats):
        return _AHEAD
    return _AHEAD if bound else UNTOLD
